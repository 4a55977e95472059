package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Region is a part of a function that runs again and again: a loop, what lies
// between a label and a goto, a function that calls itself, a closure that a
// library calls.
type Region struct {
	Node     ast.Node  // that all of it is in
	From, To token.Pos // the part that runs again
	Carried  map[types.Object]bool
	Counted  map[types.Object]bool // parameters that are another number in the next call, which makes no other request by itself

	// Skips tells which statements are not executed on the way back, and so change nothing: m.To = next in
	// an if that the way does not enter. Nil for none.
	Skips func(ast.Node) bool

	// Drawn tells which changes only draw from a queue what was put back, so that it is the same request
	// again: m in m := <-queue. Nil for none.
	Drawn func(Change) bool
}

func (r Region) skips(n ast.Node) bool { return r.Skips != nil && r.Skips(n) }

// A Place is a variable, or a field of one.
type Place struct {
	Root types.Object
	Path string // ".jobs"
}

// Overlaps reports whether one place is the other, or a part of it.
func (p Place) Overlaps(q Place) bool {
	return p.Root == q.Root && (strings.HasPrefix(p.Path+".", q.Path+".") || strings.HasPrefix(q.Path+".", p.Path+"."))
}

// A Change is an assignment that a region makes.
type Change struct {
	Place  Place
	By     ast.Expr // what is assigned; nil if it is unknown
	Counts bool     // by counting
	Site   ast.Node
}

// Changes returns what a region assigns, but for what the call that sends stores itself.
func (c *Comparer) Changes(fetch *ast.CallExpr, reg Region) []Change {
	q := &requester{c: c, reg: reg, fetch: fetch}
	q.collect()
	return q.changes
}

// collect finds what the region assigns.
func (q *requester) collect() {
	info := q.c.pass.TypesInfo
	add := func(lhs ast.Expr, ch Change) {
		if p, ok := PlaceOf(info, lhs); ok && !q.reg.skips(ch.Site) {
			ch.Place = p
			q.changes = append(q.changes, ch)
			if other, ok := q.c.sameAs(p); ok && (p.Path != "" || follows(lhs)) {
				ch.Place = other
				q.changes = append(q.changes, ch)
			}
		}
	}
	ast.Inspect(q.reg.Node, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if n.End() <= q.reg.From || n.Pos() >= q.reg.To {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Pos() < q.reg.From {
				break
			}
			for i, lhs := range n.Lhs {
				ch := Change{Site: n}
				switch {
				case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
					ch.Counts = info.Types[n.Rhs[0]].Value != nil && syntax.IsInteger(info.TypeOf(lhs))
				case len(n.Rhs) == len(n.Lhs):
					ch.By = n.Rhs[i]
				default:
					ch.By = n.Rhs[0]
				}
				add(lhs, ch)
			}
		case *ast.IncDecStmt:
			add(n.X, Change{Counts: true, Site: n})
		case *ast.RangeStmt:
			if n.Pos() < q.reg.From && n != q.reg.Node {
				break
			}
			counts := syntax.IsInteger(info.TypeOf(n.X))
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil {
					add(e, Change{Counts: counts, Site: n})
				}
			}
		case *ast.CallExpr:
			for _, arg := range n.Args {
				if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && n != q.fetch {
					add(u.X, Change{By: n, Site: n})
				}
			}
			if n == q.fetch {
				break
			}
			for _, e := range q.c.filledBy(n, q.reg) {
				add(&ast.StarExpr{X: e}, Change{By: n, Site: n})
			}
			if syntax.IsBuiltin(info, n, "delete") || syntax.IsBuiltin(info, n, "clear") {
				add(n.Args[0], Change{By: n, Site: n})
			}
			if of, manner := atomicOf(info, n); of != nil && manner == atomicStore && len(n.Args) > 0 && !strings.HasPrefix(syntax.CalleeName(n), "Add") {
				add(of, Change{By: n.Args[len(n.Args)-1], Site: n})
			}
			for _, e := range q.c.settled(n) {
				add(e, Change{By: n, Site: n})
			}
			if e := q.grown(n); e != nil {
				add(e, Change{Site: n})
			}
			if lit := q.c.literalOf(n.Fun); lit != nil && (lit.End() <= q.reg.From || lit.Pos() >= q.reg.To) {
				eachStore(lit, func(e ast.Expr) {
					if p, ok := PlaceOf(info, e); ok && !Exempt(info.TypeOf(e)) && (p.Root.Pos() < lit.Pos() || p.Root.Pos() >= lit.End()) {
						add(e, Change{Site: n})
					}
				})
			}
		}
		return true
	})
}

// eachStore calls visit with what the statements of a function literal store to.
func eachStore(lit *ast.FuncLit, visit func(ast.Expr)) {
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				for _, lhs := range n.Lhs {
					visit(lhs)
				}
			}
		case *ast.IncDecStmt:
			visit(n.X)
		}
		return true
	})
}

// follows reports whether what is stored there changes what a variable leads to: *p, to[0].
func follows(lhs ast.Expr) bool {
	switch ast.Unparen(lhs).(type) {
	case *ast.StarExpr, *ast.IndexExpr:
		return true
	}
	return false
}

// sameAs returns the place that a pointer, list or map leads to which is assigned once: p := &m, to := m.To.
func (c *Comparer) sameAs(p Place) (Place, bool) {
	v, ok := p.Root.(*types.Var)
	if !ok || IsValue(v.Type()) && !syntax.IsSlice(v.Type()) && !isContent(v.Type()) {
		return Place{}, false
	}
	held := c.once(v)
	if u, ok := ast.Unparen(held).(*ast.UnaryExpr); ok && u.Op == token.AND {
		held = u.X
	}
	to, ok := PlaceOf(c.pass.TypesInfo, held)
	to.Path += p.Path
	return to, ok && to.Root != nil && to.Root != p.Root
}

// PlaceOf returns the place that an expression denotes: a variable, and the
// fields up to the first index; false for any other expression, and for none.
func PlaceOf(info *types.Info, e ast.Expr) (Place, bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.ObjectOf(x).(*types.Var)
		return Place{Root: v}, ok
	case *ast.SelectorExpr:
		if info.Selections[x] == nil { // another package's variable
			v, ok := info.ObjectOf(x.Sel).(*types.Var)
			return Place{Root: v}, ok
		}
		p, ok := PlaceOf(info, x.X)
		p.Path += "." + x.Sel.Name
		return p, ok
	case *ast.StarExpr:
		return PlaceOf(info, x.X)
	case *ast.IndexExpr:
		return PlaceOf(info, x.X)
	case *ast.SliceExpr:
		return PlaceOf(info, x.X)
	}
	return Place{}, false
}
