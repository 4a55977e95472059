package groundtruth

import (
	"fmt"
	"strings"
)

// errorStatements make errors from codes and find codes in errors.
func errorStatements() []production[struct{}] {
	return []production[struct{}]{
		{"Err()", 5, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			c, isTyped := g.asTyped(v)
			if !ok || !isTyped || !g.shallow() {
				return "", false
			}
			err := g.fresh("err")
			text := fmt.Sprintf("if %s := %s.Err(); %s != nil {\n", err, c, err)
			if g.chance(70) {
				text += fmt.Sprintf("if errors.Is(%s, codes.%s) {\n%s}\n", err, g.one().Const, g.seen(v))
			}
			text += g.seen(v) + g.found(err, v) + g.block(1, true) + "}"
			if g.chance(40) {
				text += fmt.Sprintf(" else {\n%s}", g.seen(v))
			}
			return text + "\n" + g.seen(v), true
		}},
		{"errors of a helper", 8, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float || !g.shallow() || !g.tells(v.carrier) {
				return "", false
			}
			check, sentinels := g.checker(v.carrier)
			err := g.fresh("err")
			text := fmt.Sprintf("%s := %s(%s)\n", err, check, v.expr)
			for range 1 + g.IntN(2) {
				text += fmt.Sprintf("if %s {\n%s}\n", g.errorTest(err, sentinels), g.seen(v)+g.found(err, v))
			}
			if g.chance(40) {
				text += fmt.Sprintf("switch {\ncase %s == nil:\n%scase %s:\n%sdefault:\n%s}\n", err, g.seen(v), g.errorTest(err, sentinels), g.seen(v), g.seen(v))
			}
			if g.chance(40) {
				text += fmt.Sprintf("if %s != nil {\n%s%s}\n", err, g.seen(v), g.leave())
			}
			return text + g.seen(v), true
		}},
		{"code and error", 4, "code and error", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || v.carrier == float {
				return "", false
			}
			in := value{"code", v.carrier}
			f, _ := g.declare("read", "func %[1]s(code %[2]s) (%[2]s, error) {\nif %[3]s {\nreturn %[4]s, errors.New(\"cannot read the reply\")\n}\nreturn code, nil\n}",
				g.typeOf(v.carrier), choose(g, tables.tests[:10], in), pick(g, []string{"code", g.constant(v.carrier, g.one())}))
			name, err := g.fresh("got"), g.fresh("err")
			text := fmt.Sprintf("%s, %s := %s(%s)\n", name, err, f, v.expr)
			c := value{name, v.carrier}
			if g.chance(40) {
				text += fmt.Sprintf("if %s != nil || %s {\n%s}\n", err, choose(g, tables.tests[:4], c), g.seen(c)+g.seen(v))
			} else {
				text += fmt.Sprintf("if %s != nil {\n%s%s}\n", err, g.seen(c)+g.seen(v), g.leave())
			}
			return text + g.seen(v) + g.seen(g.add(name, v.carrier)), true
		}},
	}
}

