package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A filter is what goes with a call, and says which errors are tried again.
type filter struct {
	decided  bool               // it is not for the error to say, or reported where it is said
	replaced bool               // the library's stops mean nothing
	asks     []repeats.Question // predicates that are asked about the error
	results  *resultPredicate   // is asked about what the operation returns; nil for none
	stops    []types.Object     // errors, or types of such, which end it, and which the operation may return
}

var decided = filter{decided: true}

// filtered looks at the options that go with a call.
func (c *checker) filtered(call *ast.CallExpr, r libraries.Runner, lib *libraries.Library) filter {
	return c.filteredWith(call, r, lib, nil)
}

// filteredWith is filtered where it is known what is in the lists that some variables hold.
func (c *checker) filteredWith(call *ast.CallExpr, r libraries.Runner, lib *libraries.Library, lists map[*types.Var][]ast.Expr) filter {
	switch {
	case r.Predicate > len(call.Args):
		return decided // broken code
	case r.Predicate > 0:
		return c.byPredicate(call.Args[r.Predicate-1])
	}
	if lib.Filters == nil && r.From == "" {
		return filter{}
	}
	o := options{c: c, runner: r, lib: lib, seen: make(map[ast.Expr]bool), lists: lists}
	for i, arg := range call.Args {
		if i != r.Arg {
			o.parts = append(o.parts, arg)
		}
	}
	o.addReceiver(call)
	if !o.readAll() {
		return decided
	}
	if lib.Policies != "" && (o.policy == token.NoPos || o.covered > o.policy) {
		return decided
	}
	return o.filter
}

// inPackage reports whether the type of an expression is of one of a library's packages.
func (c *checker) inPackage(e ast.Expr, lib *libraries.Library, name string) bool {
	if name == "" {
		return false
	}
	t := c.pass.TypesInfo.TypeOf(e)
	if t == nil {
		return false
	}
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && syntax.UnversionedPath(named.Obj().Pkg().Path()) == lib.Path+"/"+name
}

// toldLater reports whether a builder in a variable gets an option in a statement of its own.
func (c *checker) toldLater(e ast.Expr, lib *libraries.Library) bool {
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	file, _ := c.PathTo(id)
	if file == nil {
		return false
	}
	told := false
	ast.Inspect(file, func(n ast.Node) bool {
		s, ok := n.(*ast.ExprStmt)
		if !ok {
			return !told
		}
		for {
			call, ok := ast.Unparen(s.X).(*ast.CallExpr)
			if !ok {
				return !told
			}
			sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
			if !ok {
				return !told
			}
			_, option := lib.Filters[sel.Sel.Name]
			told = told || option && c.rootedIn(sel.X, id)
			s = &ast.ExprStmt{X: sel.X}
		}
	})
	return told
}

// rootedIn reports whether a chain of calls of methods begins with a variable.
func (c *checker) rootedIn(e ast.Expr, id *ast.Ident) bool {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.CallExpr:
			e = x.Fun
		case *ast.SelectorExpr:
			e = x.X
		case *ast.Ident:
			return c.pass.TypesInfo.Uses[x] == c.pass.TypesInfo.Uses[id]
		default:
			return false
		}
	}
}

// asking is a predicate that says what is tried again.
func asking(e ast.Expr) filter { return filter{asks: []repeats.Question{{Fun: e, Again: true}}} }

// madeBy returns what a function of the package returns, if it always returns the same.
func (c *checker) madeBy(call *ast.CallExpr) ast.Expr {
	if ways := c.waysMade(call); len(ways) == 1 {
		return ways[0]
	}
	return nil
}

// waysMade returns what a function of the package may return as its one result.
func (c *checker) waysMade(call *ast.CallExpr) []ast.Expr {
	decl := c.DeclOf(call)
	if decl == nil || decl.Body == nil {
		return nil
	}
	var ways []ast.Expr
	single := true
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			if single = single && len(ret.Results) == 1; single {
				ways = append(ways, ret.Results[0])
			}
		}
	})
	if !single {
		return nil
	}
	return ways
}

// elementType returns the type of a list's elements, or the type itself.
func elementType(t types.Type) types.Type {
	if s, ok := t.Underlying().(*types.Slice); ok {
		return s.Elem()
	}
	return t
}

// takesAll reports whether a classifier takes every error for one to try again.
func (c *checker) takesAll(e ast.Expr) bool {
	if c.pass.TypesInfo.Types[e].IsNil() {
		return true
	}
	named, ok := types.Unalias(c.pass.TypesInfo.TypeOf(e)).(*types.Named)
	return ok && named.Obj().Name() == "DefaultClassifier"
}

// ofLibrary reports whether a type is one of a library's, or a pointer to one.
func (c *checker) ofLibrary(t types.Type, lib *libraries.Library) bool {
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && c.ofLibraryPackage(named.Obj(), lib)
}

func (c *checker) ofLibraryPackage(obj types.Object, lib *libraries.Library) bool {
	if obj.Pkg() == nil {
		return false
	}
	path := syntax.UnversionedPath(obj.Pkg().Path())
	return path == lib.Path || len(path) > len(lib.Path) && path[:len(lib.Path)+1] == lib.Path+"/"
}

// byPredicate looks at a predicate that is handed over. If it knows of codes, that is
// reported where it says so.
func (c *checker) byPredicate(e ast.Expr) filter {
	node, typ, body := c.operationOf(e)
	if body == nil {
		if fn, ok := syntax.Callee(c.pass.TypesInfo, &ast.CallExpr{Fun: e}).(*types.Func); ok && c.SaidThere(fn) {
			return decided
		}
		return asking(e)
	}
	cs := c.predicate(node, body, 0)
	if cs.codes {
		c.reportPredicate(cs)
		return decided
	}
	// Does it look at what it is given at all?
	looks := false
	for _, field := range typ.Params.List {
		for _, name := range field.Names {
			v := c.pass.TypesInfo.Defs[name]
			ast.Inspect(body, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok && v != nil && c.pass.TypesInfo.Uses[id] == v {
					looks = true
				}
				return !looks
			})
		}
	}
	if looks {
		return asking(e)
	}
	return filter{replaced: true}
}
