package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A sieve is a function that is asked with one plain text or number, of which only those who ask
// know that it is a code:
//
//	func Transient(code string) bool { return code == "5" || code == "88" }
//
// It is followed once, whatever codes it is asked with later: what it gets is then one of the values
// that can make a difference, or any other. Those are the constants that it mentions, and the codes of
// the built-in domains, which may be told apart by their order.

// A sieveFact is on a sieve: its summary, in which all values of its parameter that are told apart
// are those of a domain by the name of plain.
type sieveFact struct {
	Texts   []string // the values that are told apart from all others
	Summary summaryFact
}

func (*sieveFact) AFact()         {}
func (*sieveFact) String() string { return "sieve" }

// plain is the ID of the domains of sieves. No other domain has it.
const plain = "(plain)"

// mostTexts is how many constants a sieve may mention.
const mostTexts = 400

// takesPlain is a quick look at a function's type: whether it may be a sieve.
func takesPlain(sig *types.Signature) bool {
	if sig.Params().Len() != 1 || sig.Results().Len() != 1 || sig.Variadic() {
		return false
	}
	given, ok := sig.Params().At(0).Type().Underlying().(*types.Basic)
	if !ok || given.Info()&(types.IsInteger|types.IsString) == 0 || given.Kind() == types.Byte {
		return false
	}
	result := sig.Results().At(0).Type()
	_, basic := result.Underlying().(*types.Basic)
	return basic || syntax.IsErrorInterface(result)
}

// exportSieve tells importers of a function what it says of plain values.
func (e *engine) exportSieve(fn *types.Func) {
	if fact := e.ownSieve(fn); fact != nil {
		e.pass.ExportObjectFact(fn, fact)
	}
}

// anySieves is a quick look at a package without codes: whether one of its functions names what it
// gets as codes are named. Of others the vet tool would know nothing, which leaves most packages out.
func anySieves(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Name.IsExported() && namesCode(fn.Type) {
				return true
			}
		}
	}
	return false
}

// exportSieves is exportSieve for the functions of a package without codes.
func (e *engine) exportSieves() {
	for fn, decl := range e.declared() {
		if fn.Exported() && namesCode(decl.Type) {
			e.exportSieve(fn)
		}
	}
}

func namesCode(fn *ast.FuncType) bool {
	if len(fn.Params.List) != 1 || len(fn.Params.List[0].Names) != 1 {
		return false
	}
	name := fn.Params.List[0].Names[0].Name
	return strings.HasSuffix(name, "esponseCode") || strings.HasSuffix(name, "easonCode")
}

// sieveOf returns the summary of what a call asks with a code, if its own summary says nothing of what
// it gets.
func (f *flow) sieveOf(c *call, sum *summary) *summary {
	if c.callee == nil || len(c.args) != 1 || sum != nil && (sum.saysAnything() || sum.restricts() || sum.never) {
		return nil
	}
	if u := c.args[0].universe(); u != nil {
		return f.e.sieve(c.callee, u)
	}
	return nil
}

// sieve returns the summary of a function that is asked with codes of a universe, nil if it is no
// sieve.
func (e *engine) sieve(fn *types.Func, u *universe) *summary {
	if fn = fn.Origin(); fn.Pkg() == nil || !takesPlain(fn.Signature()) {
		return nil
	}
	key := sieveKey{fn, u}
	if s, ok := e.sieved[key]; ok {
		return s
	}
	e.sieved[key] = nil
	fact := e.sieves[fn]
	if fn.Pkg() == e.pass.Pkg {
		fact = e.ownSieve(fn)
	} else if x := new(sieveFact); e.pass.ImportObjectFact(fn, x) {
		fact = x
	}
	if fact == nil {
		return nil
	}
	m := &importer{e: e, from: fn.Pkg(), plain: u, told: make(map[string]bool)}
	for _, text := range fact.Texts {
		m.told[text] = true
	}
	e.sieved[key] = m.summary(&fact.Summary)
	return e.sieved[key]
}

// isSieve reports whether a function of another package is a sieve: it does not ask for codes itself.
func (e *engine) isSieve(fn *types.Func) bool { return e.pass.ImportObjectFact(fn, new(sieveFact)) }

type sieveKey struct {
	fn *types.Func
	u  *universe
}

