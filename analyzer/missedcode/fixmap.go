package missedcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// fixMap adds the missing keys with zero values, if it makes no difference to the
// program whether a key is there.
func (c *checker) fixMap(lit *ast.CompositeLit, d *domain.Domain, missed []domain.Member) []analysis.SuggestedFix {
	t, ok := c.pass.TypesInfo.TypeOf(lit).Underlying().(*types.Map)
	if !ok || !c.onlyLookedUp(lit) {
		return nil
	}
	zero, ok := zeroText(t.Elem())
	if !ok || c.pass.Fset.Position(lit.Lbrace).Line == c.pass.Fset.Position(lit.Rbrace).Line {
		return nil
	}
	indent := c.namer().Indent(lit.Rbrace)
	var text strings.Builder
	var imports []analysis.TextEdit
	for _, m := range missed {
		name, ok := c.namer().NameAs(d, m, lit.Lbrace, t.Key(), types.IsInterface(t.Key()))
		if !ok {
			return nil
		}
		if name.Edits != nil {
			imports = name.Edits
		}
		fmt.Fprintf(&text, "\t%s: %s,\n%s", name.Text, zero, indent)
	}
	e, ok := c.namer().Insert(lit.Rbrace, text.String())
	if !ok {
		return nil
	}
	return []analysis.SuggestedFix{{Message: "Add the missing keys", TextEdits: append([]analysis.TextEdit{e}, imports...)}}
}

// zeroText returns how the zero value of a map's elements is written.
func zeroText(t types.Type) (string, bool) {
	if _, param := types.Unalias(t).(*types.TypeParam); param {
		return "", false
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return "false", true
		case u.Info()&types.IsString != 0:
			return `""`, true
		case u.Info()&types.IsNumeric != 0:
			return "0", true
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return "nil", true
	case *types.Struct:
		return "{}", true
	}
	return "", false
}

// onlyLookedUp reports whether a map literal is the value of a variable whose
// elements are read, and nothing else: nobody asks whether a key is there, goes
// through the map, or hands it on.
func (c *checker) onlyLookedUp(lit *ast.CompositeLit) bool {
	v := c.variableOf(lit)
	if v == nil || v.Exported() && v.Parent() == c.pass.Pkg.Scope() || c.namer().Mentioned(v.Name()) {
		return false
	}
	only := true
	for _, file := range c.pass.Files {
		ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if ok && c.pass.TypesInfo.Uses[id] == v {
				only = only && lookedUp(id, stack)
			}
			return only
		})
	}
	return only
}

// variableOf returns the variable that is declared with a literal as its value.
func (c *checker) variableOf(lit *ast.CompositeLit) *types.Var {
	var found *types.Var
	declares := func(name, value ast.Expr) {
		if id, ok := name.(*ast.Ident); ok && ast.Unparen(value) == ast.Expr(lit) {
			found, _ = c.pass.TypesInfo.Defs[id].(*types.Var)
		}
	}
	ast.Inspect(c.file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, value := range n.Values {
				if i < len(n.Names) {
					declares(n.Names[i], value)
				}
			}
		case *ast.AssignStmt:
			for i, value := range n.Rhs {
				if n.Tok == token.DEFINE && i < len(n.Lhs) {
					declares(n.Lhs[i], value)
				}
			}
		}
		return found == nil
	})
	return found
}

// lookedUp reports whether a use of a map reads one element, whether it is there
// or not.
func lookedUp(id *ast.Ident, stack []ast.Node) bool {
	if len(stack) < 2 {
		return false
	}
	index, ok := stack[len(stack)-1].(*ast.IndexExpr)
	if !ok || index.X != ast.Expr(id) {
		return false
	}
	switch outer := stack[len(stack)-2].(type) {
	case *ast.AssignStmt:
		for _, lhs := range outer.Lhs {
			if lhs == ast.Expr(index) {
				return false
			}
		}
		return len(outer.Lhs) == len(outer.Rhs)
	case *ast.ValueSpec:
		return len(outer.Names) == len(outer.Values)
	case *ast.IncDecStmt, *ast.ParenExpr:
		return false
	}
	return true
}
