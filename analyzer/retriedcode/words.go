package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about rounds that somebody else asks for: none begins before a word has come.
//
//	for range pressed { // by an operator
//		if r := send(m); r.Code == codes.ResponseSuccess {
//			return nil
//		}
//	}
//
// Nobody has a word in what comes by itself: a time, a token of a limiter that is filled by the time, what the function
// sends to itself, a reply.

// unlessAsked leaves the codes for which a way back does not wait for a word of somebody else.
func (c *checker) unlessAsked(r round, o source, members []domain.Member) []domain.Member {
	if loop, ok := r.node.(*ast.RangeStmt); ok && (c.bringsWords(loop.X) || c.isStreamOfWords(loop)) {
		return nil
	}
	syntax.InspectFunc(r.region.Node, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || len(members) == 0 || !within(n, r.region) || !c.waitsForWord(e, o) || !o.later && !c.isWaitedFor(e, r, o) {
			return
		}
		members = slices.DeleteFunc(slices.Clone(members), func(m domain.Member) bool {
			return o.later || e.Pos() < o.call.Pos() || c.comesTo(e, o, m)
		})
	})
	return members
}

// isWaitedFor reports whether a round comes to a place where it waits, and goes on from there: not in a loop of its
// own, and not in a clause by which the function is left, or another one than that in which the request is sent, nor beside a time after which it goes on anyway.
func (c *checker) isWaitedFor(e ast.Expr, r round, o source) bool {
	_, path := c.pathTo(e)
	for _, outer := range path {
		if outer == r.node || outer == r.region.Node {
			return true
		}
		switch outer := outer.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return false
		case *ast.CaseClause:
			if e.Pos() < o.call.Pos() && o.call.Pos() > outer.End() {
				return false
			}
		case *ast.CommClause:
			if outer.Pos() < o.call.Pos() && o.call.End() <= outer.End() {
				continue
			}
			inside := outer.Comm == nil || e.Pos() >= outer.Colon
			if leavesBy(outer.Body) || inside && e.Pos() < o.call.Pos() {
				return false
			}
		case *ast.SelectStmt:
			if !within(o.call, requests.Region{From: outer.Pos(), To: outer.End()}) && slices.ContainsFunc(outer.Body.List, func(clause ast.Stmt) bool {
				return c.comesByTime(clause) && !leavesBy(clause.(*ast.CommClause).Body)
			}) {
				return false
			}
		}
	}
	return false
}

// waitsForWord reports whether an expression waits until somebody says something: by a channel, a condition, or
// by a function of the package that gets an answer so.
func (c *checker) waitsForWord(e ast.Expr, o source) bool {
	switch e := e.(type) {
	case *ast.UnaryExpr:
		return c.isWord(e) && c.bringsWords(e.X)
	case *ast.CallExpr:
		fn, _ := syntax.Callee(c.pass.TypesInfo, e).(*types.Func)
		if fn != nil && fn.Name() == "Wait" && fn.FullName() == "(*sync.Cond).Wait" {
			return true
		}
		decl := c.declOfFunc(fn)
		return e != o.call && decl != nil && decl.Body != nil && c.getsAnswer(decl)
	}
	return false
}

// getsAnswer reports whether a function waits for more than a sign, with no time after which it goes on without.
func (c *checker) getsAnswer(decl *ast.FuncDecl) bool {
	found := false
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		u, ok := n.(*ast.UnaryExpr)
		if !ok || found || !c.isWord(u) || !c.bringsWords(u.X) || c.mayPassByTime(decl.Body, u) {
			return
		}
		st, ok := orInvalid(c.pass.TypesInfo.TypeOf(u)).Underlying().(*types.Struct)
		found = !ok || st.NumFields() > 0
	})
	return found
}

