package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about deferred functions that look at the error with which the function around them ends, and give the message
// back if there is one:
//
//	func (k *consumer) handle(d amqp.Delivery) (err error) {
//		defer settle(d, &err)
//		…
//	}

// settlesByAddress reports a deferred call of a function that gives a message back if the error is not nil of which it gets the
// address, for the codes with which the function around it ends so.
func (c *checker) settlesByAddress(f points.Function, d *ast.DeferStmt) {
	s := c.settles(d.Call)
	if s == nil || c.sharesResult(f, d) || !c.givesForError(s, d.Call, f) {
		return
	}
	var all []points.Source
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || ret.Pos() < d.End() {
			return
		}
		results := returned(f.Type, ret)
		if len(results) == 0 {
			return
		}
		for _, o := range c.Before(ret).Fails(results[len(results)-1], true).Deciding() {
			if i := indexOfSource(all, o); i >= 0 {
				all[i].Codes = oneOf{all[i].Codes, o.Codes}
			} else {
				all = append(all, o)
			}
		}
	})
	c.givenFor(f, d.Call, all, nil, s.lib, "redelivery", "this has")
}

func indexOfSource(all []points.Source, o points.Source) int {
	for i, s := range all {
		if s.Is(o) {
			return i
		}
	}
	return -1
}

// oneOf are the codes that either of two sets has.
type oneOf struct{ a, b points.CodeSet }

func (s oneOf) Has(text string) bool { return s.a.Has(text) || s.b.Has(text) }
func (s oneOf) Undocumented() bool   { return s.a.Undocumented() || s.b.Undocumented() }

// failure returns the last of a function's results, if it has a name and is an error; else nil.
func (c *checker) failure(f points.Function) *types.Var {
	list := f.Type.Results
	if list.NumFields() == 0 {
		return nil
	}
	names := list.List[len(list.List)-1].Names
	if len(names) == 0 {
		return nil
	}
	v, _ := c.pass.TypesInfo.Defs[names[len(names)-1]].(*types.Var)
	if v == nil || !syntax.IsError(v.Type()) {
		return nil
	}
	return v
}

// sharesResult reports whether a function defers something else that mentions the error with which it ends, if that has
// a name: it may change it.
func (c *checker) sharesResult(f points.Function, but *ast.DeferStmt) bool {
	err := c.failure(f)
	shares := err == nil
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		d, ok := n.(*ast.DeferStmt)
		if !ok || d == but {
			return
		}
		ast.Inspect(d.Call, func(n ast.Node) bool {
			id, ok := n.(*ast.Ident)
			shares = shares || ok && c.pass.TypesInfo.Uses[id] == types.Object(err)
			return !shares
		})
	})
	return shares
}

// givesForError reports whether a function that gets the address of the error with which another one ends asks no more of
// it than whether there is one, and gives something back whenever there is.
func (c *checker) givesForError(s *settling, call *ast.CallExpr, f points.Function) bool {
	info := c.pass.TypesInfo
	fn := info.Defs[s.decl.Name].(*types.Func)
	var param *types.Var
	for i, arg := range call.Args {
		addr, ok := ast.Unparen(arg).(*ast.UnaryExpr)
		if ok && addr.Op == token.AND && info.Uses[syntax.Name(addr.X)] == types.Object(c.failure(f)) {
			param = fn.Signature().Params().At(i)
		}
	}
	if param == nil || len(c.Assigned(param)) > 0 {
		return false
	}
	isError := func(e ast.Expr) bool {
		star, ok := ast.Unparen(e).(*ast.StarExpr)
		return ok && info.Uses[syntax.Name(star.X)] == types.Object(param)
	}
	only := true
	ast.PreorderStack(s.decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || info.Uses[id] != types.Object(param) {
			return true
		}
		star, ok := stack[len(stack)-1].(*ast.StarExpr)
		if !ok || len(stack) < 2 {
			only = false
			return true
		}
		switch outer := stack[len(stack)-2].(type) {
		case *ast.BinaryExpr:
			only = only && (info.Types[outer.X].IsNil() || info.Types[outer.Y].IsNil())
		case *ast.CallExpr:
			only = only && star != outer.Fun && c.Passive(syntax.Callee(info, outer)) && !syntax.IsBoolean(info.TypeOf(outer))
		default:
			only = false
		}
		return true
	})
	return only && c.isBehindError(s, isError)
}

// isBehindError reports whether a function gives something back whenever there is an error, and only then: in the body of
// an if that asks for that alone, or behind one that leaves without.
func (c *checker) isBehindError(s *settling, isError func(ast.Expr) bool) bool {
	info := c.pass.TypesInfo
	asks := func(cond ast.Expr, op token.Token) bool {
		x, ok := ast.Unparen(cond).(*ast.BinaryExpr)
		return ok && x.Op == op && (isError(x.X) && info.Types[x.Y].IsNil() || isError(x.Y) && info.Types[x.X].IsNil())
	}
	_, path := c.PathTo(s.give)
	behind := false
	inner := ast.Node(s.give)
	for _, outer := range path {
		switch n := outer.(type) {
		case *ast.IfStmt:
			switch inner {
			case ast.Node(n.Body):
				if !asks(n.Cond, token.NEQ) {
					return false
				}
				behind = true
			case n.Else:
				if !asks(n.Cond, token.EQL) {
					return false
				}
				behind = true
			}
		case *ast.BlockStmt:
			for _, before := range n.List {
				if before.Pos() >= inner.Pos() {
					break
				}
				if mayLeave(before) {
					test, ok := before.(*ast.IfStmt)
					if !ok || test.Else != nil || !asks(test.Cond, token.EQL) {
						return false
					}
					behind = true
				}
			}
			if n == s.decl.Body {
				return behind
			}
		case *ast.ExprStmt, *ast.AssignStmt:
		default:
			return false
		}
		inner = outer
	}
	return false
}
