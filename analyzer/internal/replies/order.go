package replies

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/cfg"
)

// An Order says what of a function can be executed after what.
type Order struct {
	blocks []*cfg.Block
	sorted []Place // by position, inner ones after those around them
}

// Order returns the order of the innermost function that a node is in.
func (b *Body) Order(n ast.Node) *Order {
	f := b.Function(n)
	if o, ok := b.orders[f]; ok {
		return o
	}
	var body *ast.BlockStmt
	switch f := f.(type) {
	case *ast.FuncDecl:
		body = f.Body
	case *ast.FuncLit:
		body = f.Body
	}
	o := newOrder(cfg.New(body, b.r.flow.MayReturn).Blocks)
	b.orders[f] = o
	return o
}

func newOrder(blocks []*cfg.Block) *Order {
	o := &Order{blocks: blocks}
	o.sorted = slices.Collect(o.Places)
	slices.Reverse(o.sorted) // of a node that is in several blocks, the first is found
	slices.SortStableFunc(o.sorted, func(p, q Place) int {
		return cmp.Or(cmp.Compare(p.Node().Pos(), q.Node().Pos()), cmp.Compare(q.Node().End(), p.Node().End()))
	})
	return o
}

// Blocks returns the blocks of the function, the first one it begins with.
func (o *Order) Blocks() []*cfg.Block { return o.blocks }

// A Place is a node of a block.
type Place struct {
	Block *cfg.Block
	At    int
}

// Node returns the statement or expression at a place.
func (p Place) Node() ast.Node { return p.Block.Nodes[p.At] }

// Last reports whether nothing follows a place.
func (p Place) Last() bool { return len(p.Block.Succs) == 0 && p.At == len(p.Block.Nodes)-1 }

// Find returns the place in which a node is executed: the innermost that it is in.
func (o *Order) Find(n ast.Node) (Place, bool) {
	i, _ := slices.BinarySearchFunc(o.sorted, n.Pos()+1, func(p Place, pos token.Pos) int { return cmp.Compare(p.Node().Pos(), pos) })
	for i--; i >= 0; i-- {
		if n.End() <= o.sorted[i].Node().End() {
			return o.sorted[i], true
		}
	}
	return Place{}, false
}

// Places yields all places.
func (o *Order) Places(yield func(Place) bool) {
	for _, b := range o.blocks {
		for i := range b.Nodes {
			if !yield(Place{b, i}) {
				return
			}
		}
	}
}

// Branch returns where a condition leads to if it holds, and if it does not.
func (p Place) Branch() (yes, no *cfg.Block, ok bool) {
	if _, expr := p.Node().(ast.Expr); !expr || p.At != len(p.Block.Nodes)-1 || len(p.Block.Succs) != 2 {
		return nil, nil, false
	}
	return p.Block.Succs[0], p.Block.Succs[1], true
}

// Reachable calls visit with the places that can be executed after another, as
// long as visit says to go on that way.
func (o *Order) Reachable(from Place, visit func(Place) bool) {
	seen := make(map[*cfg.Block]bool)
	var block func(b *cfg.Block, at int)
	block = func(b *cfg.Block, at int) {
		for i := at; i < len(b.Nodes); i++ {
			if !visit(Place{b, i}) {
				return
			}
		}
		for _, s := range b.Succs {
			if !seen[s] {
				seen[s] = true
				block(s, 0)
			}
		}
	}
	block(from.Block, from.At+1)
}

// exclusive reports whether two nodes of a function are never executed in the same
// call of it, as far as its branches say.
func (b *Body) exclusive(x, y ast.Node) bool {
	if b.Function(x) != b.Function(y) {
		return false
	}
	o := b.Order(x)
	p, ok := o.Find(x)
	q, found := o.Find(y)
	if !ok || !found || p == q {
		return false
	}
	meet := false
	o.Reachable(p, func(r Place) bool { meet = meet || r == q; return !meet })
	o.Reachable(q, func(r Place) bool { meet = meet || r == p; return !meet })
	return !meet
}

// replaced reports whether a variable that a call gets holds something else where it is used:
// on every way from one to the other there is a store in it.
func (b *Body) replaced(u Use, call *ast.CallExpr) bool {
	v, ok := b.r.info.ObjectOf(u.Ident).(*types.Var)
	if !ok || u.Leads || b.Function(u.Ident) != b.Function(call) || b.Function(call) != b.Home(v) {
		return false
	}
	given := func(id *ast.Ident) bool { return call.Pos() <= id.Pos() && id.End() <= call.End() }
	if !slices.ContainsFunc(b.uses[v], given) {
		return false
	}
	o := b.Order(call)
	p, ok := o.Find(u.Ident)
	q, found := o.Find(call)
	if !ok || !found || p == q {
		return false
	}
	same := false
	for _, way := range [2][2]Place{{p, q}, {q, p}} {
		o.Reachable(way[0], func(r Place) bool {
			same = same || r == way[1]
			return !same && !b.replaces(r.Node(), v)
		})
	}
	return !same
}

// replaces reports whether a statement stores in a variable what has nothing to do with what was
// there.
func (b *Body) replaces(n ast.Node, v *types.Var) bool {
	s, ok := n.(*ast.AssignStmt)
	if !ok || s.Tok != token.ASSIGN && s.Tok != token.DEFINE {
		return false
	}
	stores := false
	for _, lhs := range s.Lhs {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		stores = stores || ok && b.r.info.ObjectOf(id) == types.Object(v)
	}
	for _, id := range b.uses[v] {
		for _, rhs := range s.Rhs {
			stores = stores && (id.Pos() < rhs.Pos() || rhs.End() <= id.Pos())
		}
	}
	return stores
}
