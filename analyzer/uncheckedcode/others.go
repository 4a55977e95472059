package uncheckedcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about other questions that show whether a reply was filled: if another field is empty, or there is nothing in a map, or what
// else is under its key.

// looksAtOthers reports whether a condition compares another field of the reply
// with its zero value: that shows whether it was filled.
func (d *decoded) looksAtOthers() bool {
	for _, u := range d.trace.Uses {
		if d.c.comparesOther(d.b, u.Ident, false, maxAsked) {
			return true
		}
	}
	return false
}

// comparesOther is looksAtOthers for one mention of the reply, or of a field of it, also in functions of the package.
func (c *checker) comparesOther(b *replies.Body, id *ast.Ident, field bool, depth int) bool {
	var e ast.Node = id
	for {
		switch p := b.Parent(e).(type) {
		case *ast.SelectorExpr:
			_, code := c.bindings.Of(p)
			if c.info.Selections[p] == nil || c.info.Selections[p].Kind() == types.FieldVal {
				field = !code
			}
			e = p
			continue
		case *ast.UnaryExpr:
			if p.Op == token.AND {
				e = p
				continue
			}
		case *ast.StarExpr:
			e = p
			continue
		case *ast.CallExpr:
			if in, v := c.parameterFor(p, e); v != nil {
				return depth > 0 && slices.ContainsFunc(in.Uses(v), func(use *ast.Ident) bool { return c.comparesOther(in, use, field, depth-1) })
			}
			if field && len(p.Args) == 1 {
				e = p // len(r.Recipients)
				continue
			}
		case *ast.AssignStmt, *ast.ValueSpec:
			x, ok := e.(ast.Expr)
			v := (*types.Var)(nil)
			if ok && field && depth > 0 {
				v = b.StoredIn(x)
			}
			return v != nil && slices.ContainsFunc(b.Uses(v), func(use *ast.Ident) bool { return c.comparesOther(b, use, field, depth-1) })
		case *ast.BinaryExpr:
			if p.Op == token.LAND || p.Op == token.LOR {
				return false
			}
			other := p.X
			if other == e {
				other = p.Y
			}
			return c.isZero(other) && (field || c.comparesText(e, other))
		}
		return false
	}
}

// parameterFor returns the parameter, or the receiver, by which a function of the package gets an argument, or the method that is
// called of it; nil for other functions.
func (c *checker) parameterFor(call *ast.CallExpr, arg ast.Node) (*replies.Body, *types.Var) {
	fn := c.replies.Callee(call)
	if fn == nil {
		return nil, nil
	}
	decl := c.replies.Declaration(fn)
	if decl == nil {
		return nil, nil
	}
	if ast.Node(ast.Unparen(call.Fun)) == arg {
		return c.replies.Body(decl), fn.Signature().Recv()
	}
	for i, x := range call.Args {
		if ast.Node(x) == arg {
			return c.replies.Body(decl), syntax.Parameter(fn.Signature(), i)
		}
	}
	return nil, nil
}

// comparesText: a code is compared with "", which only one that is missing is.
func (c *checker) comparesText(e ast.Node, zero ast.Expr) bool {
	x, ok := e.(ast.Expr)
	if !ok {
		return false
	}
	tv := c.info.Types[zero]
	if _, code := c.bindings.Of(x); !code {
		return false
	}
	return tv.IsNil() || tv.Value != nil && tv.Value.ExactString() == `""`
}

func (c *checker) isZero(e ast.Expr) bool {
	tv := c.info.Types[e]
	if tv.IsNil() {
		return true
	}
	if tv.Value == nil {
		return false
	}
	switch tv.Value.ExactString() {
	case `""`, "0", "false":
		return true
	}
	return false
}

// asksMap reports whether a condition asks if there is anything in the map.
func (d *decoded) asksMap() bool {
	return slices.ContainsFunc(d.trace.Uses, func(u replies.Use) bool { return d.c.asksWhether(d.b, u.Ident, maxAsked) })
}

// asksWhether is asksMap for one mention of a map, also in functions of the package.
func (c *checker) asksWhether(b *replies.Body, id *ast.Ident, depth int) bool {
	var e ast.Expr = id
	for {
		switch p := b.Parent(e).(type) {
		case *ast.IndexExpr:
			if taken, blank := c.second(b, p); taken && !blank {
				return true
			}
			e = p
			continue
		case *ast.CallExpr:
			if in, v := c.parameterFor(p, e); v != nil {
				return depth > 0 && slices.ContainsFunc(in.Uses(v), func(use *ast.Ident) bool { return c.asksWhether(in, use, depth-1) })
			}
			return syntax.IsBuiltin(c.info, p, "len")
		case *ast.BinaryExpr:
			return p.Op != token.LAND && p.Op != token.LOR && (c.info.Types[p.X].IsNil() || c.info.Types[p.Y].IsNil())
		}
		return false
	}
}

// mentionsTwice reports whether a function looks more than once under a key: it may know of what is no number.
func (c *checker) mentionsTwice(decl *ast.FuncDecl, key ast.Expr) bool {
	text := constant.StringVal(c.info.Types[key].Value)
	if c.mentions(decl, text, 2) > 1 {
		return true
	}
	fn, ok := c.info.Defs[decl.Name].(*types.Func)
	if !ok || syntax.OnlyReturn(decl.Body) == nil {
		return false
	}
	return slices.ContainsFunc(c.flow.Calls(fn), func(call *ast.CallExpr) bool {
		in, ok := syntax.DeclIn(c.pass.Files, call.Pos()).(*ast.FuncDecl)
		return ok && in.Body != nil && c.mentions(in, text, 2) > 1
	})
}

// mentions counts how often a constant text is in a function, and in those of the package that it calls.
func (c *checker) mentions(decl *ast.FuncDecl, text string, depth int) (n int) {
	ast.Inspect(decl.Body, func(node ast.Node) bool {
		e, ok := node.(ast.Expr)
		if !ok {
			return true
		}
		if c.isText(e) {
			if constant.StringVal(c.info.Types[e].Value) == text {
				n++
			}
			return false
		}
		if call, ok := e.(*ast.CallExpr); ok && depth > 0 {
			if fn := c.replies.Callee(call); fn != nil {
				if called := c.replies.Declaration(fn); called != nil && called != decl {
					n += c.mentions(called, text, depth-1)
				}
			}
		}
		return true
	})
	return n
}
