package codeflow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// A summaryFact is on a function: its summary, for importers. Sets are told by
// texts, since a domain can have more members elsewhere.
type summaryFact struct {
	Symbols []symbolFact
	Results [][]partFact
	Handed  map[int]int
}

type symbolFact struct {
	Domain   string // "" for a choice
	Given    bool
	Param    int
	Path     string
	Possible setFact
}

// A setFact is a set of codes: those listed, or, if Others, all but those.
type setFact struct {
	Texts        []string
	Others       bool // all members but those listed
	Undocumented bool
	Absent       bool
	Bits         uint64 // of a choice
}

type partFact struct {
	Path     string
	Outcomes []outcomeFact
}

type outcomeFact struct {
	Kind   int
	Symbol int // index in Symbols, -1 for none
	Set    setFact
	Domain string
	Const  string // exact, with its kind before it
	Links  []linkFact
	Open   bool
	Fresh  bool
	Cond   []condFact
}

type linkFact struct {
	Package, Object string // of a package's variable
	TypePackage     string
	TypeName        string
	Pointer         bool
	Code            []outcomeFact
	Field           string
	Direct          bool
}

type condFact struct {
	Symbol int
	Set    setFact
}

func (*summaryFact) AFact()         {}
func (*summaryFact) String() string { return "summary" }

// A neverFact is on a function that never returns.
type neverFact struct{}

func (*neverFact) AFact()         {}
func (*neverFact) String() string { return "never returns" }

// A plainFact is on a variable that errors.New made, or its like: what it is, no
// other error is, and nothing is in it.
type plainFact struct{}

func (*plainFact) AFact()         {}
func (*plainFact) String() string { return "plain error" }

// exportPlain tells importers of the package's plain errors.
func (e *engine) exportPlain() {
	for v := range e.index.vars {
		if v.Exported() && v.Parent() == e.pass.Pkg.Scope() {
			if err := e.packageVariable(v); len(err) == 1 && err[0].err.isPlain() {
				e.pass.ExportObjectFact(v, new(plainFact))
			}
		}
	}
}

