package directive

import (
	"fmt"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/codes"
)

func TestParse(t *testing.T) {
	for _, test := range []struct {
		text string
		want Directive
	}{
		{"//errcodelint:declare payments", Directive{Verb: Declare, Domain: "payments"}},
		{"//errcodelint:declare card-state_2 key=statusCode success=0,0x0A,-1 prefix=ERR_", Directive{
			Verb: Declare, Domain: "card-state_2", Key: "statusCode", Success: []string{"0", "0x0A", "-1"}, Prefix: "ERR_"}},
		{"//errcodelint:declare mpesa success=0,00000000,500.003.1001 key=x-code", Directive{
			Verb: Declare, Domain: "mpesa", Key: "x-code", Success: []string{"0", "00000000", "500.003.1001"}}},
		{"//errcodelint:extend response", Directive{Verb: Extend, Domain: "response"}},
		{"//errcodelint:retry never", Directive{Verb: Retry, Class: codes.RetryNever}},
		{"//errcodelint:retry\tbackoff  // the vendor says so", Directive{Verb: Retry, Class: codes.RetryWithBackoff}},
		{"//errcodelint:retry success", Directive{Verb: Retry, Class: codes.RetryNotNeeded}},
		{"//errcodelint:domain template", Directive{Verb: Domain, Domain: "template"}},
		{"//errcodelint:domain none", Directive{Verb: Domain, Domain: "none"}},
		{"//errcodelint:domain template code, prev", Directive{Verb: Domain, Domain: "template", Params: []string{"code", "prev"}}},
		{"//errcodelint:domain none code ,prev,last", Directive{Verb: Domain, Domain: "none", Params: []string{"code", "prev", "last"}}},
		{"//errcodelint:exhaustive", Directive{Verb: Exhaustive}},
		{"//errcodelint:ignore magiccode the bank's number", Directive{Verb: Ignore, Checks: []string{"magiccode"}}},
		{"//errcodelint:ignore magiccode,missedcode see https://bank.example/codes", Directive{Verb: Ignore, Checks: []string{"magiccode", "missedcode"}}},
		{"//errcodelint:ignore magiccode, missedcode , wrongcode legacy", Directive{Verb: Ignore, Checks: []string{"magiccode", "missedcode", "wrongcode"}}},
	} {
		d, p := Parse(test.text)
		if p != nil {
			t.Errorf("%s: %s: %s", test.text, p.Category, p.Message)
			continue
		}
		if got, want := fmt.Sprintf("%+v", *d), fmt.Sprintf("%+v", test.want); got != want {
			t.Errorf("%s:\n%s, want\n%s", test.text, got, want)
		}
	}
}

