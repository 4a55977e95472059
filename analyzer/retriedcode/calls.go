package retriedcode

import (
	"fmt"
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/codes"
)

// calls reports what a function hands to retry libraries.
func (c *checker) calls(f function) {
	inspectFunc(f.body, func(n ast.Node) {
		if e, ok := n.(ast.Expr); ok {
			c.abandoned(f, e)
		}
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return
		}
		obj := callee(c.pass.TypesInfo, call)
		if obj == nil {
			return
		}
		lib := libraryOf(obj.Pkg())
		if lib == nil {
			if h := c.helpers.Of(call); h != nil && h.Param < len(call.Args) && !call.Ellipsis.IsValid() {
				c.operation(call, runner{arg: h.Param, predicate: h.Predicate + 1}, nil, c.pass.Pkg)
			}
			return
		}
		name := objectName(obj)
		for _, r := range lib.runs {
			if r.name != name {
				continue
			}
			if r.arg = c.functionFrom(call, r.arg); r.arg < len(call.Args) {
				c.operation(call, r, lib, obj.Pkg())
			}
		}
		if slices.Contains(lib.marks, name) {
			c.given(f, call, "library", "this has")
		}
		for _, g := range lib.gives {
			if g.name == name && (g.arg < 0 || g.arg < len(call.Args) && c.isTrue(call.Args[g.arg])) {
				c.given(f, call, "redelivery", "this has")
			}
		}
	})
	c.handler(f)
}

// functionFrom returns the index of the first argument, from i on, that is a
// function: between versions, operations move behind a context.
func (c *checker) functionFrom(call *ast.CallExpr, i int) int {
	for ; i < len(call.Args); i++ {
		if t := c.pass.TypesInfo.TypeOf(call.Args[i]); t != nil {
			if _, ok := t.Underlying().(*types.Signature); ok {
				break
			}
		}
	}
	return i
}

func (c *checker) isTrue(e ast.Expr) bool {
	v := c.pass.TypesInfo.Types[e].Value
	return v != nil && v.ExactString() == "true"
}

// given reports a call that says "again", for the codes that get to it.
func (c *checker) given(f function, call *ast.CallExpr, category, subject string) {
	for _, o := range c.before(call).origins() {
		if o.call == nil || o.call.Pos() < f.body.Pos() || o.call.End() > f.body.End() {
			continue
		}
		never, _, ok := c.judge(o)
		if !ok || len(never) == 0 || c.reported[call.Pos()] || c.opaqueBefore(f, o.call, call) {
			continue
		}
		c.reported[call.Pos()] = true
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: category,
			Message: fmt.Sprintf("%s the same request sent again (line %d) for %s; do so only if the code's Retryable method says that it may pass",
				subject, c.line(o.call), describe(never, nil)),
		})
	}
}

func (c *checker) line(n ast.Node) int { return c.pass.Fset.Position(n.Pos()).Line }

func (c *checker) opaqueBefore(f function, fetch, at *ast.CallExpr) bool {
	return c.opaque(region{node: f.body, from: f.body.Pos(), to: at.Pos()}, fetch)
}

// operationOf returns the function that an argument is.
func (c *checker) operationOf(e ast.Expr) (node ast.Node, typ *ast.FuncType, body *ast.BlockStmt) {
	info := c.pass.TypesInfo
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !info.Types[call.Fun].IsType() {
			break
		}
		e = call.Args[0]
	}
	if lit := c.literalOf(e); lit != nil {
		return lit, lit.Type, lit.Body
	}
	var obj types.Object
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		obj = info.Uses[x]
	case *ast.SelectorExpr:
		obj = info.Uses[x.Sel]
	}
	if fn, ok := obj.(*types.Func); ok {
		if decl := c.declOfFunc(fn); decl != nil && decl.Body != nil {
			return decl, decl.Type, decl.Body
		}
	}
	return nil, nil, nil
}

