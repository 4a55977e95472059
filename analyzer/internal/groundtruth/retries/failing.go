package retries

import (
	"fmt"
	"strings"
)

// told is what an error tells about the code that it was made of.
type told struct {
	sentinels []string // errors that it may wrap
	code      bool     // errors.As finds the code
	kind      string   // the type of errors with a field for the code
}

// failings are functions that send, and turn the code into an error.
var failings = []production[struct{}]{
	{"error of a function", 10, "", func(g *gen, _ struct{}) (string, bool) {
		use, _, t := g.deliverer()
		g.fetch = fetch{call: use + "(ctx, c, %s)", direct: use + "(ctx, c, %s)", kind: failing, told: t}
		return "", true
	}},
	{"error two calls away", 6, "", func(g *gen, _ struct{}) (string, bool) {
		_, plain, t := g.deliverer()
		use, _ := g.passOn(plain, &t)
		g.fetch = fetch{call: use + "(ctx, c, %s)", direct: use + "(ctx, c, %s)", kind: failing, told: t}
		return "", true
	}},
	{"error three calls away", 4, "", func(g *gen, _ struct{}) (string, bool) {
		_, plain, t := g.deliverer()
		_, plain = g.passOn(plain, &t)
		use, _ := g.passOn(plain, &t)
		g.fetch = fetch{call: use + "(ctx, c, %s)", direct: use + "(ctx, c, %s)", kind: failing, told: t}
		return "", true
	}},
	{"error of a closure", 4, "", func(g *gen, _ struct{}) (string, bool) {
		use, _, t := g.deliverer()
		send := g.fresh("deliver")
		g.before += fmt.Sprintf("%s := func(m api.Message) error {\nreturn %s(ctx, c, m)\n}\n", send, use)
		g.fetch = fetch{call: send + "(%s)", direct: use + "(ctx, c, %s)", kind: failing, told: t}
		return "", true
	}},
}

// passOn declares a function that returns what another one returns.
func (g *gen) passOn(inner string, t *told) (use, plain string) {
	name := pick(g, "notify", "perform", "attempt", "handle")
	switch g.IntN(5) {
	case 0:
		return g.declare(name, "func %[1]s(%s) error {\nreturn %s(ctx, c, m)\n}", params, inner)
	case 1, 2:
		return g.declare(name, "func %[1]s(%s) error {\nif err := %s(ctx, c, m); err != nil {\nreturn fmt.Errorf(\"message to %%s: %%w\", m.To, err)\n}\nreturn nil\n}", params, inner)
	case 3:
		return g.declare(name, "func %[1]s(%s) error {\nerr := %s(ctx, c, m)\nif err != nil {\nlog.Print(err)\n}\nreturn err\n}", params, inner)
	default:
		*t = told{}
		return g.declare(name, "func %[1]s(%s) error {\nif err := %s(ctx, c, m); err != nil {\nreturn fmt.Errorf(\"message to %%s: %%v\", m.To, err)\n}\nreturn nil\n}", params, inner)
	}
}

// A conversion returns the body that turns v into an error.
type conversion struct {
	v value
	t *told
}

// deliverer declares a function that sends, and fails for some codes.
func (g *gen) deliverer() (use, plain string, t told) {
	_, send, _, plainTyp, path := g.sender()
	v := value{"r." + path, g.carrier}
	get := fmt.Sprintf("r, err := %s(ctx, c, m)\nif err != nil {\nreturn err\n}\n", send)
	if g.chance(40) {
		get = fmt.Sprintf("var r %s\nif err := c.Post(ctx, \"/sms\", m, &r); err != nil {\nreturn err\n}\n", plainTyp)
	}
	body := choose(g, conversions, conversion{v, &t})
	use, plain = g.declare("deliver", "func %[1]s(%s) error {\n%s%s}", params, get, body)
	return use, plain, t
}

// typedOf writes a code as one of its type.
func (g *gen) typedOf(v value) (string, bool) {
	switch v.carrier {
	case typed:
		return v.expr, true
	case number:
		return fmt.Sprintf("codes.%s(%s)", g.d.Type, v.expr), true
	}
	return "", false
}

// sentinel declares an error.
func (g *gen) sentinel(t *told) string {
	use, plain := g.declare(pick(g, "ErrBusy", "ErrRejected", "ErrAccount", "ErrTryLater"), "var %[1]s = errors.New(\"not delivered\")")
	t.sentinels = append(t.sentinels, use)
	return plain
}

// refusal declares a type of errors.
func (g *gen) refusal(t *told, v value) string {
	use, plain := g.declare("Refusal", "type %[1]s struct {\nCode %s\nOp string\n}\n\nfunc (e *%[1]s) Error() string { return fmt.Sprintf(\"%%s: %%v\", e.Op, e.Code) }", g.typeOf(v.carrier))
	t.kind = use
	return plain
}

