package binding

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A table for several domains says of which one a code is, beside it or around it:
//
//	map[string]map[int]string{"response": {0: "sent"}, "template": {0: "token expired"}}
//	[]row{{"response", 0, "sent"}, {"template", 0, "token expired"}}

// labelElements notes what the constants of a literal are codes of, if it says so.
func (g *graph) labelElements(lit *ast.CompositeLit) {
	t := g.info.TypeOf(lit)
	if t == nil {
		return
	}
	_, isStruct := syntax.Pointee(t).Underlying().(*types.Struct)
	for _, elt := range lit.Elts {
		kv, pair := elt.(*ast.KeyValueExpr)
		switch {
		case isStruct && pair:
			g.label(lit, g.labelOf(kv.Value))
		case isStruct:
			g.label(lit, g.labelOf(elt))
		case pair:
			if inner, ok := ast.Unparen(kv.Value).(*ast.CompositeLit); ok {
				g.label(inner, g.labelOf(kv.Key))
			}
		}
	}
}

// label notes that the constants in a literal are codes of the domain of a name, if any.
func (g *graph) label(lit *ast.CompositeLit, name string) {
	if name == "" {
		return
	}
	if g.labels == nil {
		g.labels = make(map[ast.Expr]string)
	}
	ast.Inspect(lit, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && g.isConstant(e) {
			g.labels[e] = name
		}
		return true
	})
}

// labelOf returns the name of the domain that a constant names: as a text, or by its own name, if the
// program counts domains.
func (g *graph) labelOf(e ast.Expr) string {
	value := g.info.Types[e].Value
	if value == nil {
		return ""
	}
	if value.Kind() == constant.String {
		for _, d := range domain.Builtin {
			if strings.EqualFold(constant.StringVal(value), d.Name) {
				return d.Name
			}
		}
		return ""
	}
	c, ok := object(g.info, e).(*types.Const)
	if !ok || !g.ownEnumeration(c.Type()) && !g.isCounted(c) {
		return ""
	}
	found := ""
	for _, d := range domain.Builtin {
		if strings.Contains(strings.ToLower(c.Name()), d.Name) {
			if found != "" {
				return ""
			}
			found = d.Name
		}
	}
	return found
}

// unlabelled returns uses without those that a table labels, if it has labels of several domains.
func unlabelled(uses []use) []use {
	first := ""
	for _, u := range uses {
		switch {
		case u.label == "" || u.label == first:
		case first == "":
			first = u.label
		default:
			var left []use
			for _, u := range uses {
				if u.label == "" {
					left = append(left, u)
				}
			}
			return left
		}
	}
	return uses
}
