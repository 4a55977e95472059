package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about loops that send each request in a goroutine of its own, which keeps it where it has failed:
//
//	for _, m := range pending {
//		wg.Go(func() {
//			if code := send(m); code != codes.ResponseSuccess {
//				mu.Lock()
//				failed = append(failed, m)
//				mu.Unlock()
//			}
//		})
//	}
//	wg.Wait()

// sendsIn reports whether it is a literal itself that sends what a statement in it puts back.
func (c *checker) sendsIn(lit *ast.FuncLit, s ast.Stmt) bool {
	for _, o := range c.Before(s).Origins() {
		if o.Call != nil && points.Within(o.Call, regionOf(lit)) {
			return true
		}
	}
	return false
}

// waitsBehind reports whether a function waits behind a loop for something: by a group, or a channel.
func (c *checker) waitsBehind(f points.Function, loop ast.Stmt) bool {
	waits := false
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if n.Pos() < loop.End() {
			return
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			waits = waits || syntax.CalleeName(n) == "Wait"
		case *ast.UnaryExpr:
			waits = waits || n.Op == token.ARROW
		}
	})
	return waits
}

// endsWell reports whether a literal returns no error behind a statement, by which somebody might know that it has failed.
func endsWell(lit *ast.FuncLit, s ast.Stmt) bool {
	well := true
	syntax.InspectFunc(lit, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || ret.Pos() < s.Pos() {
			return
		}
		for _, e := range ret.Results {
			id, ok := ast.Unparen(e).(*ast.Ident)
			well = well && ok && id.Name == "nil"
		}
	})
	return well
}

// handedOn returns the parameters of function literals that a loop launches for which they are handed a variable.
func (c *checker) handedOn(loop ast.Stmt, v types.Object) []requests.Place {
	info := c.pass.TypesInfo
	var all []requests.Place
	ast.Inspect(loop, func(n ast.Node) bool {
		s, ok := n.(*ast.GoStmt)
		if !ok {
			return true
		}
		lit, ok := s.Call.Fun.(*ast.FuncLit)
		sig, isSig := info.TypeOf(s.Call.Fun).(*types.Signature)
		if !ok || !isSig || lit.Type == nil {
			return true
		}
		for i, arg := range s.Call.Args {
			if param := syntax.Parameter(sig, i); param != nil && info.Uses[syntax.Name(arg)] == v {
				all = append(all, requests.Place{Root: param})
			}
		}
		return true
	})
	return all
}
