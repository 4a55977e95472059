package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what comes through a channel:
//
//	done := make(chan error, 1)
//	go func() { done <- send(ctx, m) }()
//	err := <-done
//
// A channel that a function makes, and of which it alone knows what becomes, brings what the one goroutine sends that sends
// something there: that is what came of the call by which it was started. When, and whether something is sent at all, is
// another matter, so that is known for executions without other trouble only.

// A sending is what is known of what a channel brings: what a call's callee sends.
type sending struct {
	call *ast.CallExpr
	sent *summary // the one result is what is sent
}

// received returns what an expression brings that receives from a channel, or a channel that a loop goes through.
func (f *flow) received(st *state, channel, by ast.Expr) value {
	delete(f.results, by)
	if !f.e.isCalm {
		return nil
	}
	s := f.e.sentThrough(channel)
	if s == nil {
		return nil
	}
	parts := f.instantiate(st, s.sent, newRelayed(s.call))
	f.results[by] = parts
	return parts[0][""]
}

// Sends returns the call by which what comes through a channel is sent there, nil if that is not known.
func (r *Result) Sends(channel ast.Expr) *ast.CallExpr {
	if r.engine == nil || !r.engine.isCalm {
		return nil
	}
	r.engine.mu.Lock()
	defer r.engine.mu.Unlock()
	if s := r.engine.sentThrough(channel); s != nil {
		return s.call
	}
	return nil
}

// isTooLate reports whether a clause is for when the time is over before something has come that is known.
func (f *flow) isTooLate(clause *ast.CommClause) bool {
	of := f.clauses[clause]
	if !f.e.isCalm || of == nil || !syntax.IsClock(f.typeOf(receives(clause))) || f.tells(receives(clause)) {
		return false
	}
	return slices.ContainsFunc(of.Body.List, func(other ast.Stmt) bool { return f.tells(receives(other.(*ast.CommClause))) })
}

// tells reports whether it is known what comes through a channel, or that something is over by then.
func (f *flow) tells(channel ast.Expr) bool {
	return f.e.sentThrough(channel) != nil || f.e.tells(f.node, f.e.localVariable(channel))
}

// receives returns the channel from which a clause receives, nil if it does something else.
func receives(clause *ast.CommClause) ast.Expr {
	var e ast.Expr
	switch s := clause.Comm.(type) {
	case *ast.ExprStmt:
		e = s.X
	case *ast.AssignStmt:
		e = s.Rhs[0]
	default:
		return nil
	}
	if u, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && u.Op == token.ARROW {
		return u.X
	}
	return nil
}

// localVariable returns the variable of a function that an expression is, nil for anything else.
func (p *program) localVariable(e ast.Expr) *types.Var {
	id, _ := ast.Unparen(e).(*ast.Ident)
	v, _ := p.info.Uses[id].(*types.Var)
	if v == nil || v.Kind() != types.LocalVar {
		return nil
	}
	return v
}

// sentThrough returns what is sent through a channel, nil if that is not known.
func (e *engine) sentThrough(channel ast.Expr) *sending {
	if channel == nil {
		return nil
	}
	if call, ok := ast.Unparen(channel).(*ast.CallExpr); ok {
		return e.promised(call)
	}
	return e.sentTo(e.localVariable(channel))
}

// sentTo returns what is sent to the channel in a variable, nil if that is not known.
func (e *engine) sentTo(channel *types.Var) *sending {
	if channel == nil {
		return nil
	}
	if s, ok := e.sendings[channel]; ok {
		return s
	}
	if e.sendings == nil {
		e.sendings = make(map[*types.Var]*sending)
	}
	e.sendings[channel] = nil // while it is asked for itself
	i := e.index.Vars[channel]
	if i == nil || i.Owner == nil || i.Stores > 0 || i.Pointed || i.Init == nil {
		return nil
	}
	made, ok := ast.Unparen(i.Init).(*ast.CallExpr)
	if !ok {
		return nil
	}
	w := &senders{p: e.program}
	w.look(i.Owner, channel, nil)
	switch {
	case w.unknown:
	case !syntax.IsBuiltin(e.info, made, "make"):
		if len(w.found) == 0 && !w.returned {
			e.sendings[channel] = e.promised(made)
		}
	case len(w.found) == 1:
		by := w.found[0]
		if sent := e.sentBy(by.node, by.statements); sent != nil {
			e.sendings[channel] = &sending{by.call, sent}
		}
	}
	return e.sendings[channel]
}

