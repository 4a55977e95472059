package groundtruth

import (
	"fmt"
	"strings"
)

func switchStatements() []production[struct{}] {
	return []production[struct{}]{
		{"switch", 12, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || !g.shallow() {
				return "", false
			}
			tag := v.expr
			init := ""
			if g.chance(15) {
				name := g.fresh("rc")
				init, tag = fmt.Sprintf("%s := %s; ", name, v.expr), name
			}
			if v.carrier == typed && g.chance(12) {
				return g.retrySwitch(v)
			}
			all := g.some(3 + g.IntN(6))
			var clauses []string
			for len(all) > 0 && len(clauses) < 4 {
				n := min(1+g.IntN(3), len(all))
				clauses = append(clauses, "case "+g.list(v.carrier, all[:n])+":\n")
				all = all[n:]
			}
			if g.chance(6) {
				clauses = append(clauses, "case "+g.strange(v.carrier)+":\n")
			}
			return g.clauses("switch "+init+tag, clauses), true
		}},
		{"switch without tag", 8, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			var clauses []string
			for range 1 + g.IntN(4) {
				c := g.cond()
				if g.chance(20) {
					c += ", " + g.cond()
				}
				clauses = append(clauses, "case "+c+":\n")
			}
			return g.clauses("switch", clauses), true
		}},
	}
}

// retrySwitch writes a switch over the retry class.
func (g *gen) retrySwitch(v value) (string, bool) {
	var clauses []string
	all := []string{"RetryUnknown", "RetryNotNeeded", "RetryWithBackoff", "RetryAfterFix", "RetryNever"}
	for _, i := range g.Perm(5)[:1+g.IntN(4)] {
		clauses = append(clauses, "case codes."+all[i]+":\n")
	}
	g.f.Productions["switch over Retry()"]++
	return g.clauses("switch "+v.expr+".Retry()", clauses), true
}

// clauses writes the cases' bodies, and a default, anywhere among them.
func (g *gen) clauses(head string, clauses []string) string {
	if g.chance(55) {
		i := len(clauses)
		if g.chance(35) {
			i = g.IntN(len(clauses) + 1)
		}
		clauses = append(clauses[:i:i], append([]string{"default:\n"}, clauses[i:]...)...)
	}
	label, text := g.within(construct{}, "choose", func() string {
		var b strings.Builder
		b.WriteString(head + " {\n")
		for i, c := range clauses {
			b.WriteString(c)
			switch {
			case i+1 < len(clauses) && g.chance(12):
				g.f.Productions["fallthrough"]++
				b.WriteString(g.block(1, false) + "fallthrough\n")
			case g.chance(8): // nothing to do
			default:
				b.WriteString(g.block(1+g.IntN(2), true))
			}
		}
		b.WriteString("}\n")
		return b.String()
	})
	return label + text
}
