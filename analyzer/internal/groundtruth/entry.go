package groundtruth

import "fmt"

// enter decides what the function takes.
func (g *gen) enter() {
	choose(g, tables.entries, struct{}{})
	if !g.exact {
		for range g.IntN(3) {
			g.boolean()
		}
	}
}

// boolean adds a parameter that is no code.
func (g *gen) boolean() string {
	name := g.fresh(pick(g, []string{"urgent", "billed", "dryRun"}))
	g.params = append(g.params, name+" bool")
	g.arg(fmt.Sprintf("in.Bool(%d)", g.f.Bools))
	g.f.Bools++
	g.scopes[0].bools = append(g.scopes[0].bools, name)
	g.because("other input")
	return name
}

// count adds a parameter that is a small number.
func (g *gen) count() string {
	name := g.fresh(pick(g, []string{"attempts", "parts", "limit"}))
	g.params = append(g.params, name+" int")
	g.arg(fmt.Sprintf("in.Count(%d)", g.f.Counts))
	g.f.Counts++
	return name
}

func (g *gen) arg(text string) { g.f.call = append(g.f.call, text) }

func (f *Function) args() string {
	text := ""
	for i, a := range f.call {
		if i > 0 {
			text += ", "
		}
		text += a
	}
	return text
}

// take adds a code to what the function is driven with, and returns how the
// driver writes it as a value of the carrier.
func (g *gen) take(c carrier) string {
	i := len(g.f.Takes)
	switch c {
	case typed:
		g.f.Takes = append(g.f.Takes, "number")
		return fmt.Sprintf("codes.%s(in.Int(%d))", g.d.Type, i)
	case number:
		g.f.Takes = append(g.f.Takes, "number")
		return fmt.Sprintf("in.Int(%d)", i)
	case text:
		g.f.Takes = append(g.f.Takes, "text")
		return fmt.Sprintf("in.Text(%d)", i)
	case jsonNumber:
		g.f.Takes = append(g.f.Takes, "text")
		return fmt.Sprintf("json.Number(in.Text(%d))", i)
	default:
		g.f.Takes = append(g.f.Takes, "dynamic")
		return fmt.Sprintf("in.Any(%d)", i)
	}
}

// carrier picks one of those that are compared with constants.
func (g *gen) carrier() carrier {
	return pick(g, []carrier{typed, typed, typed, typed, number, number, text, text, text, jsonNumber})
}

// add puts a code in scope.
func (g *gen) add(expr string, c carrier) value {
	v := value{expr, c}
	g.top().values = append(g.top().values, v)
	return v
}

// replyType declares a struct with a field for the code, and returns its name and
// the path to the code.
func (g *gen) replyType(c carrier) (name, path string) {
	noun, header := "SMSReply", "Header"
	switch g.d.Name {
	case "template":
		noun, header = "TemplateReply", "TemplateHeader"
	case "reason":
		noun = "DeliveryReport"
	}
	field := map[string]string{"responseCode": "ResponseCode", "reasonCode": "ReasonCode"}[g.d.Key]
	path = pick(g, []string{"Code", field, field, "Status"})
	typ := g.typeOf(c)
	tag := fmt.Sprintf("`json:%q`", g.d.Key)
	switch g.IntN(6) {
	case 0: // in an embedded header
		_, base := g.declare(header, "type %[1]s struct {\n%s %s %s\nTrace string `json:\"trace\"`\n}", path, typ, tag)
		name, _ = g.declare(noun, "type %[1]s struct {\n%s\nMessageID string `json:\"messageId\"`\n}", base)
		return name, path
	case 1: // in a nested one
		_, base := g.declare(header, "type %[1]s struct {\n%s %s %s\n}", path, typ, tag)
		name, _ = g.declare(noun, "type %[1]s struct {\nHeader %s `json:\"header\"`\nMessageID string `json:\"messageId\"`\n}", base)
		return name, "Header." + path
	default:
		name, _ = g.declare(noun, "type %[1]s struct {\n%s %s %s\nMessageID string `json:\"messageId\"`\n}", path, typ, tag)
		return name, path
	}
}

// abroad writes a type's name as the driver sees it.
func (g *gen) abroad(name string) string {
	if g.p.Split {
		return name
	}
	return "notify." + name
}