// A sender is a function that sends something to a channel, and the call that runs it.
type sender struct {
	node       ast.Node
	call       *ast.CallExpr
	statements []*ast.SendStmt
}

// senders are those of one channel.
type senders struct {
	p        *program
	found    []*sender
	returned bool // the function that makes it returns it
	unknown  bool // it is used in another way, too
}

// look looks at what a function does with a channel; call is the one that hands it over, nil for the function that makes it.
func (w *senders) look(node ast.Node, channel *types.Var, call *ast.CallExpr) {
	ast.PreorderStack(node, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || w.unknown || w.p.info.Uses[id] != types.Object(channel) {
			return !w.unknown
		}
		switch by := stack[len(stack)-1].(type) {
		case *ast.SendStmt:
			w.unknown = by.Chan != ast.Expr(id) || !w.sends(by, stack, node, call)
		case *ast.UnaryExpr:
			w.unknown = by.Op != token.ARROW
		case *ast.RangeStmt:
			w.unknown = by.X != ast.Expr(id)
		case *ast.ReturnStmt:
			w.returned, w.unknown = true, call != nil || syntax.EnclosingFunc(stack) != node
		case *ast.CallExpr:
			if w.p.info.Types[by.Fun].IsBuiltin() {
				break // close, len, cap
			}
			fn, _ := syntax.Callee(w.p.info, by).(*types.Func)
			decl := w.p.index.Decls[fn]
			w.unknown = decl == nil || call != nil || by.Ellipsis.IsValid()
			for i, arg := range by.Args {
				if w.unknown || arg != ast.Expr(id) {
					continue
				}
				if param := syntax.Parameter(fn.Signature(), i); param != nil {
					w.look(decl, param, by)
				} else {
					w.unknown = true
				}
			}
		default:
			w.unknown = true
		}
		return true
	})
}

// sends notes a statement that sends. It fails if nobody knows what has it executed.
func (w *senders) sends(s *ast.SendStmt, stack []ast.Node, node ast.Node, call *ast.CallExpr) bool {
	for i := len(stack) - 1; i > 0 && stack[i] != node; i-- {
		lit, ok := stack[i].(*ast.FuncLit)
		if !ok {
			continue
		}
		node = lit
		if call, ok = stack[i-1].(*ast.CallExpr); !ok {
			return false
		}
		break
	}
	if call == nil {
		return false // the function itself
	}
	for _, known := range w.found {
		if known.node == node && known.call == call {
			known.statements = append(known.statements, s)
			return true
		}
	}
	w.found = append(w.found, &sender{node, call, []*ast.SendStmt{s}})
	return true
}

// sentBy returns what statements of a function send, as the summary of a function that returns it there.
func (e *engine) sentBy(node ast.Node, statements []*ast.SendStmt) *summary {
	sh := e.newShape(node, false)
	channel, ok := syntax.Underlying(e.info.TypeOf(statements[0].Chan)).(*types.Chan)
	if sh == nil || sh.ending != nil || !ok {
		return nil
	}
	for _, s := range statements {
		if l := sh.locate(ast.Unparen(s.Value)); l != nil && l.parent == nil {
			sh.mentionCodes(l)
		}
	}
	f := e.newFlow(sh)
	r := f.solve(newState())
	f.resultLocs = []*location{f.variable(types.NewVar(token.NoPos, nil, "sent", channel.Elem()))}
	return summaryAt(f, r, statements, func(st *state, s *ast.SendStmt) {
		f.storeResults(st, &ast.ReturnStmt{Return: s.Pos(), Results: []ast.Expr{s.Value}})
	})
}

// summaryAt returns the summary of a function that returns at some nodes what store stores as its results there, nil if none of
// them is come to.
func summaryAt[N ast.Node](f *flow, r *run, nodes []N, store func(*state, N)) *summary {
	var in []*state
	for _, n := range nodes {
		st := f.before(r, n)
		if st == nil || st.dead {
			continue
		}
		st = st.clone()
		store(st, n)
		f.onlyResults(st)
		in = append(in, st)
	}
	if len(in) == 0 {
		return nil
	}
	r.exit = f.join(f.node, in)
	return f.summarize(r)
}
