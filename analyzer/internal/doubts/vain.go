package doubts

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// AskedInVain reports whether a condition of root above a place asks about an expression's code in
// a way of which code flow makes nothing: whatever the answer, the code can be the given
// one. The program may know better (accepted[r.ResponseCode], r.ResponseCode == want, two
// calls of one accessor), so that it can still be that code is no ground to speak. So may an
// answer that a function gives with the code (code, found := …), and what it makes of it (d := decide(code)).
func (d *Doubts) AskedInVain(root ast.Node, e ast.Expr, text string, above token.Pos) bool {
	return d.ofAny(root, e, func(e ast.Expr) bool { return d.askedInVain(root, e, text, above) })
}

func (d *Doubts) askedInVain(root ast.Node, e ast.Expr, text string, above token.Pos) bool {
	v := vain{d: d, code: e, from: Root(d.pass.TypesInfo, d.bindings, e), above: above, name: types.ExprString(e), text: text}
	if core := d.bindings.Core(e); core != e {
		if _, code := d.bindings.Of(core); code { // codes.ResponseCode(r.GetCode())
			v.name = types.ExprString(core)
		}
	}
	v.answers = v.givenWith(root)
	v.addMade(root)
	literals := v.literals(root)
	found := false
	d.mentions.Inspect(root, func(n ast.Node) bool {
		if found || n.Pos() >= above {
			return false
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			found = v.tests(n.Cond, n.Init)
		case *ast.ForStmt:
			found = n.Cond != nil && v.tests(n.Cond, nil)
		case *ast.SwitchStmt:
			found = v.cases(n)
		case *ast.AssignStmt:
			for _, x := range n.Rhs {
				found = found || v.kept(x)
			}
		case *ast.ValueSpec:
			for _, x := range n.Values {
				found = found || v.kept(x)
			}
		}
		return !found
	}, slices.AppendSeq(append(literals, v.from), maps.Keys(v.answers))...)
	return found
}

// vain is one question to [Doubts.AskedInVain].
type vain struct {
	d     *Doubts
	code  ast.Expr
	from  types.Object // that the code starts from, nil for no variable
	above token.Pos
	name  string // as it is written
	text  string

	answers map[types.Object]bool // booleans that came with it, and what functions of the package have made of it
	states  map[string]bool       // fields that hold what these have made of it, as they are written
	within  map[*ast.FuncLit]bool // literals that are looked into
}

// literals returns the variables that hold a function literal which mentions what the code starts from. What a
// method of the reply answers that a variable holds (is := r.is) is an answer.
func (v *vain) literals(root ast.Node) (hold []types.Object) {
	if v.from == nil {
		return nil
	}
	note := func(lhs, rhs ast.Expr) {
		id, ok := lhs.(*ast.Ident)
		if !ok {
			return
		}
		obj := v.d.pass.TypesInfo.ObjectOf(id)
		if obj == nil {
			return
		}
		switch rhs := ast.Unparen(rhs).(type) {
		case *ast.FuncLit:
			hold = append(hold, obj)
		case *ast.SelectorExpr:
			if sel := v.d.pass.TypesInfo.Selections[rhs]; sel != nil && sel.Kind() == types.MethodVal && v.holds(rhs.X) {
				if v.answers == nil {
					v.answers = make(map[types.Object]bool)
				}
				v.answers[obj] = true
			}
		}
	}
	v.d.mentions.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, rhs := range n.Rhs {
				if len(n.Lhs) == len(n.Rhs) {
					note(n.Lhs[i], rhs)
				}
			}
		case *ast.ValueSpec:
			for i, value := range n.Values {
				if len(n.Names) == len(n.Values) {
					note(n.Names[i], value)
				}
			}
		}
		return true
	}, v.from)
	return hold
}

// tests looks at the tests that a condition is made of. What stands before it, in the same
// statement, is a part of each.
func (v *vain) tests(cond ast.Expr, init ast.Stmt) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return v.tests(x.X, init) || v.tests(x.Y, init)
		}
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			return v.tests(x.X, init)
		}
	}
	if cond.End() > v.above || !v.mentions(cond) && (init == nil || !v.mentions(init)) {
		return false
	}
	before := v.d.flow.Before(cond)
	return v.open(func(holds bool) codeflow.State { return before.Assume(cond, holds) })
}

