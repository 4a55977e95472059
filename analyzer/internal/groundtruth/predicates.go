package groundtruth

import (
	"fmt"
	"strings"
)

var predicateNames = []string{"isBusy", "isFinal", "throttled", "needsTopUp", "isRejected", "accepted", "worthRetry"}

// predicate declares a function that tests a code, and returns its name.
func (g *gen) predicate(c carrier) (use, plain string, ok bool) {
	if !g.tells(c) {
		return "", "", false
	}
	use, plain = g.declare(pick(g, predicateNames), "func %[1]s(code %s) bool {\n%s}", g.typeOf(c), g.predicateBody(value{"code", c}, 0))
	return use, plain, true
}

// tells reports whether a helper may look at what the carrier carries. One in
// another package shows what is a code there, or is none, by what it compares with.
func (g *gen) tells(c carrier) bool {
	return !g.p.Split || c == typed || g.because("predicate elsewhere that takes no code's type")
}

// predicateBody writes the body of a function that says true for some codes.
func (g *gen) predicateBody(v value, depth int) string {
	return choose(g, tables.predicateBodies, predicateIn{v, depth})
}

type predicateIn struct {
	v     value
	depth int
}

func predicateBodies() []production[predicateIn] {
	return []production[predicateIn]{
		{"predicate: expression", 8, "", func(g *gen, in predicateIn) (string, bool) {
			return "return " + g.only(in.v, func() string { return choose(g, tables.tests[:10], in.v) }) + "\n", true
		}},
		{"predicate: switch", 6, "", func(g *gen, in predicateIn) (string, bool) {
			all := g.some(2 + g.IntN(4))
			yes, no := "true", "false"
			if g.chance(25) {
				yes, no = no, yes
			}
			half := 1 + g.IntN(len(all)-1)
			var b strings.Builder
			fmt.Fprintf(&b, "switch %s {\ncase %s:\nreturn %s\n", in.v.expr, g.list(in.v.carrier, all[:half]), yes)
			if g.chance(50) {
				fmt.Fprintf(&b, "case %s:\nreturn %s\n", g.list(in.v.carrier, all[half:]), no)
			}
			if g.chance(40) {
				fmt.Fprintf(&b, "default:\nreturn %s\n}\n", no)
			} else {
				fmt.Fprintf(&b, "}\nreturn %s\n", no)
			}
			return b.String(), true
		}},
		{"predicate: ifs", 5, "", func(g *gen, in predicateIn) (string, bool) {
			first := choose(g, tables.tests[:10], in.v)
			second := choose(g, tables.tests[:10], in.v)
			return fmt.Sprintf("if %s {\nreturn %v\n}\nreturn %s\n", first, g.chance(50), second), true
		}},
		{"predicate: calls another", 3, "", func(g *gen, in predicateIn) (string, bool) {
			if in.depth > 0 {
				return "", false
			}
			_, other := g.declare(pick(g, predicateNames), "func %[1]s(code %s) bool {\n%s}", g.typeOf(in.v.carrier), g.predicateBody(value{"code", in.v.carrier}, 1))
			return fmt.Sprintf("return %s %s%s(%s)\n", choose(g, tables.tests[:2], in.v)+pick(g, []string{" ||", " &&"}), pick(g, []string{"", "!"}), other, in.v.expr), true
		}},
		{"predicate: set", 3, "", func(g *gen, in predicateIn) (string, bool) {
			all := g.some(1 + g.IntN(4))
			set := g.hidden("known", "var %[1]s = map[%s]struct{}{\n%s: {},\n}", g.typeOf(in.v.carrier), strings.ReplaceAll(g.list(in.v.carrier, all), ", ", ": {},\n"))
			return fmt.Sprintf("_, ok := %s[%s]\nreturn ok\n", set, in.v.expr), true
		}},
	}
}

// only hides what is in scope but the value.
func (g *gen) only(v value, write func() string) string {
	scopes := g.scopes
	g.scopes = []*scope{{values: []value{v}}}
	defer func() { g.scopes = scopes }()
	return write()
}
