package retriedcode

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// operationOf returns the function that an argument is, also where a variable or field holds it, or a method of
// a value.
func (c *checker) operationOf(e ast.Expr) (node ast.Node, typ *ast.FuncType, body *ast.BlockStmt) {
	return c.operationHeld(e, 0)
}

func (c *checker) operationHeld(e ast.Expr, depth int) (node ast.Node, typ *ast.FuncType, body *ast.BlockStmt) {
	info := c.pass.TypesInfo
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !info.Types[call.Fun].IsType() {
			break
		}
		e = call.Args[0]
	}
	if lit := c.LiteralOf(e); lit != nil {
		return lit, lit.Type, lit.Body
	}
	if call, ok := ast.Unparen(e).(*ast.CallExpr); ok {
		if of := c.relays.Undecorated(call, c.Once); of != nil && depth < points.Deepest {
			return c.operationHeld(of, depth+1)
		}
		if made := c.madeBy(call); made != nil {
			if lit, ok := ast.Unparen(made).(*ast.FuncLit); ok {
				return lit, lit.Type, lit.Body
			}
		}
	}
	var obj types.Object
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj = info.Uses[x]
	case *ast.SelectorExpr:
		obj = info.Uses[x.Sel]
	}
	switch obj := obj.(type) {
	case *types.Func:
		if decl := c.implementationOf(obj); decl != nil && decl.Body != nil {
			return decl, decl.Type, decl.Body
		}
	case *types.Var:
		if held := c.Once(e); held != nil && depth < points.Deepest {
			return c.operationHeld(held, depth+1)
		}
	}
	return nil, nil, nil
}

// implementationOf returns the declaration of a function: of an interface's method that of the one type which
// has to do with codes, nil if there are several.
func (c *checker) implementationOf(fn *types.Func) *ast.FuncDecl {
	if decl := c.DeclOfFunc(fn); decl != nil {
		return decl
	}
	var only *ast.FuncDecl
	for _, impl := range syntax.Implementations(c.pass, fn) {
		decl := c.DeclOfFunc(impl)
		if decl == nil || only != nil && c.Flow.Concerns(decl) {
			return nil
		}
		if c.Flow.Concerns(decl) {
			only = decl
		}
	}
	return only
}

// operation reports a call that has a function called again for codes that cannot
// succeed.
func (c *checker) operation(call *ast.CallExpr, r libraries.Runner, lib *libraries.Library, pkg *types.Package, h *repeats.Helper) {
	_, typ, body := c.operationOf(call.Args[r.Arg])
	if c.endedBeside(call, r, lib) {
		return
	}
	var by filter
	switch {
	case body == nil && (r.Again != libraries.OnError || h != nil && h.Result >= 0):
		return
	case r.Again == libraries.Always:
		c.forever(call, r)
		return
	case h != nil:
		if by = c.byHelper(h, call, typ, body); by.decided {
			return
		}
	}
	if lib != nil || r.Predicate > 0 {
		also := c.filtered(call, r, lib)
		if also.decided {
			return
		}
		by.replaced = also.replaced
		by.asks = append(by.asks, also.asks...)
	}
	c.calledAgain(call, r, lib, pkg, by)
}

// wrapped reports a call of a function of the program that hands an operation to a library.
func (c *checker) wrapped(call *ast.CallExpr, w *wrapper) {
	lib := libraries.Of(w.library)
	outer := w.runner
	outer.Arg, outer.Predicate = w.param, 0
	if c.endedBeside(call, outer, lib) {
		return
	}
	left := *w
	if w.call != nil { // else its own package has looked
		if c.endedBeside(w.call, w.runner, lib) {
			return
		}
		by := c.filteredWith(w.call, w.runner, lib, c.givenBy(call, w))
		if by.decided {
			return
		}
		if fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func); fn != nil && len(by.asks) > 0 {
			var ok bool
			if left, ok = c.leftToCaller(w, fn); !ok {
				c.calledAgain(call, outer, lib, w.library, by)
				return
			}
		} else {
			left.replaced = by.replaced
		}
	}
	by := filter{replaced: left.replaced}
	if left.predicate > 0 && left.predicate <= len(call.Args) {
		if by = c.byPredicate(call.Args[left.predicate-1]); by.decided {
			return
		}
		by.replaced = left.replaced
	}
	c.calledAgain(call, outer, lib, w.library, by)
}

