package codeflow

import (
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// importsCodes reports whether a package that another one imports has functions that bring codes, or fail for some: there need be
// no word of codes in the other one.
func importsCodes(pass *analysis.Pass) bool {
	imports := pass.Pkg.Imports()
	return slices.ContainsFunc(pass.AllObjectFacts(), func(f analysis.ObjectFact) bool {
		var told []symbolFact
		switch fact := f.Fact.(type) {
		case *summaryFact:
			told = fact.Symbols
		case *calmFact:
			told = fact.Symbols
		}
		brought := func(s symbolFact) bool { return s.Domain != "" && !s.Given }
		return slices.ContainsFunc(told, brought) && slices.Contains(imports, f.Object.Pkg())
	})
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

	plain *universe       // of the codes that a sieve is asked with; nil for any other function
	told  map[string]bool // the values that it tells apart
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
		_, how := cutSearch(sf.Path)
		sym := &symbol{id: i, universe: u, lacks: strings.HasPrefix(how, codeIn), met: sf.Met}
		m.syms = append(m.syms, sym)
		s.possible[sym] = m.set(u, sf.Possible)
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
	if _, typ, ok := strings.Cut(name, nameAfter); ok {
		name = typ // and not the field
	}
	if methods, ok := strings.CutPrefix(name, unnamed); ok {
		return askedBy(strings.Split(methods, ",")), nil
	}
	name, isPointer := strings.CutPrefix(strings.TrimPrefix(name, inItself), pointerTo)
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
	switch {
	case id == plain:
		return m.plain
	case m.plain != nil:
		return nil // it is about plain values only
	}
	if d := m.e.bindings.DomainByID(id); d != nil {
		return m.e.universe(d)
	}
	return nil
}

func (m *importer) set(u *universe, f setFact) set {
	switch {
	case u.domain == nil:
		return set{low: f.Bits}
	case m.plain != nil:
		return m.plainSet(f)
	}
	return importSet(u, f)
}

func importSet(u *universe, f setFact) set {
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
			o.universe, o.set = u, m.set(u, f.Set)
		case isConst:
			o.val = importConstant(f.Const)
		case isError:
			o.err = &failure{open: f.Open, fresh: f.Fresh, given: f.In}
			for _, l := range f.Links {
				o.err.links = append(o.err.links, m.link(l, o.err))
			}
		}
		for _, c := range f.Cond {
			o.cond = append(o.cond, constraint{m.syms[c.Symbol], m.set(m.syms[c.Symbol].universe, c.Set)})
		}
		v = append(v, o)
	}
	return v
}

func (m *importer) link(f linkFact, in *failure) link {
	l := link{field: f.Field, direct: f.Direct, code: m.value(f.Code)}
	for _, p := range f.Beside {
		l.beside = append(l.beside, part{p.Path, m.value(p.Outcomes)})
	}
	if f.Object != "" {
		obj := m.lookup(f.Package, f.Object)
		switch {
		case f.Mark:
			l.mark = obj
			if obj == nil {
				in.open, in.given = true, nil
			}
		case obj == nil:
			l.object = m.e.unseenVariable(f.Package, f.Object)
		default:
			l.object = obj
		}
	}
	if f.TypeName != "" {
		obj := m.lookup(f.TypePackage, f.TypeName)
		if obj == nil {
			obj = m.e.unseenType(f.TypePackage, f.TypeName, f.Methods)
		}
		if l.typ = obj.Type(); f.Pointer {
			l.typ = types.NewPointer(l.typ)
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