// exportSummaries tells importers of the exported functions whose results say
// something of codes.
func (e *engine) exportSummaries() {
	e.findConcerned()
	e.exportPlain()
	e.exportTables()
	for fn, decl := range e.index.decls {
		if !fn.Exported() || decl.Body == nil {
			continue
		}
		if e.never(fn) {
			e.pass.ExportObjectFact(fn, new(neverFact))
			continue
		}
		e.exportQuiet(fn, decl)
		s := e.summary(decl)
		if s == nil && asksError(fn.Signature()) { // for a sentinel, perhaps
			e.exportCalm(fn, decl)
		}
		if s == nil || !s.saysAnything() && !s.restricts() && !e.flow(decl).takesCodes() {
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

// asksError reports whether a function tells something of an error that it gets.
func asksError(sig *types.Signature) bool {
	if sig.Results().Len() != 1 || !isBoolean(sig.Results().At(0).Type()) {
		return false
	}
	for i := range sig.Params().Len() {
		if isErrorInterface(sig.Params().At(i).Type()) {
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

// isCheck reports whether all that is known of the function is for which errors it returns.
func (s *summary) isCheck() bool {
	for sym := range s.possible {
		if g, ok := s.given[sym]; !ok || g.path != errorIn {
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
	var syms []*symbol
	for sym := range s.possible {
		syms = append(syms, sym)
	}
	slices.SortFunc(syms, func(a, b *symbol) int { return a.id - b.id })
	for i, sym := range syms {
		x.index[sym] = i
		f := symbolFact{Possible: exportSet(sym.universe, s.possible[sym])}
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
			f.Open, f.Fresh = o.err.open, o.err.fresh
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
	if l.object != nil && l.object.Pkg() != nil {
		f.Package, f.Object = l.object.Pkg().Path(), l.object.Name()
	}
	t := l.typ
	if p, ok := t.(*types.Pointer); ok {
		t, f.Pointer = p.Elem(), true
	}
	if named, ok := t.(*types.Named); ok && named.Obj().Pkg() != nil {
		f.TypePackage, f.TypeName = named.Obj().Pkg().Path(), named.Obj().Name()
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

func importConstant(text string) constant.Value {
	switch text[0] {
	case 's':
		return constant.MakeString(text[1:])
	case 't', 'f':
		return constant.MakeBool(text == "t")
	}
	return number(text[1:])
}

// number returns the constant that exact text stands for: a fraction has a slash.
func number(text string) constant.Value {
	kind := token.INT
	if strings.ContainsAny(text, "/.e") {
		kind = token.FLOAT
	}
	if num, den, ok := strings.Cut(text, "/"); ok {
		return constant.BinaryOp(number(num), token.QUO, number(den))
	}
	if rest, ok := strings.CutPrefix(text, "-"); ok {
		return constant.UnaryOp(token.SUB, constant.MakeFromLiteral(rest, kind, 0), 0)
	}
	return constant.MakeFromLiteral(text, kind, 0)
}

// importedSummary returns what another package says of its function.
func (e *engine) importedSummary(fn *types.Func) *summary {
	if s, ok := e.imported[fn]; ok {
		return s
	}
	e.imported[fn] = nil
	var f summaryFact
	own := e.isCalm && e.pass.ImportObjectFact(fn, (*calmFact)(&f))
	if !own && !e.pass.ImportObjectFact(fn, &f) {
		return nil
	}
	m := &importer{e: e, from: fn.Pkg()}
	s := m.summary(&f)
	if e.isCalm && !own && s != nil && !s.isCheck() { // which is the same whatever else happens
		return nil
	}
	e.imported[fn] = s
	return s
}

type importer struct {
	e    *engine
	from *types.Package
	syms []*symbol
	bad  bool // something in it is not known here
}

func (m *importer) summary(f *summaryFact) *summary {
	s := &summary{possible: make(map[*symbol]set), given: make(map[*symbol]given), handed: f.Handed}
	for i, sf := range f.Symbols {
		u := choice
		if sf.Domain != "" {
			if u = m.universe(sf.Domain); u == nil {
				return nil
			}
		}
		sym := &symbol{id: i, universe: u, lacks: strings.HasPrefix(sf.Path, codeIn)}
		m.syms = append(m.syms, sym)
		s.possible[sym] = importSet(u, sf.Possible)
		if sf.Given {
			g := given{param: sf.Param, path: sf.Path, code: u}
			if isSearch(sf.Path) {
				g.typ, g.object = m.searched(sf.Path)
			}
			s.given[sym] = g
		}
	}
	for _, parts := range f.Results {
		ps := make(map[string]value)
		for _, p := range parts {
			ps[p.Path] = m.value(p.Outcomes)
		}
		s.results = append(s.results, ps)
	}
	if m.bad {
		return nil
	}
	return s
}

// searched returns the type, or the sentinel, that a path names, which a function searches for.
func (m *importer) searched(path string) (types.Type, *types.Var) {
	_, name, _ := strings.Cut(strings.TrimSuffix(path, ")"), " ")
	name, isPointer := strings.CutPrefix(name, pointerTo)
	i := strings.LastIndexByte(name, '.')
	if i < 0 {
		return nil, nil
	}
	switch obj := m.lookup(name[:i], name[i+1:]).(type) {
	case *types.TypeName:
		if isPointer {
			return types.NewPointer(obj.Type()), nil
		}
		return obj.Type(), nil
	case *types.Var:
		return nil, obj
	}
	return nil, nil
}

func (m *importer) universe(id string) *universe {
	if d := m.e.bindings.DomainByID(id); d != nil {
		return m.e.universe(d)
	}
	return nil
}

func importSet(u *universe, f setFact) set {
	if u.domain == nil {
		return set{low: f.Bits}
	}
	var s set
	if f.Others {
		s = firstN(u.undocumented())
	}
	for _, text := range f.Texts {
		i, ok := u.domain.Index(text)
		switch {
		case !ok:
			f.Undocumented = f.Undocumented || !f.Others // documented there, not here
		case f.Others:
			s = s.minus(single(i))
		default:
			s = s.union(single(i))
		}
	}
	if f.Undocumented {
		s = s.union(single(u.undocumented()))
		if !f.Others {
			// What is undocumented there may be documented here.
			for i, m := range u.domain.Members() {
				if m.Path != "" && !isBuiltinMember(u.domain, m) {
					s = s.union(single(i))
				}
			}
		}
	}
	if f.Absent {
		s = s.union(u.absent())
	}
	return s
}

// isBuiltinMember reports whether every package knows a member of a domain.
func isBuiltinMember(d *domain.Domain, m domain.Member) bool {
	b := domain.ByName(d.ID)
	return b != nil && b.Has(m.Text)
}

func (m *importer) value(fs []outcomeFact) value {
	var v value
	for _, f := range fs {
		o := outcome{out: out{kind: outKind(f.Kind)}}
		switch o.kind {
		case isSymbol:
			o.sym = m.syms[f.Symbol]
		case isOneOf:
			u := m.universe(f.Domain)
			if u == nil {
				m.bad = true
				return nil
			}
			o.universe, o.set = u, importSet(u, f.Set)
		case isConst:
			o.val = importConstant(f.Const)
		case isError:
			o.err = &failure{open: f.Open, fresh: f.Fresh}
			for _, l := range f.Links {
				o.err.links = append(o.err.links, m.link(l, o.err))
			}
		}
		for _, c := range f.Cond {
			o.cond = append(o.cond, constraint{m.syms[c.Symbol], importSet(m.syms[c.Symbol].universe, c.Set)})
		}
		v = append(v, o)
	}
	return v
}

func (m *importer) link(f linkFact, in *failure) link {
	l := link{field: f.Field, direct: f.Direct, code: m.value(f.Code)}
	if f.Object != "" {
		if l.object = m.lookup(f.Package, f.Object); l.object == nil {
			in.open = true
		}
	}
	if f.TypeName != "" {
		if obj := m.lookup(f.TypePackage, f.TypeName); obj != nil {
			l.typ = obj.Type()
			if f.Pointer {
				l.typ = types.NewPointer(l.typ)
			}
		} else {
			in.open = true
		}
	}
	return l
}

// lookup returns an object of a package that the function's package is, or
// imports.
func (m *importer) lookup(path, name string) types.Object {
	var find func(p *types.Package, depth int) types.Object
	seen := make(map[*types.Package]bool)
	find = func(p *types.Package, depth int) types.Object {
		if seen[p] || depth > 4 {
			return nil
		}
		seen[p] = true
		if p.Path() == path {
			return p.Scope().Lookup(name)
		}
		for _, imp := range p.Imports() {
			if obj := find(imp, depth+1); obj != nil {
				return obj
			}
		}
		return nil
	}
	for _, p := range append([]*types.Package{m.from, m.e.pass.Pkg}, m.e.pass.Pkg.Imports()...) {
		if obj := find(p, 0); obj != nil {
			return obj
		}
	}
	return nil
}
