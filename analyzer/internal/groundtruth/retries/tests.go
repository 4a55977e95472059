package retries

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
)

// A carrier is the kind of type that holds a code.
type carrier int

const (
	typed  carrier = iota // codes.ResponseCode
	number                // int
	text                  // string
)

func (g *gen) typeOf(c carrier) string {
	return [...]string{"codes." + g.d.Type, "int", "string"}[c]
}

// A value is an expression that holds a code.
type value struct {
	expr    string
	carrier carrier
}

// constant writes a code as an operand of a comparison.
func (g *gen) constant(c carrier, code groundtruth.Code) string {
	switch c {
	case typed:
		return "codes." + code.Const
	case number:
		if g.chance(30) {
			return "int(codes." + code.Const + ")"
		}
		return code.Text()
	default:
		if g.chance(20) {
			return "codes." + code.Const + ".Wire()"
		}
		return strconv.Quote(code.Text())
	}
}

// fixed is a constant that can be a case or a key.
func (g *gen) fixed(c carrier, code groundtruth.Code) string {
	switch c {
	case typed:
		return "codes." + code.Const
	case number:
		return code.Text()
	default:
		return strconv.Quote(code.Text())
	}
}

func (g *gen) list(c carrier, all []groundtruth.Code) string {
	var texts []string
	for _, code := range all {
		texts = append(texts, g.fixed(c, code))
	}
	return strings.Join(texts, ", ")
}

func (g *gen) success() groundtruth.Code { return class(g.d, "RetryNotNeeded")[0] }

// some returns n of the codes.
func (g *gen) some(of []groundtruth.Code, n int) []groundtruth.Code {
	var all []groundtruth.Code
	for _, i := range g.Perm(len(of))[:min(n, len(of))] {
		all = append(all, of[i])
	}
	return all
}

// passing returns codes as people think that they pass by themselves: not always
// rightly.
func (g *gen) passing() []groundtruth.Code {
	backoff := class(g.d, "RetryWithBackoff")
	all := g.some(backoff, 1+g.IntN(len(backoff)))
	switch g.IntN(10) {
	case 0, 1, 2:
		all = append(all, g.some(class(g.d, "RetryNever"), 1+g.IntN(2))...)
	case 3:
		all = append(all, g.some(class(g.d, "RetryAfterFix"), 1)...)
	}
	return all
}

// lasting returns codes as people think that they last: seldom all of them.
func (g *gen) lasting() []groundtruth.Code {
	never, fix := class(g.d, "RetryNever"), class(g.d, "RetryAfterFix")
	if g.chance(25) {
		return append(never, fix...)
	}
	n := len(never)
	if g.chance(70) {
		n = 1 + g.IntN(n)
	}
	return append(g.some(never, n), g.some(fix, g.IntN(3))...)
}

// again writes a condition that holds, or doesn't, for codes to be sent again.
func (g *gen) again(v value, want bool) string {
	allow := g.chance(60)
	codes := g.lasting()
	if allow {
		codes = g.passing()
	}
	return choose(g, tests, testIn{v, codes, allow, want})
}

// A testIn is what a test is written about: whether the value is among the codes.
type testIn struct {
	v     value
	codes []groundtruth.Code
	allow bool // they are those to send again; else those not to
	want  bool // the condition holds for what is to be sent again
}

// yes reports whether the condition holds for the codes.
func (in testIn) yes() bool { return in.allow == in.want }

// not negates a condition if it is to be.
func (in testIn) not(cond string) string {
	if in.yes() {
		return cond
	}
	return "!" + cond
}

var tests []production[testIn]

func init() {
	tests = []production[testIn]{
		{"== and !=", 10, "", func(g *gen, in testIn) (string, bool) {
			op, join := " == ", " || "
			if !in.yes() {
				op, join = " != ", " && "
			}
			if len(in.codes) > 4 {
				return "", false
			}
			var all []string
			for _, c := range in.codes {
				all = append(all, in.v.expr+op+g.constant(in.v.carrier, c))
			}
			if len(all) == 1 {
				return all[0], true
			}
			return "(" + strings.Join(all, join) + ")", true
		}},
		{"Retryable", 12, "", func(g *gen, in testIn) (string, bool) {
			if in.v.carrier != typed {
				if in.v.carrier == number {
					in.v.expr = fmt.Sprintf("codes.%s(%s)", g.d.Type, in.v.expr)
				} else {
					return "", false
				}
			}
			in.allow = true
			return in.not(in.v.expr + ".Retryable()"), true
		}},
		{"Retry", 6, "", func(g *gen, in testIn) (string, bool) {
			if in.v.carrier != typed {
				return "", false
			}
			op := "=="
			in.allow = g.chance(50)
			if !in.yes() {
				op = "!="
			}
			class := pick(g, "RetryNever", "RetryNever", "RetryAfterFix")
			if in.allow {
				class = "RetryWithBackoff"
			}
			return fmt.Sprintf("%s.Retry() %s codes.%s", in.v.expr, op, class), true
		}},
		{"slices.Contains", 6, "", func(g *gen, in testIn) (string, bool) {
			list := fmt.Sprintf("[]%s{%s}", g.typeOf(in.v.carrier), g.list(in.v.carrier, in.codes))
			if g.chance(60) {
				list, _ = g.table(g.setName(in.allow), "var %[1]s = %s", list)
				g.says(in, fmt.Sprintf("slices.Contains(%s, %%s)", list))
			} else {
				g.says(in, fmt.Sprintf("slices.Contains(%s, %%s)", list))
			}
			return in.not(fmt.Sprintf("slices.Contains(%s, %s)", list, in.v.expr)), true
		}},
		{"map of bools", 7, "", func(g *gen, in testIn) (string, bool) {
			set, _ := g.table(g.setName(in.allow), "var %[1]s = map[%s]bool{\n%s}", g.typeOf(in.v.carrier), g.elements(in, "true"))
			g.says(in, set+"[%s]")
			return in.not(fmt.Sprintf("%s[%s]", set, in.v.expr)), true
		}},
		{"table", 4, "", func(g *gen, in testIn) (string, bool) {
			field := "Retryable"
			if !in.allow {
				field = "Final"
			}
			set, _ := g.table("table", "var %[1]s = map[%s]struct {\nText string\n%s bool\n}{\n%s}", g.typeOf(in.v.carrier), field,
				g.elements(in, fmt.Sprintf("{Text: \"as the manual says\", %s: true}", field)))
			g.says(in, set+"[%s]."+field)
			return in.not(fmt.Sprintf("%s[%s].%s", set, in.v.expr, field)), true
		}},
		{"predicate", 14, "", func(g *gen, in testIn) (string, bool) {
			return in.not(fmt.Sprintf("%s(%s)", g.predicate(in), in.v.expr)), true
		}},
	}
}

