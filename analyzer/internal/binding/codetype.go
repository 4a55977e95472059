package binding

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A program that gives its codes a type of its own,
//
//	type code string
//
// makes every value of the type a code, wherever it is: if a field of the type
// is bound, and the type's name speaks of codes, the type is. So it is if no field has it, and all
// that the package converts to it are codes: return code(r.ResponseCode). That is not so for
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

// noteConverted notes what is converted to a type that may be made for codes.
func (g *graph) noteConverted(to types.Type, from ast.Expr, fn *function) {
	n := g.typeNode(to)
	if n == nil || fn.test || n.seed != nil || n == g.typeNode(g.info.TypeOf(from)) {
		return
	}
	g.converted[n] = append(g.converted[n], g.locate(from, fn))
}

// fillTypes stores what is converted to a type without fields in all its values, if that is known and nothing else
// becomes one.
func (g *graph) fillTypes() {
	foreign := make(map[*node]bool) // types with a constant that is no code, or that something else is decoded into
	for v := range g.fromDecoder {
		if named, ok := syntax.Pointee(v.Type()).(*types.Named); ok {
			foreign[g.types[named.Origin().Obj()]] = true
		}
	}
	for _, m := range g.meetings {
		if m.node.typed {
			u, says := g.constantUse(m.Const)
			foreign[m.node] = foreign[m.node] || says && !g.documented(responseKey, u.text) && !g.documented(reasonKey, u.text)
		}
	}
	for _, n := range g.nodes {
		if from := g.converted[n]; len(n.in) == 0 && !n.altered && !foreign[n] && !slices.Contains(from, nil) {
			for _, src := range from {
				g.edge(src, n)
			}
		}
	}
}

// notForCodes notes a field of a type whose tag gives it a key that has nothing
// to do with codes.
func (g *graph) notForCodes(field *types.Var, tag string) {
	if n := g.typeNode(field.Type()); n != nil && !strings.Contains(strings.ToLower(tag), "code") {
		n.opaque = true
	}
}
