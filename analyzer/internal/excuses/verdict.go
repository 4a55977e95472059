package excuses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what is derived from a code or an error, and then asked: whether that is to be sent
// again, how long to wait, what the error's text says.

// isVerdict reports whether an operand of e is what a table, or a function, has for a code: what is
// to be done, the pause before the next round, how many there may be.
func (ex *Excuses) isVerdict(e, operand ast.Expr, fetch *ast.CallExpr) bool {
	return ex.isVerdictBy(e, operand, fetch, 0)
}

// isVerdictBy is isVerdict for what is asked by so many calls.
func (ex *Excuses) isVerdictBy(e, operand ast.Expr, fetch *ast.CallExpr, depth int) bool {
	t := ex.pass.TypesInfo.TypeOf(operand)
	if t == nil || ex.pass.TypesInfo.Types[operand].Value != nil || depth > points.Deepest {
		return false
	}
	if !syntax.IsBasic(t) {
		return syntax.IsTime(t) && ex.isMadeOfCode(e, operand, fetch, depth)
	}
	if ex.isSaidByFound(operand, 0) {
		return true
	}
	if _, code := ex.bindings.Of(operand); code {
		return false
	}
	if ex.isSaidBeside(operand, fetch) || ex.isOfError(operand) {
		return true
	}
	return ex.isMadeOfCode(e, operand, fetch, depth)
}

// isMadeOfCode reports whether a table or function is asked with a code, an error or the whole reply, for an operand of e.
func (ex *Excuses) isMadeOfCode(e, operand ast.Expr, fetch *ast.CallExpr, depth int) bool {
	return slices.ContainsFunc(ex.askedWith(operand), func(x ast.Expr) bool {
		return ex.concerns(e, x, fetch) || fetch != nil && ex.isBroughtBy(x, fetch, 0) || ex.looksForCode(x) || syntax.ImplementsError(ex.pass.TypesInfo.TypeOf(x)) || ex.isVerdictBy(e, x, fetch, depth+1)
	})
}

// askedWith returns what a table is asked with for something, or a part of it: the key; what a
// function is: its arguments.
func (ex *Excuses) askedWith(e ast.Expr) []ast.Expr {
	info := ex.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.Uses[x].(*types.Var)
		switch {
		case !ok:
		case ex.Found(v) != nil:
			return []ast.Expr{ex.Found(v).Index}
		case ex.Computed(v) != nil:
			return syntax.Given(info, ex.Computed(v))
		}
	case *ast.SelectorExpr:
		return ex.askedWith(x.X)
	case *ast.BinaryExpr: // traitsOf(code) & passes, passing & (1 << code)
		return slices.Concat([]ast.Expr{x.X, x.Y}, ex.askedWith(x.X), ex.askedWith(x.Y))
	case *ast.IndexExpr:
		if lookup := ex.LookedUp(x); lookup != nil {
			return []ast.Expr{lookup.Index}
		}
		if syntax.IsText(info.TypeOf(x.X)) { // code[0]
			return []ast.Expr{x.X}
		}
	case *ast.SliceExpr:
		return []ast.Expr{x.X}
	case *ast.CallExpr:
		if tv := info.Types[x.Fun]; tv.IsBuiltin() && (len(x.Args) != 1 || !syntax.IsText(info.TypeOf(x.Args[0]))) || tv.IsType() && len(x.Args) != 1 {
			return nil
		} else if tv.IsType() {
			return ex.askedWith(x.Args[0])
		}
		if recv := syntax.Receiver(info, x); recv != nil {
			return append(append(ex.askedWith(recv), recv), x.Args...)
		}
		return x.Args
	}
	return nil
}

// looksForCode reports whether an expression is a function literal that asks for a code which is around it, as
// slices.IndexFunc gets one.
func (ex *Excuses) looksForCode(e ast.Expr) bool {
	lit, ok := ast.Unparen(e).(*ast.FuncLit)
	return ok && ex.MadeOfCode(lit)
}

// comparesCodes reports whether a comparison is of a code with something that is no constant: the next one of a list.
func (ex *Excuses) comparesCodes(x *ast.BinaryExpr) bool {
	info := ex.pass.TypesInfo
	_, left := ex.bindings.Of(x.X)
	_, right := ex.bindings.Of(x.Y)
	return (left || right) && info.Types[x.X].Value == nil && info.Types[x.Y].Value == nil && !info.Types[x.X].IsNil() && !info.Types[x.Y].IsNil()
}

