package retries

import (
	"fmt"
	"strings"
)

// jumpForms go back without a loop.
func jumpForms() []production[struct{}] {
	return []production[struct{}]{
		{"goto", 6, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			label := g.fresh(pick(g, "redo", "again"))
			r := &round{again: "goto " + label + "\n", leave: g.leaves(), wait: g.pauses()}
			g.write(label + ":\n" + g.body(r))
			return "", true
		}},
		{"goto with a count", 6, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			label := g.fresh(pick(g, "redo", "again"))
			r := &round{again: "goto " + label + "\n", leave: g.leaves(), wait: g.pauses(), attempt: "tries"}
			g.write("tries := 0\n" + label + ":\ntries++\nif tries > 3 {\n" + r.leave("errors.New(\"given up\")") + "}\n" + g.body(r))
			return "", true
		}},
		{"recursion", 8, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			call := fmt.Sprintf("%s(ctx, c, m", g.f.Name)
			r := &round{leave: g.leaves(), wait: g.pauses()}
			limit := ""
			if g.chance(65) {
				r.attempt = pick(g, "attempt", "left")
				g.params = append(g.params, r.attempt+" int")
				if r.attempt == "left" {
					g.args = append(g.args, "3")
					call += ", left-1"
					limit = "if left == 0 {\n" + r.leave("errors.New(\"given up\")") + "}\n"
				} else {
					g.args = append(g.args, "1")
					call += ", attempt+1"
					limit = "if attempt > 3 {\n" + r.leave("errors.New(\"given up\")") + "}\n"
				}
			}
			// Booleans that its body asks for are handed on.
			r.again = "return " + call + "\x00)\n"
			if g.result == "" {
				r.again = call + "\x00)\nreturn\n"
			}
			g.before = limit + g.before
			g.write(g.handOn(g.body(r)))
			return "", true
		}},
		{"recursion of a method", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.result = "error"
			r := &round{leave: g.leaves(), wait: g.pauses(), attempt: "attempt"}
			worker := g.own("Worker", "type %[1]s struct {\napi *api.Client\n}")
			r.again = "return w.Deliver(ctx, m, attempt+1\x00)\n"
			body := g.handOn(g.body(r))
			g.f.Own += fmt.Sprintf("\n// Deliver sends a message.\nfunc (w *%s) Deliver(ctx context.Context, m api.Message, attempt int%s) error {\nif attempt > 3 {\nreturn errors.New(\"given up\")\n}\nc := w.api\n%s%s}\n", worker, g.more(), g.before, body)
			g.before = ""
			g.f.Text = fmt.Sprintf("\nfunc %s(ctx context.Context, c *api.Client, m api.Message%s) error {\nw := &%s{api: c}\nreturn w.Deliver(ctx, m, 1%s)\n}\n", g.f.Name, g.more(), worker, g.handed())
			return "", true
		}},
		{"recursion through a variable", 6, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.result = "error"
			r := &round{leave: g.leaves(), wait: g.pauses(), attempt: "n"}
			r.again = "return try(n + 1)\n"
			g.write("var try func(n int) error\ntry = func(n int) error {\nif n > 3 {\nreturn errors.New(\"given up\")\n}\n" + g.body(r) + "}\nreturn try(1)\n")
			return "", true
		}},
		{"recursion by go", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.result = ""
			g.f.Later = true
			r := &round{leave: g.leaves(), wait: g.pauses()}
			r.again = fmt.Sprintf("go %s(ctx, c, m\x00)\nreturn\n", g.f.Name)
			g.write(g.handOn(g.body(r)))
			return "", true
		}},
		{"recursion by a timer", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.result = ""
			g.f.Later = true
			r := &round{leave: g.leaves(), wait: func() string { return "" }}
			r.again = fmt.Sprintf("time.AfterFunc(c.Unit, func() {\n%s(ctx, c, m\x00)\n})\nreturn\n", g.f.Name)
			g.write(g.handOn(g.body(r)))
			return "", true
		}},
	}
}

// handOn replaces the marks in recursive calls by the booleans that the function
// takes.
func (g *gen) handOn(body string) string { return strings.ReplaceAll(body, "\x00", g.handed()) }

// handed and more are the booleans as further arguments and parameters.
func (g *gen) handed() string {
	text := ""
	for _, p := range g.params {
		if name, ok := strings.CutSuffix(p, " bool"); ok {
			text += ", " + name
		}
	}
	return text
}

func (g *gen) more() string {
	text := ""
	for _, p := range g.params {
		if strings.HasSuffix(p, " bool") {
			text += ", " + p
		}
	}
	return text
}
