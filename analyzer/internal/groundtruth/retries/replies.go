package retries

import (
	"fmt"
	"strings"
)

// A fetch is how a function sends its message, and what comes back.
type fetch struct {
	call string // a format with the request: send_17(ctx, c, %s)
	kind kind
	typ  string // of the reply
	path string // to the code in the reply
	told told   // what the error tells, of kind failing

	direct string // call, outside the function
}

type kind int

const (
	inline  kind = iota // c.Post(ctx, "/sms", m, &r)
	reply               // r, err :=
	code                // code, err :=
	bare                // code :=
	failing             // err := , which tells about the code
)

// replyType declares a struct with a field for the code.
func (g *gen) replyType() (use, plain, path string) {
	noun, field := "Reply", "ResponseCode"
	if g.d.Name == "reason" {
		noun, field = "Report", "ReasonCode"
	}
	path = pick(g, "Code", "Code", field, "Status")
	code := fmt.Sprintf("%s %s `json:%q`", path, g.typeOf(g.carrier), g.d.Key)
	switch g.IntN(6) {
	case 0:
		_, base := g.declare("Header", "type %[1]s struct {\n%s\n}", code)
		use, plain = g.declare(noun, "type %[1]s struct {\n%s\nMessageID string `json:\"messageId\"`\n}", base)
	case 1:
		_, base := g.declare("Header", "type %[1]s struct {\n%s\n}", code)
		use, plain = g.declare(noun, "type %[1]s struct {\nHeader %s `json:\"header\"`\nMessageID string `json:\"messageId\"`\n}", base)
		path = "Header." + path
	default:
		use, plain = g.declare(noun, "type %[1]s struct {\n%s\nMessageID string `json:\"messageId\"`\n}", code)
	}
	return use, plain, path
}

const params = "ctx context.Context, c *api.Client, m api.Message"

// sender declares a function that returns the reply.
func (g *gen) sender() (use, plain, typ, plainTyp, path string) {
	typ, plainTyp, path = g.replyType()
	name := pick(g, "send", "submit", "post")
	switch g.IntN(4) {
	case 0:
		use, plain = g.declare(name, "func %[1]s(%[2]s) (%[3]s, error) {\nvar r %[3]s\nif err := c.Post(ctx, \"/sms\", m, &r); err != nil {\nreturn %[3]s{}, fmt.Errorf(\"send: %%w\", err)\n}\nreturn r, nil\n}", params, plainTyp)
	case 1:
		use, plain = g.declare(name, "func %[1]s(%[2]s) (r %[3]s, err error) {\nerr = c.Post(ctx, \"/sms\", m, &r)\nreturn r, err\n}", params, plainTyp)
	case 2:
		use, plain = g.declare(name, "func %[1]s(%[2]s) (%[3]s, error) {\nbody := map[string]any{\"from\": m.From, \"to\": m.To, \"text\": m.Text}\nvar r %[3]s\nerr := c.Post(ctx, \"/sms\", body, &r)\nreturn r, err\n}", params, plainTyp)
	default:
		use, plain = g.declare(name, "func %[1]s(%[2]s) (%[3]s, error) {\nvar r %[3]s\nerr := c.Post(ctx, \"/sms\", m, &r)\nreturn r, err\n}", params, plainTyp)
	}
	return
}

// fetches of replies and codes. in is the name of the context where it isn't
// there to be closed over.
var fetches []production[struct{}]