// checker declares a function that returns an error for some codes, and returns
// how the errors are called that it is made of.
func (g *gen) checker(c carrier) (check string, sentinels []string) {
	var plains []string
	for range 1 + g.IntN(2) {
		use, plain := g.declare(pick(g, []string{"ErrBusy", "ErrRejected", "ErrAccount"}), "var %[1]s = errors.New(\"not delivered\")")
		sentinels, plains = append(sentinels, use), append(plains, plain)
	}
	kind := ""
	if c == typed {
		star := pick(g, []string{"*", "*", ""})
		unwrap := pick(g, []string{
			"", "", "", "func (e %[3]s%[1]s) Unwrap() error { return e.Code }", "func (e %[3]s%[1]s) Unwrap() error { return e.Cause }",
			"func (e %[3]s%[1]s) Unwrap() []error { return []error{e.Cause, e.Code} }",
		})
		if !g.exact && star == "" && g.chance(20) { // values have no such method
			g.because("error of an own type")
			unwrap = "func (e *%[1]s) Unwrap() error { return e.Code }"
		}
		use, plain := g.declare("CodeError", "type %[1]s struct {\nCode %[2]s\nOp string\nCause error\n}\n\nfunc (e %[3]s%[1]s) Error() string { return e.Op + \": \" + e.Code.String() }\n\n"+unwrap, g.typeOf(c), star)
		g.codeError, kind = star+use, plain
		if star != "" {
			kind = "&" + kind
		}
	}
	filled := "code.Err()"
	if kind != "" && !g.exact {
		g.because("error of an own type")
		filled = g.filled(c, kind, plains)
	}
	result := func() string {
		s := pick(g, plains)
		forms := []string{s, s, fmt.Sprintf("fmt.Errorf(\"send: %%w\", %s)", s), fmt.Sprintf("fmt.Errorf(\"send: %%v\", %s)", s), "fmt.Errorf(\"unexpected code %v\", code)", "errors.New(\"not delivered\")"}
		if c == typed {
			if !g.exact {
				forms = append(forms, filled, fmt.Sprintf("%s{Op: \"send\", Cause: %s}", kind, pick(g, []string{s, "code", "code.Err()"})))
			}
			forms = append(forms, "code.Err()", "code", fmt.Sprintf("%s{Code: code, Op: \"send\"}", kind), fmt.Sprintf("errors.Join(%s, code)", s), "fmt.Errorf(\"send: %w\", code)", "fmt.Errorf(\"send: %w\", code.Err())")
		}
		if c == number {
			forms = append(forms, fmt.Sprintf("codes.%s(code).Err()", g.d.Type))
		}
		return pick(g, forms)
	}
	all := g.some(2 + g.IntN(4))
	half := 1 + g.IntN(len(all)-1)
	var b strings.Builder
	fmt.Fprintf(&b, "switch code {\ncase %s:\nreturn %s\ncase %s:\nreturn %s\n", g.list(c, all[:half]), pick(g, []string{"nil", result()}), g.list(c, all[half:]), result())
	if g.chance(50) {
		fmt.Fprintf(&b, "default:\nreturn %s\n}\n", result())
	} else {
		fmt.Fprintf(&b, "}\nreturn %s\n", pick(g, []string{"nil", result()}))
	}
	if g.chance(30) {
		tested := choose(g, tables.tests[:10], value{"code", c})
		later := pick(g, []string{
			fmt.Sprintf("if err == nil && %s {\nerr = %s\n}\n", tested, result()),
			fmt.Sprintf("if %s {\nerr = %s\n}\n", tested, pick(g, []string{"nil", result()})),
			fmt.Sprintf("if errors.Is(err, %s) {\nerr = nil\n}\n", pick(g, plains)),
			"if err != nil {\nerr = fmt.Errorf(\"send: %w\", err)\n}\n",
		})
		check, _ = g.declare("check", "func %[1]s(code %s) (err error) {\ndefer func() {\n%s}()\n%s}", g.typeOf(c), later, b.String())
		return check, sentinels
	}
	check, _ = g.declare("check", "func %[1]s(code %s) error {\n%s}", g.typeOf(c), b.String())
	return check, sentinels
}

// filled declares a function that fills an error of a type of its own after it has made it, and returns a call of that.
func (g *gen) filled(c carrier, kind string, sentinels []string) string {
	literal := strings.TrimPrefix(kind, "&")
	returned := "e"
	made := fmt.Sprintf("e := %s{Code: %s, Op: \"send\"}", kind, pick(g, []string{"code", g.constant(c, g.one())}))
	if g.chance(40) {
		made = fmt.Sprintf("var e %s", literal)
		if kind != literal {
			returned = "&e"
		}
	}
	var b strings.Builder
	for range 1 + g.IntN(2) {
		store := pick(g, []string{"e.Code = code", "e.Code = " + g.constant(c, g.one()), "e.Cause = code", "e.Cause = code.Err()", "e.Cause = " + pick(g, sentinels)})
		if g.chance(40) {
			store = fmt.Sprintf("if %s {\n%s\n}", choose(g, tables.tests[:4], value{"code", c}), store)
		}
		b.WriteString(store + "\n")
	}
	result := "error"
	if g.chance(40) && returned == "e" {
		result = strings.Replace(kind, "&", "*", 1)
	}
	_, plain := g.declare("fill", "func %[1]s(code %[2]s) %[3]s {\n%[4]s\n%[5]sreturn %[6]s\n}", g.typeOf(c), result, made, b.String(), returned)
	return plain + "(code)"
}

