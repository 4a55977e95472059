package declared

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// A View is what one package knows of domains.
type View struct {
	Problems []directive.Problem // with the directives' meaning

	pass *analysis.Pass
	path string // the package's, as others know it

	definitions map[string]domain.Definition          // by ID, without what this package knows to be added
	added       map[string][]domain.Member            // by ID
	domains     map[string]*domain.Domain             // by ID; made when asked for
	names       map[string][]string                   // IDs of what can be named here, by name
	keys        map[string][]string                   // IDs, by wire key
	constants   map[object]string                     // IDs, by constant
	named       map[string]map[string][]domain.Member // those with a constant, by ID and text; made when asked for
	aliases     map[object]string                     // IDs, by type of another package
	types       map[*types.TypeName]*domain.Domain
	free        map[*types.TypeName]bool

	own      PackageFact
	ownTypes map[*types.TypeName]domain.Definition

	bound  map[types.Object]Target
	scopes map[*types.TypeName]Target
	clause *Target
}

// An object is a package-level object by its names.
type object struct{ path, name string }

// Read returns the view of a pass's package.
func Read(pass *analysis.Pass, directives *directive.Result) *View {
	v := &View{
		pass:        pass,
		path:        plainPath(pass.Pkg),
		definitions: make(map[string]domain.Definition),
		added:       make(map[string][]domain.Member),
		domains:     make(map[string]*domain.Domain),
		names:       make(map[string][]string),
		keys:        make(map[string][]string),
		constants:   make(map[object]string),
		named:       make(map[string]map[string][]domain.Member),
		aliases:     make(map[object]string),
		types:       make(map[*types.TypeName]*domain.Domain),
		free:        make(map[*types.TypeName]bool),
		ownTypes:    make(map[*types.TypeName]domain.Definition),
		bound:       make(map[types.Object]Target),
		scopes:      make(map[*types.TypeName]Target),
	}
	for _, d := range domain.Builtin {
		v.definitions[d.ID] = domain.Definition{ID: d.ID, Name: d.Name, Key: d.Key, Type: d.Type, Path: d.Path}
		v.names[d.Name] = []string{d.ID}
		v.keys[d.Key] = append(v.keys[d.Key], d.ID)
	}
	v.importFacts()
	v.readDirectives(directives)
	return v
}

// plainPath is a package's path without what the go command adds to it for tests:
// "example.com/pay [example.com/pay.test]".
func plainPath(pkg *types.Package) string {
	path, _, _ := strings.Cut(pkg.Path(), " ")
	return path
}

// HasLetters reports whether codes of any domain are another text in small or in capital letters.
func (v *View) HasLetters() bool {
	hasLetters := func(m domain.Member) bool {
		return strings.ToLower(m.Text) != m.Text || strings.ToUpper(m.Text) != m.Text
	}
	for _, def := range v.definitions {
		if slices.ContainsFunc(def.Members, hasLetters) {
			return true
		}
	}
	for _, members := range v.added {
		if slices.ContainsFunc(members, hasLetters) {
			return true
		}
	}
	return false
}

// learn notes a definition.
func (v *View) learn(def domain.Definition) {
	if _, ok := v.definitions[def.ID]; !ok {
		v.definitions[def.ID] = def
	}
}

// reach notes what holds only here and in the declaring package: name, key,
// constants, a type of another package.
func (v *View) reach(def domain.Definition) {
	v.names[def.Name] = addTo(v.names[def.Name], def.ID)
	if def.Key != "" {
		v.keys[def.Key] = addTo(v.keys[def.Key], def.ID)
	}
	if def.Type != "" {
		v.aliases[object{def.Path, def.Type}] = def.ID
	}
	v.noteConstants(def.ID, def.Members)
}

func (v *View) noteConstants(id string, members []domain.Member) {
	for _, m := range members {
		if m.Const != "" {
			v.constants[object{m.Path, m.Const}] = id
		}
	}
}

func (v *View) extend(id string, members []domain.Member) {
	v.added[id] = append(v.added[id], members...)
	v.noteConstants(id, members)
}

func addTo(ids []string, id string) []string {
	if slices.Contains(ids, id) {
		return ids
	}
	return append(ids, id)
}

