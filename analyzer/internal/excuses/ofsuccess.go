package excuses

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what is asked of a reply that is known to be a success:
//
//	if r.Code == codes.ResponseSuccess && r.MessageID != "" {
//		return nil
//	}

// asksOfSuccess reports whether an expression asks replies alone of which the region itself has found that they are a success
// before it comes to that: what else they say makes no difference to those that failed.
func (ex *Excuses) asksOfSuccess(e ast.Expr, at points.Point, reg requests.Region) bool {
	info := ex.pass.TypesInfo
	asked := make(map[types.Object]bool) // whether it is known of each to be a success
	other := false
	ast.Inspect(e, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return !other
		}
		v, ok := info.Uses[id].(*types.Var)
		switch {
		case !ok || v.IsField():
		case len(ex.bindings.CodeFields(v.Type())) > 0:
			asked[v] = false
		case ex.isOutcome(id):
			other = true
		}
		return !other
	})
	if other || len(asked) == 0 {
		return false
	}
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		code, ok := n.(*ast.SelectorExpr)
		if !ok || code.Pos() > e.Pos() {
			return
		}
		place, ok := requests.PlaceOf(info, code)
		if _, of := asked[place.Root]; !ok || !of {
			return
		}
		v, ok := ex.bindings.Of(code)
		if !ok {
			return
		}
		held, ok := at.Codes(code)
		if !ok {
			return
		}
		success := !held.Undocumented()
		for _, m := range v.Domain.Members() {
			success = success && (m.IsSuccess() || !held.Has(m.Text))
		}
		asked[place.Root] = asked[place.Root] || success
	})
	for _, success := range asked {
		if !success {
			return false
		}
	}
	return true
}
