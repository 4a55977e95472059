package retries

import (
	"fmt"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
)

// setup chooses how the function sends.
func (g *gen) setup() {
	from := fetches
	if g.chance(40) {
		from = failings
	}
	choose(g, from, struct{}{})
}

// leaves returns what leaves the function.
func (g *gen) leaves() func(err string) string {
	return func(err string) string {
		switch g.result {
		case "error":
			return "return " + err + "\n"
		case "bool":
			return fmt.Sprintf("return %v\n", err == "nil")
		}
		if err != "nil" && err != "errGivenUp" {
			return fmt.Sprintf("log.Print(%s)\nreturn\n", err)
		}
		return "return\n"
	}
}

// givenUp ends the function when nothing else did.
func (g *gen) givenUp() string {
	switch g.result {
	case "error":
		return pick(g, "return errors.New(\"given up\")\n", fmt.Sprintf("return fmt.Errorf(\"message to %%s: given up\", m.To)\n"))
	case "bool":
		return "return false\n"
	}
	return ""
}

// pauses returns what waits before the next round. It's the same in the whole
// function.
func (g *gen) pauses() func() string {
	wait := ""
	switch g.IntN(7) {
	case 0:
		wait = "time.Sleep(c.Unit)\n"
	case 1:
		wait = "time.Sleep(2 * c.Unit)\n"
	case 2:
		wait = "c.Pause(ctx, 1)\n"
	case 3:
		wait = "log.Printf(\"message to %s: once more\", m.To)\ntime.Sleep(c.Unit)\n"
	case 4:
		if g.result == "error" {
			wait = "if err := c.Pause(ctx, 1); err != nil {\nreturn err\n}\n"
		}
	case 5:
		if g.result == "error" {
			wait = "select {\ncase <-ctx.Done():\nreturn ctx.Err()\ncase <-time.After(c.Unit):\n}\n"
		}
	}
	return func() string { return wait }
}

// inLoop returns the round of a loop.
func (g *gen) inLoop(attempt string) *round {
	return &round{again: "continue\n", ends: true, leave: g.leaves(), attempt: attempt, wait: g.pauses()}
}

// head writes the head of a loop that counts.
func (g *gen) head() (head, attempt string) {
	tries := pick(g, "3", "4", "maxTries")
	if tries == "maxTries" {
		tries = g.own("maxTries", "const %[1]s = 4")
	}
	name := pick(g, "attempt", "i", "n", "tries")
	switch g.IntN(4) {
	case 0:
		return fmt.Sprintf("for range %s", tries), ""
	case 1:
		return fmt.Sprintf("for %s := range %s", name, tries), name
	case 2:
		return fmt.Sprintf("for %[1]s := 1; %[1]s <= %[2]s; %[1]s++", name, tries), name
	default:
		return fmt.Sprintf("for %[1]s := 0; %[1]s < %[2]s; %[1]s++", name, tries), name
	}
}

// used writes a loop whose counter is used, since Go wants it to be.
func used(head, attempt, body string) string {
	if strings.Contains(head, ":= range") && toolchain.Mentions(body, attempt) == 0 {
		body = fmt.Sprintf("log.Print(\"attempt \", %s)\n", attempt) + body
	}
	return head + " {\n" + body + "}\n"
}

func loopForms() []production[struct{}] {
	return []production[struct{}]{
		{"counter", 16, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			head, attempt := g.head()
			g.write(used(head, attempt, g.body(g.inLoop(attempt))) + g.givenUp())
			return "", true
		}},
		{"counter with break", 6, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.result = "error"
			head, attempt := g.head()
			label := g.fresh("sending")
			r := g.inLoop(attempt)
			r.leave = func(err string) string { return fmt.Sprintf("last = %s\nbreak %s\n", err, label) }
			if g.chance(50) {
				r.again = "continue " + label + "\n"
			}
			body := g.body(r)
			g.write(fmt.Sprintf("var last error\n%s:\n%sreturn last\n", label, used(head, attempt, body)))
			return "", strings.Contains(body, label) // all go back by the loop's end
		}},
		{"for ever", 10, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			attempt := ""
			body := g.body(g.inLoop(attempt))
			g.write("for {\n" + body + "}\n")
			return "", true
		}},
		{"for ever with a count", 10, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			body := g.body(g.inLoop("attempt"))
			limit := "if attempt > 3 {\n" + g.givenUp() + "}\n"
			if g.result == "" {
				limit = "if attempt > 3 {\nreturn\n}\n"
			}
			if g.chance(50) {
				g.write("attempt := 0\nfor {\nattempt++\n" + limit + body + "}\n")
			} else {
				g.write("for attempt := 1; ; attempt++ {\n" + limit + body + "}\n")
			}
			return "", true
		}},
		{"ticker", 5, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			body := g.body(g.inLoop(""))
			g.before += "tick := time.NewTicker(c.Unit)\ndefer tick.Stop()\n"
			g.write("for range tick.C {\n" + body + "}\n" + g.givenUp())
			return "", true
		}},
		{"select", 7, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			r := g.inLoop("")
			leave := r.leave("ctx.Err()")
			g.before += "tick := time.NewTicker(c.Unit)\ndefer tick.Stop()\n"
			if g.chance(50) {
				g.write(fmt.Sprintf("for {\nselect {\ncase <-ctx.Done():\n%scase <-tick.C:\n%s}\n}\n", leave, g.body(r)))
			} else {
				g.write(fmt.Sprintf("for {\nselect {\ncase <-ctx.Done():\n%scase <-tick.C:\n}\n%s}\n", leave, g.body(r)))
			}
			return "", true
		}},
		{"growing pause", 5, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			r := g.inLoop("")
			r.wait = func() string { return "time.Sleep(pause)\n" }
			if g.chance(50) {
				g.before += "pause := c.Unit\n"
				r.wait = func() string { return "time.Sleep(pause)\npause *= 2\n" }
				g.write("for {\n" + g.body(r) + "}\n")
			} else {
				g.write("for pause := c.Unit; pause < 100*c.Unit; pause *= 2 {\n" + g.body(r) + "}\n" + g.givenUp())
			}
			return "", true
		}},
		{"labelled continue", 6, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			label := g.fresh("retry")
			r := g.inLoop("")
			r.again = "continue " + label + "\n"
			head, attempt := g.head()
			r.attempt = attempt
			body := g.body(r)
			if !strings.Contains(body, "continue "+label) {
				body += "continue " + label + "\n"
			}
			g.write(label + ":\n" + used(head, attempt, body) + g.givenUp())
			return "", true
		}},
		{"loop in a goroutine", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.result = "error"
			r := g.inLoop("")
			r.leave = func(err string) string { return "done <- " + err + "\nreturn\n" }
			r.wait = func() string { return "time.Sleep(c.Unit)\n" }
			g.write("done := make(chan error, 1)\ngo func() {\nfor {\n" + g.body(r) + "}\n}()\nreturn <-done\n")
			return "", true
		}},
		{"loop in a closure", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.result = "error"
			head, attempt := g.head()
			g.write("deliverAll := func() error {\n" + used(head, attempt, g.body(g.inLoop(attempt))) + "return errors.New(\"given up\")\n}\nreturn deliverAll()\n")
			return "", true
		}},
	}
}