// isFoundIn reports whether an expression is what an error is asserted to be, or errors.As has
// found in it: interface{ Temporary() bool }.
func (ex *Excuses) isFoundIn(e ast.Expr) bool {
	info := ex.pass.TypesInfo
	if t := info.TypeOf(e); t == nil || !types.IsInterface(t) {
		return false
	}
	if x, ok := ast.Unparen(e).(*ast.TypeAssertExpr); ok {
		return ex.Tells(info.TypeOf(x.X))
	}
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	v, ok := info.Uses[id].(*types.Var)
	return ok && ex.IsAsserted(v)
}

// isSaidByFound reports whether an expression is what the method of something says that was found
// in an error by an interface: its code, which may be any type's.
func (ex *Excuses) isSaidByFound(e ast.Expr, depth int) bool {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v, ok := ex.pass.TypesInfo.Uses[id].(*types.Var)
		return ok && ex.Computed(v) != nil && depth < points.Deepest && ex.isSaidByFound(ex.Computed(v), depth+1)
	}
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return false
	}
	if ex.pass.TypesInfo.Types[call.Fun].IsType() && len(call.Args) == 1 {
		return ex.isSaidByFound(call.Args[0], depth)
	}
	recv := syntax.Receiver(ex.pass.TypesInfo, call)
	return recv != nil && ex.isFoundIn(recv)
}

// isSaidBeside reports whether an expression is what else an error says, or the reply or outcome that a call has
// brought: the HTTP status that came with it, a yes in a part of it.
func (ex *Excuses) isSaidBeside(e ast.Expr, fetch *ast.CallExpr) bool {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		if by := ex.before(id); len(by) == 1 {
			e = by[0] // status := r.Status
		}
	}
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || ex.pass.TypesInfo.Selections[sel] == nil {
		return false
	}
	of := ex.pass.TypesInfo.TypeOf(sel.X)
	if ex.Tells(of) {
		return true
	}
	if f := syntax.Field(ex.pass.TypesInfo, sel); f != nil && !syntax.IsTime(f.Type()) && requests.MakesNone(f) {
		return false // a count of attempts, in what was to be sent
	}
	return ex.isBroughtBy(sel.X, fetch, 0)
}

// isBroughtBy reports whether an expression is a struct that a call has brought, or a part of it, but for what an HTTP
// library replies: that is there before anybody knows of a code. Without a call, as in a function that is asked about codes,
// it may be any but what has a method for that, and no code.
func (ex *Excuses) isBroughtBy(e ast.Expr, fetch *ast.CallExpr, depth int) bool {
	info := ex.pass.TypesInfo
	t := info.TypeOf(e)
	if t == nil || depth > points.Deepest || requests.IsReply(t) {
		return false
	}
	if _, ok := syntax.Pointee(t).Underlying().(*types.Struct); !ok {
		return false
	}
	p, ok := requests.PlaceOf(info, e)
	v, _ := p.Root.(*types.Var)
	if !ok || v == nil || requests.IsReply(v.Type()) {
		return false
	}
	if ex.Computed(v) == fetch {
		return fetch != nil || v.Kind() != types.RecvVar || len(ex.bindings.CodeFields(v.Type())) > 0
	}
	held := ex.Last(v)
	_, call := ast.Unparen(held).(*ast.CallExpr)
	return held != nil && !call && ex.isBroughtBy(held, fetch, depth+1)
}

// concerns reports whether a part of e is a code, is made of one, or comes from the reply that a
// call has brought.
func (ex *Excuses) concerns(e, part ast.Expr, fetch *ast.CallExpr) bool {
	if _, ok := ex.bindings.Of(part); ok {
		return true
	}
	tv := ex.pass.TypesInfo.Types[part]
	if tv.Value != nil || tv.Type == nil {
		return false
	}
	_, basic := tv.Type.Underlying().(*types.Basic)
	return basic && (ex.MadeOfCode(part) || ex.Before(e).Depends(part, fetch))
}

// MadeOfCode reports whether there is a code in an expression: "|" + r.Code + "|".
func (ex *Excuses) MadeOfCode(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			_, found = ex.bindings.Of(x)
		}
		return !found
	})
	return found
}
