package groundtruth

import "fmt"

// sharing has memory that others lead to, and functions that are called where nobody sees it: pointers to
// fields, lists that share their room, locks behind helpers, functions sent over channels, literals in literals, calls that
// change what they have told of. The programs are free of races here, too.
func sharing() []production[struct{}] {
	return []production[struct{}]{
		{"pointer to a field", 4, "pointer", func(g *gen, _ struct{}) (string, bool) {
			if len(g.replies) == 0 {
				return "", false
			}
			r := pick(g, g.replies)
			v := value{r.name + "." + r.path, r.carrier}
			p := g.fresh("field")
			store := fmt.Sprintf("*%s = %s\n", p, g.alike(v.carrier))
			switch g.IntN(3) {
			case 0:
				f := g.own("put", "func %[1]s(to *%[2]s, code %[2]s) { *to = code }", g.typeOf(v.carrier))
				store = fmt.Sprintf("%s(%s, %s)\n", f, p, g.alike(v.carrier))
			case 1:
				f := g.own("leads", "func %[1]s(to *%[2]s) *%[2]s { return to }", g.typeOf(v.carrier))
				store = fmt.Sprintf("*%s(%s) = %s\n", f, p, g.alike(v.carrier))
			}
			return fmt.Sprintf("%s := &%s\nif %s {\n%s%s}\n", p, v.expr, choose(g, tables.tests[:4], v), g.maybe(store), g.seen(v)) +
				g.seen(value{"*" + p, v.carrier}), true
		}},
		{"call that changes what it tells of", 4, "pointer", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			if v.carrier == dynamic {
				return "", false
			}
			f := g.own("swap", "func %[1]s(at *%[2]s, code %[2]s) %[2]s {\nformer := *at\n*at = code\nreturn former\n}", g.typeOf(v.carrier))
			former := value{fmt.Sprintf("%s(&%s, %s)", f, v.expr, g.alike(v.carrier)), v.carrier}
			test := choose(g, tables.tests[:4], former)
			if v.carrier == typed && g.chance(60) {
				test = fmt.Sprintf("%s.%s", former.expr, pick(g, []string{"Known()", "Retryable()", "Err() != nil", "Wire() != \"0\""}))
			}
			return fmt.Sprintf("if %s {\n%s} else {\n%s}\n", test, g.seen(v), g.seen(v)) + g.seen(g.anyValue()), true
		}},
		{"lists that share their room", 4, "element", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			typ := g.typeOf(v.carrier)
			all, more := g.fresh("all"), g.fresh("more")
			head := g.own("head", "func %[1]s(all []%[2]s) []%[2]s { return all[:1] }", typ)
			take := pick(g, []string{all + "[:1]", head + "(" + all + ")", "append(" + all + "[:1:2], " + all + "...)[:1]"})
			text := fmt.Sprintf("%s := []%s{%s, %s, %s}\n%s := %s\n", all, typ, v.expr, g.alike(v.carrier), g.alike(v.carrier), more, take)
			text += fmt.Sprintf("%s[1] = %s\n", all, g.alike(v.carrier))
			text += g.maybe(fmt.Sprintf("%[1]s = append(%[1]s, %[2]s)\n", more, g.alike(v.carrier)))
			return text + g.seen(value{all + "[1]", v.carrier}) + g.seen(value{more + "[0]", v.carrier}), true
		}},
		{"locks behind helpers", 3, "goroutine", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			typ := g.typeOf(v.carrier)
			gauge := g.own("gauge", "type %[1]s struct {\nmu sync.Mutex\nlast %[2]s\n}\n\nfunc (g *%[1]s) lock() { g.mu.Lock() }\nfunc (g *%[1]s) unlock() { g.mu.Unlock() }", typ)
			set := g.own("set", "func %[1]s(g *%[2]s, code %[3]s, turns chan bool) {\n<-turns\ng.lock()\ng.last = code\ng.unlock()\nturns <- true\n}", gauge, typ)
			wait := g.own("wait", "func %[1]s(g *%[2]s, turns chan bool) {\ng.unlock()\nturns <- true\n<-turns\ng.lock()\n}", gauge)
			name, turns := g.fresh("gauge"), g.fresh("turns")
			start := fmt.Sprintf("go %s(%s, %s, %s)\n", set, name, g.alike(v.carrier), turns)
			if g.chance(50) {
				later := g.own("later", "func %[1]s(g *%[2]s, code %[3]s, turns chan bool) { go %[4]s(g, code, turns) }", gauge, typ, set)
				start = fmt.Sprintf("%s(%s, %s, %s)\n", later, name, g.alike(v.carrier), turns)
			}
			last := value{name + ".last", v.carrier}
			return fmt.Sprintf("%s, %s := &%s{}, make(chan bool)\n%[1]s.lock()\n%[4]s%[1]s.last = %[5]s\n%[6]s%[7]s(%[1]s, %[2]s)\n", name, turns, gauge, start, v.expr, g.seen(last), wait) +
				g.seen(last) + fmt.Sprintf("%s.unlock()\n", name), true
		}},
		{"function over a channel", 3, "goroutine", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			jobs, done := g.fresh("jobs"), g.fresh("done")
			job := fmt.Sprintf("func() { %s = %s }", v.expr, g.alike(v.carrier))
			if g.chance(40) {
				return fmt.Sprintf("%[1]s := make(chan func(), 1)\n%[1]s <- %[2]s\n%[3]s", jobs, job, g.seen(v)) + g.maybe(fmt.Sprintf("(<-%s)()\n", jobs)) + g.seen(v), true
			}
			work := g.own("work", "func %[1]s(jobs chan func(), done chan bool) {\nfor job := range jobs {\njob()\ndone <- true\n}\n}")
			return fmt.Sprintf("%[1]s, %[2]s := make(chan func()), make(chan bool)\ngo %[3]s(%[1]s, %[2]s)\n", jobs, done, work) +
				g.maybe(fmt.Sprintf("%[1]s <- %[2]s\n<-%[3]s\n", jobs, job, done)) + g.seen(v) + fmt.Sprintf("close(%s)\n", jobs), true
		}},
		{"literal in a literal", 3, "closure", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			v := g.anyValue()
			prepare, run := g.fresh("prepare"), g.fresh("run")
			inner := g.seen(v) + g.closure(1) + g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier))) + g.seen(v)
			text := fmt.Sprintf("%s := func() func() {\nif %s {\nreturn func() {\n%s}\n}\nreturn func() {\n%s}\n}\n", prepare, g.cond(), inner, g.seen(v))
			return text + fmt.Sprintf("%s := %s()\n", run, prepare) + g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier))) + fmt.Sprintf("%s()\n", run) + g.seen(v), true
		}},
		{"literal beside a store", 3, "closure", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			f := g.fresh("look")
			return fmt.Sprintf("if %[1]s {\n%[2]s := func() {}\n%[3]s, %[2]s = %[4]s, func() {\n%[5]s}\n%[2]s()\n}\n", g.cond(), f, v.expr, g.alike(v.carrier), g.seen(v)) + g.seen(v), true
		}},
		{"literals of a loop", 3, "closure", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			all, each := g.fresh("looks"), g.fresh("each")
			set := g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier)))
			return fmt.Sprintf("var %[1]s []func()\nfor range 2 {\nif %[2]s {\n%[1]s = append(%[1]s, func() {\n%[3]s})\n}\n%[4]s}\nfor _, %[5]s := range %[1]s {\n%[5]s()\n}\n",
				all, g.cond(), g.seen(v), set, each), true
		}},
		{"method of an interface in a struct", 2, "interface", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			typ := g.typeOf(v.carrier)
			method := g.own("take", "func %[1]s() {}")
			probe := g.seen(value{"code", v.carrier})
			face := g.own("taker", "type %[1]s interface{ %[2]s(%[3]s) }", method, typ)
			impl := g.own("sink", "type %[1]s struct{ n int }\n\nfunc (%[1]s) %[2]s(code %[3]s) {\n%[4]s}", method, typ, probe)
			outer := g.own("pipe", "type %[1]s struct{ %[2]s }", face)
			return fmt.Sprintf("%[1]s{}.%[2]s(%[3]s)\n", impl, method, typedConstant(g, v.carrier)) + g.maybe(fmt.Sprintf("%s{%s{}}.%s(%s)\n", outer, impl, method, v.expr)), true
		}},
	}
}
