package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// execute does what a node of the control flow graph does to a state.
func (f *flow) execute(st *state, n ast.Node) {
	outer := f.hands
	f.hands = nil
	f.begin(st, n)
	f.perform(st, n)
	f.letGo(st)
	f.hands = outer
}

func (f *flow) perform(st *state, n ast.Node) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		f.assignStmt(st, n)
	case *ast.ValueSpec:
		f.valueSpec(st, n)
	case *ast.IncDecStmt:
		f.eval(st, n.X)
		f.store(st, n.X, nil, nil, n)
	case *ast.ExprStmt:
		f.eval(st, n.X)
	case *ast.SendStmt:
		f.eval(st, n.Chan)
		f.eval(st, n.Value)
		f.others(st, n, false)
	case *ast.GoStmt:
		c := f.launch(st, n.Call)
		f.launched(st, c)
		f.changed(st, n.Call)
		f.leave(st, c)
	case *ast.DeferStmt:
		f.deferCall(st, n) // what it does comes after all that follows
	case *ast.ReturnStmt:
		f.storeResults(st, n)
	case *deferredCall:
		if n.CallExpr != nil {
			f.afterCall(st, n.CallExpr)
		}
	case ast.Expr:
		if f.rangeParts[n] {
			return // set in every round, see rangeRound
		}
		if s := f.tags[n]; s != nil {
			f.storeTag(st, s)
			return
		}
		f.eval(st, n)
	}
}

// launch evaluates a call that runs later or beside this function.
func (f *flow) launch(st *state, e *ast.CallExpr) *call {
	if f.stop != nil {
		f.stop(e, st)
	}
	if lit, ok := ast.Unparen(e.Fun).(*ast.FuncLit); ok {
		f.made(st, lit)
	} else if sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr); ok {
		f.eval(st, sel.X)
	}
	c := &call{CallExpr: e, args: f.evalAll(st, e.Args)}
	if f.entered != nil && !st.dead {
		f.entered(c, st)
	}
	return c
}

func (f *flow) assignStmt(st *state, n *ast.AssignStmt) {
	if n.Tok != token.ASSIGN && n.Tok != token.DEFINE { // op=
		f.eval(st, n.Lhs[0])
		f.eval(st, n.Rhs[0])
		f.store(st, n.Lhs[0], nil, nil, n)
		return
	}
	for _, lhs := range n.Lhs {
		f.operands(st, lhs)
	}
	f.stores(st, n.Lhs, n.Rhs, n)
}

// operands evaluates what an expression on the left of an assignment needs.
func (f *flow) operands(st *state, lhs ast.Expr) {
	switch x := ast.Unparen(lhs).(type) {
	case *ast.SelectorExpr:
		f.operands(st, x.X)
	case *ast.StarExpr:
		f.operands(st, x.X)
	case *ast.IndexExpr:
		f.operands(st, x.X)
		f.eval(st, x.Index)
	case *ast.Ident:
	default:
		f.eval(st, lhs)
	}
}

func (f *flow) valueSpec(st *state, n *ast.ValueSpec) {
	lhs := make([]ast.Expr, len(n.Names))
	for i, name := range n.Names {
		lhs[i] = name
	}
	if len(n.Values) > 0 {
		f.stores(st, lhs, n.Values, n)
		return
	}
	for _, name := range n.Names {
		if l := f.locate(name); l != nil {
			f.zero(st, l)
		}
	}
}

// rangeRound sets the key and the value of a range statement for a round.
func (f *flow) rangeRound(st *state, s *ast.RangeStmt) {
	if s.Key != nil && syntax.IsChan(f.typeOf(s.X)) {
		f.storeParts(st, s.Key, f.received(st, s.X, s.X), f.partsOfResults(st, s.X, 1)[0], s)
		return
	}
	for _, e := range []ast.Expr{s.Key, s.Value} {
		if e != nil {
			f.storeParts(st, e, nil, nil, s)
		}
	}
}

// storeTag keeps the value of a switch's tag, with which all cases are compared.
func (f *flow) storeTag(st *state, s *ast.SwitchStmt) {
	v := f.eval(st, s.Tag)
	if len(v) == 0 {
		st.drop(f.tagOf(s))
		return
	}
	st.put(f.tagOf(s), v)
}

func (f *flow) tagOf(s *ast.SwitchStmt) *location {
	return f.intern(locKey{parent: s}, func() *location {
		tag := types.NewVar(s.Tag.Pos(), nil, "tag", f.typeOf(s.Tag))
		f.noteLast(tag, s.End())
		return &location{root: tag, typ: tag.Type(), code: f.e.universeOf(s.Tag)}
	})
}

func (f *flow) tagValue(st *state, s *ast.SwitchStmt) value { return f.peek(st, f.tagOf(s)) }