// cases looks at the tests of a switch.
func (v *vain) cases(s *ast.SwitchStmt) bool {
	tag := s.Tag != nil && v.mentions(s.Tag) || s.Init != nil && v.mentions(s.Init)
	for _, clause := range s.Body.List {
		for _, x := range clause.(*ast.CaseClause).List {
			switch {
			case x.End() > v.above:
				return false
			case s.Tag == nil:
				if v.tests(x, s.Init) {
					return true
				}
			case tag || v.mentions(x):
				before := v.d.flow.Before(x)
				if v.open(func(equal bool) codeflow.State { return before.AssumeEqual(s.Tag, x, equal) }) {
					return true
				}
			}
		}
	}
	return false
}

// kept looks at the tests whose answer a variable keeps.
func (v *vain) kept(x ast.Expr) bool {
	t := v.d.pass.TypesInfo.TypeOf(x)
	return t != nil && syntax.IsBoolean(t) && v.tests(x, nil)
}

// open reports whether the code can be the one in question, whatever a test says.
func (v *vain) open(after func(holds bool) codeflow.State) bool {
	for _, holds := range []bool{true, false} {
		left, ok := after(holds).Codes(v.code)
		if !ok || !left.Has(v.text) {
			return false
		}
	}
	return true
}

// asksPresence are methods that say whether there is a value at all, which tells nothing of it.
var asksPresence = map[string]bool{
	"Exists": true, "IsSet": true, "IsPresent": true, "IsDefined": true, "IsNull": true, "IsNil": true, "IsValid": true, "HasValue": true,
}

// mentions reports whether a node mentions the code, or what came with it, or gives the reply
// that it is in to a function, or compares all of that with another one, or calls a function literal
// that does so.
func (v *vain) mentions(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			found = found || slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return v.holds(arg) && !v.fills(call, arg) })
			if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
				if len(call.Args) == 0 && asksPresence[sel.Sel.Name] {
					return false
				}
				found = found || v.holds(sel.X)
			}
			if lit := v.d.flow.LiteralOf(call); lit != nil && !found && !v.within[lit] {
				if v.within == nil {
					v.within = make(map[*ast.FuncLit]bool)
				}
				v.within[lit] = true
				found = v.mentions(lit.Body)
				delete(v.within, lit)
			}
		}
		if x, ok := n.(*ast.BinaryExpr); ok && (x.Op == token.EQL || x.Op == token.NEQ) {
			found = found || v.holds(x.X) && !v.isNil(x.Y) || v.holds(x.Y) && !v.isNil(x.X)
		}
		if x, ok := n.(*ast.Ident); ok && v.answers[v.d.pass.TypesInfo.ObjectOf(x)] {
			found = true
		}
		if x, ok := n.(ast.Expr); ok && (types.ExprString(x) == v.name || len(v.states) > 0 && v.states[types.ExprString(x)]) {
			found = true
		}
		return !found
	})
	return found
}

func (v *vain) isNil(e ast.Expr) bool { return v.d.pass.TypesInfo.Types[e].IsNil() }

// holds reports whether an expression is what the code is selected from, or leads to it.
func (v *vain) holds(e ast.Expr) bool {
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = ast.Unparen(u.X)
	}
	return strings.HasPrefix(v.name, types.ExprString(e)+".")
}

// fills reports whether a call can only fill what it is handed: an address, as a value of any
// type, as a decoder is.
func (v *vain) fills(call *ast.CallExpr, arg ast.Expr) bool {
	info := v.d.pass.TypesInfo
	fun, given := info.TypeOf(call.Fun), info.TypeOf(arg)
	if fun == nil || given == nil || !syntax.IsPointer(given) {
		return false
	}
	sig, ok := fun.Underlying().(*types.Signature)
	if !ok {
		return false
	}
	at := min(slices.Index(call.Args, arg), sig.Params().Len()-1)
	if at < 0 {
		return false
	}
	t := sig.Params().At(at).Type()
	if list, ok := t.(*types.Slice); ok && sig.Variadic() && at == sig.Params().Len()-1 {
		t = list.Elem()
	}
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}
