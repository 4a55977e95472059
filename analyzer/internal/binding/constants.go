package binding

import (
	"cmp"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// collectConstants finds the package's own names for codes: the constants that
// it compares with bound values, and their neighbours in a block that belong to
// them by type or name.
func (g *graph) collectConstants() {
	g.collectTyped()
	used := make(map[*types.Const]*domain.Domain)
	for _, n := range g.nodes {
		for _, u := range n.uses {
			if u.obj == nil || u.stated != nil || u.status || u.obj.Pkg() != g.pass.Pkg {
				continue
			}
			v := g.valueOfNode(n)
			if v == nil || !v.Domain.Has(u.text) {
				continue
			}
			if d, ok := used[u.obj]; ok && d != v.Domain {
				used[u.obj] = nil // means different things in different places
				continue
			}
			used[u.obj] = v.Domain
		}
	}
	if len(used) == 0 {
		return
	}
	for c, d := range used {
		if d != nil {
			g.constants[c] = d
		}
	}
	for _, file := range g.pass.Files {
		for _, decl := range file.Decls {
			if block, ok := decl.(*ast.GenDecl); ok && block.Tok == token.CONST {
				g.adoptBlock(block, used)
			}
		}
	}
}

// collectTyped adds the constants of a type that states a domain, or is made for its codes:
// its value is that code wherever it is written.
func (g *graph) collectTyped() {
	scope := g.pass.Pkg.Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || g.inTestFile(c.Pos()) || g.view.IsDeclared(c) || g.pass.Pkg.Path() == domain.CodesPath {
			continue
		}
		d := g.view.OfConst(c)
		if n := g.typeNode(c.Type()); d == nil && n != nil {
			if v := g.valueOfNode(n); v != nil {
				d = v.Domain
			}
		}
		if d != nil {
			if text, ok := textOf(c); ok && d.Has(text) {
				g.constants[c] = d
			}
		}
	}
}

// adoptBlock adds the documented codes of a block that has a code of one domain:
// those that share its named type, or the first word of its name.
func (g *graph) adoptBlock(block *ast.GenDecl, used map[*types.Const]*domain.Domain) {
	var all, known []*types.Const
	var d *domain.Domain
	for _, spec := range block.Specs {
		for _, name := range spec.(*ast.ValueSpec).Names {
			c, ok := g.info.Defs[name].(*types.Const)
			if !ok {
				continue
			}
			if ud, ok := used[c]; ok {
				if ud == nil || d != nil && d != ud {
					return
				}
				d = ud
				known = append(known, c)
			}
			all = append(all, c)
		}
	}
	for _, c := range all {
		text, ok := textOf(c)
		if !ok || d == nil || !d.Has(text) {
			continue
		}
		if slices.ContainsFunc(known, func(k *types.Const) bool { return belongTogether(c, k) }) {
			g.constants[c] = d
		}
	}
}

// belongTogether reports whether two constants of a block have one named type,
// or names that start with the same word: rcBusy and rcBroke, CODE_OK and
// CODE_BUSY.
func belongTogether(a, b *types.Const) bool {
	if _, named := a.Type().(*types.Named); named {
		return types.Identical(a.Type(), b.Type())
	}
	return types.Identical(a.Type(), b.Type()) && firstWord(a.Name()) == firstWord(b.Name())
}

// firstWord returns the first word of a name in any of the usual cases.
func firstWord(name string) string {
	if words := syntax.Words(name); len(words) > 0 {
		return words[0]
	}
	return name
}

// constantsFor: see [Result.Constants].
func (g *graph) constantsFor(d *domain.Domain, text string) []*types.Const {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.names == nil {
		g.names = g.listNames()
	}
	return append(g.view.Constants(d, text), g.names[codeName{d.ID, text}]...)
}

// A codeName is what a constant stands for.
type codeName struct{ domain, text string }

// listNames indexes this package's constants, in the order of their
// declaration, and then the imported packages'.
func (g *graph) listNames() map[codeName][]*types.Const {
	names := make(map[codeName][]*types.Const)
	add := func(c *types.Const, domain string) {
		if text, ok := textOf(c); ok {
			key := codeName{domain, text}
			names[key] = append(names[key], c)
		}
	}
	var imported []*types.Const
	domains := make(map[*types.Const]string)
	own := slices.SortedFunc(maps.Keys(g.constants), func(a, b *types.Const) int { return cmp.Compare(a.Pos(), b.Pos()) })
	for _, c := range own {
		add(c, g.constants[c].ID)
	}
	for _, f := range g.pass.AllObjectFacts() {
		if c, ok := f.Object.(*types.Const); ok && c.Pkg() != g.pass.Pkg && c.Exported() {
			imported = append(imported, c)
			domains[c] = f.Fact.(*constFact).Domain
		}
	}
	slices.SortFunc(imported, func(a, b *types.Const) int {
		return cmp.Or(cmp.Compare(a.Pkg().Path(), b.Pkg().Path()), cmp.Compare(a.Name(), b.Name()))
	})
	for _, c := range imported {
		add(c, domains[c])
	}
	return names
}

func textOf(c *types.Const) (string, bool) { return domain.Text(c.Val()) }
