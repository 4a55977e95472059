package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions that mark errors under a condition:
//
//	func classify(err error) error {
//		if codes.IsRetryable(err) {
//			return retry.RetryableError(err)
//		}
//		return err
//	}
//
// Which codes they mark is for the code flow to say, if all that they mark is marked where it sees it.

// A marksFact is on a function that marks errors, or may.
type marksFact struct {
	Told bool // all that it marks is in sight of the code flow
}

func (*marksFact) AFact()         {}
func (*marksFact) String() string { return "marks errors" }

// marks reports whether a function of another package may mark errors, and whether all that it marks is in sight.
func (w *wrappers) marks(fn *types.Func) (may, told bool) {
	var fact marksFact
	may = w.pass != nil && w.pass.ImportObjectFact(fn, &fact)
	return may, fact.Told
}

// told reports whether all that an error may be marked by is in sight: of what a function of the program
// returns, whether all its returns are marks, or none.
func (c *checker) told(e ast.Expr, pkg *types.Package, body *ast.BlockStmt, depth int) bool {
	if depth > deepest {
		return false
	}
	info := c.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		v, ok := info.Uses[x].(*types.Var)
		if ok && c.telling[v] {
			return true // err = classify(err)
		}
		c.telling[v] = true
		defer delete(c.telling, v)
		return ok && !slices.ContainsFunc(c.assigned[v], func(by ast.Expr) bool {
			return by != nil && by != e && c.stops(by, pkg, body) == maybe && !c.told(by, pkg, body, depth+1)
		})
	case *ast.CallExpr:
		fn, _ := syntax.Callee(info, x).(*types.Func)
		if fn == nil {
			return false
		}
		if wraps[fn.Pkg().Path()] || c.marksErrors(fn, pkg, depth) {
			return !slices.ContainsFunc(x.Args, func(arg ast.Expr) bool {
				return isError(info.TypeOf(arg)) && c.stops(arg, pkg, body) == maybe && !c.told(arg, pkg, body, depth+1)
			})
		}
	}
	return false
}

// marksErrors reports whether a function marks errors, and all its returns are in sight.
func (c *checker) marksErrors(fn *types.Func, pkg *types.Package, depth int) bool {
	decl := c.declOfFunc(fn)
	if decl == nil {
		_, told := c.imported.marks(fn)
		return told
	}
	if decl.Body == nil || c.remarks(decl.Type, decl.Body, pkg) {
		return false
	}
	in := true
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || !in {
			return
		}
		results := returned(decl.Type, ret)
		if len(results) == 0 {
			in = false
			return
		}
		last := results[len(results)-1]
		in = c.stops(last, pkg, decl.Body) != maybe || c.told(last, pkg, decl.Body, depth+1)
	})
	return in
}

// isStop reports whether a mark ends what some library does.
func isStop(mark types.Object, _ bool) bool {
	lib := libraryOf(mark.Pkg())
	return lib != nil && slices.Contains(lib.stops, mark.Name())
}

// endOf tells what a package's library takes for an end.
func (c *checker) endOf(pkg *types.Package) func(mark types.Object, direct bool) bool {
	return func(mark types.Object, direct bool) bool {
		return isStop(mark, direct) && (mark.Pkg().Path() == pkg.Path() || sameFamily(mark.Pkg(), pkg)) && (direct || c.behind(pkg) == yes)
	}
}

// unmarkedAt returns the point at which an error does not end what a package's library does, where that may be
// either. It fails if that is not in sight, or if there are codes for which it may do both.
func (c *checker) unmarkedAt(at point, err ast.Expr, pkg *types.Package, body *ast.BlockStmt) (point, bool) {
	if !c.told(err, pkg, body, 0) {
		return at, false
	}
	failed := at.fails(err, true)
	goes, ends := at.marked(err, c.endOf(pkg), false), at.marked(err, c.endOf(pkg), true)
	if !at.marked(err, isStop, true).Reachable() && !at.Tells(err) {
		return at, false // the code flow has lost sight of it
	}
	for _, o := range failed.origins() {
		if blurs(failed, ends, goes, o.call) {
			return at, false
		}
	}
	return goes, true
}

// exportMarks tells importers which functions mark errors.
func (c *checker) exportMarks() {
	for fn, decl := range c.decls {
		results := fn.Signature().Results()
		if !fn.Exported() || decl.Body == nil || results.Len() == 0 {
			continue
		}
		if c.mentionsStop(decl.Body, c.pass.Pkg, 0) || c.mentionsMark(fn, 0) {
			told := takesError(fn) && results.Len() == 1 && !slices.ContainsFunc(c.pass.Pkg.Imports(), func(p *types.Package) bool {
				return libraryOf(p) != nil && !c.marksErrors(fn, p, 0)
			})
			c.pass.ExportObjectFact(fn, &marksFact{told})
		}
	}
}

// marksSome reports a call of a function that marks some of the errors that it gets as ones to try again, for the
// codes whose errors it marks.
func (c *checker) marksSome(f function, call *ast.CallExpr) {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || !takesError(fn) || !c.mentionsMark(fn, 0) {
		return
	}
	again := func(mark types.Object, _ bool) bool {
		lib := libraryOf(mark.Pkg())
		return lib != nil && slices.Contains(lib.marks, mark.Name())
	}
	at := c.before(call)
	if !at.Reachable() || !c.marksErrors(fn, fn.Pkg(), 0) {
		return
	}
	marked, not := at.marked(call, again, true), at.marked(call, again, false)
	failed := at
	for _, arg := range call.Args {
		if isError(c.pass.TypesInfo.TypeOf(arg)) {
			failed = failed.fails(arg, true)
		}
	}
	var with []source
	for _, o := range marked.origins() {
		if blurs(at, marked, not, o.call) {
			return
		}
		for _, s := range failed.origins() {
			if s.is(o) { // without an error there is nothing to mark
				o.codes = both{o.codes, s.codes}
				with = append(with, o)
			}
		}
	}
	c.givenFor(f, call, with, &not, new(library), "library", "this has")
}

// both are the codes that two sets have.
type both struct{ a, b codeSet }

func (s both) Has(text string) bool { return s.a.Has(text) && s.b.Has(text) }
func (s both) Undocumented() bool   { return s.a.Undocumented() && s.b.Undocumented() }

// mentionsMark reports whether a function, or one that it calls, marks an error as one to try again; of another
// package's, whether it marks errors.
func (c *checker) mentionsMark(fn *types.Func, depth int) bool {
	decl := c.declOfFunc(fn)
	if decl == nil {
		may, _ := c.imported.marks(fn)
		return may
	}
	found := false
	if decl.Body != nil && depth <= deepest {
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && !found {
				inner, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
				found = c.isMark(call) || c.declOfFunc(inner) != nil && c.mentionsMark(inner, depth+1)
			}
			return !found
		})
	}
	return found
}
