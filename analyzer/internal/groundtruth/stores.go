package groundtruth

import (
	"fmt"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// alike returns something of the carrier's type: another code, or a constant.
func (g *gen) alike(c carrier) string {
	all := g.values(func(v value) bool { return v.carrier == c })
	if len(all) > 0 && g.chance(50) {
		return pick(g, all).expr
	}
	if c == dynamic {
		return fmt.Sprintf("any(%q)", g.one().Text())
	}
	return g.constant(c, g.one())
}

// anyValue returns a code in scope.
func (g *gen) anyValue() value { return pick(g, g.values(nil)) }

// maybe writes a statement, or an if around it.
func (g *gen) maybe(stmt string) string {
	if g.chance(60) {
		return fmt.Sprintf("if %s {\n%s}\n", g.cond(), stmt)
	}
	return stmt
}

// stores are assignments in all forms.
func stores() []production[struct{}] {
	return []production[struct{}]{
		{"assignment", 6, "reassigned", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			stmt := fmt.Sprintf("%s = %s\n", v.expr, g.alike(v.carrier))
			if g.chance(40) {
				stmt += g.seen(v)
			}
			return g.maybe(stmt) + g.seen(g.anyValue()), true
		}},
		{"parallel assignment", 2, "reassigned", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			all := g.values(func(o value) bool { return o.carrier == v.carrier && o != v })
			if len(all) == 0 {
				return "", false
			}
			o := pick(g, all)
			return g.maybe(fmt.Sprintf("%s, %s = %s, %s\n", v.expr, o.expr, o.expr, g.alike(v.carrier))) + g.seen(v) + g.seen(o), true
		}},
		{"next reply", 4, "reassigned", func(g *gen, _ struct{}) (string, bool) {
			send, r, ok := g.sender()
			if !ok {
				return "", false
			}
			v := value{r.name + "." + r.path, r.carrier}
			return g.maybe(fmt.Sprintf("%s = %s()\n", r.name, send)) + g.seen(v), true
		}},
		{"retry loop", 4, "reassigned", func(g *gen, _ struct{}) (string, bool) {
			send, r, ok := g.sender()
			if !ok || !g.shallow() {
				return "", false
			}
			v := value{r.name + "." + r.path, r.carrier}
			label, text := g.within(construct{loop: true}, "attempt", func() string {
				former := ""
				if g.chance(40) {
					name := g.fresh("before")
					former = fmt.Sprintf("%s := %s\n%s", name, v.expr, g.seen(value{name, v.carrier}))
				}
				return fmt.Sprintf("for attempt := 0; attempt < 3; attempt++ {\n%s%s%s = %s()\n%s}\n", g.block(1+g.IntN(2), true), former, r.name, send, g.seen(v))
			})
			return label + text + g.seen(v), true
		}},
		{"boolean reassigned", 4, "boolean reassigned", func(g *gen, _ struct{}) (string, bool) {
			name := g.fresh("retry")
			decl := fmt.Sprintf("%s := %v\n", name, g.chance(50))
			if g.chance(40) {
				decl = fmt.Sprintf("%s := %s\n", name, g.cond())
			}
			set := fmt.Sprintf("%s = %s\n", name, pick(g, []string{"true", "false", g.cond()}))
			g.top().bools = append(g.top().bools, name)
			return decl + fmt.Sprintf("if %s {\n%s}\n", g.cond(), set) + g.testOf(name), true
		}},
		{"variable declared first", 4, "reassigned", func(g *gen, _ struct{}) (string, bool) {
			src, ok := g.testable()
			if !ok {
				return "", false
			}
			name := g.fresh("result")
			text := fmt.Sprintf("var %s %s\nif %s {\n%s = %s\n}", name, g.typeOf(src.carrier), g.cond(), name, src.expr)
			if g.chance(50) {
				text += fmt.Sprintf(" else {\n%s = %s\n}", name, g.constant(src.carrier, g.one()))
			}
			return text + "\n" + g.seen(g.add(name, src.carrier)), true
		}},
		{"shadowing", 3, "shadowed", func(g *gen, _ struct{}) (string, bool) {
			all := g.values(func(v value) bool { return toolchain.Mentions(v.expr, v.expr) == 1 && isName(v.expr) })
			if len(all) == 0 || !g.shallow() {
				return "", false
			}
			v := pick(g, all)
			return fmt.Sprintf("if %s := %s; %s {\n%s}\n", v.expr, typedConstant(g, v.carrier), choose(g, tables.tests[:4], shadow(g, v)), g.seen(v)+g.block(1, true)) + g.seen(v), true
		}},
		{"elements", 4, "element", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			typ := g.typeOf(v.carrier)
			name := g.fresh("history")
			switch g.IntN(3) {
			case 0:
				return fmt.Sprintf("%s := []%s{%s}\n%s = append(%s, %s)\n", name, typ, v.expr, name, name, g.alike(v.carrier)) +
					g.seen(value{name + "[0]", v.carrier}) + g.seen(value{fmt.Sprintf("%s[len(%s)-1]", name, name), v.carrier}), true
			case 1:
				return fmt.Sprintf("var %s [2]%s\n%s[0] = %s\n%s", name, typ, name, v.expr, g.maybe(fmt.Sprintf("%s[1] = %s\n", name, g.alike(v.carrier)))) +
					g.seen(value{name + "[0]", v.carrier}) + g.seen(value{name + "[1]", v.carrier}), true
			default:
				return fmt.Sprintf("%s := map[string]%s{\"newest\": %s}\n%s[\"next\"] = %s\n", name, typ, v.expr, name, g.alike(v.carrier)) +
					g.seen(value{name + `["newest"]`, v.carrier}) + g.seen(value{name + `["none"]`, v.carrier}), v.carrier != dynamic
			}
		}},
		{"package variable", 3, "package variable", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float {
				return "", false
			}
			typ := g.typeOf(v.carrier)
			last := g.own("lastCode", "var %[1]s %s", typ)
			remember := g.own("remember", "func %[1]s(code %s) { %s = code }", typ, last)
			w := value{last, v.carrier}
			return g.maybe(fmt.Sprintf("%s(%s)\n", remember, v.expr)) + fmt.Sprintf("if %s {\n%s}\n", choose(g, tables.tests[:4], w), g.seen(w)) + g.seen(w), true
		}},
	}
}

