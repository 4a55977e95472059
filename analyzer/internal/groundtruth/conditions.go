package groundtruth

import (
	"fmt"
	"strings"
)

// cond writes a condition.
func (g *gen) cond() string { return g.condition(0) }

func (g *gen) condition(depth int) string {
	if depth < 2 {
		switch n := g.IntN(100); {
		case n < 10:
			return g.operandOf(depth) + " && " + g.operandOf(depth)
		case n < 20:
			return g.operandOf(depth) + " || " + g.operandOf(depth)
		case n < 26:
			return "!" + parens(g.condition(depth+1))
		}
	}
	if bools := g.bools(); len(bools) > 0 && g.chance(20) {
		if b := pick(g, bools); g.chance(30) {
			return "!" + b
		} else {
			return b
		}
	}
	v, ok := g.testable()
	if !ok {
		if bools := g.bools(); len(bools) > 0 {
			return pick(g, bools)
		}
		panic("nothing to test")
	}
	return choose(g, tables.tests, v)
}

// operandOf writes one side of && or ||.
func (g *gen) operandOf(depth int) string {
	c := g.condition(depth + 1)
	if strings.Contains(c, "&&") || strings.Contains(c, "||") {
		return parens(c)
	}
	return c
}

// parens puts a condition in parentheses where it isn't one word or call.
func parens(c string) string {
	if strings.ContainsAny(c, " ") && !isCall(c) {
		return "(" + c + ")"
	}
	return c
}

// isCall reports whether the last parenthesis closes the first.
func isCall(c string) bool {
	open := strings.IndexByte(c, '(')
	if open < 0 || !strings.HasSuffix(c, ")") || strings.ContainsAny(c[:open], " ") {
		return false
	}
	depth := 0
	for i := open; i < len(c); i++ {
		switch c[i] {
		case '(':
			depth++
		case ')':
			depth--
			if depth == 0 && i != len(c)-1 {
				return false
			}
		}
	}
	return true
}

func (g *gen) bools() []string {
	var all []string
	for _, s := range g.scopes {
		all = append(all, s.bools...)
	}
	return all
}

// tests are the ways to test a code.
func tests() []production[value] {
	return []production[value]{
		{"==", 14, "", func(g *gen, v value) (string, bool) {
			return g.compare(v, "=="), true
		}},
		{"!=", 14, "", func(g *gen, v value) (string, bool) {
			return g.compare(v, "!="), true
		}},
		{"== ||", 5, "", func(g *gen, v value) (string, bool) {
			return g.joined(v, "==", " || "), true
		}},
		{"!= &&", 5, "", func(g *gen, v value) (string, bool) {
			return g.joined(v, "!=", " && "), true
		}},
		{"ordering of numbers", 7, "", func(g *gen, v value) (string, bool) {
			if !v.carrier.numeric() {
				return "", false
			}
			return g.ordering(v), true
		}},
		{"ordering of texts", 4, "", func(g *gen, v value) (string, bool) {
			if !v.carrier.textual() {
				return "", false
			}
			return g.ordering(v), true
		}},
		{"range of numbers", 3, "", func(g *gen, v value) (string, bool) {
			if !v.carrier.numeric() {
				return "", false
			}
			g.f.MembersOnly = true
			low := g.IntN(20)
			return fmt.Sprintf("%s >= %d && %s < %d", v.expr, low, v.expr, low+1+g.IntN(100)), true
		}},
		{"== undocumented", 2, "", func(g *gen, v value) (string, bool) {
			return fmt.Sprintf("%s == %s", v.expr, g.strange(v.carrier)), true
		}},
		{"!= undocumented", 1, "", func(g *gen, v value) (string, bool) {
			return fmt.Sprintf("%s != %s", v.expr, g.strange(v.carrier)), true
		}},
		{"EqualFold", 4, "", func(g *gen, v value) (string, bool) {
			if v.carrier != text {
				return "", false
			}
			return fmt.Sprintf("strings.EqualFold(%s, %s)", v.expr, g.operand(text, g.one())), true
		}},
		{"TrimSpace", 4, "", func(g *gen, v value) (string, bool) {
			if v.carrier != text {
				return "", false
			}
			return fmt.Sprintf("strings.TrimSpace(%s) == %s", v.expr, g.operand(text, g.one())), true
		}},
		{"Sprint", 2, "", func(g *gen, v value) (string, bool) {
			if v.carrier != number {
				return "", false
			}
			return fmt.Sprintf("%s == %q", pick(g, []string{"fmt.Sprint(" + v.expr + ")", "strconv.Itoa(" + v.expr + ")"}), g.one().Text()), true
		}},
		{"conversion", 3, "", func(g *gen, v value) (string, bool) {
			n, ok := g.asInt(v)
			if !ok || v.carrier == number {
				return "", false
			}
			return fmt.Sprintf("%s == %s", n, g.constant(number, g.one())), true
		}},
		{"slices.Contains", 5, "", func(g *gen, v value) (string, bool) {
			all := g.some(1 + g.IntN(4))
			typ := g.typeOf(v.carrier)
			if g.chance(40) {
				set := g.own("finalCodes", "var %[1]s = []%s{%s}", typ, g.list(v.carrier, all))
				return fmt.Sprintf("slices.Contains(%s, %s)", set, v.expr), true
			}
			return fmt.Sprintf("slices.Contains([]%s{%s}, %s)", typ, g.list(v.carrier, all), v.expr), true
		}},
		{"map membership", 5, "", func(g *gen, v value) (string, bool) {
			entries := ""
			for _, c := range g.some(1 + g.IntN(4)) {
				b := "true"
				if g.chance(15) {
					b = "false"
				}
				entries += fmt.Sprintf("%s: %s,\n", g.constant(v.carrier, c), b)
			}
			set := g.own("blocked", "var %[1]s = map[%s]bool{\n%s}", g.typeOf(v.carrier), entries)
			return fmt.Sprintf("%s[%s]", set, v.expr), true
		}},
		{"predicate", 8, "", func(g *gen, v value) (string, bool) {
			use, _, ok := g.predicate(v.carrier)
			return fmt.Sprintf("%s(%s)", use, v.expr), ok
		}},
		{"method of codes", 12, "", func(g *gen, v value) (string, bool) {
			c, ok := g.asTyped(v)
			if !ok {
				return "", false
			}
			return g.codesMethod(c), true
		}},
		{"part of text", 4, "", func(g *gen, v value) (string, bool) {
			if v.carrier != text {
				return "", false
			}
			g.f.MembersOnly = true
			whole := g.one().Text()
			from := g.IntN(len(whole))
			part := whole[from : from+1+g.IntN(len(whole)-from)]
			return fmt.Sprintf("strings.%s(%s, %q)", pick(g, []string{"HasPrefix", "HasSuffix", "Contains"}), v.expr, part), true
		}},
	}
}

