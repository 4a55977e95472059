package groundtruth

import "fmt"

// concurrency has go and select. The programs are free of races: a goroutine has
// ended before the function goes on.
func concurrency() []production[struct{}] {
	return []production[struct{}]{
		{"goroutine", 3, "goroutine", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			v := g.anyValue()
			body := "defer func() { _ = recover() }()\n" // a panic here would end the program
			body += g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier))) + g.closure(1)
			if g.chance(50) {
				wg := g.fresh("wg")
				return fmt.Sprintf("var %[1]s sync.WaitGroup\n%[1]s.Go(func() {\n%[2]s})\n%[1]s.Wait()\n", wg, body) + g.seen(v), true
			}
			ch := g.fresh("finished")
			return fmt.Sprintf("%[1]s := make(chan struct{})\ngo func() {\ndefer close(%[1]s)\n%[2]s}()\n<-%[1]s\n", ch, body) + g.seen(v), true
		}},
		{"channel", 2, "channel", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			ch, got := g.fresh("events"), g.fresh("got")
			return fmt.Sprintf("%[1]s := make(chan %[2]s, 2)\n%[1]s <- %[3]s\n%[4]sclose(%[1]s)\n%[5]s := <-%[1]s\n", ch, g.typeOf(v.carrier), v.expr,
				g.maybe(fmt.Sprintf("%s <- %s\n", ch, g.alike(v.carrier))), got) + g.seen(g.add(got, v.carrier)), true
		}},
		{"select", 3, "channel", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			v := g.anyValue()
			ch, got := g.fresh("replies"), g.fresh("got")
			fill := g.maybe(fmt.Sprintf("%s <- %s\n", ch, v.expr))
			label, text := g.within(construct{}, "waiting", func() string {
				return fmt.Sprintf("select {\ncase %[1]s := <-%[2]s:\n%[3]s%[4]sdefault:\n%[5]s}\n", got, ch, g.seen(value{got, v.carrier}), g.block(1, true), g.block(1, true))
			})
			return fmt.Sprintf("%[1]s := make(chan %[2]s, 1)\n%[3]s", ch, g.typeOf(v.carrier), fill) + label + text, true
		}},
	}
}