func entries() []production[struct{}] {
	return []production[struct{}]{
		{"typed parameter", 10, "", func(g *gen, _ struct{}) (string, bool) {
			name := g.fresh(pick(g, []string{"code", "rc", "c"}))
			g.params = append(g.params, name+" "+g.typeOf(typed))
			g.arg(g.take(typed))
			g.add(name, typed)
			return "", true
		}},
		{"named parameter", 6, "", func(g *gen, _ struct{}) (string, bool) {
			name := g.fresh(g.d.Key)
			c := pick(g, []carrier{number, text, text})
			g.params = append(g.params, name+" "+g.typeOf(c))
			g.arg(g.take(c))
			g.add(name, c)
			return "", true
		}},
		{"reply parameter", 14, "", func(g *gen, _ struct{}) (string, bool) {
			g.reply()
			return "", true
		}},
		{"copied out of a reply", 10, "", func(g *gen, _ struct{}) (string, bool) {
			field, c := g.reply()
			name := g.fresh(pick(g, []string{"code", "rc", "status"}))
			g.prelude = append(g.prelude, fmt.Sprintf("%s := %s\n", name, field))
			v := g.add(name, c)
			g.prelude = append(g.prelude, g.seen(v))
			return "", true
		}},
		{"decoded object", 6, "dynamic", func(g *gen, _ struct{}) (string, bool) {
			m := g.fresh("body")
			g.params = append(g.params, m+" map[string]any")
			g.take(dynamic)
			g.arg(fmt.Sprintf("in.Map(%q, 0)", g.d.Key))
			raw := g.fresh("raw")
			g.prelude = append(g.prelude, fmt.Sprintf("%s := %s[%q]\n", raw, m, g.d.Key), g.seen(g.add(raw, dynamic)))
			name := g.fresh("code")
			c := text
			switch g.IntN(4) {
			case 0:
				g.prelude = append(g.prelude, fmt.Sprintf("%s := fmt.Sprint(%s)\n", name, raw))
			case 1:
				c = float
				g.prelude = append(g.prelude, fmt.Sprintf("%s, _ := %s.(float64)\n", name, raw))
			case 2:
				ok := g.fresh("found")
				g.prelude = append(g.prelude, fmt.Sprintf("%s, %s := %s[%q].(string)\n_ = %[2]s\n", name, ok, m, g.d.Key))
				g.top().bools = append(g.top().bools, ok)
			default:
				g.prelude = append(g.prelude, fmt.Sprintf("%s, _ := %s.(string)\n", name, raw))
			}
			g.prelude = append(g.prelude, g.seen(g.add(name, c)))
			return "", true
		}},
		{"two codes", 5, "two codes", func(g *gen, _ struct{}) (string, bool) {
			c := pick(g, []carrier{typed, typed, number, text})
			g.reply()
			name := g.fresh("former")
			if c != typed {
				name = g.fresh(g.d.Key)
			}
			g.params = append(g.params, name+" "+g.typeOf(c))
			g.arg(g.take(c))
			g.add(name, c)
			return "", true
		}},
		{"reply by pointer", 5, "pointer", func(g *gen, _ struct{}) (string, bool) {
			c := g.carrier()
			typ, path := g.replyType(c)
			r := g.fresh("reply")
			g.params = append(g.params, r+" *"+typ)
			g.f.Drive += fmt.Sprintf("var r %s\nr.%s = %s\n", g.abroad(typ), path, g.take(c))
			g.arg("&r")
			g.add(r+"."+path, c)
			return "", true
		}},
		{"form value", 5, "", func(g *gen, _ struct{}) (string, bool) {
			q := g.fresh("form")
			g.params = append(g.params, q+" url.Values")
			g.f.Drive += fmt.Sprintf("form := url.Values{%q: {%s}}\n", g.d.Key, g.take(text))
			g.arg("form")
			name := g.fresh("code")
			g.prelude = append(g.prelude, fmt.Sprintf("%s := %s.Get(%q)\n", name, q, g.d.Key))
			v := g.add(name, text)
			g.prelude = append(g.prelude, g.seen(v))
			return "", true
		}},
	}
}

// reply adds a parameter that is a reply.
func (g *gen) reply() (field string, c carrier) {
	c = g.carrier()
	typ, path := g.replyType(c)
	r := g.fresh(pick(g, []string{"r", "reply", "resp"}))
	g.params = append(g.params, r+" "+typ)
	field = r + "." + path
	g.f.Drive += fmt.Sprintf("var r %s\nr.%s = %s\n", g.abroad(typ), path, g.take(c))
	g.arg("r")
	g.add(field, c)
	g.replies = append(g.replies, reply{r, typ, path, c})
	return field, c
}

// A reply is a variable that holds one.
type reply struct {
	name, typ, path string
	carrier         carrier
}
