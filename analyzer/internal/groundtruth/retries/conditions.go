package retries

import (
	"fmt"
	"strings"
)

// conditionForms have the test in the loop's condition.
func conditionForms() []production[struct{}] {
	// first writes the statement that sends, and the code.
	first := func(g *gen) (call string, v value, ok bool) {
		choose(g, fetches, struct{}{})
		if g.fetch.kind != reply || strings.HasPrefix(g.fetch.typ, "*") {
			return "", value{}, false
		}
		return fmt.Sprintf(g.fetch.call, "m"), value{"r." + g.fetch.path, g.carrier}, true
	}
	// goes writes a condition that holds for codes to be sent again.
	goes := func(g *gen, v value) string {
		if g.chance(40) {
			return fmt.Sprintf("%s != %s", v.expr, g.constant(v.carrier, g.success()))
		}
		g.uses("test in the condition", "")
		return g.again(v, true)
	}
	end := func(g *gen, v value) string {
		switch g.result {
		case "error":
			return fmt.Sprintf("if %s == %s {\nreturn nil\n}\nreturn %s\n", v.expr, g.constant(v.carrier, g.success()), g.failure(v))
		case "bool":
			return fmt.Sprintf("return %s == %s\n", v.expr, g.constant(v.carrier, g.success()))
		}
		return ""
	}
	trouble := func(g *gen) string { return g.leaves()("err") }
	return []production[struct{}]{
		{"condition of the code", 8, "", func(g *gen, _ struct{}) (string, bool) {
			call, v, ok := first(g)
			if !ok {
				return "", false
			}
			outer := value{pick(g, "lastCode", "last"), v.carrier}
			if outer.expr == "last" && v.carrier == number {
				g.uses("literal in a variable of numbers", "a literal in a variable of numbers whose name does not speak of codes")
			}
			count := pick(g, "", " && tries < 4")
			head := "for tries := 0; " + goes(g, outer) + count + "; tries++"
			g.write(fmt.Sprintf("var %[8]s %[1]s = %[2]s\n%[3]s {\nr, err := %[4]s\nif err != nil {\n%[5]s}\n%[8]s = %[6]s\n%[7]s}\n%[9]s", g.typeOf(v.carrier), g.fixed(v.carrier, busy(g.d)),
				head, call, trouble(g), v.expr, g.pauses()(), outer.expr, end(g, outer)))
			return "", true
		}},
		{"condition of the reply", 8, "", func(g *gen, _ struct{}) (string, bool) {
			call, v, ok := first(g)
			if !ok {
				return "", false
			}
			g.write(fmt.Sprintf("r, err := %[1]s\nfor err == nil && %[2]s {\n%[3]sr, err = %[1]s\n}\nif err != nil {\n%[4]s}\n%[5]s", call, goes(g, v), g.pauses()(), trouble(g), end(g, v)))
			return "", true
		}},
		{"condition of a counted reply", 5, "", func(g *gen, _ struct{}) (string, bool) {
			call, v, ok := first(g)
			if !ok {
				return "", false
			}
			g.write(fmt.Sprintf("r, err := %[1]s\nfor n := 0; n < 3 && err == nil && %[2]s; n++ {\n%[3]sr, err = %[1]s\n}\nif err != nil {\n%[4]s}\n%[5]s", call, goes(g, v), g.pauses()(), trouble(g), end(g, v)))
			return "", true
		}},
		{"done flag", 7, "", func(g *gen, _ struct{}) (string, bool) {
			call, v, ok := first(g)
			if !ok {
				return "", false
			}
			done := g.again(v, false)
			if g.chance(40) {
				done = fmt.Sprintf("%s == %s", v.expr, g.constant(v.carrier, g.success()))
			}
			last := "return nil\n"
			switch g.result {
			case "bool":
				last = "return true\n"
			case "":
				last = ""
			}
			head := pick(g, "done := false\nfor !done {\n", "for done := false; !done; {\n", "done := false\nfor tries := 0; tries < 4 && !done; tries++ {\n")
			g.write(fmt.Sprintf("%sr, err := %s\nif err != nil {\n%s}\ndone = %s\n%s}\n%s", head, call, trouble(g), done, g.pauses()(), last))
			return "", true
		}},
		{"post statement", 4, "", func(g *gen, _ struct{}) (string, bool) {
			call, v, ok := first(g)
			if !ok {
				return "", false
			}
			g.write(fmt.Sprintf("for r, err := %[1]s; %[2]s; r, err = %[1]s {\nif err != nil {\n%[3]s}\n%[4]s}\n%[5]s", call, goes(g, v), trouble(g), g.pauses()(), g.givenUp()))
			return "", true
		}},
		{"retry flag", 5, "a boolean that is assigned twice", func(g *gen, _ struct{}) (string, bool) {
			call, v, ok := first(g)
			if !ok {
				return "", false
			}
			last := map[string]string{"error": "return nil\n", "bool": "return true\n", "": ""}[g.result]
			g.write(fmt.Sprintf("retry := true\nfor retry {\nretry = false\nr, err := %s\nif err != nil {\n%s}\nif %s {\nretry = true\n%s}\n}\n%s", call, trouble(g), g.again(v, true), g.pauses()(), last))
			return "", true
		}},
		{"condition of the error", 8, "", func(g *gen, _ struct{}) (string, bool) {
			choose(g, failings, struct{}{})
			g.result = "error"
			call := fmt.Sprintf(g.fetch.call, "m")
			switch g.IntN(3) {
			case 0:
				g.write(fmt.Sprintf("err := %[1]s\nfor n := 0; err != nil && n < 3; n++ {\n%[2]serr = %[1]s\n}\nreturn err\n", call, g.pauses()()))
			case 1:
				g.write(fmt.Sprintf("err := errors.New(\"not yet\")\nfor n := 0; n < 4 && err != nil; n++ {\n%serr = %s\n}\nreturn err\n", g.pauses()(), call))
			default:
				g.write(fmt.Sprintf("var err error\nfor range 4 {\nif err = %s; err == nil {\nbreak\n}\n%s}\nreturn err\n", call, g.pauses()()))
			}
			return "", true
		}},
		{"condition that asks about the error", 5, "", func(g *gen, _ struct{}) (string, bool) {
			choose(g, failings, struct{}{})
			g.result = "error"
			before, cond, ok := g.errorTest(errorTestIn{"err", g.fetch.told, true, true}, errorTests)
			if !ok || before != "" {
				return "", false
			}
			call := fmt.Sprintf(g.fetch.call, "m")
			g.write(fmt.Sprintf("err := %[1]s\nfor n := 0; n < 3 && err != nil && %[2]s; n++ {\n%[3]serr = %[1]s\n}\nreturn err\n", call, cond, g.pauses()()))
			return "", true
		}},
	}
}
