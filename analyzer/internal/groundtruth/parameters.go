package groundtruth

import "fmt"

// parameters are unexported functions with probes of their own, which hold what
// their calls give them.
func parameters() []production[struct{}] {
	return []production[struct{}]{
		{"helper called from guarded sites", 5, "parameter", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || !g.shallow() {
				return "", false
			}
			in := value{"code", v.carrier}
			report := g.own("report", "func %[1]s(code %s) {\n%sif %s {\n%s}\n}", g.typeOf(v.carrier), g.seen(in), choose(g, tables.tests[:10], in), g.seen(in))
			text := fmt.Sprintf("if %s {\n%s(%s)\n}\n", choose(g, tables.tests, v), report, v.expr)
			switch g.IntN(3) {
			case 0:
				text += g.block(1, false) + fmt.Sprintf("if %s {\n%s(%s)\n}\n", g.cond(), report, v.expr)
			case 1:
				text += fmt.Sprintf("%s(%s)\n", report, g.constant(v.carrier, g.one()))
			}
			return text, true
		}},
		{"helper that runs later", 3, "parameter", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || !g.shallow() {
				return "", false
			}
			in := value{"code", v.carrier}
			if g.chance(50) {
				settle := g.own("settle", "func %[1]s(code %[2]s) {\n%[3]s}", g.typeOf(v.carrier), g.seen(in))
				return fmt.Sprintf("if %s {\ndefer %s(%s)\n}\n%s", choose(g, tables.tests, v), settle, v.expr, g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier)))), true
			}
			notify := g.own("notify", "func %[1]s(code %[2]s, told chan<- struct{}) {\n%[3]sclose(told)\n}", g.typeOf(v.carrier), g.seen(in))
			told := g.fresh("told")
			return fmt.Sprintf("if %[1]s {\n%[2]s := make(chan struct{})\ngo %[3]s(%[4]s, %[2]s)\n%[5]s<-%[2]s\n}\n", choose(g, tables.tests, v), told, notify, v.expr, g.seen(v)), true
		}},
		{"helper used as a value", 2, "parameter", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			in := value{"code", v.carrier}
			report := g.own("publish", "func %[1]s(code %s) {\n%s}", g.typeOf(v.carrier), g.seen(in))
			name := g.fresh("handler")
			return fmt.Sprintf("%s := %s\nif %s {\n%s(%s)\n}\n%s(%s)\n", name, report, choose(g, tables.tests[:4], v), report, v.expr, name, v.expr), true
		}},
		{"recursion", 2, "recursion", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float {
				return "", false
			}
			in := value{"code", v.carrier}
			next := pick(g, []string{"code", g.constant(v.carrier, g.one())})
			walk := g.own("walk", "func %[1]s(code %[2]s, left int) {\n%[3]sif left == 0 || %[4]s {\nreturn\n}\n%[5]s%[1]s(%[6]s, left-1)\n%[7]s}",
				g.typeOf(v.carrier), g.seen(in), choose(g, tables.tests[:10], in), g.seen(in), next, g.seen(in))
			return fmt.Sprintf("%s(%s, 3)\n", walk, v.expr), true
		}},
		{"helper that returns its code", 3, "result", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			in := value{"code", v.carrier}
			f, _ := g.declare("mapped", "func %[1]s(code %[2]s) %[2]s {\nif %[3]s {\nreturn %[4]s\n}\nreturn code\n}",
				g.typeOf(v.carrier), choose(g, tables.tests[:10], in), g.constant(v.carrier, g.one()))
			name := g.fresh("effective")
			return fmt.Sprintf("%s := %s(%s)\n", name, f, v.expr) + g.seen(g.add(name, v.carrier)), true
		}},
		{"generic helper", 3, "generic", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float || !g.shallow() {
				return "", false
			}
			f, _ := g.declare("oneOf", "func %[1]s[T ~int | ~string](code T, all ...T) bool {\nreturn slices.Contains(all, code)\n}")
			return fmt.Sprintf("if %s(%s, %s) {\n%s}\n", f, v.expr, g.list(v.carrier, g.some(2)), g.seen(v)+g.block(1, true)) + g.seen(v), true
		}},
		{"generic identity", 2, "generic", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float {
				return "", false
			}
			f, _ := g.declare("first", "func %[1]s[T ~int | ~string](code T, fallback T) T {\nvar zero T\nif code != zero {\nreturn code\n}\nreturn fallback\n}")
			name := g.fresh("chosen")
			return fmt.Sprintf("%s := %s(%s, %s)\n", name, f, v.expr, g.constant(v.carrier, g.one())) + g.seen(g.add(name, v.carrier)), true
		}},
	}
}
