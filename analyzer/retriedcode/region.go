package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// A region is a part of a function that runs again and again: a loop, what lies
// between a label and a goto, a function that calls itself, a closure that a
// library calls.
type region struct {
	node     ast.Node  // that all of it is in
	from, to token.Pos // the part that runs again
	carried  map[types.Object]bool
	drawn    func(change) bool // changes that don't count, since what is drawn is the same again; nil for none
}

// A place is a variable, or a field of one.
type place struct {
	root types.Object
	path string // ".jobs"
}

func (p place) overlaps(q place) bool {
	return p.root == q.root && (strings.HasPrefix(p.path+".", q.path+".") || strings.HasPrefix(q.path+".", p.path+"."))
}

// A change is an assignment that a region makes.
type change struct {
	place place
	by    ast.Expr // what is assigned; nil if it is unknown
	count bool     // by counting
	site  ast.Node
}

// collect finds what the region assigns.
func (q *requester) collect() {
	info := q.c.pass.TypesInfo
	add := func(lhs ast.Expr, ch change) {
		if p, ok := placeOf(info, lhs); ok {
			ch.place = p
			q.changes = append(q.changes, ch)
		}
	}
	ast.Inspect(q.reg.node, func(n ast.Node) bool {
		if n == nil {
			return false
		}
		if n.End() <= q.reg.from || n.Pos() >= q.reg.to {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Pos() < q.reg.from {
				break
			}
			for i, lhs := range n.Lhs {
				ch := change{site: n}
				switch {
				case n.Tok != token.ASSIGN && n.Tok != token.DEFINE:
					ch.count = info.Types[n.Rhs[0]].Value != nil && isNumber(info.TypeOf(lhs))
				case len(n.Rhs) == len(n.Lhs):
					ch.by = n.Rhs[i]
				default:
					ch.by = n.Rhs[0]
				}
				add(lhs, ch)
			}
		case *ast.IncDecStmt:
			add(n.X, change{count: true, site: n})
		case *ast.RangeStmt:
			if n.Pos() < q.reg.from && n != q.reg.node {
				break
			}
			counts := isNumber(info.TypeOf(n.X))
			for _, e := range []ast.Expr{n.Key, n.Value} {
				if e != nil {
					add(e, change{count: counts, site: n})
				}
			}
		case *ast.CallExpr:
			for _, arg := range n.Args {
				if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && u.Op == token.AND && n != q.fetch {
					add(u.X, change{by: n, site: n})
				}
			}
			if n == q.fetch {
				break
			}
			if of, manner := atomicOf(info, n); of != nil && manner == atomicStore && !strings.HasPrefix(calleeName(n), "Add") {
				add(of, change{by: n.Args[len(n.Args)-1], site: n})
			}
			for _, e := range q.c.settled(n) {
				add(e, change{by: n, site: n})
			}
		}
		return true
	})
}

// placeOf returns the place that an expression denotes: a variable, and the
// fields up to the first index.
func placeOf(info *types.Info, e ast.Expr) (place, bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.ObjectOf(x).(*types.Var)
		return place{root: v}, ok
	case *ast.SelectorExpr:
		if info.Selections[x] == nil { // another package's variable
			v, ok := info.ObjectOf(x.Sel).(*types.Var)
			return place{root: v}, ok
		}
		p, ok := placeOf(info, x.X)
		p.path += "." + x.Sel.Name
		return p, ok
	case *ast.StarExpr:
		return placeOf(info, x.X)
	case *ast.IndexExpr:
		return placeOf(info, x.X)
	case *ast.SliceExpr:
		return placeOf(info, x.X)
	}
	return place{}, false
}