// operation reports a call that has a function called again for codes that cannot
// succeed.
func (c *checker) operation(call *ast.CallExpr, r runner, lib *library, pkg *types.Package) {
	node, typ, body := c.operationOf(call.Args[r.arg])
	if body == nil {
		return
	}
	stops := true
	if lib != nil || r.predicate > 0 {
		decided, replaced := c.filtered(call, r, lib)
		if decided {
			return
		}
		stops = !replaced
	}
	reg := region{node: node, from: body.Pos(), to: body.End()}
	found := c.failing(typ, body, r.again, pkg, stops)
	for _, o := range found {
		never, fix, ok := c.judge(o)
		if !ok || !c.sameRequest(o.call, reg) || c.opaque(reg, o.call) {
			continue
		}
		never = c.notSaidElsewhere(reg, o.domain, never)
		if len(never)+len(fix) == 0 || c.reported[call.Pos()] {
			continue
		}
		c.reported[call.Pos()] = true
		advice := "return an error that ends it, or keep the code out of its sight, unless the Retryable method says that it may pass"
		if lib != nil && len(lib.stops) > 0 && stops {
			advice = "return " + pkg.Name() + "." + lib.stops[0] + " for them"
		}
		if r.again == onFalse {
			advice = "return the code as an error for them"
		}
		c.report.Report(analysis.Diagnostic{
			Pos: call.Pos(), End: call.End(), Category: "library",
			Message: fmt.Sprintf("this call has the same request sent again (line %d) for %s; %s", c.line(o.call), describe(never, fix), advice),
		})
	}
}

// failing returns the replies, and their codes, for which a function returns what
// has it called again.
func (c *checker) failing(typ *ast.FuncType, body *ast.BlockStmt, when again, pkg *types.Package, stops bool) []source {
	all := make(map[*ast.CallExpr]*gathered)
	var order []*ast.CallExpr
	unknown := false
	inspectFunc(body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || unknown {
			return
		}
		at := c.before(ret)
		if !at.Reachable() {
			return
		}
		results := returned(typ, ret)
		if len(results) == 0 {
			unknown = true
			return
		}
		err := results[len(results)-1]
		if when == onError {
			if !c.endsWithError(err) && !c.pass.TypesInfo.Types[err].IsNil() {
				unknown = true
				return
			}
			if stops {
				switch c.stops(err, pkg, body) {
				case yes:
					return
				case maybe:
					unknown = true
					return
				}
			}
			at = at.fails(err, true)
		} else {
			if len(results) != 2 {
				unknown = true
				return
			}
			at = at.assume(results[0], when == onTrue)
			if at.Reachable() {
				at = at.fails(err, when == onTrue)
			}
		}
		for _, o := range at.origins() {
			if o.call == nil || o.call.Pos() < body.Pos() || o.call.End() > body.End() {
				continue
			}
			g := all[o.call]
			if g == nil {
				g = &gathered{domain: o.domain, has: make(map[string]bool)}
				all[o.call] = g
				order = append(order, o.call)
			}
			for _, m := range o.domain.Members() {
				g.has[m.Text] = g.has[m.Text] || o.codes.Has(m.Text)
			}
		}
	})
	if unknown {
		return nil
	}
	var found []source
	for _, call := range order {
		g := all[call]
		found = append(found, source{call: call, domain: g.domain, codes: g})
	}
	return found
}

// returned returns what a statement returns: of a bare return the named results.
func returned(typ *ast.FuncType, ret *ast.ReturnStmt) []ast.Expr {
	if len(ret.Results) > 0 || typ.Results == nil {
		return ret.Results
	}
	var all []ast.Expr
	for _, field := range typ.Results.List {
		for _, name := range field.Names {
			all = append(all, name)
		}
	}
	return all
}

// endsWithError reports whether an expression is an error, or the last of what it
// gives is: return send(m).
func (c *checker) endsWithError(e ast.Expr) bool {
	t := c.pass.TypesInfo.TypeOf(e)
	if several, ok := t.(*types.Tuple); ok && several.Len() > 0 {
		t = several.At(several.Len() - 1).Type()
	}
	return isError(t)
}

// gathered is a set of codes that several points have in common.
type gathered struct {
	domain *domain.Domain
	has    map[string]bool
}

func (g *gathered) Has(text string) bool { return g.has[text] }
func (g *gathered) Undocumented() bool   { return true }

