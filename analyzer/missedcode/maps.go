package missedcode

import (
	"fmt"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// checkMaps reports the map literals that are marked as exhaustive and have no
// key for some code.
func (c *checker) checkMaps() {
	if !c.directives.AnyExhaustive() {
		return
	}
	ast.Inspect(c.file, func(n ast.Node) bool {
		lit, ok := n.(*ast.CompositeLit)
		if !ok || !c.directives.Exhaustive(lit) {
			return true
		}
		value, ok := c.keysOf(lit)
		if !ok || !c.settings.Speaks(value) {
			return true
		}
		has := make(map[string]bool)
		for _, e := range lit.Elts {
			kv, ok := e.(*ast.KeyValueExpr)
			if !ok {
				return true
			}
			text, ok := c.caseText(kv.Key)
			if !ok {
				return true // which code that is nobody knows
			}
			has[text] = true
		}
		var missed []domain.Member
		for _, m := range value.Domain.Members() {
			if !has[m.Text] {
				missed = append(missed, m)
			}
		}
		if len(missed) > 0 {
			c.report.Report(c.mapDiagnostic(lit, value.Domain, missed))
		}
		return true
	})
}

// keysOf returns what the keys of a map literal are bound to.
func (c *checker) keysOf(lit *ast.CompositeLit) (binding.Value, bool) {
	t := c.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return binding.Value{}, false
	}
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return binding.Value{}, false
	}
	if d := c.bindings.OfType(m.Key()); d != nil {
		return binding.Value{Domain: d, Grade: binding.Stated}, true
	}
	for _, e := range lit.Elts {
		if kv, ok := e.(*ast.KeyValueExpr); ok {
			if v, ok := c.metKeys()[ast.Unparen(kv.Key)]; ok {
				return v, true
			}
		}
	}
	return binding.Value{}, false
}

// metKeys returns the constants that are keys of tables of codes.
func (c *checker) metKeys() map[ast.Expr]binding.Value {
	if c.keys == nil {
		c.keys = make(map[ast.Expr]binding.Value)
		for m := range c.bindings.Meetings() {
			if m.Kind == binding.Key {
				c.keys[m.Const] = m.Value
			}
		}
	}
	return c.keys
}

func (c *checker) mapDiagnostic(lit *ast.CompositeLit, d *domain.Domain, missed []domain.Member) analysis.Diagnostic {
	what := fmt.Sprintf("%d %s codes: %s (%s); add them", len(missed), d.Name, list(missed), classes(missed))
	if len(missed) == 1 {
		what = fmt.Sprintf("%s; add it", theCodes(d.Name, missed))
	}
	return analysis.Diagnostic{
		Pos:      lit.Pos(),
		End:      lit.Lbrace,
		Category: "map",
		Message:  "this map, which is marked exhaustive, has no key for " + what,

		SuggestedFixes: c.fixMap(lit, d, missed),
	}
}
