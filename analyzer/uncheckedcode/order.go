package uncheckedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// after reports whether a use of some kind can follow the call before the variable is filled
// anew.
func (d *decoded) after(wanted func(replies.Use) bool) bool {
	o := d.b.Order(d.call)
	from, ok := o.Find(d.call)
	if !ok {
		return true // never executed, or not understood
	}
	uses := make(map[replies.Place][]replies.Use)
	for _, u := range d.trace.Uses {
		if p, ok := o.Find(u.Ident); ok {
			uses[p] = append(uses[p], u)
		}
	}
	for _, u := range uses[from] {
		if wanted(u) {
			return true
		}
	}
	found := false
	o.Reachable(from, func(p replies.Place) bool {
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
	o := d.b.Order(d.call)
	from, ok := o.Find(d.call)
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
	note(from.Node())
	live := true
	o.Reachable(from, func(p replies.Place) bool {
		n := p.Node()
		note(n)
		_, leaves := n.(*ast.ReturnStmt)
		if !leaves && p.Last() && !ends(n, d.c) {
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
	if !syntax.IsError(c.info.TypeOf(e)) && !implementsError(c.info.TypeOf(e)) {
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
