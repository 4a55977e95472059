package codeflow

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// anySentinels is a quick look at a package without codes: whether it is one of those that are worked on, and has errors for others.
func anySentinels(pass *analysis.Pass) bool {
	if !syntax.InMainModule(pass) {
		return false
	}
	scope := pass.Pkg.Scope()
	return slices.ContainsFunc(scope.Names(), func(name string) bool {
		v, ok := scope.Lookup(name).(*types.Var)
		return ok && v.Exported() && syntax.ImplementsError(v.Type())
	})
}

// exportSentinels tells importers of the package's errors what they may be.
func (e *engine) exportSentinels() {
	for v := range e.index.Vars {
		if !v.Exported() || v.Parent() != e.pass.Pkg.Scope() || !syntax.ImplementsError(v.Type()) {
			continue
		}
		switch err := e.packageVariable(v); {
		case len(err) == 1 && err[0].err.isPlain() && err[0].err.itself() == v:
			e.pass.ExportObjectFact(v, &sentinelFact{Plain: true})
		case len(err) != 1 || err[0].err.isTyped() || err[0].err.itself() != v:
			e.pass.ExportObjectFact(v, new(sentinelFact))
		}
	}
}

// exportSummaries tells importers of the exported functions whose results say
// something of codes.
func (e *engine) exportSummaries() {
	e.findConcerned()
	e.exportSentinels()
	e.exportTables()
	e.exportUnwraps()
	e.exportPasses()
	relaying := e.relaysAny()
	for fn, decl := range e.declared() {
		if !fn.Exported() || decl.Body == nil {
			continue
		}
		if !e.effects.Export(fn, decl) {
			continue
		}
		s := e.summary(decl)
		relays := relaying && e.relevant(decl)
		if s == nil && (relays || asksError(fn.Signature()) || asksItself(fn.Signature()) || makesMarks(fn.Signature())) { // for a sentinel, perhaps
			e.exportCalm(fn, decl)
		}
		if s == nil {
			e.exportSieve(fn)
			continue
		}
		if !s.saysAnything() && !s.restricts() && !e.flow(decl).takesCodes() {
			if relays || s.handed != nil || asksItself(fn.Signature()) || makesMarks(fn.Signature()) {
				e.exportCalm(fn, decl)
			}
			continue
		}
		if e.export(fn, s) {
			e.exportCalm(fn, decl)
		}
	}
}

// export tells importers what a function's summary says, if that can be told.
func (e *engine) export(fn *types.Func, s *summary) bool {
	x := &exporter{fact: new(summaryFact), index: make(map[*symbol]int)}
	if !x.summary(s) {
		return false
	}
	e.pass.ExportObjectFact(fn, x.fact)
	return true
}

// asksError reports whether a function says yes or no of an error that it gets, or of one in a struct that it gets, or of which
// kind it is, be it beside something else.
func asksError(sig *types.Signature) bool {
	if !slices.ContainsFunc(slices.Collect(sig.Results().Variables()), func(v *types.Var) bool { return isVerdict(v.Type()) }) {
		return false
	}
	if sig.Recv() != nil && holdsError(sig.Recv().Type()) {
		return true
	}
	for p := range sig.Params().Variables() {
		if holdsError(p.Type()) {
			return true
		}
	}
	return getsError(sig)
}

// handsOn reports whether a function makes an error of one that it gets, or tells of one in what it is a method of.
func handsOn(sig *types.Signature) bool {
	return sig.Results().Len() == 1 && syntax.IsErrorInterface(sig.Results().At(0).Type()) &&
		(getsError(sig) || sig.Recv() != nil && sig.Params().Len() == 0 && holdsError(sig.Recv().Type()))
}

// holdsError reports whether values of a type are structs with an error in a field, or lead to such.
func holdsError(t types.Type) bool {
	s, ok := syntax.Pointee(t).Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for f := range s.Fields() {
		if syntax.IsErrorInterface(f.Type()) {
			return true
		}
	}
	return false
}

// getsError reports whether a function gets an error.
func getsError(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if syntax.IsErrorInterface(p.Type()) {
			return true
		}
	}
	return false
}

// saysAnything reports whether a summary knows of codes, or of errors that may tell of some.
func (s *summary) saysAnything() bool {
	for _, parts := range s.results {
		for _, v := range parts {
			says := false
			v.symbols(func(sym *symbol) { says = says || sym.universe.domain != nil || sym.isSearched() })
			for _, o := range v {
				says = says || o.kind == isOneOf || o.err != nil && len(o.err.links) > 0
			}
			if says {
				return true
			}
		}
	}
	return false
}