func (g *gen) compare(v value, op string) string {
	c := g.operand(v.carrier, g.one())
	if g.chance(12) {
		return fmt.Sprintf("%s %s %s", c, op, v.expr)
	}
	return fmt.Sprintf("%s %s %s", v.expr, op, c)
}

func (g *gen) joined(v value, op, by string) string {
	var parts []string
	for _, c := range g.some(2 + g.IntN(2)) {
		parts = append(parts, fmt.Sprintf("%s %s %s", v.expr, op, g.operand(v.carrier, c)))
	}
	return strings.Join(parts, by)
}

func (g *gen) ordering(v value) string {
	g.f.MembersOnly = true
	op := pick(g, []string{"<", "<=", ">", ">="})
	bound := g.constant(v.carrier, g.one())
	if g.chance(25) {
		bound = fmt.Sprint(g.IntN(120))
		if v.carrier.textual() {
			bound = fmt.Sprintf("%q", bound)
		}
	}
	if g.chance(12) {
		return fmt.Sprintf("%s %s %s", bound, op, v.expr)
	}
	return fmt.Sprintf("%s %s %s", v.expr, op, bound)
}

// codesMethod writes a test by a method of package codes.
func (g *gen) codesMethod(c string) string {
	neg := ""
	if g.chance(25) {
		neg = "!"
	}
	op := pick(g, []string{"==", "==", "!="})
	switch g.IntN(9) {
	case 0, 1:
		return neg + c + ".Known()"
	case 2, 3:
		return neg + c + ".Retryable()"
	case 4:
		class := pick(g, []string{"RetryUnknown", "RetryNotNeeded", "RetryWithBackoff", "RetryAfterFix", "RetryNever"})
		return fmt.Sprintf("%s.Retry() %s codes.%s", c, op, class)
	case 5:
		return fmt.Sprintf("%s.Err() %s nil", c, op)
	case 6:
		return fmt.Sprintf("%s.Description() %s \"\"", c, op)
	case 7:
		return fmt.Sprintf("%s.Wire() %s %q", c, op, g.one().Text())
	default:
		return fmt.Sprintf("%s.String() %s %q", c, op, g.one().Name)
	}
}
