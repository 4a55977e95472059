package retries

import (
	"fmt"
	"slices"
)

// helperForms hand what sends to a function that calls it again.
func helperForms() []production[struct{}] {
	return []production[struct{}]{
		{"helper", 10, "", func(g *gen, _ struct{}) (string, bool) {
			g.result = "error"
			helper := g.repeater("", "")
			g.write(fmt.Sprintf("return %s(ctx, 3, func() error {\n%s})\n", helper, g.operation()))
			return "", true
		}},
		{"helper for a function that keeps the reply", 5, "", func(g *gen, _ struct{}) (string, bool) {
			g.result = "error"
			choose(g, fetches, struct{}{})
			if g.fetch.kind != reply || g.fetch.typ[0] == '*' {
				return "", false
			}
			helper := g.repeater("", "")
			v := value{"r." + g.fetch.path, g.carrier}
			g.write(fmt.Sprintf("var r %s\nerr := %s(ctx, 3, func() error {\nvar err error\nr, err = %s\nif err != nil {\nreturn err\n}\n%s})\nif err != nil {\nreturn err\n}\nlog.Print(r.MessageID)\nreturn nil\n",
				g.fetch.typ, helper, fmt.Sprintf(g.fetch.call, "m"), g.unlessSuccess(v, g.failure(v))))
			return "", true
		}},
		{"helper with a predicate", 6, "", func(g *gen, _ struct{}) (string, bool) {
			choose(g, failings, struct{}{})
			g.result = "error"
			before, cond, ok := g.errorTest(errorTestIn{"err", g.fetch.told, true, true}, errorTests)
			if !ok {
				return "", false
			}
			g.saysOf(before, cond)
			g.f.Asked = !slices.Contains(g.f.Parts, "sentinel") // which knows of no codes
			if g.fetch.call != g.fetch.direct {
				g.uses("closure in a closure", "")
			}
			if g.f.Asked && len(g.fetch.told.sentinels) > 0 {
				g.uses("codes hidden from a predicate", "codes that a predicate does not find behind sentinels")
			}
			helper := g.repeater("retryable func(error) bool, ", "if !retryable(err) {\nreturn err\n}\n")
			g.write(fmt.Sprintf("return %s(ctx, 3, func(err error) bool {\n%sreturn %s\n}, func() error {\nreturn %s\n})\n", helper, before, cond, fmt.Sprintf(g.fetch.call, "m")))
			return "", true
		}},
	}
}

// operation writes a body that sends, and returns an error for what is to be sent
// again.
func (g *gen) operation() string {
	g.setup()
	if g.fetch.kind == failing {
		if g.fetch.call != g.fetch.direct {
			g.uses("closure in a closure", "")
		}
		return "return " + fmt.Sprintf(g.fetch.call, "m") + "\n"
	}
	r := &round{leave: func(err string) string { return "return " + err + "\n" }}
	text, v := g.obtain(r, "", "m")
	if r.merged {
		text += "if err != nil {\nreturn err\n}\n"
	}
	if g.chance(40) { // what is not to be sent again is kept from the helper
		text += fmt.Sprintf("if %s {\nlog.Print(%s)\nreturn nil\n}\n", g.again(v, false), v.expr)
	}
	return text + g.unlessSuccess(v, g.failure(v))
}

// repeater declares a helper that calls a function until it returns nil.
func (g *gen) repeater(param, test string) string {
	body := ""
	switch g.IntN(3) {
	case 0:
		body = "var err error\nfor range n {\nif err = f(); err == nil {\nreturn nil\n}\n" + test + "}\nreturn err\n"
	case 1:
		body = "for i := 0; ; i++ {\nerr := f()\nif err == nil || i == n {\nreturn err\n}\n" + test + "select {\ncase <-ctx.Done():\nreturn ctx.Err()\ncase <-time.After(time.Nanosecond):\n}\n}\n"
	default:
		body = "err := f()\nfor i := 0; i < n && err != nil; i++ {\n" + test + "err = f()\n}\nreturn err\n"
	}
	use, _ := g.declare(pick(g, "withRetry", "repeat", "untilDone"), "func %[1]s(ctx context.Context, n int, %sf func() error) error {\n%s}", param, body)
	return use
}