var conversions = []production[conversion]{
	{"Err", 10, "", func(g *gen, in conversion) (string, bool) {
		c, ok := g.typedOf(in.v)
		if !ok {
			return "", false
		}
		in.t.code = true
		return fmt.Sprintf("return %s.Err()\n", c), true
	}},
	{"%w", 10, "", func(g *gen, in conversion) (string, bool) {
		c, ok := g.typedOf(in.v)
		if !ok {
			return "", false
		}
		in.t.code = true
		if g.chance(50) {
			c += ".Err()"
		}
		return g.unlessSuccess(in.v, fmt.Sprintf("fmt.Errorf(\"refused: %%w\", %s)", c)), true
	}},
	{"%v", 8, "", func(g *gen, in conversion) (string, bool) {
		return g.unlessSuccess(in.v, fmt.Sprintf("fmt.Errorf(\"refused with code %%v\", %s)", in.v.expr)), true
	}},
	{"the code itself", 5, "", func(g *gen, in conversion) (string, bool) {
		c, ok := g.typedOf(in.v)
		if !ok {
			return "", false
		}
		in.t.code = true
		return g.unlessSuccess(in.v, c), true
	}},
	{"errors.Join", 5, "", func(g *gen, in conversion) (string, bool) {
		c, ok := g.typedOf(in.v)
		if !ok {
			return "", false
		}
		in.t.code = true
		return g.unlessSuccess(in.v, fmt.Sprintf("errors.Join(errors.New(\"not sent\"), %s.Err())", c)), true
	}},
	{"typed error", 10, "", func(g *gen, in conversion) (string, bool) {
		return g.unlessSuccess(in.v, fmt.Sprintf("&%s{Code: %s, Op: \"send\"}", g.refusal(in.t, in.v), in.v.expr)), true
	}},
	{"wrapped typed error", 4, "", func(g *gen, in conversion) (string, bool) {
		return g.unlessSuccess(in.v, fmt.Sprintf("fmt.Errorf(\"send: %%w\", &%s{Code: %s, Op: \"send\"})", g.refusal(in.t, in.v), in.v.expr)), true
	}},
	{"sentinels", 14, "", func(g *gen, in conversion) (string, bool) {
		var b strings.Builder
		fmt.Fprintf(&b, "switch %s {\ncase %s:\nreturn nil\n", in.v.expr, g.fixed(in.v.carrier, g.success()))
		backoff := class(g.d, "RetryWithBackoff")
		wrap := func(s string) string {
			if g.chance(40) {
				return fmt.Sprintf("fmt.Errorf(\"message to %%s: %%w\", m.To, %s)", s)
			}
			return s
		}
		fmt.Fprintf(&b, "case %s:\nreturn %s\n", g.list(in.v.carrier, g.some(backoff, 2+g.IntN(3))), wrap(g.sentinel(in.t)))
		fmt.Fprintf(&b, "case %s:\nreturn %s\n", g.list(in.v.carrier, g.some(class(g.d, "RetryNever"), 1+g.IntN(6))), wrap(g.sentinel(in.t)))
		other := "errors.New(\"not sent\")"
		if c, ok := g.typedOf(in.v); ok && g.chance(50) {
			other = c
			in.t.code = true
		} else if g.chance(50) {
			other = wrap(g.sentinel(in.t))
		}
		if g.chance(50) {
			fmt.Fprintf(&b, "default:\nreturn %s\n}\n", other)
		} else {
			fmt.Fprintf(&b, "}\nreturn %s\n", other)
		}
		return b.String(), true
	}},
}

func init() { // a helper's error is one of the others
	conversions = append(conversions, production[conversion]{"error of a helper", 6, "", func(g *gen, in conversion) (string, bool) {
		param := "code"
		if in.v.carrier != typed {
			param = g.d.Key
		}
		body := choose(g, conversions[:5], conversion{value{param, in.v.carrier}, in.t})
		_, plain := g.declare("check", "func %[1]s(%s %s) error {\n%s}", param, g.typeOf(in.v.carrier), body)
		return fmt.Sprintf("return %s(%s)\n", plain, in.v.expr), true
	}})
}

// unlessSuccess returns an error for all codes but success.
func (g *gen) unlessSuccess(v value, err string) string {
	ok := g.constant(v.carrier, g.success())
	if g.chance(50) {
		return fmt.Sprintf("if %s != %s {\nreturn %s\n}\nreturn nil\n", v.expr, ok, err)
	}
	return fmt.Sprintf("if %s == %s {\nreturn nil\n}\nreturn %s\n", v.expr, ok, err)
}
