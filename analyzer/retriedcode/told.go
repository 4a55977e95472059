package retriedcode

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
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
func (w *wrappers) marks(fn *types.Func) (may, inSight bool) {
	var fact marksFact
	may = w.pass != nil && w.pass.ImportObjectFact(fn, &fact)
	return may, fact.Told
}

// inSight reports whether all that an error may be marked by is in sight: of what a function of the program
// returns, whether all its returns are marks, or none.
func (c *checker) inSight(e ast.Expr, pkg *types.Package, body *ast.BlockStmt, depth int) bool {
	if depth > points.Deepest {
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
		hidden := func(by ast.Expr) bool {
			return by != nil && by != e && c.stops(by, pkg, body) == maybe && !c.inSight(by, pkg, body, depth+1)
		}
		call := c.Computed(v)
		return ok && !slices.ContainsFunc(c.Assigned(v), hidden) && (call == nil || !hidden(call))
	case *ast.CallExpr:
		fn, _ := syntax.Callee(info, x).(*types.Func)
		if fn == nil || fn.Pkg() == nil {
			return false
		}
		if wraps[fn.Pkg().Path()] || c.marksErrors(fn, pkg, depth) {
			return !slices.ContainsFunc(x.Args, func(arg ast.Expr) bool {
				return syntax.ImplementsError(info.TypeOf(arg)) && c.stops(arg, pkg, body) == maybe && !c.inSight(arg, pkg, body, depth+1)
			})
		}
	}
	return false
}

// marksErrors reports whether a function marks errors, and all its returns are in sight.
func (c *checker) marksErrors(fn *types.Func, pkg *types.Package, depth int) bool {
	decl := c.DeclOfFunc(fn)
	if decl == nil {
		_, inSight := c.imported.marks(fn)
		return inSight
	}
	if decl.Body == nil || c.remarks(decl.Type, decl.Body, pkg) {
		return false
	}
	inSight := true
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || !inSight {
			return
		}
		results := returned(decl.Type, ret)
		if len(results) == 0 {
			inSight = false
			return
		}
		last := results[len(results)-1]
		inSight = c.stops(last, pkg, decl.Body) != maybe || c.inSight(last, pkg, decl.Body, depth+1)
	})
	return inSight
}

// isStop reports whether a mark ends what some library does.
func isStop(mark types.Object, _ bool) bool {
	lib := libraries.Of(mark.Pkg())
	return lib != nil && slices.Contains(lib.Stops, mark.Name())
}

// endOf tells what a package's library takes for an end.
func (c *checker) endOf(pkg *types.Package) func(mark types.Object, direct bool) bool {
	return func(mark types.Object, direct bool) bool {
		return isStop(mark, direct) && (mark.Pkg().Path() == pkg.Path() || sameFamily(mark.Pkg(), pkg)) && (direct || c.behind(pkg) == yes)
	}
}

// unmarkedAt returns the point at which an error does not end what a package's library does, where that may be
// either. It fails if that is not in sight, or if there are codes for which it may do both.
func (c *checker) unmarkedAt(at points.Point, err ast.Expr, pkg *types.Package, body *ast.BlockStmt) (points.Point, bool) {
	if !c.inSight(err, pkg, body, 0) {
		return at, false
	}
	failed := at.Fails(err, true)
	goes, ends := at.Marked(err, c.endOf(pkg), false), at.Marked(err, c.endOf(pkg), true)
	if !at.Marked(err, isStop, true).Reachable() && !at.Tells(err) {
		return at, false // the code flow has lost sight of it
	}
	for _, o := range failed.Origins() {
		if excuses.Blurs(failed, ends, goes, o.Call) {
			return at, false
		}
	}
	return goes, true
}

// ofErrors leaves those of a reply's codes for which a function that makes an error of another one gets one: without it
// there is nothing to make.
func (c *checker) ofErrors(o points.Source, at points.Point, made ast.Expr) points.Source {
	call, ok := ast.Unparen(made).(*ast.CallExpr)
	if !ok {
		return o
	}
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || wraps[fn.Pkg().Path()] || !c.marks(fn) {
		return o
	}
	for _, arg := range call.Args {
		if !syntax.ImplementsError(c.pass.TypesInfo.TypeOf(arg)) {
			continue
		}
		for _, s := range at.Fails(arg, true).Origins() {
			if s.Is(o) {
				o.Codes = points.Both(o.Codes, s.Codes)
				break
			}
		}
	}
	return o
}

