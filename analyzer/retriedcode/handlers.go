package retriedcode

import (
	"go/ast"
	"go/types"
	"path"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// handles returns the library that calls a function again while it fails, with the
// same message: one that the message's type belongs to, or one that the program
// gives the function to.
func (c *checker) handles(f function) (*library, handler, *types.Package) {
	for _, field := range f.typ.Params.List {
		p, ok := types.Unalias(c.pass.TypesInfo.TypeOf(field.Type)).(*types.Pointer)
		if !ok {
			continue
		}
		named, ok := types.Unalias(p.Elem()).(*types.Named)
		if !ok || named.Obj().Pkg() == nil {
			continue
		}
		lib := libraryOf(named.Obj().Pkg())
		if lib == nil {
			continue
		}
		for _, h := range lib.handlers {
			if h.param == named.Obj().Name() {
				return lib, h, named.Obj().Pkg()
			}
		}
	}
	if t, ok := c.taken()[f.node]; ok {
		return t.lib, handler{}, t.pkg
	}
	return nil, handler{}, nil
}

// name returns the library's package name.
func (l *library) name() string { return path.Base(l.path) }

// taken is a function that a library has been given as a handler.
type taken struct {
	lib *library
	pkg *types.Package
}

// taken returns the handlers that the package gives to libraries, and those that
// ask what only a handler can. None counts where the program limits the tries
// itself.
func (c *checker) taken() map[ast.Node]taken {
	if c.handlers != nil {
		return c.handlers
	}
	c.handlers = make(map[ast.Node]taken)
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
			if !ok || fn.Pkg() == nil {
				return true
			}
			for i := range libraries {
				lib := &libraries[i]
				if lib.family == "" || !strings.HasPrefix(fn.Pkg().Path(), lib.family) {
					continue
				}
				for _, t := range lib.takers {
					if t.name == fn.Name() && t.arg < len(call.Args) {
						c.take(call.Args[t.arg], taken{lib, fn.Pkg()})
					}
				}
				if fn.Pkg().Path() == lib.inside {
					if decl := enclosingDecl(file, call); decl != nil {
						c.handlers[decl] = taken{lib, fn.Pkg()}
					}
				}
			}
			return true
		})
	}
	for node, t := range c.handlers {
		if c.limits(t.lib) {
			delete(c.handlers, node)
		}
	}
	return c.handlers
}

// take notes a function, or the methods of a value, that is handed over.
func (c *checker) take(e ast.Expr, t taken) {
	if node, _, body := c.operationOf(e); body != nil {
		c.handlers[node] = t
		return
	}
	typ := c.pass.TypesInfo.TypeOf(e)
	if typ == nil {
		return
	}
	if _, ok := typ.Underlying().(*types.Signature); ok {
		return
	}
	methods := types.NewMethodSet(typ)
	for i := range methods.Len() {
		if fn, ok := methods.At(i).Obj().(*types.Func); ok && fn.Exported() {
			if decl := c.declOfFunc(fn); decl != nil {
				c.handlers[decl] = t
			}
		}
	}
}

func enclosingDecl(file *ast.File, n ast.Node) *ast.FuncDecl {
	for _, d := range file.Decls {
		if decl, ok := d.(*ast.FuncDecl); ok && decl.Pos() <= n.Pos() && n.End() <= decl.End() {
			return decl
		}
	}
	return nil
}

// limits reports whether the package sets itself how often, or for what, a library
// tries again.
func (c *checker) limits(lib *library) bool {
	found := false
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || found {
				return !found
			}
			named, ok := types.Unalias(c.pass.TypesInfo.TypeOf(lit)).(*types.Named)
			if !ok || named.Obj().Pkg() == nil || !strings.HasPrefix(named.Obj().Pkg().Path(), lib.family) {
				return true
			}
			for _, elt := range lit.Elts {
				if kv, ok := elt.(*ast.KeyValueExpr); ok {
					id, ok := kv.Key.(*ast.Ident)
					found = found || ok && slices.Contains(lib.limits, id.Name)
				}
			}
			return true
		})
	}
	return found
}