// ownSieve follows a function of the package for plain values. It returns nil if that says nothing
// of them, and for one that gets codes as it is.
func (e *engine) ownSieve(fn *types.Func) *sieveFact {
	if fact, ok := e.sieves[fn]; ok {
		return fact
	}
	e.sieves[fn] = nil // in a recursion
	decl := e.index.Decls[fn]
	if decl == nil || decl.Body == nil || !takesPlain(fn.Signature()) {
		return nil
	}
	texts := e.textsIn(decl)
	if len(texts) == 0 || len(texts) > mostTexts {
		return nil
	}
	f := e.newFlow(e.newShape(decl, false))
	l := f.variable(fn.Signature().Params().At(0))
	if l.code != nil {
		return nil
	}
	l.code = newUniverse(plainDomain(texts))
	s := f.summarize(f.solve(newState()))
	if s == nil || !s.isPlain(l.code) || !s.saysAnything() && !s.restricts() {
		return nil
	}
	x := &exporter{fact: new(summaryFact), index: make(map[*symbol]int)}
	if !x.summary(s) {
		return nil
	}
	fact := &sieveFact{Summary: *x.fact}
	for _, m := range l.code.domain.Members() {
		fact.Texts = append(fact.Texts, m.Text)
	}
	e.sieves[fn] = fact
	return fact
}

// isPlain reports whether a summary is about nothing but plain values.
func (s *summary) isPlain(u *universe) bool {
	for sym := range s.possible {
		if sym.universe != u && sym.universe != choice {
			return false
		}
	}
	return true
}

// textsIn returns the values that a function and the sieves which it asks mention: constants, and the
// keys of tables. There are none if it does more than to compare: where it goes round, or makes functions.
func (e *engine) textsIn(fn *ast.FuncDecl) map[string]bool {
	texts := make(map[string]bool)
	if !e.noteTexts(fn, texts, make(map[*ast.FuncDecl]bool)) {
		return nil
	}
	return texts
}

func (e *engine) noteTexts(fn *ast.FuncDecl, texts map[string]bool, seen map[*ast.FuncDecl]bool) bool {
	seen[fn] = true
	simple := true
	note := func(v constant.Value) {
		if text, ok := domain.Text(v); ok {
			texts[text] = true
		}
	}
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt, *ast.FuncLit, *ast.GoStmt, *ast.DeferStmt:
			simple = false
		case ast.Expr:
			if v := e.info.Types[n].Value; v != nil {
				note(v)
				return false
			}
			if t := e.listed(n); t != nil {
				for _, key := range t.keys {
					note(key)
				}
			}
			if call, ok := n.(*ast.CallExpr); ok {
				callee, _ := syntax.StaticCallee(e.info, call)
				if decl := e.index.Decls[callee]; decl != nil && decl.Body != nil && !seen[decl] && takesPlain(callee.Signature()) {
					simple = e.noteTexts(decl, texts, seen) && simple
				}
			}
		}
		return simple
	})
	return simple
}

// listed returns the table that a name stands for, or that a literal is.
func (e *engine) listed(x ast.Expr) *table {
	switch x.(type) {
	case *ast.Ident, *ast.SelectorExpr, *ast.CompositeLit:
		return e.tableOf(x)
	}
	return nil
}

// plainDomain returns a domain of some values and those of the built-in domains.
func plainDomain(texts map[string]bool) *domain.Domain {
	all := maps.Clone(texts)
	for _, d := range domain.Builtin {
		for _, m := range d.Members() {
			all[m.Text] = true
		}
	}
	def := domain.Definition{ID: plain, Name: plain}
	for _, text := range slices.Sorted(maps.Keys(all)) {
		def.Members = append(def.Members, domain.Member{Text: text})
	}
	return domain.New(def)
}

// plainSet returns the codes of the universe that a sieve is asked with which are in a set of its plain
// values: those that it does not tell apart are as any other value is.
func (m *importer) plainSet(f setFact) set {
	var s set
	if f.Undocumented {
		s = single(m.plain.undocumented())
	}
	for i, member := range m.plain.domain.Members() {
		in := f.Undocumented
		if m.told[member.Text] {
			in = slices.Contains(f.Texts, member.Text) != f.Others
		}
		if in {
			s = s.union(single(i))
		}
	}
	for text := range m.told {
		if _, ok := m.plain.domain.Index(text); !ok && slices.Contains(f.Texts, text) != f.Others {
			s = s.union(single(m.plain.undocumented()))
		}
	}
	if f.Absent {
		s = s.union(m.plain.absent())
	}
	return s
}