// exportMarks tells importers which functions mark errors.
func (c *checker) exportMarks() {
	for fn := range c.markers() {
		if !fn.Exported() {
			continue
		}
		told := takesError(fn) && fn.Signature().Results().Len() == 1 && !slices.ContainsFunc(c.pass.Pkg.Imports(), func(p *types.Package) bool {
			return libraries.Of(p) != nil && !c.marksErrors(fn, p, 0)
		})
		c.pass.ExportObjectFact(fn, &marksFact{told})
	}
}

// markers returns the functions of the package that may return an error which they, or what they call, mark.
func (c *checker) markers() map[*types.Func]bool {
	if c.marking != nil {
		return c.marking
	}
	c.marking = make(map[*types.Func]bool)
	callers := make(map[*types.Func][]*types.Func)
	var found []*types.Func
	for fn, decl := range c.Decls {
		if decl.Body == nil || !c.handsErrors(fn) {
			continue
		}
		marks := false
		c.inspectUnretried(decl.Body, func(e ast.Expr) {
			obj, _ := c.stopIn(e)
			marks = marks || obj != nil
			call, ok := e.(*ast.CallExpr)
			if !ok {
				return
			}
			callee, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
			if callee == nil {
				return
			}
			if c.DeclOfFunc(callee) != nil {
				callers[callee.Origin()] = append(callers[callee.Origin()], fn)
				return
			}
			may, _ := c.imported.marks(callee)
			marks = marks || may || c.isMark(call)
		})
		if marks {
			found = append(found, fn)
		}
	}
	for len(found) > 0 {
		fn := found[0]
		if found = found[1:]; !c.marking[fn] {
			c.marking[fn] = true
			found = append(found, callers[fn]...)
		}
	}
	return c.marking
}

// handsErrors reports whether a function returns an error, or what a library has instead.
func (c *checker) handsErrors(fn *types.Func) bool {
	for r := range fn.Signature().Results().Variables() {
		named, ok := syntax.Pointee(r.Type()).(*types.Named)
		if syntax.ImplementsError(r.Type()) || ok && libraries.Of(named.Obj().Pkg()) != nil {
			return true
		}
	}
	return false
}

// inspectUnretried visits the expressions in a body, but for the functions that it hands to a library: what these
// mark, the library sees, and no caller.
func (c *checker) inspectUnretried(body ast.Node, visit func(ast.Expr)) {
	ast.Inspect(body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		visit(e)
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		obj := syntax.Callee(c.pass.TypesInfo, call)
		if obj == nil {
			return true
		}
		lib := libraries.Of(obj.Pkg())
		runs := func(r libraries.Runner) bool { return r.Name == syntax.ObjectName(obj) }
		if lib == nil || !slices.ContainsFunc(lib.Runs, runs) && len(lib.Marks) == 0 {
			return true
		}
		for _, arg := range call.Args {
			if _, operation := ast.Unparen(arg).(*ast.FuncLit); !operation {
				c.inspectUnretried(arg, visit)
			}
		}
		return false
	})
}

// marksSome reports a call of a function that marks some of the errors that it gets as ones to try again, for the
// codes whose errors it marks.
func (c *checker) marksSome(f points.Function, call *ast.CallExpr) {
	fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || !takesError(fn) || !c.marks(fn) {
		return
	}
	again := func(mark types.Object, _ bool) bool {
		lib := libraries.Of(mark.Pkg())
		return lib != nil && slices.Contains(lib.Marks, mark.Name())
	}
	at := c.Before(call)
	if !at.Reachable() || !c.marksErrors(fn, fn.Pkg(), 0) {
		return
	}
	marked, not := at.Marked(call, again, true), at.Marked(call, again, false)
	failed := at
	for _, arg := range call.Args {
		if syntax.ImplementsError(c.pass.TypesInfo.TypeOf(arg)) {
			failed = failed.Fails(arg, true)
		}
	}
	var with []points.Source
	for _, o := range marked.Origins() {
		if excuses.Blurs(at, marked, not, o.Call) {
			return
		}
		for _, s := range failed.Origins() {
			if s.Is(o) { // without an error there is nothing to mark
				o.Codes = points.Both(o.Codes, s.Codes)
				with = append(with, o)
			}
		}
	}
	c.givenFor(f, call, with, &not, new(libraries.Library), "library", "this has")
}

// marks reports whether a function may mark errors that it gets.
func (c *checker) marks(fn *types.Func) bool {
	if c.DeclOfFunc(fn) != nil {
		return c.markers()[fn.Origin()]
	}
	may, _ := c.imported.marks(fn)
	return may
}
