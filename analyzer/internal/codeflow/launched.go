package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about literals that a function runs in a goroutine, and waits for:
//
//	done := make(chan struct{})
//	go func() {
//		defer close(done)
//		err = send(ctx, m)
//	}()
//	<-done
//
// What they leave in variables around them is there when the function goes on. Nobody looks at it before, or the program would
// have a race; so it is as if they were executed where they are launched. That the function waits until they are over, and no
// shorter, is so in executions without other trouble only.

// A launch is a literal that a function runs in a goroutine of its own, and waits for.
type launch struct {
	*ast.CallExpr // by which it is launched
	lit           *ast.FuncLit
	loop          ast.Node     // the innermost loop around it, nil for none
	told          []*types.Var // the groups and channels by which it tells that it is over
}

// awaited returns the one literal that sets a variable in a goroutine which the function that declares the variable waits for;
// nil if it does not, or if others set it in goroutines, too.
func (e *engine) awaited(v *types.Var) *ast.FuncLit {
	i := e.index.Vars[v]
	if !e.isCalm || i == nil || i.Owner == nil || len(i.Writers) == 0 || i.Launched {
		return nil
	}
	if lit, ok := e.awaiting[v]; ok {
		return lit
	}
	e.awaiting[v] = nil
	var one *ast.FuncLit
	for _, w := range i.Writers {
		outermost, _ := e.index.InPlace(w, i.Owner)
		if one != nil && one != outermost {
			return nil
		}
		one = outermost
	}
	if e.launchOf(i.Owner, one) != nil {
		e.awaiting[v] = one
	}
	return e.awaiting[v]
}

// launchOf returns how a function launches a literal for which it waits, nil if it does not.
func (e *engine) launchOf(in ast.Node, lit *ast.FuncLit) *launch {
	for _, l := range e.awaitedIn(in) {
		if l.lit == lit {
			return l
		}
	}
	return nil
}

// launchedBy is launchOf for the call that launches it.
func (e *engine) launchedBy(in ast.Node, call *ast.CallExpr) *launch {
	if !e.isCalm {
		return nil
	}
	for _, l := range e.awaitedIn(in) {
		if l.CallExpr == call {
			return l
		}
	}
	return nil
}

// awaitedIn returns the literals that a function launches in one place each, and waits for.
func (e *engine) awaitedIn(in ast.Node) []*launch {
	if all, ok := e.goroutines[in]; ok {
		return all
	}
	var all []*launch
	several := make(map[*ast.FuncLit]bool)
	eachInFunc(in, func(n ast.Node, stack []ast.Node) {
		l := e.launchAt(n)
		if l == nil {
			return
		}
		l.loop = loopAround(stack)
		for _, other := range all {
			several[l.lit] = several[l.lit] || other.lit == l.lit
		}
		all = append(all, l)
	})
	var waits []wait
	if len(all) > 0 {
		waits = e.waitsIn(in)
	}
	e.goroutines[in] = slices.DeleteFunc(all, func(l *launch) bool {
		return several[l.lit] || !slices.ContainsFunc(waits, func(w wait) bool {
			return w.Pos() > l.Pos() && w.loop == l.loop && slices.Contains(l.told, w.on)
		})
	})
	return e.goroutines[in]
}

// launchAt returns the launch that a node is, nil for any other.
func (e *engine) launchAt(n ast.Node) *launch {
	switch n := n.(type) {
	case *ast.GoStmt:
		lit := e.index.LiteralOf(n.Call)
		if lit == nil {
			return nil
		}
		return &launch{CallExpr: n.Call, lit: lit, told: e.toldBy(lit, n.Call)}
	case *ast.CallExpr:
		fn, _ := syntax.StaticCallee(e.info, n)
		group := e.localVariable(syntax.Receiver(e.info, n))
		if group == nil || len(n.Args) != 1 || !isGroups(fn, "Go") {
			return nil
		}
		if lit := e.index.LiteralOf(&ast.CallExpr{Fun: n.Args[0]}); lit != nil {
			return &launch{CallExpr: n, lit: lit, told: []*types.Var{group}}
		}
	}
	return nil
}

// isGroups reports whether a function is a method of one of the types by which goroutines are waited for, and has a name.
func isGroups(fn *types.Func, name string) bool {
	return isOfGroup(fn, name) || fn != nil && fn.FullName() == "(*sync.WaitGroup)."+name
}

