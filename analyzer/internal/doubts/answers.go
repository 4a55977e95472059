package doubts

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what the package's functions make of a code, or give with it: answers to what it is.

// deepestCall bounds how far calls are looked into.
const deepestCall = 3

// addMade adds the variables, and fields, for what a function of the package makes of the code, or of what is kept there, other
// than an error; for what the code finds in a table; and for copies of it.
func (v *vain) addMade(root ast.Node) {
	info := v.d.pass.TypesInfo
	names := v.keptNames(root)
	v.d.mentions.Inspect(root, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Rhs) != 1 || assign.Pos() > v.above || !v.isMade(assign.Rhs[0], names) {
			return true
		}
		for _, lhs := range assign.Lhs {
			if sel, ok := lhs.(*ast.SelectorExpr); ok && !syntax.ImplementsError(info.TypeOf(sel)) {
				if v.states == nil {
					v.states = make(map[string]bool)
				}
				v.states[types.ExprString(sel)] = true
			}
			id, ok := lhs.(*ast.Ident)
			if !ok {
				continue
			}
			if made := info.ObjectOf(id); made != nil && (!syntax.ImplementsError(made.Type()) || v.d.bindings.OfType(made.Type()) != nil) {
				if v.answers == nil {
					v.answers = make(map[types.Object]bool)
				}
				v.answers[made] = true
			}
		}
		return true
	}, v.from)
}

// isMade reports whether an expression is made of the code, as it is written: it is that itself, what it finds in a table, or
// what a function of the package makes of it.
func (v *vain) isMade(e ast.Expr, names map[string]bool) bool {
	is := func(e ast.Expr) bool { return names[types.ExprString(e)] || v.states[types.ExprString(e)] }
	switch x := ast.Unparen(e).(type) {
	case *ast.CallExpr:
		fn, ok := syntax.Callee(v.d.pass.TypesInfo, x).(*types.Func)
		return is(x) || ok && fn.Pkg() == v.d.pass.Pkg && slices.ContainsFunc(x.Args, is)
	case *ast.IndexExpr:
		return is(x) || is(x.Index)
	default:
		return is(x)
	}
}

// keptNames returns how the code is written, and the variables that are stored where it is kept: m.last = code.
func (v *vain) keptNames(root ast.Node) map[string]bool {
	names := map[string]bool{v.name: true}
	v.d.mentions.Inspect(root, func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok && len(assign.Lhs) == len(assign.Rhs) && assign.Pos() < v.code.Pos() {
			for i, lhs := range assign.Lhs {
				if _, isName := ast.Unparen(assign.Rhs[i]).(*ast.Ident); isName && types.ExprString(lhs) == v.name {
					names[types.ExprString(assign.Rhs[i])] = true
				}
			}
		}
		return true
	}, v.from)
	return names
}

// givenWith returns the boolean variables, and those with numbers, as of what has failed, that are given the results of the calls
// which also give the code, or the reply that has it: of a function of the package that asks for codes itself.
func (v *vain) givenWith(root ast.Node) map[types.Object]bool {
	info := v.d.pass.TypesInfo
	_, itself := ast.Unparen(v.code).(*ast.Ident)
	if v.from == nil {
		return nil
	}
	var all map[types.Object]bool
	v.d.mentions.Inspect(root, func(n ast.Node) bool {
		assign, ok := n.(*ast.AssignStmt)
		if !ok || len(assign.Lhs) < 2 || len(assign.Rhs) != 1 {
			return true
		}
		with, numbers := make(map[types.Object]bool), make(map[types.Object]bool)
		given := false
		for _, lhs := range assign.Lhs {
			id, ok := lhs.(*ast.Ident)
			if !ok {
				continue
			}
			obj := info.ObjectOf(id)
			given = given || obj == v.from
			if obj != nil && syntax.IsBoolean(obj.Type()) {
				with[obj] = true
			}
			if _, code := v.d.bindings.Of(id); obj != nil && !code && syntax.IsNumber(obj.Type()) {
				numbers[obj] = true
			}
		}
		call, ok := ast.Unparen(assign.Rhs[0]).(*ast.CallExpr)
		if !given || !ok {
			return true
		}
		asks := v.d.asksForCodes(call, deepestCall)
		if asks || itself {
			all = with
		}
		if asks {
			maps.Copy(all, numbers)
		}
		return true
	}, v.from)
	return all
}

// asksForCodes reports whether a call is one of a function of the package, or a literal, that compares a code with something,
// asks one of its methods, or calls such a function.
func (d *Doubts) asksForCodes(call *ast.CallExpr, depth int) bool {
	info := d.pass.TypesInfo
	if depth == 0 {
		return false
	}
	var body ast.Node
	switch fn := syntax.Callee(info, call).(type) {
	case *types.Func:
		if decl, ok := syntax.DeclIn(d.pass.Files, fn.Origin().Pos()).(*ast.FuncDecl); ok && info.Defs[decl.Name] == types.Object(fn.Origin()) {
			body = decl
		}
	case nil:
		if lit := d.flow.LiteralOf(call); lit != nil {
			body = lit
		}
	}
	if body == nil {
		return false
	}
	isCode := func(e ast.Expr) bool {
		_, ok := d.bindings.Of(e)
		return ok && info.Types[e].Value == nil
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BinaryExpr:
			found = found || isCode(n.X) || isCode(n.Y)
		case *ast.SwitchStmt:
			found = found || n.Tag != nil && isCode(n.Tag)
		case *ast.CallExpr:
			sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr)
			found = found || ok && info.Selections[sel] != nil && isCode(sel.X) || d.asksForCodes(n, depth-1)
		}
		return !found
	})
	return found
}
