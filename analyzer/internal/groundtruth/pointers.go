package groundtruth

import (
	"fmt"
	"strings"
)

func pointers() []production[struct{}] {
	return []production[struct{}]{
		{"pointer to a code", 4, "pointer", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			p := g.fresh("p")
			return fmt.Sprintf("%s := &%s\n%s", p, v.expr, g.maybe(fmt.Sprintf("*%s = %s\n", p, g.alike(v.carrier)))) +
				g.seen(v) + g.seen(value{"*" + p, v.carrier}), true
		}},
		{"pointer alias", 3, "pointer", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			p, q := g.fresh("first"), g.fresh("second")
			return fmt.Sprintf("%s := &%s\n%s := %s\n%s", p, v.expr, q, p, g.maybe(fmt.Sprintf("*%s = %s\n", q, g.alike(v.carrier)))) +
				fmt.Sprintf("if %s {\n%s%s}\n", g.cond(), g.seen(v), g.seen(value{"*" + p, v.carrier})), true
		}},
		{"pointer that moves", 2, "pointer", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			all := g.values(func(o value) bool { return o.carrier == v.carrier && o != v })
			if len(all) == 0 {
				return "", false
			}
			o := pick(g, all)
			p := g.fresh("target")
			return fmt.Sprintf("%s := &%s\nif %s {\n%s = &%s\n}\n*%s = %s\n", p, v.expr, g.cond(), p, o.expr, p, g.alike(v.carrier)) + g.seen(v) + g.seen(o), true
		}},
		{"pointer in a struct", 2, "pointer", func(g *gen, _ struct{}) (string, bool) {
			v := g.anyValue()
			box := g.fresh("job")
			return fmt.Sprintf("%s := struct{ code *%s }{&%s}\n%s", box, g.typeOf(v.carrier), v.expr, g.maybe(fmt.Sprintf("*%s.code = %s\n", box, g.alike(v.carrier)))) + g.seen(v), true
		}},
		{"pointer to a reply", 3, "pointer", func(g *gen, _ struct{}) (string, bool) {
			if len(g.replies) == 0 {
				return "", false
			}
			r := pick(g, g.replies)
			p := g.fresh("current")
			v := value{p + "." + r.path, r.carrier}
			return fmt.Sprintf("%s := &%s\n%s", p, r.name, g.maybe(fmt.Sprintf("%s = %s\n", v.expr, g.constant(v.carrier, g.one())))) +
				fmt.Sprintf("if %s {\n%s}\n", choose(g, tables.tests[:4], v), g.seen(v)) + g.seen(value{r.name + "." + r.path, r.carrier}), true
		}},
		{"helper with a pointer", 5, "pointer", func(g *gen, _ struct{}) (string, bool) {
			if len(g.replies) == 0 {
				return "", false
			}
			r := pick(g, g.replies)
			in := value{"r." + r.path, r.carrier}
			plain := r.typ[strings.LastIndexByte(r.typ, '.')+1:]
			write := fmt.Sprintf("%s = %s\n", in.expr, g.constant(r.carrier, g.one()))
			if g.chance(50) {
				write = fmt.Sprintf("if %s {\n%s}\n", choose(g, tables.tests[:4], in), write)
			}
			v := value{r.name + "." + r.path, r.carrier}
			switch g.IntN(5) {
			case 0:
				f, _ := g.declare("normalize", "func %[1]s(r *%s) {\n%s}", plain, write)
				return g.maybe(fmt.Sprintf("%s(&%s)\n", f, r.name)) + g.seen(v), true
			case 1:
				f, _ := g.declare("rejected", "func %[1]s(r *%s) bool {\nreturn %s\n}", plain, choose(g, tables.tests[:10], in))
				return fmt.Sprintf("if %s(&%s) {\n%s}\n", f, r.name, g.seen(v)) + g.seen(v), true
			case 2:
				decode, _ := g.declare("decode", "func %[1]s(data []byte, out any) {\nif err := json.Unmarshal(data, out); err != nil {\npanic(err)\n}\n}")
				stored, data := g.fresh("stored"), g.fresh("data")
				return fmt.Sprintf("var %s %s\n%[1]s.%[3]s = %s\n%s, _ := json.Marshal(%[1]s)\n", stored, r.typ, r.path, g.constant(r.carrier, g.one()), data) +
					g.maybe(fmt.Sprintf("%s(%s, &%s)\n", decode, data, r.name)) + g.seen(v), true
			case 3:
				_, f := g.declare("settle", "func (r *%[2]s) %[1]s() {\n%[3]s}", plain, write)
				return g.maybe(fmt.Sprintf("%s.%s()\n", r.name, f)) + g.seen(v), true
			default:
				if !g.tells(r.carrier) {
					return "", false
				}
				_, f := g.declare("refused", "func (r *%[2]s) %[1]s() bool {\nreturn %[3]s\n}", plain, choose(g, tables.tests[:10], in))
				return fmt.Sprintf("if %s.%s() {\n%s}\n", r.name, f, g.seen(v)) + g.seen(v), true
			}
		}},
		{"method of a reply", 6, "", func(g *gen, _ struct{}) (string, bool) {
			if len(g.replies) == 0 {
				return "", false
			}
			r := pick(g, g.replies)
			if !g.tells(r.carrier) {
				return "", false
			}
			plain := r.typ[strings.LastIndexByte(r.typ, '.')+1:]
			_, f := g.declare("failed", "func (r %[2]s) %[1]s() bool {\n%[3]s}", plain, g.predicateBody(value{"r." + r.path, r.carrier}, 1))
			return fmt.Sprintf("if %s%s.%s() {\n%s}\n", pick(g, []string{"", "!"}), r.name, f, g.seen(value{r.name + "." + r.path, r.carrier})+g.block(1, true)), g.shallow()
		}},
		{"accessor", 3, "accessor", func(g *gen, _ struct{}) (string, bool) {
			if len(g.replies) == 0 {
				return "", false
			}
			r := pick(g, g.replies)
			plain := r.typ[strings.LastIndexByte(r.typ, '.')+1:]
			_, f := g.declare("outcome", "func (r %[2]s) %[1]s() %[3]s { return r.%[4]s }", plain, g.typeOf(r.carrier), r.path)
			v := value{r.name + "." + f + "()", r.carrier}
			return fmt.Sprintf("if %s {\n%s}\n", choose(g, tables.tests[:4], v), g.seen(v)+g.seen(value{r.name + "." + r.path, r.carrier})), true
		}},
	}
}
