package missedcode

import (
	"fmt"
	"go/ast"

	"golang.org/x/tools/go/analysis"

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
		value, ok := c.bindings.KeysOf(lit)
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
