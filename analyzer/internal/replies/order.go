package replies

import (
	"cmp"
	"go/ast"
	"go/token"
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
