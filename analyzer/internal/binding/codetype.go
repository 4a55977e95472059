package binding

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A program that gives its codes a type of its own,
//
//	type code string
//
// makes every value of the type a code, wherever it is: if a field of the type
// is bound, and the type's name speaks of codes, the type is. That is not so for
// a type with other uses, which a field with another key shows, nor for the program's own
// enumerations, nor for a type with a constant that is no code.

// typeNode returns the node of every value of a type that may be made for
// codes, or nil.
func (g *graph) typeNode(t types.Type) *node {
	named, ok := syntax.Pointee(t).(*types.Named)
	if !ok {
		return nil
	}
	name := named.Origin().Obj()
	if n, ok := g.types[name]; ok {
		return n
	}
	n := g.newTypeNode(named, name)
	g.types[name] = n
	return n
}

func (g *graph) newTypeNode(t *types.Named, name *types.TypeName) *node {
	basic, ok := t.Underlying().(*types.Basic)
	if !ok || !seedableKind(basic) || g.statedDomain(t) != nil || name.Pkg() == nil {
		return nil
	}
	if name.Pkg() != g.pass.Pkg {
		s := g.importedSeed(name)
		if s == nil {
			return nil
		}
		return g.add(&node{obj: name, seed: s, typed: true})
	}
	if !speaksOfCodes(name.Name()) || g.ownEnumeration(t) || !g.constantsDocumented(t, responseKey) && !g.constantsDocumented(t, reasonKey) {
		return nil
	}
	return g.add(&node{obj: name, typed: true})
}

// notForCodes notes a field of a type whose tag gives it a key that has nothing
// to do with codes.
func (g *graph) notForCodes(field *types.Var, tag string) {
	if n := g.typeNode(field.Type()); n != nil && !strings.Contains(strings.ToLower(tag), "code") {
		n.opaque = true
	}
}
