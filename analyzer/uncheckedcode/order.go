package uncheckedcode

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
)

// An order says what of a function can be executed after what.
type order struct {
	blocks []*cfg.Block
	info   *types.Info
}

// graph returns the order of the function that the call is in.
func (d *decoded) order() *order {
	if d.graph != nil {
		return d.graph
	}
	var body *ast.BlockStmt
	switch f := d.b.Function(d.call).(type) {
	case *ast.FuncDecl:
		body = f.Body
	case *ast.FuncLit:
		body = f.Body
	}
	d.graph = &order{blocks: cfg.New(body, d.c.flow.MayReturn).Blocks, info: d.c.info}
	return d.graph
}

// A place is a node of a block.
type place struct {
	block *cfg.Block
	at    int
}

// find returns the node in which another is executed.
func (o *order) find(n ast.Node) (place, bool) {
	var best place
	found := false
	for _, b := range o.blocks {
		for i, x := range b.Nodes {
			if x.Pos() <= n.Pos() && n.End() <= x.End() {
				if !found || x.End()-x.Pos() < best.block.Nodes[best.at].End()-best.block.Nodes[best.at].Pos() {
					best, found = place{b, i}, true
				}
			}
		}
	}
	return best, found
}

// reachable calls visit with the nodes that can be executed after a place, as long
// as visit says to go on that way.
func (o *order) reachable(from place, visit func(place) bool) {
	seen := make(map[*cfg.Block]bool)
	var block func(b *cfg.Block, at int)
	block = func(b *cfg.Block, at int) {
		for i := at; i < len(b.Nodes); i++ {
			if !visit(place{b, i}) {
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
	block(from.block, from.at+1)
}

// after reports whether a use of some kind can follow the call before the variable is filled
// anew.
func (d *decoded) after(wanted func(replies.Use) bool) bool {
	o := d.order()
	from, ok := o.find(d.call)
	if !ok {
		return true // never executed, or not understood
	}
	uses := make(map[place][]replies.Use)
	for _, u := range d.trace.Uses {
		if p, ok := o.find(u.Ident); ok {
			uses[p] = append(uses[p], u)
		}
	}
	for _, u := range uses[from] {
		if wanted(u) {
			return true
		}
	}
	found := false
	o.reachable(from, func(p place) bool {
		again := false
		for _, u := range uses[p] {
			found = found || wanted(u)
			again = again || u.Kind == replies.Filled && u.Call != d.call || u.Kind == replies.Written && u.Whole
		}
		return !found && !again
	})
	return found
}

// alwaysFails reports whether the function fails whatever it decoded: the code
// is lost, but not that there is an error.
func (d *decoded) alwaysFails() bool {
	o := d.order()
	from, ok := o.find(d.call)
	if !ok {
		return false
	}
	returns, fails := 0, true
	note := func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok {
			return
		}
		returns++
		fails = fails && len(ret.Results) > 0 && d.c.fails(ret.Results[len(ret.Results)-1])
	}
	note(from.block.Nodes[from.at])
	live := true
	o.reachable(from, func(p place) bool {
		n := p.block.Nodes[p.at]
		note(n)
		_, leaves := n.(*ast.ReturnStmt)
		if !leaves && len(p.block.Succs) == 0 && p.at == len(p.block.Nodes)-1 && !ends(n, d.c) {
			live = false // falls off the end
		}
		return !leaves
	})
	return returns > 0 && fails && live
}

// ends reports whether a statement never returns.
func ends(n ast.Node, c *checker) bool {
	s, ok := n.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(s.X).(*ast.CallExpr)
	return ok && !c.flow.MayReturn(call)
}

// fails reports whether a returned expression is an error for certain: made on the
// spot, or a package's own.
func (c *checker) fails(e ast.Expr) bool {
	if !isError(c.info.TypeOf(e)) && !implementsError(c.info.TypeOf(e)) {
		return false
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.CompositeLit:
		return true
	case *ast.UnaryExpr:
		return true
	case *ast.Ident:
		v, ok := c.info.ObjectOf(x).(*types.Var)
		return ok && v.Pkg() != nil && v.Parent() == v.Pkg().Scope()
	case *ast.SelectorExpr:
		v, ok := c.info.ObjectOf(x.Sel).(*types.Var)
		return ok && !v.IsField()
	case *ast.CallExpr:
		fn := c.replies.Callee(x)
		if fn == nil || fn.Pkg() == nil {
			return false
		}
		switch fn.Pkg().Path() + "." + fn.Name() {
		case "fmt.Errorf", "errors.New", "errors.Join":
			return true
		}
		return false
	}
	return false
}

func implementsError(t types.Type) bool {
	if t == nil {
		return false
	}
	return types.Implements(t, types.Universe.Lookup("error").Type().Underlying().(*types.Interface))
}
