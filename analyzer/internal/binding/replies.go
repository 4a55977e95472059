package binding

import (
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A CodeField is a field that holds a code, of a struct that is a reply.
type CodeField struct {
	Path  []*types.Var // the fields from the struct to it
	Value Value
}

// Name returns the field as one would select it: Header.ResponseCode.
func (f CodeField) Name() string {
	var names []string
	for _, v := range f.Path {
		if !v.Embedded() {
			names = append(names, v.Name())
		}
	}
	return strings.Join(names, ".")
}

// CodeFields returns the fields of a type that hold a code, also those that the
// package never selects: of a struct, of what it embeds and of the structs in
// it, by value or by pointer. What a list or a map holds are replies of their
// own.
func (r *Result) CodeFields(t types.Type) []CodeField {
	if r.graph == nil || t == nil {
		return nil
	}
	t = syntax.Pointee(t)
	if _, ok := t.Underlying().(*types.Struct); !ok {
		return nil
	}
	g := r.graph
	g.mu.Lock()
	defer g.mu.Unlock()
	if fields, ok := g.codeFields[t]; ok {
		return fields
	}
	s := fieldSearch{g: g, under: make(map[types.Type]bool)}
	s.search(t, nil, nil)
	if g.codeFields == nil {
		g.codeFields = make(map[types.Type][]CodeField)
	}
	g.codeFields[t] = s.found
	return s.found
}

// Undecided reports whether a field may hold a code, by its wire key, though nothing in its package, or
// in this one, tells: importers decide.
func (r *Result) Undecided(field *types.Var) bool {
	if r.graph == nil {
		return false
	}
	r.graph.mu.Lock()
	defer r.graph.mu.Unlock()
	s := r.graph.decls[field.Origin()]
	return s != nil && s.grade == Keyed && !s.decided && s.against == ""
}

// A fieldSearch looks for the codes in a struct.
type fieldSearch struct {
	g     *graph
	under map[types.Type]bool
	found []CodeField
}

// search looks in t, to which path leads through the types of owners, nil where
// one has no name.
func (s *fieldSearch) search(t types.Type, path []*types.Var, owners []*types.TypeName) {
	st, ok := t.Underlying().(*types.Struct)
	if !ok || s.under[t] || len(path) > 6 {
		return
	}
	s.under[t] = true
	defer delete(s.under, t)
	var owner *types.TypeName
	if named, ok := t.(*types.Named); ok {
		if named.Obj().Pkg() == nil || s.g.view.IsFree(t) {
			return
		}
		owner = named.Origin().Obj()
	}
	owners = append(slices.Clip(owners), owner)
	for i := range st.NumFields() {
		f := st.Field(i)
		to := append(slices.Clip(path), f)
		if v := s.g.valueOfInstance(f, st, to, owners); v != nil {
			s.found = append(s.found, CodeField{to, *v})
			continue
		}
		inner := owners
		if syntax.IsPointer(types.Unalias(f.Type())) {
			inner = nil // a pointer is a reply of its own
		}
		s.search(syntax.Pointee(f.Type()), to, inner)
	}
}

// classesAlong returns the classes of a field, outermost first, as classesOf does
// for one that is selected.
func classesAlong(field *types.Var, path []*types.Var, owners []*types.TypeName) []fieldClass {
	var classes []fieldClass
	path = path[len(path)-len(owners):]
	for i, owner := range owners {
		if owner == nil {
			continue
		}
		var names []string
		for _, f := range path[i:] {
			names = append(names, f.Name())
		}
		classes = append(classes, fieldClass{field, owner, strings.Join(names, ".")})
	}
	if classes == nil {
		classes = []fieldClass{{field: field}}
	}
	return classes
}

// valueOfInstance is valueOfField for a field of an instance of a generic type, which may state what its
// values are: Head[codes.ResponseCode].
func (g *graph) valueOfInstance(f *types.Var, holder *types.Struct, path []*types.Var, owners []*types.TypeName) *Value {
	if d := g.statedDomain(f.Type()); d != nil {
		return g.value(g.statedNode(d).seed.decision)
	}
	return g.valueOfField(f.Origin(), holder, path, owners)
}

// valueOfField returns what a field is bound to, selected or not, or nil: one to which path
// leads through the types of owners. It adds nothing to the graph.
func (g *graph) valueOfField(field *types.Var, holder *types.Struct, path []*types.Var, owners []*types.TypeName) *Value {
	if !g.canHold(field.Type()) {
		return nil
	}
	if d := g.statedDomain(field.Type()); d != nil {
		return g.value(g.statedNode(d).seed.decision)
	}
	decl := g.declaration(field, holder)
	if decl == nil { // most fields have no classes
		if n := g.vars[field]; n != nil {
			return g.valueOfNode(n)
		}
		if n := g.typeNode(field.Type()); n != nil {
			return g.valueOfNode(n)
		}
		if s := g.importedSeed(field); s != nil {
			return g.value(s.decision)
		}
		return nil
	}
	classes := classesAlong(field, path, owners)
	if n, ok := g.fields[classes[0]]; ok {
		return g.valueOfNode(n)
	}
	if g.onlyMarshalled(field) {
		return nil
	}
	s := &seed{grade: decl.grade, key: decl.key, parent: decl, inner: classes[1:], container: field}
	g.takeImported(s, classes, holder)
	g.decideClass(s, classes)
	if owner := classes[0].owner; owner != nil {
		s.addName(owner.Name())
	}
	if g.decideSeed(s); !s.decided {
		return nil
	}
	return g.value(s.decision)
}