// typedConstant writes a constant with a type of its own.
func typedConstant(g *gen, c carrier) string {
	if c == dynamic {
		return fmt.Sprintf("any(%q)", g.one().Text())
	}
	return fmt.Sprintf("%s(%s)", g.typeOf(c), g.constant(c, g.one()))
}

// shadow returns the value as a comparison with constants can take it.
func shadow(g *gen, v value) value {
	if v.carrier == dynamic {
		return value{fmt.Sprintf("fmt.Sprint(%s)", v.expr), text}
	}
	return v
}

func isName(s string) bool {
	for i := range len(s) {
		if !toolchain.IsWord(s[i]) {
			return false
		}
	}
	return true
}

// sender adds a parameter that fetches the next reply.
func (g *gen) sender() (send string, r reply, ok bool) {
	if len(g.replies) == 0 {
		return "", r, false
	}
	if g.send != "" {
		return g.send, g.replies[0], true
	}
	r = g.replies[0]
	g.send = g.fresh("send")
	g.params = append(g.params, fmt.Sprintf("%s func() %s", g.send, r.typ))
	conv := map[carrier]string{
		typed: "codes." + g.d.Type + "(in.Int(in.Next()))", number: "in.Int(in.Next())",
		text: "in.Text(in.Next())", jsonNumber: "json.Number(in.Text(in.Next()))",
	}[r.carrier]
	for range 2 {
		g.f.Takes = append(g.f.Takes, g.f.Takes[0])
	}
	g.arg(fmt.Sprintf("func() %[1]s {\nvar r %[1]s\nr.%s = %s\nreturn r\n}", g.abroad(r.typ), r.path, conv))
	return g.send, r, true
}