// ByID returns the domain of an ID, as this package sees it, or nil.
func (v *View) ByID(id string) *domain.Domain {
	if d, ok := v.domains[id]; ok {
		return d
	}
	def, ok := v.definitions[id]
	if !ok {
		return nil
	}
	d := domain.ByName(id)
	if d != nil {
		def = d.Definition()
	}
	if more := v.added[id]; d == nil || len(more) > 0 {
		d = domain.New(def, more...)
	}
	v.domains[id] = d
	return d
}

// Learn returns the domain of an ID, whose definition a fact carries unless it
// is built in.
func (v *View) Learn(id string, def *domain.Definition) *domain.Domain {
	if def != nil {
		v.learn(*def)
	}
	return v.ByID(id)
}

// Definition returns the definition that a fact about a declared domain has to
// carry; nil for a built-in one.
func (v *View) Definition(d *domain.Domain) *domain.Definition {
	if domain.ByName(d.ID) != nil {
		return nil
	}
	def := v.definitions[d.ID]
	return &def
}

// ByKey returns the domains that travel under a wire key.
func (v *View) ByKey(key string) []*domain.Domain {
	var all []*domain.Domain
	for _, id := range v.keys[key] {
		all = append(all, v.ByID(id))
	}
	return all
}

// IsKey reports whether a text is a wire key.
func (v *View) IsKey(text string) bool { return len(v.keys[text]) > 0 }

// OfType returns the domain that a type states, or nil.
func (v *View) OfType(t types.Type) *domain.Domain {
	named, ok := t.(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return nil
	}
	name := named.Origin().Obj()
	d, ok := v.types[name]
	if !ok {
		d = v.ofType(name)
		v.types[name] = d
	}
	return d
}

func (v *View) ofType(name *types.TypeName) *domain.Domain {
	if name.Pkg().Path() == domain.CodesPath {
		if d := domain.ByType(name.Name()); d != nil {
			return v.ByID(d.ID)
		}
		return nil
	}
	if id, ok := v.aliases[object{plainPath(name.Pkg()), name.Name()}]; ok {
		return v.ByID(id)
	}
	return v.importType(name)
}

// IsFree reports whether a directive says that a type's values are no codes.
func (v *View) IsFree(t types.Type) bool {
	named, ok := t.(*types.Named)
	if !ok {
		return false
	}
	v.OfType(t)
	return v.free[named.Origin().Obj()]
}

// OfConst returns the domain that a constant belongs to, by its type or by
// itself, or nil.
func (v *View) OfConst(c *types.Const) *domain.Domain {
	if d := v.OfType(types.Unalias(c.Type())); d != nil {
		return d
	}
	if v.IsDeclared(c) {
		return v.ByID(v.constants[object{plainPath(c.Pkg()), c.Name()}])
	}
	return nil
}

// IsDeclared reports whether a constant is one that a directive makes a code.
func (v *View) IsDeclared(c *types.Const) bool {
	if c.Pkg() == nil || c.Parent() != c.Pkg().Scope() {
		return false
	}
	_, ok := v.constants[object{plainPath(c.Pkg()), c.Name()}]
	return ok
}

// Constants returns the constants of a declared domain, and those that extend a
// built-in one, that can be written in this package: its own, and those of its
// direct imports.
func (v *View) Constants(d *domain.Domain, text string) []*types.Const {
	byText, ok := v.named[d.ID]
	if !ok {
		byText = make(map[string][]domain.Member)
		members := v.added[d.ID]
		if domain.ByName(d.ID) == nil {
			members = append(slices.Clone(v.definitions[d.ID].Members), members...)
		}
		for _, m := range members {
			if m.Const != "" {
				byText[m.Text] = append(byText[m.Text], m)
			}
		}
		v.named[d.ID] = byText
	}
	var all []*types.Const
	for _, m := range byText[text] {
		if c := v.constant(m); c != nil {
			all = append(all, c)
		}
	}
	return all
}

// constant returns a member's constant, or nil where it cannot be written.
func (v *View) constant(m domain.Member) *types.Const {
	for _, pkg := range append([]*types.Package{v.pass.Pkg}, v.pass.Pkg.Imports()...) {
		if plainPath(pkg) != m.Path {
			continue
		}
		if c, ok := pkg.Scope().Lookup(m.Const).(*types.Const); ok && (pkg == v.pass.Pkg || c.Exported()) {
			return c
		}
	}
	return nil
}
