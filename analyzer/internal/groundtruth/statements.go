package groundtruth

import (
	"fmt"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// block writes statements, with a scope of their own. If it may leave, its last
// statement can be a return, break or continue.
func (g *gen) block(n int, leave bool) string {
	g.scopes = append(g.scopes, new(scope))
	g.depth++
	var texts []string
	var after [][]local
	for range n {
		if g.budget <= 0 {
			break
		}
		g.budget--
		from := tables.statements
		if n := len(texts); n > 0 && strings.HasPrefix(texts[n-1], "seen(") {
			from = from[1:] // one probe is enough
		}
		texts = append(texts, choose(g, from, struct{}{}))
		after = append(after, g.top().pending)
		g.top().pending = nil
	}
	if n := len(texts); n == 0 || g.chance(35) && !strings.HasPrefix(texts[n-1], "seen(") {
		if all := g.values(nil); len(all) > 0 {
			texts = append(texts, g.seen(pick(g, all)))
			after = append(after, nil)
		}
	}
	if leave && g.chance(45) {
		texts = append(texts, g.exit())
		after = append(after, nil)
	}
	g.depth--
	g.scopes = g.scopes[:len(g.scopes)-1]
	rest := strings.Join(texts, "")
	var b strings.Builder
	for i, t := range texts {
		b.WriteString(t)
		for _, l := range after[i] {
			if toolchain.Mentions(rest, l.name)-strings.Count(rest, l.name+" = ") < 2 { // an assignment is no use
				b.WriteString(l.use)
			}
		}
	}
	return b.String()
}

// exit leaves the block: it returns, or leaves what surrounds it.
func (g *gen) exit() string {
	if len(g.nested) > 0 && g.chance(55) {
		in := g.nested[len(g.nested)-1]
		if g.chance(25) {
			in = pick(g, g.nested)
		}
		word := "break"
		if in.loop && g.chance(40) {
			word = "continue"
		}
		if in.label != g.nested[len(g.nested)-1].label || g.chance(15) {
			g.f.Productions["labelled "+word]++
			return word + " " + in.label + "\n"
		}
		g.f.Productions[word]++
		return word + "\n"
	}
	return g.leave()
}

// leave returns from the function.
func (g *gen) leave() string {
	switch g.result {
	case "error":
		return pick(g, []string{"return nil\n", "return errors.New(\"not delivered\")\n"})
	case "string":
		return pick(g, []string{"return \"\"\n", "return \"delivered\"\n"})
	}
	return "return\n"
}

// within writes something that break and continue can leave. A label is only
// written where it is used.
func (g *gen) within(c construct, name string, write func() string) (label, text string) {
	c.label = g.fresh(name)
	g.nested = append(g.nested, c)
	text = write()
	g.nested = g.nested[:len(g.nested)-1]
	if toolchain.Mentions(text, "break "+c.label)+toolchain.Mentions(text, "continue "+c.label)+toolchain.Mentions(text, "goto "+c.label) > 0 {
		return c.label + ":\n", text
	}
	return "", text
}

// shallow reports whether statements may still be nested.
func (g *gen) shallow() bool { return g.depth < 5 && g.budget > 0 }

func basicStatements() []production[struct{}] {
	return []production[struct{}]{
		{"probe", 20, "", func(g *gen, _ struct{}) (string, bool) {
			all := g.values(nil)
			return g.seen(pick(g, all)), true
		}},
		{"if", 22, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			return fmt.Sprintf("if %s {\n%s}\n", g.cond(), g.block(1+g.IntN(3), true)), true
		}},
		{"if else", 12, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			return fmt.Sprintf("if %s {\n%s} else {\n%s}\n", g.cond(), g.block(1+g.IntN(3), true), g.block(1+g.IntN(2), true)), true
		}},
		{"if else if", 8, "", func(g *gen, _ struct{}) (string, bool) {
			if !g.shallow() {
				return "", false
			}
			var b strings.Builder
			for i := range 2 + g.IntN(3) {
				if i > 0 {
					b.WriteString(" else ")
				}
				fmt.Fprintf(&b, "if %s {\n%s}", g.cond(), g.block(1+g.IntN(2), true))
			}
			if g.chance(50) {
				fmt.Fprintf(&b, " else {\n%s}", g.block(1+g.IntN(2), true))
			}
			return b.String() + "\n", true
		}},
		{"if with init", 5, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok || !g.shallow() {
				return "", false
			}
			g.scopes = append(g.scopes, new(scope))
			name := g.fresh("rc")
			c := g.add(name, v.carrier)
			text := fmt.Sprintf("if %s := %s; %s {\n%s}", name, v.expr, choose(g, tables.tests, c), g.block(1+g.IntN(3), true))
			if g.chance(40) {
				text += fmt.Sprintf(" else {\n%s}", g.block(1+g.IntN(2), true))
			}
			g.scopes = g.scopes[:len(g.scopes)-1]
			return text + "\n", true
		}},
		{"copy", 7, "", func(g *gen, _ struct{}) (string, bool) {
			v := pick(g, g.values(nil))
			name := g.fresh(pick(g, []string{"previous", "last", "outcome"}))
			decl := fmt.Sprintf("%s := %s\n", name, v.expr)
			if g.chance(20) {
				decl = fmt.Sprintf("var %s %s = %s\n", name, g.typeOf(v.carrier), v.expr)
			}
			c := g.add(name, v.carrier)
			g.top().pending = append(g.top().pending, local{name, g.seen(c)})
			return decl, true
		}},
		{"converted copy", 4, "", func(g *gen, _ struct{}) (string, bool) {
			v, ok := g.testable()
			if !ok {
				return "", false
			}
			var c value
			switch v.carrier {
			case typed:
				c = value{fmt.Sprintf("int(%s)", v.expr), number}
				if g.chance(25) {
					c = value{v.expr + ".Wire()", text}
				}
			case number:
				c = value{fmt.Sprintf("codes.%s(%s)", g.d.Type, v.expr), typed}
				if g.chance(25) {
					c = value{fmt.Sprintf("strconv.Itoa(%s)", v.expr), text}
				}
			case text:
				c = value{fmt.Sprintf("strings.TrimSpace(%s)", v.expr), text}
			case jsonNumber:
				c = value{pick(g, []string{v.expr + ".String()", "string(" + v.expr + ")"}), text}
			default:
				return "", false
			}
			name := g.fresh("converted")
			decl := fmt.Sprintf("%s := %s\n", name, c.expr)
			c = g.add(name, c.carrier)
			g.top().pending = append(g.top().pending, local{name, g.seen(c)})
			return decl, true
		}},
		{"struct copy", 3, "", func(g *gen, _ struct{}) (string, bool) {
			if len(g.replies) == 0 {
				return "", false
			}
			r := pick(g, g.replies)
			name := g.fresh("kept")
			c := g.add(name+"."+r.path, r.carrier)
			g.top().pending = append(g.top().pending, local{name, g.seen(c)})
			return fmt.Sprintf("%s := %s\n", name, r.name), true
		}},
		{"boolean", 10, "", func(g *gen, _ struct{}) (string, bool) {
			name := g.fresh(pick(g, []string{"ok", "failed", "again", "final"}))
			decl := fmt.Sprintf("%s := %s\n", name, g.cond())
			g.top().bools = append(g.top().bools, name)
			g.top().pending = append(g.top().pending, local{name, g.testOf(name)})
			return decl, true
		}},
		{"exit if", 8, "", func(g *gen, _ struct{}) (string, bool) {
			return fmt.Sprintf("if %s {\n%s}\n", g.cond(), g.exit()), true
		}},
	}
}

// testOf writes an if statement over a boolean, with a probe on one side.
func (g *gen) testOf(name string) string {
	return fmt.Sprintf("if %s {\n%s}\n", pick(g, []string{"", "!"})+name, g.seen(pick(g, g.values(nil))))
}