// calledAgain reports a call that has its operation called again for codes that cannot succeed,
// if what goes with it leaves that to the operation.
func (c *checker) calledAgain(call *ast.CallExpr, r libraries.Runner, lib *libraries.Library, pkg *types.Package, by filter) {
	node, typ, body := c.operationOf(call.Args[r.Arg])
	if body == nil {
		c.theirs(call, r, lib, pkg, by)
		return
	}
	if c.remarks(typ, body, pkg) {
		return
	}
	stops := !by.replaced
	reg := requests.Region{Node: node, From: body.Pos(), To: body.End(), Counted: c.numbersOf(typ)}
	found := c.failing(typ, body, r.Again, pkg, by)
	for _, o := range found {
		var same bool
		if o.Source, same = c.Unchanged(points.Round{Node: call, Region: reg}, o.Source); !same {
			continue
		}
		o.Absent = r.Again == libraries.OnError && c.ReturnsWithout(body, o.Source)
		never, fix, ok := c.refused(o.Source)
		if !ok || c.Opaque(reg, o.Call) {
			continue
		}
		never = c.notSaidElsewhere(reg, o.Source, c.unlessCancelled(reg, o.Source, never))
		fix = c.unlessCancelled(reg, o.Source, fix)
		if len(never)+len(fix) == 0 || c.reported[call.Pos()] || !c.Before(call).Reachable() {
			continue
		}
		c.reported[call.Pos()] = true
		advice := c.endAdvice(o.Source, r, lib, pkg, stops)
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: "library",
			Message:        fmt.Sprintf("this call has the same request sent again (line %d) for %s; %s", c.sentLine(o.Call), describe(never, fix), advice),
			SuggestedFixes: c.endFix(points.Function{Node: node, Type: typ, Body: body}, o, slices.Concat(never, fix), r, lib, pkg, stops),
		})
	}
}

// theirs is calledAgain for another package's function.
func (c *checker) theirs(call *ast.CallExpr, r libraries.Runner, lib *libraries.Library, pkg *types.Package, by filter) {
	fun := ast.Unparen(c.bare(call.Args[r.Arg]))
	fn, _ := syntax.Callee(c.pass.TypesInfo, &ast.CallExpr{Fun: fun}).(*types.Func)
	if fn == nil || c.DeclOfFunc(fn) != nil || r.Again != libraries.OnError || len(by.asks) > 0 || by.results != nil {
		return
	}
	if marks, _ := c.imported.marks(fn); marks {
		return // some of its errors may end it
	}
	at, ok := c.Before(call).FailsBy(call, fun)
	if !ok {
		return
	}
	fetch := &ast.CallExpr{Fun: fun, Lparen: fun.End(), Rparen: fun.End()}
	for _, o := range at.Origins() {
		if o.Call != call || c.reported[call.Pos()] {
			continue
		}
		never, fix, ok := c.refused(o)
		if !ok || !c.requests.Same(fetch, requests.Region{Node: call, From: call.Pos(), To: call.End()}) {
			continue
		}
		c.reported[call.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: "library",
			Message: fmt.Sprintf("this call has the same request sent again (line %d) for %s; %s",
				c.Line(fun), describe(never, fix), c.endAdvice(o, r, lib, pkg, !by.replaced)),
		})
	}
}

// endAdvice says what to do about an operation that a library calls again.
func (c *checker) endAdvice(o points.Source, r libraries.Runner, lib *libraries.Library, pkg *types.Package, stops bool) string {
	switch {
	case r.Again == libraries.OnFalse:
		return "return the code as an error for them"
	case lib != nil && len(lib.Stops) > 0 && stops:
		return "return " + pkg.Name() + "." + lib.Stops[0] + " for them"
	}
	return "return an error at which it stops, or keep their error in a variable and return nil, unless " + c.mayPass(o.Domain)
}

// numbersOf returns a function's parameters that are numbers: of an operation, the attempt's.
func (c *checker) numbersOf(typ *ast.FuncType) map[types.Object]bool {
	numbers := make(map[types.Object]bool)
	for _, field := range typ.Params.List {
		for _, name := range field.Names {
			if p := c.pass.TypesInfo.Defs[name]; p != nil && syntax.IsInteger(p.Type()) {
				numbers[p] = true
			}
		}
	}
	return numbers
}

// endFix returns the fix for an operation that a library calls again.
func (c *checker) endFix(f points.Function, o outlet, out []domain.Member, r libraries.Runner, lib *libraries.Library, pkg *types.Package, stops bool) []analysis.SuggestedFix {
	if lib == nil || r.Again != libraries.OnError || !stops || r.Predicate > 0 || c.isCalledToo(f) {
		return nil
	}
	return c.Stop(f, o.Source, o.rets, out, lib.End, pkg)
}

// isCalledToo reports whether a function that is handed to a library may be called by others too, who would get its mark.
func (c *checker) isCalledToo(f points.Function) bool {
	decl, ok := f.Node.(*ast.FuncDecl)
	if !ok {
		return false
	}
	fn, ok := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	return !ok || fn.Exported() || c.usesOf()[fn].called
}

// An outlet is a reply whose codes leave a function as what has it called again,
// and the returns at which they do.
type outlet struct {
	points.Source
	rets []*ast.ReturnStmt
}

func (g *gathered) Has(text string) bool { return g.has[text] }
func (g *gathered) Undocumented() bool   { return true }