func TestNoDirective(t *testing.T) {
	for _, text := range []string{
		"// errcodelint: a linter", "//errcodelint", "// see errcodelint:ignore", "//nolint:errcodelint", "//errcode:ignore", "// Errcodelint is run by CI", "//", "/* errcodelint */",
		"// errcodelint:domain none frees such a type", "// errcodelint:ignore needs a reason",
	} {
		if d, p := Parse(text); d != nil || p != nil {
			t.Errorf("%s: %+v, %+v", text, d, p)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct{ text, category, message string }{
		{"//errcodelint:", Malformed, "says nothing; the directives are declare, extend"},
		{"// errcodelint:ignore magiccode x", Malformed, "only a comment; write //errcodelint:ignore"},
		{"//errcodelint: ignore magiccode x", Malformed, "only a comment; write //errcodelint:ignore"},
		{"//ErrCodeLint:Retry never", Malformed, "only a comment; write //errcodelint:retry"},
		{"/*errcodelint:retry never*/", Malformed, "only a comment; write //errcodelint:retry"},
		{"//errcodelint:ignroe magiccode x", Unknown, "there is no directive //errcodelint:ignroe; did you mean ignore?"},
		{"//errcodelint:Domain template", Unknown, "did you mean domain?"},
		{"//errcodelint:suppress x", Unknown, "there are declare, extend, retry"},
		{"//errcodelint:declare", Malformed, "the name of the domain is missing; write //errcodelint:declare NAME"},
		{"//errcodelint:declare key=statusCode", Malformed, `"key=statusCode" is no name for a domain`},
		{"//errcodelint:declare Payments", Malformed, `"Payments" is no name for a domain`},
		{"//errcodelint:declare none", Malformed, "no name for a domain"},
		{"//errcodelint:declare payments sucess=0", Unknown, "no option sucess=; did you mean success?"},
		{"//errcodelint:declare payments success=0, 10", Malformed, "lists are written without spaces, success=0,10"},
		{"//errcodelint:declare payments 10", Malformed, `"10" is no option`},
		{"//errcodelint:declare payments key=", Malformed, "key= lacks a value"},
		{"//errcodelint:declare payments key=a,b", Malformed, "a domain has one key"},
		{"//errcodelint:declare payments prefix=1_", Malformed, "no constant's name can begin like this"},
		{"//errcodelint:declare payments key=a key=b", Contradictory, "key= is given twice"},
		{"//errcodelint:extend", Malformed, "the name of the domain is missing; write //errcodelint:extend DOMAIN"},
		{"//errcodelint:extend response key=x", Malformed, `"key=x" is too much`},
		{"//errcodelint:retry", Malformed, "one retry class, and here are 0"},
		{"//errcodelint:retry never fix", Malformed, "one retry class, and here are 2"},
		{"//errcodelint:retry nevr", Unknown, `no retry class "nevr"; did you mean never?`},
		{"//errcodelint:retry always", Unknown, "there are success, backoff"},
		{"//errcodelint:domain", Malformed, "the name of the domain is missing"},
		{"//errcodelint:domain template code prev", Malformed, `"code prev" is no parameter`},
		{"//errcodelint:domain template code,", Malformed, `"" is no parameter`},
		{"//errcodelint:domain template code, code", Contradictory, "code is named twice"},
		{"//errcodelint:exhaustive always", Malformed, `"always" is too much`},
		{"//errcodelint:ignore", Malformed, "it does not say which check; write //errcodelint:ignore CHECK,CHECK REASON"},
		{"//errcodelint:ignore magiccode", Malformed, "the reason is missing"},
		{"//errcodelint:ignore magiccode // a comment on it", Malformed, "the reason is missing"},
		{"//errcodelint:ignore majiccode x", Unknown, `no check "majiccode"; did you mean magiccode?`},
		{"//errcodelint:ignore magiccode,magiccode x", Contradictory, "magiccode is named twice"},
		{"//errcodelint:ignore all x", Unknown, `no check "all"; there are`},
	} {
		d, p := Parse(test.text)
		switch {
		case p == nil:
			t.Errorf("%s: no problem, but %+v", test.text, d)
		case p.Category != test.category || !strings.Contains(p.Message, test.message):
			t.Errorf("%s: %s: %s", test.text, p.Category, p.Message)
		}
	}
}

func TestIsNolint(t *testing.T) {
	for text, want := range map[string]bool{
		"//nolint": true, "//nolint // why": true, "// nolint:errcodelint": true, "//nolint:errcodelint": true, "//nolint:errcheck,errcodelint // why": true,
		"//nolint:errcheck, ErrCodeLint": true, "//nolint:all": true, "//nolint:errcodelint why": true,
		"//nolint:errcheck": false, "//nolintlint": false, "// no nolint:errcodelint": false, "//nolint:errcheck // not errcodelint": false, "/*nolint*/": false,
	} {
		if isNolint(text) != want {
			t.Errorf("%s: %t", text, !want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{
		"//errcodelint:declare payments key=statusCode success=0,10 prefix=ERR_", "//errcodelint:extend response", "//errcodelint:retry never // why",
		"//errcodelint:domain template code, prev", "//errcodelint:exhaustive", "//errcodelint:ignore magiccode,missedcode reason", "// errcodelint:ignore", "//errcodelint:",
		"//errcodelint:ignore ,", "// ERRCODELINT : retry never", "//errcodelint: domain none x y", "/*errcodelint:exhaustive*/", "//errcodelint:declare a =,",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, p := Parse(text)
		isNolint(text)
		switch {
		case d != nil && p != nil:
			t.Fatalf("%q is both %+v and wrong: %s", text, d, p.Message)
		case p != nil && (p.Message == "" || p.Category == ""):
			t.Fatalf("%q: a problem that says nothing", text)
		case d == nil:
			return
		}
		if !strings.HasPrefix(text, prefix+string(d.Verb)) {
			t.Fatalf("%q is no %s", text, d.Verb)
		}
		for _, list := range [][]string{d.Params, d.Checks, d.Success} {
			for _, word := range list {
				if word == "" || strings.ContainsAny(word, ", \t") {
					t.Fatalf("%q has %q in a list", text, word)
				}
			}
		}
	})
}
