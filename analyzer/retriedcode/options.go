package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// options are what goes with a call of a library, and what that is made of.
type options struct {
	c      *checker
	runner libraries.Runner
	lib    *libraries.Library
	parts  []ast.Expr // to be read
	seen   map[ast.Expr]bool
	filter filter // what they say so far

	lists map[*types.Var][]ast.Expr // what is known to be in a list

	policy, covered token.Pos // where there is a policy, and what is put behind it
}

// addReceiver adds what a method is called on.
func (o *options) addReceiver(call *ast.CallExpr) {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && o.c.pass.TypesInfo.Selections[sel] != nil {
		o.parts = append(o.parts, sel.X)
	}
}

// readAll reads what there is to be read, see read.
func (o *options) readAll() bool {
	for len(o.parts) > 0 {
		e := ast.Unparen(o.parts[0])
		o.parts = o.parts[1:]
		if !o.seen[e] && !o.read(e) {
			return false
		}
	}
	return true
}

// read reads an option. It returns false if it is not for the error to say what is tried again, or if
// that is not known.
func (o *options) read(e ast.Expr) bool {
	c := o.c
	o.seen[e] = true
	if o.policy == token.NoPos && c.inPackage(e, o.lib, o.lib.Policies) {
		o.policy = e.Pos()
	}
	if c.inPackage(e, o.lib, o.lib.Covers) || c.inPackage(e, o.lib, o.lib.Breaker) && c.breaksAtOnce(e, o.lib) {
		o.covered = max(o.covered, e.Pos())
		return true
	}
	switch x := e.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		if !o.ofLibrary(e) {
			return true
		}
		if list, ok := o.lists[c.Variable(e)]; ok {
			o.parts = append(o.parts, list...)
			return true
		}
		v := c.Once(e)
		if list, ok := c.listed(e); v == nil && ok {
			o.parts = append(o.parts, list...)
			return true
		}
		if v == nil || c.toldLater(e, o.lib) {
			return false // made elsewhere
		}
		o.parts = append(o.parts, v)
	case *ast.CompositeLit:
		o.parts = append(o.parts, x.Elts...)
	case *ast.CallExpr:
		return o.made(x)
	}
	return true
}

// breaksAtOnce reports whether a breaker is told nothing of how many failures it bears, or just one.
func (c *checker) breaksAtOnce(e ast.Expr, lib *libraries.Library) bool {
	if made := c.Once(e); made != nil {
		e = made
	}
	at := true
	ast.Inspect(e, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && strings.HasPrefix(syntax.CalleeName(call), lib.Bears) && !c.hasConstant(call.Args[:min(1, len(call.Args))], "1") {
			at = false
		}
		return at
	})
	return at
}

// made reads an option that a call makes.
func (o *options) made(call *ast.CallExpr) bool {
	c := o.c
	obj := syntax.Callee(c.pass.TypesInfo, call)
	switch {
	case obj == nil:
		return true
	case c.pass.TypesInfo.Types[call.Fun].IsBuiltin(): // append
		if len(call.Args) > 0 && c.Once(call.Args[0]) == ast.Expr(call) {
			return false // it is there in some cases only
		}
		o.parts = append(o.parts, call.Args...)
		return true
	case libraries.Of(obj.Pkg()) != o.lib && !c.ofLibraryPackage(obj, o.lib):
		if !o.ofLibrary(call) {
			return true
		}
		ways := c.waysMade(call)
		if len(ways) == 1 {
			o.parts = append(o.parts, ways[0])
		}
		return len(ways) == 1 || len(ways) > 1 && o.sayNothing(ways)
	case o.runner.From == obj.Name() && o.runner.NilArg < len(call.Args) && !c.takesAll(call.Args[o.runner.NilArg]):
		return o.classifies(call.Args[o.runner.NilArg])
	}
	if by, ok := o.lib.Filters[obj.Name()]; ok && !o.filtersBy(by, call) {
		return false
	}
	o.parts = append(o.parts, call.Args...)
	o.addReceiver(call)
	return true
}

// sayNothing reports whether none of the ways in which an option can be made says anything of errors: then it makes no
// difference which it is.
func (o *options) sayNothing(ways []ast.Expr) bool {
	if o.lib.Policies != "" {
		return false
	}
	return !slices.ContainsFunc(ways, func(way ast.Expr) bool {
		one := options{c: o.c, runner: o.runner, lib: o.lib, seen: o.seen, parts: []ast.Expr{way}}
		return !o.ofLibrary(way) || !one.readAll() || one.filter.replaced || len(one.filter.asks) > 0
	})
}

// filtersBy notes what an option says of the errors that are tried again. It returns false if that is not known, or reported
// where it is said.
func (o *options) filtersBy(by libraries.Filtering, call *ast.CallExpr) bool {
	again := by == libraries.AsksAgain || by == libraries.ListsAgain
	if again && slices.ContainsFunc(o.filter.asks, func(q repeats.Question) bool { return q.Again }) {
		return false // either is enough
	}
	switch by {
	case libraries.AsksAgain:
		if len(call.Args) != 1 {
			return false
		}
		asked := o.c.byPredicate(call.Args[0])
		if asked.decided {
			return false
		}
		o.filter.asks = append(o.filter.asks, asked.asks...)
		o.filter.replaced = o.filter.replaced || o.lib.Replaces
	case libraries.AsksFinal:
		if len(call.Args) != 1 {
			return false
		}
		o.filter.asks = append(o.filter.asks, repeats.Question{Fun: call.Args[0]})
	case libraries.ListsAgain, libraries.ListsFinal:
		errs := call.Args
		if call.Ellipsis.IsValid() {
			var ok bool
			if errs, ok = o.c.elements(call.Args[len(call.Args)-1]); !ok || len(call.Args) > 1 {
				return false
			}
		}
		o.filter.asks = append(o.filter.asks, repeats.Question{Again: again, Among: errs})
	default:
		return false
	}
	return true
}

// classifies notes what a classifier says of the errors that are tried again, if it is one of the library's lists of them.
func (o *options) classifies(e ast.Expr) bool {
	named, ok := types.Unalias(o.c.pass.TypesInfo.TypeOf(e)).(*types.Named)
	if !ok || !o.c.ofLibrary(named, o.lib) {
		return false
	}
	by, ok := o.lib.Lists[named.Obj().Name()]
	errs, known := o.c.elements(e)
	if !ok || !known {
		return false
	}
	o.filter.asks = append(o.filter.asks, repeats.Question{Again: by == libraries.ListsAgain, Among: errs})
	return true
}

// ofLibrary reports whether an expression is of one of the library's types, or a list of such.
func (o *options) ofLibrary(e ast.Expr) bool {
	t := o.c.pass.TypesInfo.TypeOf(e)
	return t != nil && o.c.ofLibrary(elementType(t), o.lib)
}