func init() {
	fetches = []production[struct{}]{
		{"post", 6, "", func(g *gen, _ struct{}) (string, bool) {
			typ, _, path := g.replyType()
			g.fetch = fetch{call: `c.Post(ctx, "/sms", %s, &r)`, kind: inline, typ: typ, path: path}
			return "", true
		}},
		{"function", 10, "", func(g *gen, _ struct{}) (string, bool) {
			use, _, typ, _, path := g.sender()
			g.fetch = fetch{call: use + "(ctx, c, %s)", kind: reply, typ: typ, path: path}
			return "", true
		}},
		{"function behind a function", 4, "", func(g *gen, _ struct{}) (string, bool) {
			_, plain, typ, plainTyp, path := g.sender()
			use, _ := g.declare("deliver", "func %[1]s(%[2]s) (%[3]s, error) {\nlog.Printf(\"to %%s\", m.To)\nreturn %[4]s(ctx, c, m)\n}", params, plainTyp, plain)
			g.fetch = fetch{call: use + "(ctx, c, %s)", kind: reply, typ: typ, path: path}
			return "", true
		}},
		{"function returning a pointer", 4, "", func(g *gen, _ struct{}) (string, bool) {
			typ, plainTyp, path := g.replyType()
			use, _ := g.declare("send", "func %[1]s(%[2]s) (*%[3]s, error) {\nvar r %[3]s\nif err := c.Post(ctx, \"/sms\", m, &r); err != nil {\nreturn nil, err\n}\nreturn &r, nil\n}", params, plainTyp)
			g.fetch = fetch{call: use + "(ctx, c, %s)", kind: reply, typ: "*" + typ, path: path}
			return "", true
		}},
		{"function returning the code", 6, "", func(g *gen, _ struct{}) (string, bool) {
			_, plain, _, _, path := g.sender()
			none := map[carrier]string{typed: "0", number: "0", text: `""`}[g.carrier]
			use, _ := g.declare("deliver", "func %[1]s(%[2]s) (%[3]s, error) {\nr, err := %[4]s(ctx, c, m)\nif err != nil {\nreturn %[6]s, err\n}\nreturn r.%[5]s, nil\n}",
				params, g.typeOf(g.carrier), plain, path, none)
			g.fetch = fetch{call: use + "(ctx, c, %s)", kind: code}
			return "", true
		}},
		{"function returning nothing else", 3, "", func(g *gen, _ struct{}) (string, bool) {
			_, plain, _, _, path := g.sender()
			use, _ := g.declare("deliver", "func %[1]s(%[2]s) %[3]s {\nr, err := %[4]s(ctx, c, m)\nif err != nil {\nreturn %[6]s\n}\nreturn r.%[5]s\n}",
				params, g.typeOf(g.carrier), plain, path, g.fixed(g.carrier, busy(g.d)))
			g.fetch = fetch{call: use + "(ctx, c, %s)", kind: bare}
			return "", true
		}},
		{"method", 6, "", func(g *gen, _ struct{}) (string, bool) {
			typ, plainTyp, path := g.replyType()
			use, _ := g.declare("Gateway", "type %[1]s struct {\nAPI *api.Client\n}\n\n// Send sends a message.\nfunc (g *%[1]s) Send(ctx context.Context, m api.Message) (%[2]s, error) {\nvar r %[2]s\nerr := g.API.Post(ctx, \"/sms\", m, &r)\nreturn r, err\n}", plainTyp)
			gw := g.fresh("gw")
			g.before += fmt.Sprintf("%s := &%s{API: c}\n", gw, use)
			g.fetch = fetch{call: gw + ".Send(ctx, %s)", kind: reply, typ: typ, path: path}
			return "", true
		}},
		{"closure", 5, "", func(g *gen, _ struct{}) (string, bool) {
			use, _, typ, _, path := g.sender()
			send := g.fresh("send")
			g.before += fmt.Sprintf("%s := func(m api.Message) (%s, error) {\nreturn %s(ctx, c, m)\n}\n", send, typ, use)
			g.fetch = fetch{call: send + "(%s)", kind: reply, typ: typ, path: path}
			return "", true
		}},
		{"closure returning the code", 4, "", func(g *gen, _ struct{}) (string, bool) {
			use, _, _, _, path := g.sender()
			send := g.fresh("ask")
			g.before += fmt.Sprintf("%s := func(m api.Message) (%s, error) {\nr, err := %s(ctx, c, m)\nreturn r.%s, err\n}\n", send, g.typeOf(g.carrier), use, path)
			g.fetch = fetch{call: send + "(%s)", kind: code}
			return "", true
		}},
	}
}

// sent writes what is sent, the same in every round, and the statements that
// prepare it.
func (g *gen) sent(attempt string) (before, request string) {
	if strings.Contains(g.request, ".") || g.request != "m" {
		return "", g.request
	}
	switch g.IntN(9) {
	case 0:
		return "", "api.Message{From: m.From, To: m.To, Text: m.Text}"
	case 1:
		msg := g.fresh("msg")
		return fmt.Sprintf("%s := api.Message{From: m.From, To: m.To, Text: strings.TrimSpace(m.Text)}\n", msg), msg
	case 2:
		return "m.SentAt = time.Now()\n", "m"
	case 3:
		if attempt != "" {
			return fmt.Sprintf("m.Attempt = %s\n", attempt), "m"
		}
	case 4:
		if attempt != "" {
			return "", fmt.Sprintf("api.Message{From: m.From, To: m.To, Text: m.Text, Attempt: %s, SentAt: time.Now()}", attempt)
		}
	case 5:
		return "m.ID = strconv.FormatUint(rand.Uint64(), 36)\n", "m"
	}
	return "", "m"
}
