package excuses

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/names"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// SaidByTable adds the codes that a set of another package has, which says by its name,
// or a field's, that they are sent again: they are reported there.
func (ex *Excuses) SaidByTable(reg requests.Region, o points.Source, said map[string]bool) {
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || n.End() > reg.To || n.Pos() < reg.From && !points.InHead(reg, n) || !syntax.IsBoolean(ex.pass.TypesInfo.TypeOf(e)) || !ex.asksTable(e) {
			return
		}
		for _, s := range ex.Before(e).Assume(e, true).Origins() {
			if !s.Is(o) {
				continue
			}
			for _, m := range s.Domain.Members() {
				if s.Codes.Has(m.Text) {
					said[m.Text] = true
				}
			}
		}
	})
}

// asksTable reports whether a condition is true for what a set of another package, or
// a table's field, says is sent again.
func (ex *Excuses) asksTable(e ast.Expr) bool {
	info := ex.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident: // of which ok and what was found
		v, ok := info.Uses[x].(*types.Var)
		return ok && ex.Found(v) != nil && ex.isForeign(ex.Found(v).X, true)
	case *ast.IndexExpr:
		return ex.isForeign(x.X, true)
	case *ast.SelectorExpr:
		if lookup := ex.LookedUp(x); lookup != nil {
			return names.SayRetry(x.Sel.Name) && ex.isForeign(lookup.X, false)
		}
		if id, ok := ast.Unparen(x.X).(*ast.Ident); ok && names.SayRetry(x.Sel.Name) {
			v, ok := info.Uses[id].(*types.Var)
			return ok && ex.Found(v) != nil && ex.isForeign(ex.Found(v).X, false)
		}
	case *ast.CallExpr:
		fn, ok := syntax.Callee(info, x).(*types.Func)
		return ok && fn.Pkg() != nil && fn.Pkg().Path() == "slices" && len(x.Args) > 1 && ex.isForeign(x.Args[0], true)
	}
	return false
}

// isForeign reports whether an expression is another package's variable, of which that
// package knows that it lists codes, and whose name says, if it has to, that they are
// sent again.
func (ex *Excuses) isForeign(e ast.Expr, says bool) bool {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok || ex.pass.TypesInfo.Selections[sel] != nil {
		return false
	}
	v, ok := ex.pass.TypesInfo.Uses[sel.Sel].(*types.Var)
	return ok && v.Pkg() != ex.pass.Pkg && (!says || names.SayRetry(v.Name())) && ex.Flow.ListsCodes(v)
}

// SaidThere reports whether a function of another package says of codes whether they are
// to be sent again: it is reported there.
func (ex *Excuses) SaidThere(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg() != ex.pass.Pkg && names.SayRetry(fn.Name()) && points.HasBool(fn) && ex.Flow.AsksForCodes(fn)
}

// AnsweredYes tells for which codes of a reply a predicate of another package may say yes:
// for all of them, if nothing is known of it.
func (ex *Excuses) AnsweredYes(call *ast.CallExpr, o points.Source) func(domain.Member) bool {
	for _, s := range ex.Before(call).Assume(call, true).Origins() {
		if s.Is(o) {
			return func(m domain.Member) bool { return s.Codes.Has(m.Text) }
		}
	}
	return func(domain.Member) bool { return true }
}
