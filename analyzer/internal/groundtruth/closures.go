package groundtruth

import "fmt"

// closure writes the body of a function literal without results.
func (g *gen) closure(n int) string {
	nested, result := g.nested, g.result
	g.nested, g.result = nil, ""
	defer func() { g.nested, g.result = nested, result }()
	return g.block(n, true)
}

func closures() []production[struct{}] {
	return []production[struct{}]{
		{"closure called at once", 2, "closure", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			return fmt.Sprintf("func() {\n%s}()\n", g.closure(1+g.IntN(3))) + g.seen(g.anyValue()), true
		}},
		{"closure called later", 3, "closure", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			name := g.fresh(pick(g, []string{"note", "finish", "update"}))
			v := g.anyValue()
			body := g.closure(1 + g.IntN(2))
			if g.chance(60) {
				body = fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier)) + body
			}
			return fmt.Sprintf("%s := func() {\n%s}\n", name, body) + g.seen(v) + g.block(1, false) + g.maybe(name+"()\n") + g.seen(v), true
		}},
		{"deferred closure", 3, "defer", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			return fmt.Sprintf("defer func() {\n%s}()\n", g.seen(g.anyValue())+g.closure(1)), true
		}},
		{"deferred call", 2, "defer", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			g.p.Probes++
			return fmt.Sprintf("defer seen(%d, %s)\n", g.p.Probes-1, v.expr), true
		}},
		{"closure passed on", 3, "closure", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			do := g.own("withLock", "func %[1]s(do func()) {\n%s}", pick(g, []string{"do()\n", "do()\ndo()\n", "for range 2 {\ndo()\n}\n", "if do != nil {\ndo()\n}\n"}))
			v := g.anyValue()
			return fmt.Sprintf("%s(func() {\n%s%s})\n", do, g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier))), g.closure(1)) + g.seen(v), true
		}},
		{"closure as condition", 2, "closure", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			name := g.fresh("allowed")
			return fmt.Sprintf("%s := func() bool {\nreturn %s\n}\nif %s() {\n%s}\n", name, g.cond(), name, g.block(1, true)), true
		}},
		{"panic and recover", 3, "panic", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			v := g.anyValue()
			body := fmt.Sprintf("defer func() {\nif p := recover(); p != nil {\n%s}\n}()\n", g.seen(v)+g.closure(1))
			body += g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier)))
			body += fmt.Sprintf("if %s {\n%spanic(\"no such message\")\n}\n", g.cond(), g.seen(v))
			body += g.closure(1)
			return fmt.Sprintf("func() {\n%s}()\n", body) + g.seen(v), true
		}},
		{"panic", 2, "panic", func(g *gen, _ struct{}) (string, bool) {
			return fmt.Sprintf("if %s {\npanic(\"unexpected code\")\n}\n", g.cond()) + g.seen(g.anyValue()), true
		}},
		{"result changed by defer", 2, "named result", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			in, out := value{"in", v.carrier}, value{"out", v.carrier}
			f := g.own("adjust", "func %[1]s(in %[2]s) (out %[2]s) {\ndefer func() {\nif %[3]s {\nout = %[4]s\n}\n}()\nif %[5]s {\nreturn %[6]s\n}\nout = in\nreturn out\n}",
				g.typeOf(v.carrier), choose(g, tables.tests[:4], out), g.constant(v.carrier, g.one()), choose(g, tables.tests[:4], in), g.constant(v.carrier, g.one()))
			name := g.fresh("adjusted")
			return fmt.Sprintf("%s := %s(%s)\n", name, f, v.expr) + g.seen(g.add(name, v.carrier)), true
		}},
	}
}
