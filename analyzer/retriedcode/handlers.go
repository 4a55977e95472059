package retriedcode

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// handles returns the library that calls a function again while it fails, with the
// same message: one that the message's type belongs to, or one that the program
// gives the function to.
func (c *checker) handles(f points.Function) (*libraries.Library, libraries.Handler, *types.Package) {
	if lib, h, pkg := c.handlesMessage(f.Type); lib != nil && !c.onlyCalled(f, lib) && !c.catchesErrors(lib) {
		return lib, h, pkg
	}
	if t, ok := c.taken()[f.Node]; ok {
		return t.lib, libraries.Handler{}, t.pkg
	}
	return nil, libraries.Handler{}, nil
}

// handlesMessage returns the library whose messages functions of a type handle: they get one, and a context
// perhaps. What gets more is called by the program.
func (c *checker) handlesMessage(typ *ast.FuncType) (lib *libraries.Library, h libraries.Handler, pkg *types.Package) {
	for _, field := range typ.Params.List {
		t := c.pass.TypesInfo.TypeOf(field.Type)
		if syntax.IsContext(t) {
			continue
		}
		if lib != nil || len(field.Names) > 1 {
			return nil, libraries.Handler{}, nil
		}
		if lib, h, pkg = c.messageOf(t); lib == nil {
			return nil, libraries.Handler{}, nil
		}
	}
	return lib, h, pkg
}

// onlyCalled reports whether a function is called by the package, and never handed over: it helps a handler, and
// is none. A method that the library calls by an interface is one in any case.
func (c *checker) onlyCalled(f points.Function, lib *libraries.Library) bool {
	fn, ok := f.Obj.(*types.Func)
	if !ok || slices.Contains(lib.Methods, fn.Name()) {
		return false
	}
	use := c.usesOf()[fn]
	return use.called && !use.handed
}

// catchesErrors reports whether the package makes something of a library's that takes the errors of handlers: which, and for
// which errors, is not looked at.
func (c *checker) catchesErrors(lib *libraries.Library) bool {
	if len(lib.Catches) == 0 {
		return false
	}
	for id, obj := range c.pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if ok && fn.Pkg() != nil && strings.HasPrefix(fn.Pkg().Path(), lib.Family) && slices.Contains(lib.Catches, fn.Name()) && c.inFiles(id) {
			return true
		}
	}
	return false
}

// funcUses says in which ways a function is used.
type funcUses struct {
	called, handed bool
	calls          int
}

// usesOf returns how the package uses its functions.
func (c *checker) usesOf() map[types.Object]funcUses {
	if c.funcUses != nil {
		return c.funcUses
	}
	c.funcUses = make(map[types.Object]funcUses)
	for _, file := range c.pass.Files {
		ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok {
				return true
			}
			fn, ok := c.pass.TypesInfo.Uses[id].(*types.Func)
			if !ok {
				return true
			}
			var use ast.Node = id
			for _, outer := range slices.Backward(stack) {
				if sel, ok := outer.(*ast.SelectorExpr); ok && ast.Node(sel.Sel) == use {
					use = sel
					continue
				}
				call, ok := outer.(*ast.CallExpr)
				uses := c.funcUses[fn.Origin()]
				if ok && ast.Node(call.Fun) == use {
					uses.called = true
					uses.calls++
				} else {
					uses.handed = true
				}
				c.funcUses[fn.Origin()] = uses
				break
			}
			return true
		})
	}
	return c.funcUses
}

// messageIn returns the name of the message that a handler gets, nil if it has none.
func (c *checker) messageIn(typ *ast.FuncType) ast.Expr {
	for _, field := range typ.Params.List {
		if lib, _, _ := c.messageOf(c.pass.TypesInfo.TypeOf(field.Type)); lib != nil && len(field.Names) == 1 {
			return field.Names[0]
		}
	}
	return nil
}

// messageOf returns the library that a type of messages belongs to.
func (c *checker) messageOf(t types.Type) (*libraries.Library, libraries.Handler, *types.Package) {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		return nil, libraries.Handler{}, nil
	}
	named, ok := types.Unalias(p.Elem()).(*types.Named)
	if !ok {
		return nil, libraries.Handler{}, nil
	}
	if lib := libraries.Of(named.Obj().Pkg()); lib != nil {
		for _, h := range lib.Handlers {
			if h.Param == named.Obj().Name() {
				return lib, h, named.Obj().Pkg()
			}
		}
	}
	return nil, libraries.Handler{}, nil
}

// taken is a function that a library has been given as a handler.
type taken struct {
	lib *libraries.Library
	pkg *types.Package
}

// taken returns the handlers that the package gives to libraries, and those that
// ask what only a handler can. None counts where the program limits the tries
// itself, or may do so where it has them executed: in another package.
func (c *checker) taken() map[ast.Node]taken {
	if c.handlers != nil {
		return c.handlers
	}
	c.handlers = make(map[ast.Node]taken)
	if !c.usesFamilies() {
		return c.handlers
	}
	executes := make(map[*libraries.Library]bool)
	for _, file := range c.pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
			if !ok {
				return true
			}
			for _, lib := range libraries.Families {
				if !lib.Has(fn.Pkg()) {
					continue
				}
				for _, t := range lib.Takers {
					if t.Name == fn.Name() && t.Arg < len(call.Args) {
						executes[lib] = executes[lib] || t.Executes
						c.take(call.Args[t.Arg], taken{lib, fn.Pkg()})
					}
				}
				if fn.Pkg().Path() == lib.Inside {
					if decl := enclosingDecl(file, call); decl != nil {
						c.handlers[decl] = taken{lib, fn.Pkg()}
					}
				}
			}
			return true
		})
	}
	limited := make(map[*libraries.Library]bool)
	for _, t := range c.handlers {
		if _, known := limited[t.lib]; !known {
			limited[t.lib] = !executes[t.lib] || c.limits(t.lib) || c.limitedElsewhere(t.lib)
		}
	}
	maps.DeleteFunc(c.handlers, func(_ ast.Node, t taken) bool { return limited[t.lib] })
	return c.handlers
}

// usesFamilies reports whether the package has to do with a library of several packages, which few have.
func (c *checker) usesFamilies() bool {
	for _, obj := range c.pass.TypesInfo.Uses {
		if slices.ContainsFunc(libraries.Families, func(l *libraries.Library) bool { return l.Has(obj.Pkg()) }) {
			return true
		}
	}
	return false
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
			if decl := c.DeclOfFunc(fn); decl != nil {
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
