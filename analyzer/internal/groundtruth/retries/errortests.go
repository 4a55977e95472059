package retries

import (
	"fmt"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth"
)

// An errorTestIn is what a test of an error is written about.
type errorTestIn struct {
	err   string
	t     told
	want  bool // the condition holds for what is to be sent again
	local bool // statements may precede the condition
}

// errorTests are conditions over an error, with the statements that go before.
// Both are returned, parted by a tab.
var errorTests = []production[errorTestIn]{
	{"sentinel", 10, "", func(g *gen, in errorTestIn) (string, bool) {
		if len(in.t.sentinels) == 0 {
			return "", false
		}
		s := pick(g, in.t.sentinels...)
		cond := fmt.Sprintf("errors.Is(%s, %s)", in.err, s)
		if strings.Contains(s, "Busy") || strings.Contains(s, "Later") || strings.Contains(s, "busy") {
			if !in.want {
				cond = "!" + cond
			}
		} else if in.want {
			cond = "!" + cond
		}
		return "\t" + cond, true
	}},
	{"errors.Is of a code", 6, "", func(g *gen, in errorTestIn) (string, bool) {
		if !in.t.code {
			return "", false
		}
		is := func(codes []groundtruth.Code, not, join string) string {
			var all []string
			for _, c := range codes[:min(3, len(codes))] {
				all = append(all, fmt.Sprintf("%serrors.Is(%s, codes.%s)", not, in.err, c.Const))
			}
			return "\t(" + strings.Join(all, join) + ")"
		}
		if g.chance(60) == in.want {
			codes := g.passing()
			if !in.want {
				codes = g.lasting()
			}
			return is(codes, "", " || "), true
		}
		codes := g.lasting()
		if !in.want {
			codes = g.passing()
		}
		return is(codes, "!", " && "), true
	}},
	{"errors.As", 8, "", func(g *gen, in errorTestIn) (string, bool) {
		if !in.t.code {
			return "", false
		}
		if g.p.Split && len(in.t.sentinels) > 0 {
			g.uses("codes hidden by sentinels", "codes that errors.As does not find, beside a predicate elsewhere")
		}
		name := g.fresh("code")
		test := g.again(value{name, typed}, in.want)
		return fmt.Sprintf("var %s codes.%s\n\terrors.As(%s, &%[1]s) && %[4]s", name, g.d.Type, in.err, test), true
	}},
	{"errors.As of a type", 12, "", func(g *gen, in errorTestIn) (string, bool) {
		if in.t.kind == "" {
			return "", false
		}
		name := g.fresh("refusal")
		test := g.again(value{name + ".Code", g.carrier}, in.want)
		return fmt.Sprintf("var %s *%s\n\terrors.As(%s, &%[1]s) && %[4]s", name, in.t.kind, in.err, test), true
	}},
}

func init() { // a predicate asks one of the others
	errorTests = append(errorTests, production[errorTestIn]{"predicate about an error", 8, "", func(g *gen, in errorTestIn) (string, bool) {
		allow := g.chance(65)
		name := pick(g, "isPermanent", "isFinal", "hopeless")
		if allow {
			name = pick(g, "isRetryable", "shouldRetry", "transient", "passes")
		}
		before, cond, ok := g.errorTest(errorTestIn{"err", in.t, allow, true}, errorTests[:4])
		if !ok {
			return "", false
		}
		body := strings.ReplaceAll(before+"return "+cond+"\n", "gateway.", "")
		use, _ := g.declare(name, "func %[1]s(err error) bool {\n%s}", body)
		if allow {
			g.saysOf("", use+"(err)")
			if g.p.Split && len(in.t.sentinels) > 0 { // it is reported there, for those that it finds
				g.uses("codes hidden from a predicate", "codes that a predicate does not find behind sentinels")
			}
		}
		cond = fmt.Sprintf("%s(%s)", use, in.err)
		if allow != in.want {
			cond = "!" + cond
		}
		return "\t" + cond, true
	}})
}

// saysOf notes what says of an error, err, that the request is to be sent again:
// the one that sending gives, or another that holds the code.
func (g *gen) saysOf(before, cond string) {
	errs := []string{fmt.Sprintf(g.fetch.direct, "api.Message{}"), fmt.Sprintf("codes.%s(api.Number(answer))", g.d.Type)}
	if g.fetch.told.kind != "" {
		errs = append(errs, fmt.Sprintf("&%s{Code: %s}", g.fetch.told.kind, fmt.Sprintf(g.conv(g.carrier), "answer")))
	}
	for _, err := range errs {
		g.f.Predicates = append(g.f.Predicates, fmt.Sprintf("func(answer string) bool {\nctx, c := context.Background(), api.Answering(answer, %v)\n_, _ = ctx, c\nvar err error = %s\n%sreturn %s\n}",
			g.f.Numbers, err, before, cond))
	}
}

// errorTest writes a condition over an error, and what goes before it.
func (g *gen) errorTest(in errorTestIn, from []production[errorTestIn]) (before, cond string, ok bool) {
	if len(in.t.sentinels) == 0 && !in.t.code && in.t.kind == "" {
		return "", "", false
	}
	before, cond, _ = strings.Cut(choose(g, from, in), "\t")
	return before, cond, true
}
