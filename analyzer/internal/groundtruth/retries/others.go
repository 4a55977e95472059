package retries

import (
	"fmt"
	"strings"
)

// otherForms go round, and send another request every time.
func otherForms() []production[struct{}] {
	recipients := `[]string{"+4901", "+4902", "+4903"}`
	each := func(g *gen) *round {
		return &round{again: "continue\n", ends: true, leave: g.leaves(), wait: func() string { return "" }}
	}
	return []production[struct{}]{
		{"batch", 8, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			r := each(g)
			if g.chance(50) {
				leave := r.leave
				r.leave = func(err string) string {
					if err == "nil" {
						return "continue\n"
					}
					return leave(err)
				}
			}
			switch g.IntN(4) {
			case 0:
				g.request = "api.Message{From: m.From, To: to, Text: m.Text}"
				g.write("for _, to := range " + recipients + " {\n" + g.body(r) + "}\n" + g.givenUp())
			case 1:
				g.write("for _, to := range " + recipients + " {\nm.To = to\n" + g.body(r) + "}\n" + g.givenUp())
			case 2:
				g.request = "msg"
				g.write("var batch []api.Message\nfor _, to := range " + recipients + " {\nbatch = append(batch, api.Message{From: m.From, To: to, Text: m.Text})\n}\nfor _, msg := range batch {\n" + g.body(r) + "}\n" + g.givenUp())
			default:
				g.request = "batch[i]"
				g.write("batch := []api.Message{{To: \"+4901\"}, {To: \"+4902\"}}\nfor i := 0; i < len(batch); i++ {\n" + g.body(r) + "}\n" + g.givenUp())
			}
			return "", true
		}},
		{"batch with retries", 8, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			label := g.fresh("next")
			r := g.inLoop("")
			leave := r.leave
			r.leave = func(err string) string {
				if err == "nil" || g.chance(30) {
					return "continue " + label + "\n"
				}
				return leave(err)
			}
			g.request = "msg"
			head, attempt := g.head()
			g.write(label + ":\nfor _, to := range " + recipients + " {\nmsg := api.Message{From: m.From, To: to, Text: m.Text}\n" + used(head, attempt, g.body(r)) + "}\n" + g.givenUp())
			if !strings.Contains(g.f.Text, "continue "+label) {
				g.f.Text = strings.Replace(g.f.Text, label+":\n", "", 1)
			}
			return "", true
		}},
		{"other endpoint", 5, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			if !strings.Contains(g.fetch.call, "c,") && !strings.HasPrefix(g.fetch.call, "c.") {
				return "", false
			}
			urls := "[]string{\"https://a.geniq.io\", \"https://b.geniq.io\"}"
			if g.chance(50) {
				g.write("for _, url := range " + urls + " {\nat := *c\nat.URL = url\nc := &at\n" + g.body(each(g)) + "}\n" + g.givenUp())
			} else {
				g.write("for _, url := range " + urls + " {\nc.URL = url\n" + g.body(each(g)) + "}\n" + g.givenUp())
			}
			return "", true
		}},
		{"other sender", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.write("for _, from := range []string{\"SHOP\", \"4711\"} {\nm.From = from\n" + g.body(each(g)) + "}\n" + g.givenUp())
			return "", true
		}},
		{"shortened text", 3, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.request = "m "
			g.write("for len(m.Text) > 2 {\n" + g.body(each(g)) + "m.Text = m.Text[:len(m.Text)-3]\n}\n" + g.givenUp())
			if strings.Contains(g.f.Text, "continue") {
				return "", false
			}
			return "", true
		}},
		{"other path after a failure", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.request = "m "
			label := g.fresh("redo")
			r := &round{leave: g.leaves(), wait: g.pauses()}
			r.again = "if m.From != \"4711\" {\nm.From = \"4711\"\ngoto " + label + "\n}\n" + r.leave("errors.New(\"given up\")")
			g.write(label + ":\n" + g.body(r))
			return "", true
		}},
		{"worker of a channel", 5, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.request = "job"
			fill := "jobs := make(chan api.Message, 2)\njobs <- m\njobs <- api.Message{To: \"+4902\"}\nclose(jobs)\n"
			if g.chance(50) {
				g.write(fill + "for job := range jobs {\n" + g.body(each(g)) + "}\n" + g.givenUp())
			} else {
				g.write(fill + "for {\njob, ok := <-jobs\nif !ok {\nbreak\n}\n" + g.body(each(g)) + "}\n" + g.givenUp())
			}
			return "", true
		}},
		{"worker of a queue", 5, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.request = "job"
			fill := "queue := []api.Message{m, {To: \"+4902\"}}\n"
			g.write(fill + "for len(queue) > 0 {\njob := queue[0]\nqueue = queue[1:]\n" + g.body(each(g)) + "}\n" + g.givenUp())
			return "", true
		}},
		{"worker of a cursor", 4, "", func(g *gen, _ struct{}) (string, bool) {
			g.setup()
			g.request = "job"
			use, _ := g.declare("Outbox", "type %[1]s struct {\nList []api.Message\nat int\n}\n\n// Next returns the next message.\nfunc (o *%[1]s) Next() (api.Message, bool) {\nif o.at == len(o.List) {\nreturn api.Message{}, false\n}\no.at++\nreturn o.List[o.at-1], true\n}")
			g.write("outbox := &" + use + "{List: []api.Message{m, {To: \"+4902\"}}}\nfor {\njob, ok := outbox.Next()\nif !ok {\nbreak\n}\n" + g.body(each(g)) + "}\n" + g.givenUp())
			return "", true
		}},
		{"pages", 4, "", func(g *gen, _ struct{}) (string, bool) {
			typ, _, path := g.replyType()
			g.fetch = fetch{call: "c.Get(ctx, \"/messages?page=\"+page, %s)", kind: inline, typ: typ, path: path}
			r := each(g)
			r.wait = func() string { return "page = strconv.Itoa(len(page)) + page\n" }
			g.request = "&r"
			body := g.body(r)
			if strings.Contains(body, "continue\n") {
				g.uses("same page again", "a page that only some ways ask for again")
			}
			g.write("page := \"1\"\nfor {\n" + body + "}\n")
			return "", true
		}},
		{"poll", 5, "", func(g *gen, _ struct{}) (string, bool) {
			typ, _, path := g.replyType()
			g.fetch = fetch{call: "c.Get(ctx, \"/status/\"+m.ID, %s)", kind: inline, typ: typ, path: path}
			g.request = "&r"
			g.write("for {\n" + g.body(g.inLoop("")) + "}\n")
			return "", true
		}},
		{"only the transport", 6, "", func(g *gen, _ struct{}) (string, bool) {
			choose(g, fetches, struct{}{})
			if g.fetch.kind != reply && g.fetch.kind != code {
				return "", false
			}
			head, attempt := g.head()
			name := map[kind]string{reply: "r", code: "code"}[g.fetch.kind]
			v := value{"r." + g.fetch.path, g.carrier}
			if name == "code" {
				v.expr = "code"
			}
			leave := g.leaves()
			g.write(used(head, attempt, fmt.Sprintf("%s, err := %s\nif err != nil {\n%scontinue\n}\nif %s == %s {\n%s}\n%s", name, fmt.Sprintf(g.fetch.call, "m"), g.pauses()(),
				v.expr, g.constant(v.carrier, g.success()), leave("nil"), leave(g.failure(v)))) + g.givenUp())
			return "", true
		}},
		{"only the transport's error", 4, "", func(g *gen, _ struct{}) (string, bool) {
			choose(g, failings, struct{}{})
			g.result = "error"
			head, attempt := g.head()
			g.write(used(head, attempt, fmt.Sprintf("err := %s\nif !errors.Is(err, api.ErrTransport) {\nreturn err\n}\n%s", fmt.Sprintf(g.fetch.call, "m"), g.pauses()())) + g.givenUp())
			return "", true
		}},
		{"whatever the code", 3, "", func(g *gen, _ struct{}) (string, bool) {
			choose(g, fetches, struct{}{})
			if g.fetch.kind != reply {
				return "", false
			}
			g.write(fmt.Sprintf("failed := 0\nfor range 2 {\nr, err := %s\nif err != nil {\n%s}\nif r.%s != %s {\nfailed++\n}\n}\nlog.Print(failed)\n%s",
				fmt.Sprintf(g.fetch.call, "m"), g.leaves()("err"), g.fetch.path, g.constant(g.carrier, g.success()), g.givenUp()))
			return "", true
		}},
	}
}
