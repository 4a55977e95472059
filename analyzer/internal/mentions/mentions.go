package mentions

import (
	"go/ast"
	"go/types"
	"slices"
)

// An Index knows the declarations of a package that were asked about.
type Index struct {
	info  *types.Info
	trees map[ast.Node]*tree
}

// New returns an index that knows of no declaration yet.
func New(info *types.Info) *Index {
	return &Index{info: info, trees: make(map[ast.Node]*tree)}
}

// A tree is what a declaration consists of, in the order of [ast.Inspect].
type tree struct {
	nodes   []node
	mention map[types.Object][]int // the names that stand for it
}

type node struct {
	ast.Node
	parent int // -1 for the declaration itself
}

// Inspect is [ast.Inspect] for the nodes of a declaration that mention one of some variables, be it in a node within. It does
// not call visit with nil. Where it is not known which variable an expression starts from, nil in place of it makes Inspect
// visit all.
func (x *Index) Inspect(decl ast.Node, visit func(ast.Node) bool, of ...types.Object) {
	if slices.Contains(of, nil) {
		ast.Inspect(decl, func(n ast.Node) bool { return n != nil && visit(n) })
		return
	}
	t := x.tree(decl)
	var names []int
	for _, obj := range of {
		names = append(names, t.mention[obj]...)
	}
	if len(of) > 1 {
		slices.Sort(names)
		names = slices.Compact(names)
	}
	w := walk{tree: t, visit: visit}
	for _, name := range names {
		w.to(name)
	}
}

// tree returns the tree of a declaration, which is made when it is first asked for.
func (x *Index) tree(decl ast.Node) *tree {
	if t := x.trees[decl]; t != nil {
		return t
	}
	t := &tree{mention: make(map[types.Object][]int)}
	around := -1
	ast.Inspect(decl, func(n ast.Node) bool {
		if n == nil {
			around = t.nodes[around].parent
			return false
		}
		at := len(t.nodes)
		t.nodes = append(t.nodes, node{n, around})
		if id, ok := n.(*ast.Ident); ok {
			if obj := x.info.ObjectOf(id); obj != nil {
				t.mention[obj] = append(t.mention[obj], at)
			}
		}
		around = at
		return true
	})
	x.trees[decl] = t
	return t
}

// A walk visits what is around names that come in order.
type walk struct {
	*tree
	visit func(ast.Node) bool
	path  []int // around the last name, from the outside, as far as it was visited; with it
	ended bool  // visit did not want what is in the last of them
}

// to visits what is around a name, from the outside, and the name, unless that was done for the names before.
func (w *walk) to(name int) {
	var todo []int // from the inside
	at := name
	for at >= 0 && !slices.Contains(w.path, at) {
		todo = append(todo, at)
		at = w.nodes[at].parent
	}
	if w.ended && len(w.path) > 0 && at == w.path[len(w.path)-1] {
		return
	}
	w.path, w.ended = w.path[:slices.Index(w.path, at)+1], false
	for _, at := range slices.Backward(todo) {
		w.path = append(w.path, at)
		if !w.visit(w.nodes[at].Node) {
			w.ended = true
			return
		}
	}
}