// errorTest writes a condition over an error.
func (g *gen) errorTest(err string, sentinels []string) string {
	s := pick(g, sentinels)
	return pick(g, []string{
		err + " != nil", err + " == nil",
		fmt.Sprintf("errors.Is(%s, %s)", err, s), fmt.Sprintf("!errors.Is(%s, %s)", err, s),
		fmt.Sprintf("%s == %s", err, s), fmt.Sprintf("%s != %s", err, s),
		fmt.Sprintf("errors.Is(%s, codes.%s)", err, g.one().Const),
		fmt.Sprintf("%s != nil && !errors.Is(%s, %s)", err, err, s),
	})
}

// found writes a statement that finds a code in an error that was made of the code v.
func (g *gen) found(err string, v value) string {
	name := g.fresh("inner")
	switch g.IntN(10) {
	case 0:
		return fmt.Sprintf("var %[1]s codes.%[2]s\nif errors.As(%[3]s, &%[1]s) {\n%[4]s}\n", name, g.d.Type, err, g.seen(value{name, typed}))
	case 1:
		return fmt.Sprintf("if %[1]s, %[5]s := errors.AsType[codes.%[2]s](%[3]s); %[5]s {\n%[4]s}\n", name, g.d.Type, err, g.seen(value{name, typed}), g.fresh("isCode"))
	case 2:
		if g.codeError != "" {
			inner := value{name + ".Code", typed}
			return fmt.Sprintf("var %[1]s %[2]s\nif errors.As(%[3]s, &%[1]s) {\n%[4]s}%[5]s\n", name, g.codeError, err, g.seen(inner), g.notFound(inner))
		}
	case 3:
		return fmt.Sprintf("if %[1]s, %[5]s := %[3]s.(codes.%[2]s); %[5]s {\n%[4]s}\n", name, g.d.Type, err, g.seen(value{name, typed}), g.fresh("isCode"))
	case 4:
		if g.codeError != "" {
			inner := value{name + ".Code", typed}
			look := pick(g, []string{"%[3]s.(%[2]s)", "errors.AsType[%[2]s](%[3]s)"})
			return fmt.Sprintf("if %[1]s, %[5]s := "+look+"; %[5]s {\n%[4]s}%[6]s\n", name, g.codeError, err, g.seen(inner), g.fresh("isRefused"), g.notFound(inner))
		}
	case 5:
		text := fmt.Sprintf("switch %[1]s := %[3]s.(type) {\ncase codes.%[2]s:\n%[4]s", name, g.d.Type, err, g.seen(value{name, typed})+g.seen(v))
		if g.codeError != "" && g.chance(50) {
			text += fmt.Sprintf("case %s:\n%s", g.codeError, g.seen(value{name + ".Code", typed})+g.seen(v))
		}
		if g.chance(40) {
			text += "case nil:\n" + g.seen(v)
		}
		if g.chance(60) {
			text += "default:\n" + g.seen(v)
		}
		return text + "}\n"
	}
	return ""
}

// notFound writes what is left of a code that was looked for in vain: zero, if no pointer leads to it.
// Behind a test for one undocumented code it may be that no run comes there.
func (g *gen) notFound(inner value) string {
	if strings.HasPrefix(g.codeError, "*") || g.f.MembersOnly || !g.chance(60) {
		return ""
	}
	return fmt.Sprintf(" else {\n%s}", g.seen(inner))
}
