package retries

import (
	"fmt"
	"strings"
)

// A round is the body of something that goes round: what leaves it, and what
// goes back.
type round struct {
	again   string                  // goes back at once: continue, goto redo, return f(…); "" if only the end does
	ends    bool                    // its end goes back by itself
	leave   func(err string) string // leaves
	attempt string                  // a variable that counts
	merged  bool                    // err is looked at together with the code
	wait    func() string           // before the next round
}

// goBack writes what goes back from inside a block.
func (r *round) goBack(g *gen) string { return r.wait() + r.again }

// tail writes the end of the body, which goes back.
func (r *round) tail(g *gen) string {
	if r.ends {
		return r.wait()
	}
	return r.goBack(g)
}

// body writes a body that sends and decides.
func (g *gen) body(r *round) string {
	before, request := g.sent(r.attempt)
	if g.fetch.kind == failing {
		err := "err"
		var text string
		switch g.IntN(3) {
		case 0:
			done := r.leave("nil")
			if r.again != "" && g.chance(15) {
				g.uses("no error goes back", "")
				done = "log.Print(\"pending\")\n" + r.goBack(g)
			}
			text = fmt.Sprintf("%serr := %s\nif err == nil {\n%s}\n", before, fmt.Sprintf(g.fetch.call, request), done)
		case 1:
			text = fmt.Sprintf("%serr := %s\nif err == nil {\n%s}\n", before, fmt.Sprintf(g.fetch.call, request), r.leave("nil"))
			if g.chance(50) {
				text += "log.Print(err)\n"
			} else {
				text += fmt.Sprintf("if errors.Is(err, api.ErrTransport) {\n%s}\n", r.leave(err))
			}
		default:
			text = fmt.Sprintf("%serr := %s\n", before, fmt.Sprintf(g.fetch.call, request))
			return text + g.settleError(r, err, true)
		}
		return text + g.settleError(r, err, false)
	}
	text, v := g.obtain(r, before, request)
	return text + g.decide(r, v)
}

// obtain writes what gets the reply's code, and deals with the transport's error.
func (g *gen) obtain(r *round, before, request string) (string, value) {
	call := fmt.Sprintf(g.fetch.call, request)
	f := g.fetch
	var text string
	v := value{"r." + f.path, g.carrier}
	trouble := r.leave("err")
	switch {
	case r.again != "" && g.chance(25):
		trouble = r.goBack(g)
	case g.chance(20):
		trouble = "log.Print(err)\n" + trouble
	}
	switch f.kind {
	case inline:
		if strings.HasPrefix(call, "c.Post") && g.chance(25) {
			text = fmt.Sprintf("%svar r %s\nerr := %s\nif err != nil {\n%s}\n", before, f.typ, call, trouble)
		} else {
			text = fmt.Sprintf("%svar r %s\nif err := %s; err != nil {\n%s}\n", before, f.typ, call, trouble)
		}
	case reply:
		if g.chance(20) && !strings.HasPrefix(f.typ, "*") {
			text = fmt.Sprintf("%sr, err := %s\n", before, call)
			r.merged = true
			g.uses("err with the code", "")
		} else {
			text = fmt.Sprintf("%sr, err := %s\nif err != nil {\n%s}\n", before, call, trouble)
		}
	case code:
		v = value{"code", g.carrier}
		text = fmt.Sprintf("%scode, err := %s\nif err != nil {\n%s}\n", before, call, trouble)
		return text, v
	case bare:
		v = value{"code", g.carrier}
		return fmt.Sprintf("%scode := %s\n", before, call), v
	}
	if g.chance(30) && !r.merged {
		name := g.fresh(pick(g, "code", "rc", "status"))
		text += fmt.Sprintf("%s := %s\n", name, v.expr)
		v.expr = name
	}
	return text, v
}

// failure writes the error that a code is left with.
func (g *gen) failure(v value) string {
	if v.carrier == typed && g.chance(50) {
		return v.expr + ".Err()"
	}
	if v.carrier == typed && g.chance(30) {
		return fmt.Sprintf("fmt.Errorf(\"refused: %%w\", %s.Err())", v.expr)
	}
	return fmt.Sprintf("fmt.Errorf(\"refused with %%v\", %s)", v.expr)
}

// A guardIn is what guards are written about.
type guardIn struct {
	r      *round
	v      value
	tested bool // for success
}

// decide writes what is done about a code, up to the end of the body.
func (g *gen) decide(r *round, v value) string {
	text := ""
	if g.chance(80) || r.merged {
		cond := fmt.Sprintf("%s == %s", v.expr, g.constant(v.carrier, g.success()))
		if r.merged {
			cond = "err == nil && " + cond
		}
		text = fmt.Sprintf("if %s {\n%s}\n", cond, r.leave("nil"))
	}
	if r.merged {
		if g.chance(60) {
			text += fmt.Sprintf("if err == nil && %s {\n%s}\n", g.again(v, false), r.leave(g.failure(v)))
		}
		return text + r.tail(g)
	}
	return text + choose(g, guards, guardIn{r, v, text != ""})
}

var guards []production[guardIn]