// elements writes the elements of a map.
func (g *gen) elements(in testIn, value string) string {
	var b strings.Builder
	for _, c := range in.codes {
		fmt.Fprintf(&b, "%s: %s,\n", g.fixed(in.v.carrier, c), value)
	}
	return b.String()
}

// table declares constant data. In a package of its own it is exported.
func (g *gen) table(name, format string, args ...any) (use, plain string) {
	if g.p.Split {
		g.uses("table elsewhere", "")
	}
	return g.declare(name, format, args...)
}

func (g *gen) setName(allow bool) string {
	if allow {
		return pick(g, "retryable", "transientCodes", "retryCodes", "passing", "temporary")
	}
	return pick(g, "permanent", "finalCodes", "hopeless", "refused")
}

// says notes what says that codes are to be sent again: a condition with %s for
// the code.
func (g *gen) says(in testIn, cond string) {
	if !in.allow {
		return
	}
	conv := fmt.Sprintf(g.conv(in.v.carrier), "code")
	g.f.Predicates = append(g.f.Predicates, fmt.Sprintf("func(code string) bool { return %s }", fmt.Sprintf(cond, conv)))
}

// conv is a format that makes a code of its text.
func (g *gen) conv(c carrier) string {
	return [...]string{"codes." + g.d.Type + "(api.Number(%s))", "api.Number(%s)", "%s"}[c]
}

// predicate declares a function that is true for the codes.
func (g *gen) predicate(in testIn) string {
	name := pick(g, "isPermanent", "isFinal", "hopeless", "rejected")
	if in.allow {
		name = pick(g, "isRetryable", "shouldRetry", "transient", "isTemporary", "passes", "worthAnotherTry")
	}
	param := "code"
	if in.v.carrier != typed && g.chance(70) {
		param = g.d.Key
	} else if in.v.carrier != typed && g.p.Split {
		g.uses("predicate elsewhere", "a predicate elsewhere that takes no code's type")
	} else if in.v.carrier != typed && g.fetch.kind == bare {
		g.uses("predicate of a result beside a literal", "a parameter that is bound by nothing but a result beside a literal")
	}
	code := value{param, in.v.carrier}
	inner := testIn{code, in.codes, in.allow, in.allow}
	var body string
	switch g.IntN(5) {
	case 0, 1:
		body = fmt.Sprintf("switch %s {\ncase %s:\nreturn true\n}\nreturn false\n", param, g.list(in.v.carrier, in.codes))
	case 2:
		body = fmt.Sprintf("switch %s {\ncase %s:\nreturn true\ndefault:\nreturn false\n}\n", param, g.list(in.v.carrier, in.codes))
	case 3:
		set, plain := g.table(g.setName(in.allow), "var %[1]s = map[%s]struct{}{\n%s}", g.typeOf(in.v.carrier), g.elements(in, "{}"))
		g.says(in, fmt.Sprintf("func() bool { _, ok := %s[%%s]; return ok }()", set))
		body = fmt.Sprintf("_, ok := %s[%s]\nreturn ok\n", plain, param)
	default:
		if in.v.carrier == typed && g.chance(30) {
			body = fmt.Sprintf("if %s.Retryable() {\nreturn %v\n}\nreturn %[1]s == %[3]s\n", param, in.allow, g.fixed(in.v.carrier, in.codes[0]))
		} else {
			body = "return " + choose(g, tests[:1], testIn{code, in.codes[:min(len(in.codes), 4)], inner.allow, inner.want}) + "\n"
		}
	}
	use, _ := g.declare(name, "func %[1]s(%s %s) bool {\n%s}", param, g.typeOf(in.v.carrier), body)
	g.says(in, use+"(%s)")
	return use
}
