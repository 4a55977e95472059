package groundtruth

import "fmt"

// iterations are loops that other things than the code end.
func iterations() []production[struct{}] {
	loop := func(g *gen, head string, before func() string) string {
		label, text := g.within(construct{loop: true}, "each", func() string {
			return head + " {\n" + before() + g.block(1+g.IntN(2), true) + "}\n"
		})
		return label + text
	}
	none := func() string { return "" }
	return []production[struct{}]{
		{"counter", 3, "counter loop", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() || len(g.nested) > 2 {
				return "", false
			}
			limit := "3"
			if g.chance(40) && g.f.Counts == 0 {
				limit = g.count()
			}
			return loop(g, fmt.Sprintf("for i := 0; i < %s; i++", limit), none) + g.seen(g.anyValue()), true
		}},
		{"range over int", 3, "counter loop", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() || len(g.nested) > 2 {
				return "", false
			}
			over := pick(g, []string{"2", "2", "0", "[2]int{}", "[]int{7}", "[]int{}"})
			if g.chance(20) {
				over = g.own("pauses", "var %[1]s = []int{1, 2}")
			}
			return loop(g, "for range "+over, none) + g.seen(g.anyValue()), true
		}},
		{"range over codes", 4, "range", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || !g.shallow() || len(g.nested) > 2 {
				return "", false
			}
			g.scopes = append(g.scopes, new(scope))
			defer func() { g.scopes = g.scopes[:len(g.scopes)-1] }()
			name := g.fresh("each")
			typ := g.typeOf(v.carrier)
			over := fmt.Sprintf("[]%s{%s, %s}", typ, v.expr, g.list(v.carrier, g.some(2)))
			head := "for _, " + name + " := range " + over
			switch g.IntN(4) {
			case 0:
				head = fmt.Sprintf("for %s := range map[%s]bool{%s: true}", name, typ, v.expr)
			case 1:
				f := g.own("all", "func %[1]s(list ...%[2]s) func(yield func(%[2]s) bool) {\nreturn func(yield func(%[2]s) bool) {\nfor _, c := range list {\nif !yield(c) {\nreturn\n}\n}\n}\n}", typ)
				head = fmt.Sprintf("for %s := range %s(%s, %s)", name, f, v.expr, g.constant(v.carrier, g.one()))
			case 2:
				if v.carrier == typed {
					head = fmt.Sprintf("for %s := range codes.%ss()", name, g.d.Type)
				}
			}
			c := g.add(name, v.carrier)
			keep := g.chance(40)
			return loop(g, head, func() string {
				text := g.seen(c)
				if keep {
					text += g.maybe(fmt.Sprintf("%s = %s\n", v.expr, name))
				}
				return text
			}), true
		}},
	}
}
