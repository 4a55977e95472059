package repeats

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// judged returns the helper that a function is if it calls a parameter again until another one likes
// what that has brought, or nil:
//
//	for {
//		v, err := fn()
//		if err != nil || done(v) {
//			return v, err
//		}
//	}
func (r *Result) judged(decl *ast.FuncDecl, u use, params *types.Tuple, at int) *Helper {
	info := r.pass.TypesInfo
	h := &Helper{Param: at, Predicate: -1, Result: -1}
	ok := u.value != nil
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, isIdent := n.(*ast.Ident)
		if !isIdent || !ok || len(stack) == 0 {
			return ok
		}
		v, _ := info.Uses[id].(*types.Var)
		if v == nil || v != u.value && v != u.result {
			return true
		}
		switch parent := parentOf(stack).(type) {
		case *ast.ReturnStmt, *ast.AssignStmt, *ast.ValueSpec:
		case *ast.BinaryExpr:
			ok = v == u.result && (info.Types[parent.X].IsNil() || info.Types[parent.Y].IsNil()) && r.looksAtError(u, parent, stack, h)
		case *ast.CallExpr:
			asked := indexOf(params, typeutil.Callee(info, parent))
			if asked < 0 {
				ok = !looksAt(info, parent)
				break
			}
			t := u.testOf(info, parent, stack)
			ok = t.leaves && syntax.IsBoolean(info.TypeOf(parent)) && info.Uses[argumentName(parent, 0)] == types.Object(u.value) &&
				(h.Result < 0 || h.Result == asked && h.Leaves == t.yes)
			h.Result, h.Leaves = asked, t.yes
			if t.unlessError {
				h.Errors = Again
			}
		default:
			ok = false
		}
		return ok
	})
	if !ok || h.Result < 0 {
		return nil
	}
	return h
}

// looksAtError notes what a helper does about an error. It fails where that is for more than the
// error to decide, and where nothing is left to decide without one.
func (r *Result) looksAtError(u use, test *ast.BinaryExpr, stack []ast.Node, h *Helper) bool {
	t := u.testOf(r.pass.TypesInfo, test, stack)
	isError := test.Op == token.NEQ
	switch {
	case t.leaves && t.yes == isError:
		h.Errors = Leave
	case t.leaves:
		return false
	case t.goesOn && t.yes == isError:
		h.Errors = Again
	case t.goesOn:
		return false
	}
	return t.ok
}

// argumentName returns the name that an argument of a call is; nil for any other, and where broken code has none.
func argumentName(call *ast.CallExpr, i int) *ast.Ident {
	if i >= len(call.Args) {
		return nil
	}
	id, _ := ast.Unparen(call.Args[i]).(*ast.Ident)
	return id
}

// A tested is what an if in the loop's own body does for the answer of a test in its condition.
type tested struct {
	ok          bool // it is such an if
	yes         bool // the answer
	leaves      bool // it leaves the loop, whatever else is tested
	goesOn      bool // it goes on
	unlessError bool // it is tested only if there is no error
}

func (u use) testOf(info *types.Info, test ast.Expr, stack []ast.Node) tested {
	t := tested{yes: true}
	alone, whole := true, true // nothing else is tested; or what else is tested makes no difference
	inner := ast.Node(test)
	for i := slices.Index(stack, inner) - 1; i > 0; i-- {
		switch p := stack[i].(type) {
		case *ast.ParenExpr:
		case *ast.UnaryExpr:
			if p.Op != token.NOT || !alone {
				return tested{}
			}
			t.yes = !t.yes
		case *ast.BinaryExpr:
			other := p.X
			if other == inner {
				other = p.Y
			}
			alone = false
			switch {
			case p.Op == token.LOR:
			case p.Op == token.LAND && u.isNoError(info, other):
				t.unlessError = true
			case p.Op == token.LAND:
				whole = false
			default:
				return tested{}
			}
		case *ast.IfStmt:
			if p.Cond != inner || p.Else != nil || stack[i-1] != ast.Node(u.body) {
				return tested{}
			}
			t.ok = true
			last := u.exits(u.body.List) // what does not go on leaves
			switch {
			case u.exits(p.Body.List):
				t.leaves = whole && !last
			case u.goesOn(p.Body.List):
				t.leaves = alone && last
				t.goesOn = alone && !last
				if t.leaves {
					t.yes = !t.yes
				}
			}
			return t
		default:
			return tested{}
		}
		inner = stack[i]
	}
	return tested{}
}

// isNoError reports whether a condition is that there is no error.
func (u use) isNoError(info *types.Info, cond ast.Expr) bool {
	x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || x.Op != token.EQL || !info.Types[x.Y].IsNil() {
		return false
	}
	id, ok := ast.Unparen(x.X).(*ast.Ident)
	return ok && info.Uses[id] == types.Object(u.result)
}