// restricts reports whether the function returns for some of what it gets only.
func (s *summary) restricts() bool {
	for sym := range s.given {
		if !s.possible[sym].equal(sym.anything()) {
			return true
		}
	}
	return false
}

// isCheck reports whether all that is known of the function is for which errors it returns, or for a yes or no.
func (s *summary) isCheck() bool {
	for sym := range s.possible {
		if g, ok := s.given[sym]; !ok || g.path != errorIn && (g.path != "" || sym.universe != choice) {
			return false
		}
	}
	return !s.saysAnything()
}

// takesCodes reports whether the function gets codes.
func (f *flow) takesCodes() bool {
	return slices.ContainsFunc(f.order, func(l *location) bool {
		v, ok := l.root.(*types.Var)
		if !ok || l.code == nil {
			return false
		}
		_, ok = f.parameter(v)
		return ok
	})
}

type exporter struct {
	fact  *summaryFact
	index map[*symbol]int
}

func (x *exporter) summary(s *summary) bool {
	for i, sym := range s.symbols() {
		x.index[sym] = i
		f := symbolFact{Possible: exportSet(sym.universe, s.possible[sym]), Met: sym.isMet()}
		if d := sym.universe.domain; d != nil {
			f.Domain = d.ID
		}
		if g, ok := s.given[sym]; ok {
			if g.outer != nil { // a package's variable
				return false
			}
			f.Given, f.Param, f.Path = true, g.param, g.path
		}
		x.fact.Symbols = append(x.fact.Symbols, f)
	}
	for _, parts := range s.results {
		var fs []partFact
		for path, v := range parts {
			fs = append(fs, partFact{path, x.value(v)})
		}
		slices.SortFunc(fs, func(a, b partFact) int { return strings.Compare(a.Path, b.Path) })
		x.fact.Results = append(x.fact.Results, fs)
	}
	x.fact.Handed = s.handed
	return true
}

func exportSet(u *universe, s set) setFact {
	if u.domain == nil {
		return setFact{Bits: s.low}
	}
	f := setFact{Undocumented: s.has(u.undocumented()), Absent: s.has(u.size)}
	f.Others = s.len() > u.size/2
	for i, m := range u.domain.Members() {
		if s.has(i) != f.Others {
			f.Texts = append(f.Texts, m.Text)
		}
	}
	return f
}

func (x *exporter) value(v value) []outcomeFact {
	var fs []outcomeFact
	for _, o := range v {
		f := outcomeFact{Kind: int(o.kind), Symbol: -1}
		switch o.kind {
		case isSymbol:
			f.Symbol = x.index[o.sym]
		case isElement:
			f.Kind = int(anything)
		case isOneOf:
			f.Domain, f.Set = o.universe.domain.ID, exportSet(o.universe, o.set)
		case isConst:
			f.Const = exportConstant(o.val)
		case isError:
			f.Open, f.Fresh, f.In = o.err.open, o.err.fresh, o.err.given
			for _, l := range o.err.links {
				f.Links = append(f.Links, x.link(l))
			}
		}
		for _, c := range o.cond {
			f.Cond = append(f.Cond, condFact{x.index[c.sym], exportSet(c.sym.universe, c.set)})
		}
		fs = append(fs, f)
	}
	return fs
}

func (x *exporter) link(l link) linkFact {
	f := linkFact{Field: l.field, Direct: l.direct, Code: x.value(l.code)}
	for _, p := range l.beside {
		f.Beside = append(f.Beside, partFact{p.field, x.value(p.value)})
	}
	if l.object != nil && l.object.Pkg() != nil {
		f.Package, f.Object = l.object.Pkg().Path(), l.object.Name()
	}
	if l.mark != nil {
		f.Package, f.Object, f.Mark = l.mark.Pkg().Path(), l.mark.Name(), true
	}
	t := l.typ
	if p, ok := t.(*types.Pointer); ok {
		t, f.Pointer = p.Elem(), true
	}
	if named, ok := t.(*types.Named); ok && named.Obj().Pkg() != nil {
		f.TypePackage, f.TypeName = named.Obj().Pkg().Path(), named.Obj().Name()
		for _, method := range syntax.LookedIntoBy {
			if hasMethod(l.typ, method) {
				f.Methods = append(f.Methods, method)
			}
		}
	}
	return f
}

func exportConstant(v constant.Value) string {
	switch v.Kind() {
	case constant.String:
		return "s" + constant.StringVal(v)
	case constant.Bool:
		if constant.BoolVal(v) {
			return "t"
		}
		return "f"
	}
	return "n" + v.ExactString()
}