// bringsWords reports whether what comes by a channel is from somebody else.
func (c *checker) bringsWords(e ast.Expr) bool {
	info := c.pass.TypesInfo
	ch, ok := orInvalid(info.TypeOf(e)).Underlying().(*types.Chan)
	if !ok || syntax.IsTime(ch.Elem()) || syntax.ImplementsError(ch.Elem()) || c.bindings.OfType(ch.Elem()) != nil || len(c.bindings.CodeFields(ch.Elem())) > 0 {
		return false
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		fn, _ := syntax.Callee(info, call).(*types.Func)
		return fn == nil || libraryOf(fn.Pkg()) == nil || !slices.Contains(libraryOf(fn.Pkg()).paced, syntax.ObjectName(fn))
	}
	id := syntax.Name(e)
	if id == nil {
		return true
	}
	v, _ := info.Uses[id].(*types.Var)
	if v == nil {
		return true
	}
	sends := c.sendsTo(v.Origin())
	onlyClosed := len(sends) > 0 && !slices.ContainsFunc(sends, func(s sending) bool { return !s.closes })
	return !onlyClosed && !slices.ContainsFunc(sends, func(s sending) bool {
		return s.paced || !s.closes && s.decl.Pos() <= e.Pos() && e.End() <= s.decl.End()
	})
}

// isStreamOfWords reports whether a loop goes through what a function of which nobody knows yields, which is no number.
func (c *checker) isStreamOfWords(loop *ast.RangeStmt) bool {
	info := c.pass.TypesInfo
	sig, ok := orInvalid(info.TypeOf(loop.X)).Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 {
		return false
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok || yield.Params().Len() == 0 || syntax.IsInteger(yield.Params().At(0).Type()) || syntax.IsTime(yield.Params().At(0).Type()) {
		return false
	}
	call, ok := ast.Unparen(loop.X).(*ast.CallExpr)
	if !ok {
		return c.once(loop.X) == nil
	}
	fn, ok := syntax.Callee(info, call).(*types.Func)
	return !ok || fn.Signature().Recv() != nil && types.IsInterface(fn.Signature().Recv().Type())
}

// A sending is a statement that sends to a channel, or closes it.
type sending struct {
	decl   ast.Decl
	paced  bool // as often as the time says
	closes bool // if it does nothing else, that is no word for each round
}

// sendsTo returns the statements of the package that send to a channel that a variable holds, or close it.
func (c *checker) sendsTo(v *types.Var) []sending {
	if c.sends != nil {
		return c.sends[v]
	}
	c.sends = make(map[*types.Var][]sending)
	info := c.pass.TypesInfo
	for _, file := range c.pass.Files {
		for _, decl := range file.Decls {
			ast.PreorderStack(decl, nil, func(n ast.Node, stack []ast.Node) bool {
				var to ast.Expr
				s := sending{decl: decl}
				switch n := n.(type) {
				case *ast.SendStmt:
					to, s.paced = n.Chan, c.isPaced(stack)
				case *ast.CallExpr:
					if !syntax.IsBuiltin(info, n, "close") || len(n.Args) != 1 {
						return true
					}
					to, s.closes = n.Args[0], true
				default:
					return true
				}
				if id := syntax.Name(to); id != nil {
					if v, ok := info.Uses[id].(*types.Var); ok {
						c.sends[v.Origin()] = append(c.sends[v.Origin()], s)
					}
				}
				return true
			})
		}
	}
	return c.sends[v]
}

// isPaced reports whether what stands within some nodes is done as often as the time says: in a loop that waits
// for it, or by a timer.
func (c *checker) isPaced(stack []ast.Node) bool {
	info := c.pass.TypesInfo
	return slices.ContainsFunc(stack, func(outer ast.Node) bool {
		switch outer := outer.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
		case *ast.CallExpr:
			fn, _ := syntax.Callee(info, outer).(*types.Func)
			return syntax.IsFunction(fn, "time", "AfterFunc")
		default:
			return false
		}
		paced := false
		ast.Inspect(outer, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				fn, _ := syntax.Callee(info, n).(*types.Func)
				paced = paced || syntax.IsFunction(fn, "time", "Sleep")
			case ast.Expr:
				ch, ok := orInvalid(info.TypeOf(n)).Underlying().(*types.Chan)
				paced = paced || ok && syntax.IsTime(ch.Elem())
			}
			return !paced
		})
		return paced
	})
}
