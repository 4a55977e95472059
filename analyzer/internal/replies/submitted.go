package replies

import (
	"go/ast"
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file has the replies that a library gives back as any, because a reader of the program's own has made
// them: go-swagger's clients submit an operation with a reader in it, and assert what type the result is of.

// A submission is a library's function that returns what a method of a value in one of its arguments has
// returned.
type submission struct {
	arg           int
	field, method string
}

var submissions = map[string]submission{
	"(github.com/go-openapi/runtime.ClientTransport).Submit":            {0, "Reader", "ReadResponse"},
	"(github.com/go-openapi/runtime.ContextualTransport).SubmitContext": {1, "Reader", "ReadResponse"},
}

// originOfAssertion returns where a value is from that is asserted to be of a type.
func (r *Result) originOfAssertion(b *Body, e ast.Expr, as types.Type) Origin {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok || as == nil || types.IsInterface(as) {
		return Origin{Other: true}
	}
	v, ok := r.info.ObjectOf(id).(*types.Var)
	if !ok || !b.Local(v) || !types.IsInterface(v.Type()) {
		return Origin{Other: true}
	}
	o := Origin{Other: len(b.defs[v]) == 0}
	for _, d := range b.defs[v] {
		call, ok := d.value.(*ast.CallExpr)
		if !ok || d.at != 0 {
			return Origin{Other: true}
		}
		o = o.or(r.originOfSubmission(b, call, as))
	}
	o.Gone = o.Gone || b.goneAs(v, as)
	return o
}

// goneAs reports whether what a variable holds goes where nobody follows it, if it is of a type.
func (b *Body) goneAs(v *types.Var, as types.Type) bool {
	t := newTracer(b, reply)
	for _, id := range b.uses[v] {
		if x, ok := b.Parent(id).(*ast.TypeAssertExpr); ok && x.Type != nil {
			if other := b.r.info.TypeOf(x.Type); other == nil || !types.IsInterface(other) && !types.Identical(other, as) {
				continue
			}
		}
		t.follow(id, id)
	}
	t.followHeld()
	return t.trace.gone()
}

// originOfSubmission returns where what a library's call returns is from, if it is of a type.
func (r *Result) originOfSubmission(b *Body, call *ast.CallExpr, as types.Type) Origin {
	other := Origin{Other: true}
	fn := r.callee(call)
	if fn == nil {
		return other
	}
	s, ok := submissions[fn.FullName()]
	if !ok || s.arg >= len(call.Args) {
		return other
	}
	v := b.Variable(call.Args[s.arg])
	if v == nil || !b.Local(v) || len(b.defs[v]) != 1 {
		return other
	}
	lit, ok := literal(b.defs[v][0].value)
	if !ok {
		return other
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok {
			return other
		}
		if key, ok := kv.Key.(*ast.Ident); !ok || key.Name != s.field {
			continue
		}
		obj, _, _ := types.LookupFieldOrMethod(r.info.TypeOf(kv.Value), true, r.pass.Pkg, s.method)
		if read, ok := obj.(*types.Func); ok && r.decls[read.Origin()] != nil {
			return r.originAs(read.Origin(), as)
		}
	}
	return other
}

// originAs is Origin for a function's first result where it is of a type.
func (r *Result) originAs(fn *types.Func, as types.Type) Origin {
	b := r.Body(r.decls[fn])
	var o Origin
	ast.Inspect(b.Decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.ReturnStmt:
			if len(n.Results) < 2 {
				o.Other = true
				return true
			}
			if t := r.info.TypeOf(n.Results[0]); t == nil || types.IsInterface(t) || types.Identical(t, as) {
				o = o.or(r.originOf(b, n.Results[0]))
			}
		}
		return true
	})
	return o
}

// defineClauses notes what the variables of a type switch's clauses are.
func (b *Body) defineClauses(s *ast.TypeSwitchStmt) {
	assign, ok := s.Assign.(*ast.AssignStmt)
	if !ok || len(assign.Rhs) != 1 {
		return
	}
	for _, clause := range s.Body.List {
		if v, ok := b.r.info.Implicits[clause].(*types.Var); ok {
			b.defs[v] = append(b.defs[v], def{ast.Unparen(assign.Rhs[0]), 0})
		}
	}
}

// showsType reports whether a call shows only of what type an argument is: fmt.Errorf("%T: %w", v, err).
func (r *Result) showsType(fn *types.Func, call *ast.CallExpr, arg ast.Expr) bool {
	at := indexOf(call, arg)
	if !syntax.Shows(fn) || at == len(call.Args) {
		return false
	}
	for i, x := range call.Args[:at] {
		tv := r.info.Types[x]
		if tv.Value == nil || tv.Value.Kind() != constant.String {
			continue
		}
		format := constant.StringVal(tv.Value)
		operands, ok := syntax.OperandsOf(format, 'T')
		return ok && !strings.Contains(format, "[") && slices.Contains(operands, at-i-1)
	}
	return false
}