// filtered looks at the options that go with a call: decided if they, and not the
// error, say what is tried again; replaced if the library's stops mean nothing.
func (c *checker) filtered(call *ast.CallExpr, r runner, lib *library) (decided, replaced bool) {
	info := c.pass.TypesInfo
	if r.predicate > 0 {
		return c.byPredicate(call.Args[r.predicate-1])
	}
	if lib.filters == nil && r.from == "" {
		return false, false
	}
	if call.Ellipsis.IsValid() {
		return true, false
	}
	var parts []ast.Expr
	for i, arg := range call.Args {
		if i != r.arg {
			parts = append(parts, arg)
		}
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
		parts = append(parts, sel.X)
	}
	seen := make(map[ast.Expr]bool)
	for len(parts) > 0 {
		e := ast.Unparen(parts[0])
		parts = parts[1:]
		if seen[e] {
			continue
		}
		seen[e] = true
		switch x := e.(type) {
		case *ast.Ident, *ast.SelectorExpr:
			t := info.TypeOf(e)
			if t == nil || !c.ofLibrary(t, lib) {
				continue
			}
			v := c.once(e)
			if v == nil {
				return true, false // made elsewhere
			}
			parts = append(parts, v)
		case *ast.CallExpr:
			obj := callee(info, x)
			if obj == nil {
				continue
			}
			if libraryOf(obj.Pkg()) != lib && !c.ofLibraryPackage(obj, lib) {
				if t := info.TypeOf(e); t != nil && c.ofLibrary(t, lib) {
					return true, false // a function of the program's makes it
				}
				continue
			}
			if x.Ellipsis.IsValid() {
				return true, false
			}
			if r.from == obj.Name() && r.nilArg < len(x.Args) && !c.takesAll(x.Args[r.nilArg]) {
				return true, false
			}
			if again, ok := lib.filters[obj.Name()]; ok {
				if !again || len(x.Args) != 1 {
					return true, false
				}
				d, rep := c.byPredicate(x.Args[0])
				if d {
					return true, false
				}
				replaced = replaced || rep && lib.replaces
			}
			parts = append(parts, x.Args...)
			if sel, ok := ast.Unparen(x.Fun).(*ast.SelectorExpr); ok && info.Selections[sel] != nil {
				parts = append(parts, sel.X)
			}
		}
	}
	return false, replaced
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
func (c *checker) ofLibrary(t types.Type, lib *library) bool {
	if p, ok := types.Unalias(t).(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && c.ofLibraryPackage(named.Obj(), lib)
}

func (c *checker) ofLibraryPackage(obj types.Object, lib *library) bool {
	if obj.Pkg() == nil {
		return false
	}
	path := unversioned(obj.Pkg().Path())
	return path == lib.path || len(path) > len(lib.path) && path[:len(lib.path)+1] == lib.path+"/"
}

// byPredicate looks at a predicate that is handed over: decided if it has a say
// that we cannot follow, or that is reported where it is said.
func (c *checker) byPredicate(e ast.Expr) (decided, ignored bool) {
	node, typ, body := c.operationOf(e)
	if body == nil {
		return true, false
	}
	cs := c.predicate(node, body, 0)
	if cs.codes {
		c.reportPredicate(cs)
		return true, false
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
	return looks, !looks
}

// abandoned reports a stop for codes that pass by themselves.
func (c *checker) abandoned(f function, e ast.Expr) {
	obj, lib := c.stopIn(e)
	if obj == nil || lib == nil {
		return
	}
	switch e.(type) {
	case *ast.CallExpr, *ast.SelectorExpr:
	default:
		return
	}
	if _, isType := obj.(*types.TypeName); isType {
		return
	}
	if fn, ok := obj.(*types.Func); ok && e != ast.Expr(nil) {
		if _, call := e.(*ast.CallExpr); !call || fn == nil {
			return
		}
	}
	for _, o := range c.before(e).origins() {
		if o.call == nil || o.call.Pos() < f.body.Pos() || o.call.End() > f.body.End() || !o.only(codes.RetryWithBackoff) {
			continue
		}
		if !c.onlyCodesLead(f, e) || c.reported[e.Pos()] {
			continue
		}
		c.reported[e.Pos()] = true
		var members []domain.Member
		for _, m := range o.domain.Members() {
			if o.codes.Has(m.Text) {
				members = append(members, m)
			}
		}
		c.report.Report(analysis.Diagnostic{
			Pos: e.Pos(), End: e.End(), Category: "abandoned",
			Message: fmt.Sprintf("%s ends the retries for %s, which pass if sent again later; return an error without it",
				types.ExprString(nameOf(e)), list(members, "backoff")),
		})
	}
}

func nameOf(e ast.Expr) ast.Expr {
	if call, ok := e.(*ast.CallExpr); ok {
		return call.Fun
	}
	return e
}

// onlyCodesLead reports whether all conditions on the way to an expression are
// about codes and errors: where an attempt's number has a say, giving up is
// meant.
func (c *checker) onlyCodesLead(f function, e ast.Expr) bool {
	ok := true
	check := func(cond ast.Expr) {
		about := false
		ast.Inspect(cond, func(n ast.Node) bool {
			x, isExpr := n.(ast.Expr)
			if !isExpr || about {
				return !about
			}
			if _, code := c.bindings.Of(x); code {
				about = true
			} else if t := c.pass.TypesInfo.TypeOf(x); t != nil && isError(t) {
				about = true
			}
			return !about
		})
		counts := false
		ast.Inspect(cond, func(n ast.Node) bool {
			if id, isIdent := n.(*ast.Ident); isIdent && c.pass.TypesInfo.Uses[id] != nil {
				if v, isVar := c.pass.TypesInfo.Uses[id].(*types.Var); isVar && isNumber(v.Type()) {
					if _, code := c.bindings.Of(id); !code && !v.IsField() {
						counts = true
					}
				}
			}
			return true
		})
		ok = ok && about && !counts
	}
	ast.PreorderStack(f.body, nil, func(n ast.Node, stack []ast.Node) bool {
		if n.Pos() > e.Pos() || n.End() < e.End() {
			return false
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			if n.Cond.End() <= e.Pos() {
				check(n.Cond)
			}
		case *ast.SwitchStmt:
			if n.Tag != nil {
				check(n.Tag)
			}
		case *ast.CaseClause:
			if s, tagged := switchOf(stack); s != nil && !tagged {
				for _, cond := range n.List {
					check(cond)
				}
			}
		case *ast.ForStmt, *ast.RangeStmt:
			ok = false
		}
		return true
	})
	return ok
}

func switchOf(stack []ast.Node) (*ast.SwitchStmt, bool) {
	for i := len(stack) - 1; i >= 0; i-- {
		if s, ok := stack[i].(*ast.SwitchStmt); ok {
			return s, s.Tag != nil
		}
		if _, ok := stack[i].(*ast.BlockStmt); !ok {
			break
		}
	}
	return nil, false
}

// handler reports returns of a function that a library calls again with the same
// message.
func (c *checker) handler(f function) {
	var lib *library
	var h handler
	var pkg *types.Package
	for _, field := range f.typ.Params.List {
		t := c.pass.TypesInfo.TypeOf(field.Type)
		p, ok := types.Unalias(t).(*types.Pointer)
		if !ok {
			continue
		}
		named, ok := types.Unalias(p.Elem()).(*types.Named)
		if !ok || named.Obj().Pkg() == nil {
			continue
		}
		// An alias or an embedding package may declare it elsewhere.
		for _, cand := range c.librariesOf(named.Obj().Pkg()) {
			for _, one := range cand.handlers {
				if one.param == named.Obj().Name() {
					lib, h, pkg = cand, one, named.Obj().Pkg()
				}
			}
		}
	}
	if lib == nil || f.typ.Results == nil {
		return
	}
	results := f.typ.Results.List
	if !isError(c.pass.TypesInfo.TypeOf(results[len(results)-1].Type)) {
		return
	}
	inspectFunc(f.body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok {
			return
		}
		results := returned(f.typ, ret)
		if len(results) == 0 {
			return
		}
		err := results[len(results)-1]
		if !c.endsWithError(err) || c.stops(err, pkg, f.body) != no {
			return
		}
		for _, o := range c.before(ret).fails(err, true).origins() {
			if o.call == nil || o.call.Pos() < f.body.Pos() || o.call.End() > f.body.End() {
				continue
			}
			never, _, ok := c.judge(o)
			if !ok || len(never) == 0 || c.reported[ret.Pos()] || c.opaque(region{node: f.body, from: f.body.Pos(), to: ret.Pos()}, o.call) {
				continue
			}
			c.reported[ret.Pos()] = true
			advice := "return nil for them, and note that the message is lost"
			if len(lib.stops) > 0 {
				advice = "return " + pkg.Name() + "." + lib.stops[0] + " for them"
			}
			c.report.Report(analysis.Diagnostic{
				Pos: ret.Pos(), End: ret.End(), Category: "redelivery",
				Message: fmt.Sprintf("this error has the message delivered, and the same request sent (line %d), again for %s%s; %s",
					c.line(o.call), describe(never, nil), h.note, advice),
			})
		}
	})
}

// librariesOf returns the libraries whose types a package declares: river has them
// in a package of its own.
func (c *checker) librariesOf(p *types.Package) []*library {
	if lib := libraryOf(p); lib != nil {
		return []*library{lib}
	}
	return nil
}
