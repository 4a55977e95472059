package binding

import (
	"cmp"
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A table for several domains says of which one a code is, beside it or around it, and so does who hands both to
// a function:
//
//	map[string]map[int]string{"response": {0: "sent"}, "template": {0: "token expired"}}
//	[]row{{"response", 0, "sent"}, {"template", 0, "token expired"}}
//	explain("template", 0)

// labelElements notes what the constants of a literal are codes of, if it says so.
func (g *graph) labelElements(lit *ast.CompositeLit) {
	t := g.info.TypeOf(lit)
	if t == nil {
		return
	}
	if _, isStruct := syntax.Pointee(t).Underlying().(*types.Struct); isStruct {
		values := make([]ast.Expr, len(lit.Elts))
		for i, elt := range lit.Elts {
			values[i] = elt
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				values[i] = kv.Value
			}
		}
		g.label(lit, g.labelAmong(values))
		return
	}
	for _, elt := range lit.Elts {
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if inner, ok := ast.Unparen(kv.Value).(*ast.CompositeLit); ok {
				g.label(inner, g.labelOf(kv.Key))
			}
		}
	}
}

// labelArguments is labelElements for what a call hands on.
func (g *graph) labelArguments(call *ast.CallExpr) {
	if name := g.labelAmong(call.Args); name != "" {
		for _, arg := range call.Args {
			if g.isConstant(arg) {
				g.label(arg, name)
			}
		}
	}
}

// labelAmong returns the name of the one domain that constants name, "" if that are none or several.
func (g *graph) labelAmong(es []ast.Expr) string {
	found := ""
	for _, e := range es {
		name := g.labelOf(e)
		if found != "" && name != "" && name != found {
			return ""
		}
		found = cmp.Or(found, name)
	}
	return found
}

// label notes that the constants in an expression are codes of the domain of a name, if any.
func (g *graph) label(in ast.Expr, name string) {
	if name == "" {
		return
	}
	if g.labels == nil {
		g.labels = make(map[ast.Expr]string)
	}
	ast.Inspect(in, func(n ast.Node) bool {
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
