package groundtruth

import (
	"fmt"
	"strings"
)

// table declares a map from codes to something.
func (g *gen) table(c carrier, typ string, entry func(Code) string) string {
	var b strings.Builder
	for _, code := range g.some(2 + g.IntN(4)) {
		fmt.Fprintf(&b, "%s: %s,\n", g.constant(c, code), entry(code))
	}
	return g.own("meanings", "var %[1]s = map[%s]%s{\n%s}", g.typeOf(c), typ, b.String())
}

func lookups() []production[struct{}] {
	return []production[struct{}]{
		{"comma ok", 5, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || !g.shallow() {
				return "", false
			}
			table := g.table(v.carrier, "string", func(c Code) string { return fmt.Sprintf("%q", c.Name) })
			name := g.fresh("listed")
			return fmt.Sprintf("if _, %[1]s := %[2]s[%[3]s]; %[4]s%[1]s {\n%[5]s}\n", name, table, v.expr, pick(g, []string{"", "!"}), g.seen(v)+g.block(1, true)), true
		}},
		{"search by hand", 4, "", func(g *gen, _ struct{}) (string, bool) { return g.searchByHand("==", true) }},
		{"search that goes on", 2, "search", func(g *gen, _ struct{}) (string, bool) { return g.searchByHand(pick(g, []string{"==", "!="}), false) }},
		{"table of texts", 4, "table", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			table := g.table(v.carrier, "string", func(c Code) string { return pick(g, []string{`"wait"`, `"stop"`, `""`}) })
			name := g.fresh("advice")
			return fmt.Sprintf("%s := %s[%s]\nif %s %s %s {\n%s}\n", name, table, v.expr, name, pick(g, []string{"==", "!="}), pick(g, []string{`"wait"`, `""`}), g.seen(v)), true
		}},
		{"table of structs", 3, "table", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			table := g.table(v.carrier, "struct {\nText string\nAgain bool\n}", func(c Code) string {
				return fmt.Sprintf(pick(g, []string{"{%q, %v}", "{Text: %q, Again: %v}"}), c.Name, g.chance(50))
			})
			if g.chance(50) {
				return fmt.Sprintf("if %s[%s].Again {\n%s}\n", table, v.expr, g.seen(v)) + g.seen(v), true
			}
			m, found := g.fresh("meta"), g.fresh("known")
			return fmt.Sprintf("%[1]s, %[2]s := %[3]s[%[4]s]\nif !%[2]s || %[1]s.Again {\n%[5]s}\n", m, found, table, v.expr, g.seen(v)), true
		}},
		{"parsed", 5, "parsed", func(g *gen, _ struct{}) (string, bool) {
			all := g.values(func(v value) bool { return v.carrier.textual() })
			if len(all) == 0 {
				return "", false
			}
			v := pick(g, all)
			n, err := g.fresh("n"), g.fresh("err")
			call, c := fmt.Sprintf("strconv.Atoi(%s)", v.expr), number
			wide := g.chance(40) // as an int64 or a float64
			switch {
			case wide && v.carrier == jsonNumber:
				call = v.expr + pick(g, []string{".Int64()", ".Float64()"})
			case wide:
				call = fmt.Sprintf(pick(g, []string{"strconv.ParseInt(%s, 10, 64)", "strconv.ParseUint(%s, 10, 64)", "strconv.ParseFloat(%s, 64)"}), v.expr)
			case v.carrier == jsonNumber:
				call = fmt.Sprintf("strconv.Atoi(%s.String())", v.expr)
			case g.chance(40):
				call, c = fmt.Sprintf("codes.Parse%s(%s)", strings.TrimSuffix(g.d.Type, "Code"), v.expr), typed
			}
			w := value{n, c}
			if wide {
				w.expr = fmt.Sprintf("int(%s)", n)
			}
			var text string
			switch g.IntN(3) {
			case 0:
				text = fmt.Sprintf("%s, _ := %s\n", n, call)
			case 1:
				text = fmt.Sprintf("%s, %s := %s\nif %s != nil {\n%s%s}\n", n, err, call, err, g.seen(v)+g.seen(w), g.leave())
			default:
				text = fmt.Sprintf("%s, %s := %s\nif %s == nil && %s {\n%s}\n", n, err, call, err, choose(g, tables.tests[:4], w), g.seen(v)+g.seen(w))
			}
			if wide {
				return text + g.seen(w), true
			}
			return text + g.seen(g.add(n, c)), true
		}},
		{"parsed and compared", 4, "", func(g *gen, _ struct{}) (string, bool) {
			all := g.values(func(v value) bool { return v.carrier.textual() })
			if len(all) == 0 || !g.shallow() {
				return "", false
			}
			v := pick(g, all)
			calls := []string{"strconv.Atoi(%s)", "strconv.ParseInt(%s, 10, 64)", "strconv.ParseUint(%s, 10, 64)", "strconv.ParseFloat(%s, 64)"}
			if v.carrier == jsonNumber {
				calls = []string{"%s.Int64()", "%s.Float64()", "strconv.Atoi(%s.String())"}
			}
			if v.carrier == text {
				calls = append(calls, "codes.Parse"+strings.TrimSuffix(g.d.Type, "Code")+"(%s)")
			}
			g.f.MembersOnly = true
			n, err := g.fresh("n"), g.fresh("err")
			code, not := g.one().Text(), g.one().Text()
			test := pick(g, []string{
				fmt.Sprintf("%s == nil && %s == %s", err, n, code),
				fmt.Sprintf("%s != nil || %s != %s", err, n, code),
				fmt.Sprintf("%s == nil && %s != %s && %s != %s", err, n, code, n, not),
			})
			return fmt.Sprintf("if %s, %s := %s; %s {\n%s} else {\n%s}\n", n, err, fmt.Sprintf(pick(g, calls), v.expr), test, g.seen(v), g.seen(v)), true
		}},
		{"type assertion", 8, "dynamic", func(g *gen, _ struct{}) (string, bool) {
			all := g.values(func(v value) bool { return v.carrier == dynamic })
			if len(all) == 0 || !g.shallow() {
				return "", false
			}
			v := pick(g, all)
			c := pick(g, []carrier{text, float})
			s, ok := g.fresh("s"), g.fresh("isSet")
			w := value{s, c}
			switch g.IntN(5) {
			case 0:
				return fmt.Sprintf("if %s, %s := %s.(%s); %s && %s {\n%s} else {\n%s}\n", s, ok, v.expr, g.typeOf(c), ok, choose(g, tables.tests[:10], w), g.seen(w)+g.seen(v), g.seen(w)+g.seen(v)), true
			case 1:
				return fmt.Sprintf("if %s, %s := %s.(%s); !%s || %s {\n%s}\n", s, ok, v.expr, g.typeOf(c), ok, choose(g, tables.tests[:10], w), g.seen(w)+g.seen(v)), true
			case 2:
				return fmt.Sprintf("switch %s := %s.(type) {\ncase string:\n%scase float64:\n%sdefault:\n%s}\n", s, v.expr, g.seen(w)+g.maybe(g.seen(w)), g.seen(w), g.seen(v)+fmt.Sprintf("_ = %s\n", s)), true
			case 3:
				k := fmt.Sprintf("%q", g.one().Text())
				if g.chance(50) {
					k = fmt.Sprintf("float64(%s)", g.one().Text())
				}
				return fmt.Sprintf("if %s %s %s {\n%s}\n", v.expr, pick(g, []string{"==", "!="}), pick(g, []string{k, k, "nil"}), g.seen(v)) + g.seen(v), true
			default:
				return fmt.Sprintf("%s := %s.(%s)\n", s, v.expr, g.typeOf(c)) + g.seen(v) + g.seen(g.add(s, c)), true
			}
		}},
	}
}

// searchByHand compares a code with the elements of a list.
func (g *gen) searchByHand(op string, leaves bool) (string, bool) {
	v, ok := g.testable()
	if !ok || !g.shallow() || len(g.nested) > 2 {
		return "", false
	}
	var codes []string
	for _, code := range g.some(1 + g.IntN(4)) {
		codes = append(codes, g.constant(v.carrier, code))
	}
	list := fmt.Sprintf("[]%s{%s}", g.typeOf(v.carrier), strings.Join(codes, ", "))
	if g.chance(60) {
		list = g.own("listed", "var %s = %s", list)
	}
	label, text := g.within(construct{loop: true}, "search", func() string {
		elem := g.fresh("elem")
		x, y := elem, v.expr
		if g.chance(50) {
			x, y = y, x
		}
		body := g.seen(v)
		switch {
		case leaves:
			body += pick(g, []string{"break\n", g.leave()})
		case g.chance(60):
			body += g.block(1, true) + g.exit()
		default:
			body += g.block(1, true)
		}
		return fmt.Sprintf("for _, %s := range %s {\nif %s %s %s {\n%s}\n}\n", elem, list, x, op, y, body)
	})
	return label + text + g.seen(v), true
}
