package groundtruth

import "fmt"

// comesBack calls functions that panic for some of what they get: what follows a call
// knows what it came back for.
func comesBack() []production[struct{}] {
	return []production[struct{}]{
		{"call that comes back for some codes", 3, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || !g.tells(v.carrier) {
				return "", false
			}
			in := value{"code", v.carrier}
			test := g.only(in, func() string { return choose(g, tables.tests[:10], in) })
			body := pick(g, []string{
				"if %s {\npanic(\"unexpected code\")\n}\n",
				"if %s {\nreturn\n}\npanic(\"unexpected code\")\n",
				"switch {\ncase %s:\npanic(\"unexpected code\")\n}\n",
				"if ok := %s; !ok {\npanic(\"unexpected code\")\n}\n",
			})
			must, _ := g.declare("expect", "func %[1]s(code %s) {\n"+body+"}", g.typeOf(v.carrier), test)
			return fmt.Sprintf("%s(%s)\n", must, v.expr) + g.seen(v), true
		}},
		{"call that comes back for no error", 4, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float || !g.shallow() || !g.tells(v.carrier) {
				return "", false
			}
			check, sentinels := g.checker(v.carrier)
			ensure := g.ensure()
			if g.chance(40) {
				return fmt.Sprintf("%s(%s(%s))\n", ensure, check, v.expr) + g.seen(v), true
			}
			err := g.fresh("err")
			text := fmt.Sprintf("%s := %s(%s)\n", err, check, v.expr)
			if g.chance(40) {
				text += fmt.Sprintf("if %s {\n%s}\n", g.errorTest(err, sentinels), g.seen(v))
			}
			return text + fmt.Sprintf("%s(%s)\n", ensure, err) + g.seen(v), true
		}},
		{"code that comes back for no error", 3, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float || !g.tells(v.carrier) {
				return "", false
			}
			in := value{"code", v.carrier}
			read, _ := g.declare("read", "func %[1]s(code %[2]s) (%[2]s, error) {\nif %[3]s {\nreturn code, errors.New(\"cannot read the reply\")\n}\nreturn code, nil\n}",
				g.typeOf(v.carrier), g.only(in, func() string { return choose(g, tables.tests[:10], in) }))
			must := g.own("must", "func %[1]s(code %[2]s, err error) %[2]s {\nif err != nil {\npanic(err)\n}\nreturn code\n}", g.typeOf(v.carrier))
			name := g.fresh("got")
			return fmt.Sprintf("%s := %s(%s(%s))\n", name, must, read, v.expr) + g.seen(v) + g.seen(g.add(name, v.carrier)), true
		}},
	}
}

// ensure declares a function that panics if it gets an error, and returns its name.
func (g *gen) ensure() string {
	return g.own("ensure", "func %[1]s(err error) {\n%s}", pick(g, []string{
		"if err != nil {\npanic(err)\n}\n",
		"if err == nil {\nreturn\n}\npanic(err.Error())\n",
		"if err != nil {\npanic(fmt.Sprintf(\"send: %%v\", err))\n}\n",
		"switch err {\ncase nil:\ndefault:\npanic(err)\n}\n",
	}))
}