// toldBy returns the variables by which a literal tells that it is over: of groups, and of channels that it closes or sends to.
func (e *engine) toldBy(lit *ast.FuncLit, call *ast.CallExpr) []*types.Var {
	var all []*types.Var
	tell := func(by ast.Expr) {
		if v := e.handedVariable(by, lit, call); v != nil {
			all = append(all, v)
		}
	}
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt:
			tell(n.Chan)
		case *ast.CallExpr:
			fn, _ := syntax.StaticCallee(e.info, n)
			if syntax.IsBuiltin(e.info, n, "close") {
				tell(n.Args[0])
			} else if isGroups(fn, "Done") {
				tell(syntax.Receiver(e.info, n))
			}
		}
		return true
	})
	return all
}

// handedVariable returns the variable that an expression in a literal is, or is handed for it, nil for anything else.
func (e *engine) handedVariable(x ast.Expr, lit *ast.FuncLit, call *ast.CallExpr) *types.Var {
	id, _ := ast.Unparen(x).(*ast.Ident)
	v, _ := e.info.Uses[id].(*types.Var)
	sig, ok := e.info.TypeOf(lit).(*types.Signature)
	if v == nil || !ok {
		return nil
	}
	for i := range sig.Params().Len() {
		if sig.Params().At(i) != v {
			continue
		}
		arg := argument(call, i)
		if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND {
			arg = addr.X
		}
		return e.localVariable(arg)
	}
	return e.localVariable(id)
}

// A wait is where a function waits for what a variable tells.
type wait struct {
	ast.Node
	on   *types.Var
	loop ast.Node
}

func (e *engine) waitsIn(in ast.Node) []wait {
	var all []wait
	eachInFunc(in, func(n ast.Node, stack []ast.Node) {
		var on ast.Expr
		switch n := n.(type) {
		case *ast.UnaryExpr:
			if n.Op == token.ARROW {
				on = n.X
			}
		case *ast.RangeStmt:
			if syntax.IsChan(e.info.TypeOf(n.X)) {
				on = n.X
			}
		case *ast.CallExpr:
			if fn, _ := syntax.StaticCallee(e.info, n); isGroups(fn, "Wait") {
				on = syntax.Receiver(e.info, n)
			}
		}
		if v := e.localVariable(on); v != nil {
			all = append(all, wait{n, v, loopAround(stack)})
		}
	})
	return all
}

// tells reports whether a channel tells that a goroutine is over for which a function waits.
func (e *engine) tells(in ast.Node, channel *types.Var) bool {
	return channel != nil && slices.ContainsFunc(e.awaitedIn(in), func(l *launch) bool { return slices.Contains(l.told, channel) })
}

// eachInFunc visits the nodes of a function's body, but not those of literals in it, with what is around them there.
func eachInFunc(fn ast.Node, visit func(n ast.Node, stack []ast.Node)) {
	ast.PreorderStack(fn, nil, func(n ast.Node, stack []ast.Node) bool {
		visit(n, stack)
		_, lit := n.(*ast.FuncLit)
		return !lit || n == fn
	})
}

// loopAround returns the innermost loop around a node, nil for none.
func loopAround(stack []ast.Node) ast.Node {
	for _, n := range slices.Backward(stack) {
		switch n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return n
		}
	}
	return nil
}

// launched notes what a literal leaves in a goroutine which the function waits for, and returns what it returns; nil if it leaves
// nothing, or the function does not wait.
func (f *flow) launched(st *state, c *call) []map[string]value {
	l := f.e.launchedBy(f.node, c.CallExpr)
	if l == nil || st.dead {
		return nil
	}
	s := f.leavingSummary(st, l.lit)
	if s == nil {
		return nil
	}
	if isGroups(c.callee, "Go") {
		return f.broughtBy(st, s, c)
	}
	return f.instantiate(st, s, c)
}

// staysAwaited reports whether a call leaves a location as it is that begins with a variable which a literal sets in a goroutine
// that is waited for: it does not run the literal, nor change what the variable leads to.
func (f *flow) staysAwaited(l *location, call *ast.CallExpr, c *callEffect) bool {
	v, ok := l.root.(*types.Var)
	if !ok {
		return false
	}
	lit := f.e.awaited(v)
	switch {
	case lit == nil || f.p.index.LiteralOf(call) == lit || l.parent != nil && (c.anywhere || changesBelow(c.all, l)):
		return false
	case f.node == f.p.index.Vars[v].Owner:
		launch := f.e.launchOf(f.node, lit)
		return launch == nil || launch.CallExpr != call
	}
	return !c.all.Has(v)
}
