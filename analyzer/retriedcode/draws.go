package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// draws reports whether a function takes the next of something that lives longer
// than a call of it: from a channel, a queue, a cursor.
func (c *checker) draws(decl *ast.FuncDecl) bool { return c.drawsDeep(decl, 0) }

const deepest = 4 // how many calls deep functions are looked at

func (c *checker) drawsDeep(decl *ast.FuncDecl, depth int) bool {
	if decl == nil || decl.Body == nil || depth > deepest {
		return false
	}
	if drawn, ok := c.drawn[decl]; ok {
		return drawn
	}
	c.drawn[decl] = false // while it calls itself
	d := c.drawsBody(decl.Body, depth)
	c.drawn[decl] = d
	return d
}

func (c *checker) drawsBody(body *ast.BlockStmt, depth int) bool {
	info := c.pass.TypesInfo
	outside := func(root types.Object) bool { return root.Pos() < body.Pos() || root.Pos() >= body.End() }
	moved := c.moved(body, outside)
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if found {
			return false
		}
		switch n := n.(type) {
		case *ast.UnaryExpr:
			found = n.Op == token.ARROW && !syntax.IsClock(info.TypeOf(n.X))
		case *ast.RangeStmt:
			if t := info.TypeOf(n.X); t != nil {
				_, isChan := t.Underlying().(*types.Chan)
				found = isChan && !syntax.IsClock(t)
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if i < len(n.Rhs) && n.Tok == token.ASSIGN && movesOn(info, lhs, n.Rhs[i], outside) {
					found = true
				}
			}
		case *ast.IndexExpr:
			found = mentions(info, n.Index, moved)
		case *ast.CallExpr:
			found = c.drawsCall(n, outside, depth)
		}
		return !found
	})
	return found
}

func (c *checker) drawsCall(call *ast.CallExpr, outside func(types.Object) bool, depth int) bool {
	info := c.pass.TypesInfo
	if id, ok := ast.Unparen(call.Fun).(*ast.Ident); ok && len(call.Args) == 2 && id.Name == "delete" && info.Types[call.Fun].IsBuiltin() {
		p, ok := placeOf(info, call.Args[0])
		return ok && outside(p.root)
	}
	fn, _ := callee(info, call).(*types.Func)
	if fn == nil {
		return false
	}
	switch manner(fn) {
	case asksAgain:
		return false
	case takesNext:
		return takesFrom(info, call, outside)
	}
	if decl := c.declOfFunc(fn); decl != nil {
		return c.drawsDeep(decl, depth+1)
	}
	recv := receiverOf(info, call)
	if recv == nil || !drawMethod().MatchString(fn.Name()) {
		return false
	}
	p, ok := placeOf(info, recv)
	return !ok || outside(p.root)
}

// moved returns the places outside a body that it counts on: what they are an
// index of is another element each time.
func (c *checker) moved(body *ast.BlockStmt, outside func(types.Object) bool) []place {
	info := c.pass.TypesInfo
	var all []place
	add := func(e ast.Expr) {
		if p, ok := placeOf(info, e); ok && outside(p.root) && isNumber(info.TypeOf(e)) {
			all = append(all, p)
		}
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IncDecStmt:
			add(n.X)
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, lhs := range n.Lhs {
					add(lhs)
				}
			}
		}
		return true
	})
	return all
}

// mentions reports whether an expression depends on one of some places.
func mentions(info *types.Info, e ast.Expr, places []place) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if x, ok := n.(ast.Expr); ok && !found {
			if p, ok := placeOf(info, x); ok {
				for _, q := range places {
					found = found || p == q
				}
			}
		}
		return !found
	})
	return found
}

// movesOn reports whether an assignment makes a place outside hold what comes
// after what it held: q.jobs = q.jobs[1:], l.head = l.head.next.
func movesOn(info *types.Info, lhs, rhs ast.Expr, outside func(types.Object) bool) bool {
	to, ok := placeOf(info, lhs)
	if !ok || !outside(to.root) {
		return false
	}
	switch x := ast.Unparen(rhs).(type) {
	case *ast.SliceExpr:
		return true
	case *ast.SelectorExpr:
		from, ok := placeOf(info, x)
		return ok && from.root == to.root && from != to && from.overlaps(to)
	}
	return false
}
