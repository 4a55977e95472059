package groundtruth

import "fmt"

// crossings are statements in which one thing changes what another one has in hand: operands beside a call,
// functions that are kept and called later, iterators that go on.
func crossings() []production[struct{}] {
	return []production[struct{}]{
		{"operands beside a call", 2, "reassigned", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			swap := g.own("swapIn", "func %[1]s(at *%[2]s, to %[2]s) %[2]s {\nold := *at\n*at = to\nreturn old\n}", g.typeOf(v.carrier))
			both := g.own("bothOf", "func %[1]s(first, second %[2]s) (%[2]s, %[2]s) {\nreturn first, second\n}", g.typeOf(v.carrier))
			first, second := g.fresh("before"), g.fresh("after")
			operands := fmt.Sprintf("%s, %s(&%s, %s)", v.expr, swap, v.expr, g.alike(v.carrier))
			if g.chance(60) {
				operands = fmt.Sprintf("%s(%s)", both, operands)
			}
			return fmt.Sprintf("%s, %s := %s\n", first, second, operands) +
				g.seen(value{first, v.carrier}) + g.seen(v) + g.seen(g.add(second, v.carrier)) + fmt.Sprintf("_ = %s\n", first), true
		}},
		{"helper with several results", 3, "result", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			in := value{"in", v.carrier}
			f := g.own("taken", "func %[1]s(in %[2]s) (out %[2]s, ok bool, err error) {\nif %[3]s {\nreturn in, false, errors.New(\"refused\")\n}\nif %[4]s {\nreturn %[5]s, true, nil\n}\nreturn in, true, nil\n}",
				g.typeOf(v.carrier), choose(g, tables.tests[:4], in), choose(g, tables.tests[:4], in), g.constant(v.carrier, g.one()))
			out, fine, err := g.fresh("taken"), g.fresh("fine"), g.fresh("failed")
			text := fmt.Sprintf("%s, %s, %s := %s(%s)\n", out, fine, err, f, v.expr)
			got := value{out, v.carrier}
			return text + fmt.Sprintf("if %s && %s == nil {\n%s%s} else {\n%s%s}\n", fine, err, g.seen(v), g.seen(got), g.seen(v), g.seen(got)) +
				g.seen(g.add(out, v.carrier)), true
		}},
		{"functions that are kept", 2, "closure", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			v := g.anyValue()
			kept := g.own("kept", "var %s []func()")
			keep := g.own("onChange", "func %[1]s(do func()) {\n%[2]s = append(%[2]s, do)\n}", kept)
			fire := g.own("changed", "func %[1]s() {\nall := %[2]s\n%[2]s = nil\nfor _, do := range all {\ndo()\n}\n}", kept)
			return fmt.Sprintf("%s = nil\n%s(func() {\n%s = %s\n%s})\n", kept, keep, v.expr, g.alike(v.carrier), g.closure(1)) +
				g.seen(v) + g.block(1, false) + g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier))) + g.maybe(fire+"()\n") + g.seen(v), true
		}},
		{"a pointer that is watched", 2, "pointer", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			kept := g.own("watched", "var %s func()")
			watch := g.own("watch", "func %[1]s(at *%[3]s, to %[3]s) {\n%[2]s = func() {\n*at = to\n}\n}", kept, g.typeOf(v.carrier))
			return fmt.Sprintf("%s(&%s, %s)\n", watch, v.expr, g.alike(v.carrier)) + g.seen(v) +
				g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier))) + g.maybe(kept+"()\n") + g.seen(v), true
		}},
		{"an iterator that goes on", 2, "closure", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			v := g.anyValue()
			steps := g.fresh("steps")
			label, text := g.within(construct{loop: true}, "walking", func() string {
				return fmt.Sprintf("for range %s {\n%s%s}\n", steps, g.seen(v), g.block(1+g.IntN(2), true))
			})
			return fmt.Sprintf("%s := func(yield func(int) bool) {\n%s%s = %s\n}\n", steps,
				g.maybe("if !yield(1) {\nreturn\n}\n"), v.expr, g.alike(v.carrier)) + label + text + g.seen(v), true
		}},
		{"a function of an earlier round", 2, "closure", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			is, x := g.fresh("is"), g.fresh("each")
			one := value{x, v.carrier}
			return fmt.Sprintf("var %[1]s func() bool\nfor _, %[2]s := range []%[3]s{%[4]s, %[5]s} {\nif %[1]s == nil {\n%[1]s = func() bool {\nreturn %[6]s\n}\n}\nif %[1]s() {\n%[7]s}\n}\n",
				is, x, g.typeOf(v.carrier), v.expr, g.alike(v.carrier), choose(g, tables.tests[:4], one), g.seen(one)), true
		}},
	}
}