func init() {
	guards = []production[guardIn]{
		{"nothing else", 8, "", func(g *gen, in guardIn) (string, bool) {
			return in.r.tail(g), in.tested
		}},
		{"leave unless", 14, "", func(g *gen, in guardIn) (string, bool) {
			return fmt.Sprintf("if %s {\n%s}\n%s", g.again(in.v, false), in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"two guards", 8, "", func(g *gen, in guardIn) (string, bool) {
			text := ""
			for range 2 {
				text += fmt.Sprintf("if %s {\n%s}\n", g.again(in.v, false), in.r.leave(g.failure(in.v)))
			}
			return text + in.r.tail(g), true
		}},
		{"go back if", 12, "", func(g *gen, in guardIn) (string, bool) {
			if in.r.again == "" {
				return "", false
			}
			return fmt.Sprintf("if %s {\n%s}\n%s", g.again(in.v, true), in.r.goBack(g), in.r.leave(g.failure(in.v))), true
		}},
		{"if and else", 8, "", func(g *gen, in guardIn) (string, bool) {
			if !in.r.ends {
				return "", false
			}
			return fmt.Sprintf("if %s {\n%s} else {\n%s}\n", g.again(in.v, true), in.r.wait(), in.r.leave(g.failure(in.v))), true
		}},
		{"kept boolean", 8, "", func(g *gen, in guardIn) (string, bool) {
			again := g.chance(60)
			name := g.fresh(pick(g, "final", "hopeless"))
			if again {
				name = g.fresh(pick(g, "retry", "passes", "again"))
			}
			cond := name
			if again {
				cond = "!" + name
			}
			return fmt.Sprintf("%s := %s\nif %s {\n%s}\n%s", name, g.again(in.v, again), cond, in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"boolean assigned twice", 5, "a boolean that is assigned twice", func(g *gen, in guardIn) (string, bool) {
			name := g.fresh("retry")
			return fmt.Sprintf("%s := false\nif %s {\n%[1]s = true\n}\nif !%[1]s {\n%[3]s}\n%[4]s", name, g.again(in.v, true), in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"success goes back", 14, "", func(g *gen, in guardIn) (string, bool) {
			if in.tested || in.r.again == "" {
				return "", false
			}
			text := fmt.Sprintf("if %s == %s {\nlog.Print(\"pending\")\n%s}\n", in.v.expr, g.constant(in.v.carrier, g.success()), in.r.goBack(g))
			if g.chance(50) {
				text += fmt.Sprintf("if %s {\n%s}\n", g.again(in.v, true), in.r.goBack(g))
				return text + in.r.leave(g.failure(in.v)), true
			}
			return text + fmt.Sprintf("if %s {\n%s}\n%s", g.again(in.v, false), in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"switch", 16, "", func(g *gen, in guardIn) (string, bool) { return g.cases(in), true }},
		{"switch over the class", 6, "", func(g *gen, in guardIn) (string, bool) {
			if in.v.carrier != typed {
				return "", false
			}
			classes := pick(g, "codes.RetryNever", "codes.RetryNever, codes.RetryAfterFix", "codes.RetryAfterFix")
			return fmt.Sprintf("switch %s.Retry() {\ncase codes.RetryNotNeeded:\n%scase %s:\n%s}\n%s", in.v.expr, in.r.leave("nil"), classes, in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"comma-ok", 6, "", func(g *gen, in guardIn) (string, bool) {
			allow := g.chance(60)
			codes, not := g.lasting(), ""
			if allow {
				codes, not = g.passing(), "!"
			}
			test := testIn{in.v, codes, allow, allow}
			set, _ := g.table(g.setName(allow), "var %[1]s = map[%s]struct{}{\n%s}", g.typeOf(in.v.carrier), g.elements(test, "{}"))
			g.says(test, fmt.Sprintf("func() bool { _, ok := %s[%%s]; return ok }()", set))
			return fmt.Sprintf("if _, ok := %s[%s]; %sok {\n%s}\n%s", set, in.v.expr, not, in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"test and another input", 5, "another input", func(g *gen, in guardIn) (string, bool) {
			return fmt.Sprintf("if %s %s %s {\n%s}\n%s", g.again(in.v, false), pick(g, "||", "&&"), g.boolean(), in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"test and the count", 4, "the count of attempts", func(g *gen, in guardIn) (string, bool) {
			if in.r.attempt == "" || in.r.attempt == "left" {
				return "", false
			}
			return fmt.Sprintf("if %s %s %s > 1 {\n%s}\n%s", g.again(in.v, false), pick(g, "||", "&&"), in.r.attempt, in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"action", 8, "", func(g *gen, in guardIn) (string, bool) {
			fix := g.some(class(g.d, "RetryAfterFix"), 1+g.IntN(3))
			if len(fix) == 0 {
				return "", false
			}
			if g.chance(25) {
				fix = append(fix, g.some(class(g.d, "RetryWithBackoff"), 1)...)
			}
			act := pick(g, "if err := c.TopUp(ctx, 10); err != nil {\n"+in.r.leave("err")+"}\n", "c.Do(\"call the office\")\n")
			body := act
			if in.r.again != "" && g.chance(60) {
				body += in.r.again
			}
			text := fmt.Sprintf("switch %s {\ncase %s:\n%s}\n", in.v.expr, g.list(in.v.carrier, fix), body)
			return text + fmt.Sprintf("if %s {\n%s}\n%s", g.again(in.v, false), in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
		{"new token", 5, "", func(g *gen, in guardIn) (string, bool) {
			all := g.some(append(class(g.d, "RetryNever"), class(g.d, "RetryAfterFix")...), 1+g.IntN(2))
			return fmt.Sprintf("switch %s {\ncase %s:\nif err := c.Login(ctx); err != nil {\n%s}\ndefault:\nif %s {\n%s}\n}\n%s", in.v.expr, g.list(in.v.carrier, all), in.r.leave("err"),
				g.again(in.v, false), in.r.leave(g.failure(in.v)), in.r.tail(g)), true
		}},
	}
}
