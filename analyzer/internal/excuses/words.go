package excuses

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
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

// UnlessAsked leaves the codes for which a way back does not wait for a word of somebody else.
func (ex *Excuses) UnlessAsked(r points.Round, o points.Source, members []domain.Member) []domain.Member {
	if loop, ok := r.Node.(*ast.RangeStmt); ok && (ex.bringsWords(loop.X) || ex.isStreamOfWords(loop)) {
		return nil
	}
	syntax.InspectFunc(r.Region.Node, func(n ast.Node) {
		e, ok := n.(ast.Expr)
		if !ok || len(members) == 0 || !points.Within(n, r.Region) || !ex.waitsForWord(e, o) || !o.Later && !ex.isWaitedFor(e, r, o) {
			return
		}
		members = slices.DeleteFunc(slices.Clone(members), func(m domain.Member) bool {
			return o.Later || e.Pos() < o.Call.Pos() || ex.ComesTo(e, o, m)
		})
	})
	return members
}

// isWaitedFor reports whether a round comes to a place where it waits, and goes on from there: not in a loop of its
// own, and not in a clause by which the function is left, or another one than that in which the request is sent, nor beside a time after which it goes on anyway.
func (ex *Excuses) isWaitedFor(e ast.Expr, r points.Round, o points.Source) bool {
	_, path := ex.PathTo(e)
	for _, outer := range path {
		if outer == r.Node || outer == r.Region.Node {
			return true
		}
		switch outer := outer.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit:
			return false
		case *ast.CaseClause:
			if e.Pos() < o.Call.Pos() && o.Call.Pos() > outer.End() {
				return false
			}
		case *ast.CommClause:
			if outer.Pos() < o.Call.Pos() && o.Call.End() <= outer.End() {
				continue
			}
			inside := outer.Comm == nil || e.Pos() >= outer.Colon
			if points.LeavesBy(outer.Body) || inside && e.Pos() < o.Call.Pos() {
				return false
			}
		case *ast.SelectStmt:
			if !points.Within(o.Call, requests.Region{From: outer.Pos(), To: outer.End()}) && slices.ContainsFunc(outer.Body.List, func(clause ast.Stmt) bool {
				return ex.comesByTime(clause) && !points.LeavesBy(clause.(*ast.CommClause).Body)
			}) {
				return false
			}
		}
	}
	return false
}

// waitsForWord reports whether an expression waits until somebody says something: by a channel, a condition, or
// by a function of the package that gets an answer so.
func (ex *Excuses) waitsForWord(e ast.Expr, o points.Source) bool {
	switch e := e.(type) {
	case *ast.UnaryExpr:
		return ex.IsWord(e) && ex.bringsWords(e.X)
	case *ast.CallExpr:
		fn, _ := syntax.Callee(ex.pass.TypesInfo, e).(*types.Func)
		if fn != nil && fn.Name() == "Wait" && fn.FullName() == "(*sync.Cond).Wait" {
			return true
		}
		decl := ex.DeclOfFunc(fn)
		return e != o.Call && decl != nil && decl.Body != nil && ex.getsAnswer(decl)
	}
	return false
}

// getsAnswer reports whether a function waits for more than a sign, with no time after which it goes on without.
func (ex *Excuses) getsAnswer(decl *ast.FuncDecl) bool {
	found := false
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		u, ok := n.(*ast.UnaryExpr)
		if !ok || found || !ex.IsWord(u) || !ex.bringsWords(u.X) || ex.mayPassByTime(decl.Body, u) {
			return
		}
		st, ok := syntax.OrInvalid(ex.pass.TypesInfo.TypeOf(u)).Underlying().(*types.Struct)
		found = !ok || st.NumFields() > 0
	})
	return found
}

// bringsWords reports whether what comes by a channel is from somebody else.
func (ex *Excuses) bringsWords(e ast.Expr) bool {
	info := ex.pass.TypesInfo
	ch, ok := syntax.OrInvalid(info.TypeOf(e)).Underlying().(*types.Chan)
	if !ok || syntax.IsTime(ch.Elem()) || syntax.ImplementsError(ch.Elem()) || ex.bindings.OfType(ch.Elem()) != nil || len(ex.bindings.CodeFields(ch.Elem())) > 0 {
		return false
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		fn, _ := syntax.Callee(info, call).(*types.Func)
		return fn == nil || libraries.Of(fn.Pkg()) == nil || !slices.Contains(libraries.Of(fn.Pkg()).Paced, syntax.ObjectName(fn))
	}
	id := syntax.Name(e)
	if id == nil {
		return true
	}
	v, _ := info.Uses[id].(*types.Var)
	if v == nil {
		return true
	}
	sends := ex.sendsTo(v.Origin())
	onlyClosed := len(sends) > 0 && !slices.ContainsFunc(sends, func(s sending) bool { return !s.closes })
	return !onlyClosed && !slices.ContainsFunc(sends, func(s sending) bool {
		return s.paced || !s.closes && s.decl.Pos() <= e.Pos() && e.End() <= s.decl.End()
	})
}

// isStreamOfWords reports whether a loop goes through what a function of which nobody knows yields, which is no number.
func (ex *Excuses) isStreamOfWords(loop *ast.RangeStmt) bool {
	info := ex.pass.TypesInfo
	sig, ok := syntax.OrInvalid(info.TypeOf(loop.X)).Underlying().(*types.Signature)
	if !ok || sig.Params().Len() != 1 {
		return false
	}
	yield, ok := sig.Params().At(0).Type().Underlying().(*types.Signature)
	if !ok || yield.Params().Len() == 0 || syntax.IsInteger(yield.Params().At(0).Type()) || syntax.IsTime(yield.Params().At(0).Type()) {
		return false
	}
	call, ok := ast.Unparen(loop.X).(*ast.CallExpr)
	if !ok {
		return ex.Once(loop.X) == nil
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
func (ex *Excuses) sendsTo(v *types.Var) []sending {
	if ex.sends != nil {
		return ex.sends[v]
	}
	ex.sends = make(map[*types.Var][]sending)
	info := ex.pass.TypesInfo
	for _, file := range ex.pass.Files {
		for _, decl := range file.Decls {
			ast.PreorderStack(decl, nil, func(n ast.Node, stack []ast.Node) bool {
				var to ast.Expr
				s := sending{decl: decl}
				switch n := n.(type) {
				case *ast.SendStmt:
					to, s.paced = n.Chan, ex.isPaced(stack)
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
						ex.sends[v.Origin()] = append(ex.sends[v.Origin()], s)
					}
				}
				return true
			})
		}
	}
	return ex.sends[v]
}

// isPaced reports whether what stands within some nodes is done as often as the time says: in a loop that waits
// for it, or by a timer.
func (ex *Excuses) isPaced(stack []ast.Node) bool {
	info := ex.pass.TypesInfo
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
				ch, ok := syntax.OrInvalid(info.TypeOf(n)).Underlying().(*types.Chan)
				paced = paced || ok && syntax.IsTime(ch.Elem())
			}
			return !paced
		})
		return paced
	})
}
