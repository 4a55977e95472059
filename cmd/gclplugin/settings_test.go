package gclplugin

import (
	"encoding/json"
	"flag"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer"
)

// settings decodes text into what golangci-lint hands over.
func settings(t *testing.T, text string) any {
	t.Helper()
	var out any
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestSettings(t *testing.T) {
	all := len(analyzer.Analyzers()) + 1 // and the marker
	for text, want := range map[string]struct {
		checks int
		tests  string // the value of magiccode's flag; "": magiccode is off
	}{
		`null`:                             {all, "false"},
		`{}`:                               {all, "false"},
		`{"tests": true}`:                  {all, "true"},
		`{"checks": {"magiccode": false}}`: {all - 1, ""},
		`{"checks": {"magiccode": true}}`:  {all, "false"},
		`{"checks": {"magiccode": {"tests": true}}}`:                        {all, "true"},
		`{"checks": {"magiccode": {"tests": "true"}}}`:                      {all, "true"},
		`{"tests": true, "checks": {"magiccode": {"tests": false}}}`:        {all, "false"},
		`{"require-evidence": true, "tests": false, "checks": {}}`:          {all, "false"},
		`{"checks": {"magiccode": {}, "baddirective": {"tests": "false"}}}`: {all, "false"},
	} {
		p, err := New(settings(t, text))
		if err != nil {
			t.Errorf("%s: %v", text, err)
			continue
		}
		suite, err := p.BuildAnalyzers()
		if err != nil || len(suite) != want.checks || analysis.Validate(suite) != nil {
			t.Errorf("%s: %v, %v", text, suite, err)
		}
		value := ""
		if i := slices.IndexFunc(suite, func(a *analysis.Analyzer) bool { return a.Name == "magiccode" }); i >= 0 {
			value = suite[i].Flags.Lookup("tests").Value.String()
		}
		if value != want.tests {
			t.Errorf("%s: tests is %q, want %q", text, value, want.tests)
		}
	}
}

// Every flag of every check can be set, under its name.
func TestEveryFlag(t *testing.T) {
	for _, a := range analyzer.Analyzers() {
		a.Flags.VisitAll(func(f *flag.Flag) {
			text, err := json.Marshal(map[string]any{"checks": map[string]any{a.Name: map[string]any{f.Name: f.DefValue}}})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := New(settings(t, string(text))); err != nil {
				t.Errorf("%s: %v", text, err)
			}
		})
	}
}

func TestWrongSettings(t *testing.T) {
	off := make(map[string]bool)
	for _, a := range analyzer.Analyzers() {
		off[a.Name] = false
	}
	everything, _ := json.Marshal(map[string]any{"checks": off})
	for text, want := range map[string]string{
		`{"test": true}`:                                "no setting test; did you mean tests?",
		`{"sizes": 1}`:                                  "no setting sizes; there is tests, require-evidence, checks",
		`{"tests": "yes"}`:                              "errcodelint's settings: tests: want true or false, not a string",
		`[1]`:                                           "errcodelint's settings: want a table of settings, as tests: true, not an array",
		`{"checks": ["magiccode"]}`:                     "errcodelint's settings: checks: want a table of checks, as magiccode: false, not an array",
		`{"checks": "magiccode"}`:                       "errcodelint's settings: checks: want a table of checks, as magiccode: false, not a string",
		`{"checks": {"magicode": false}}`:               "no check magicode; did you mean magiccode?",
		`{"checks": {"magiccode": {"test": true}}}`:     "magiccode: there is no test; did you mean tests?",
		`{"checks": {"magiccode": {"tests": "maybe"}}}`: `magiccode: tests: "maybe" does not fit`,
		`{"checks": {"magiccode": {"tests": [1]}}}`:     "checks: magiccode: the value of tests is a text, a number, true or false, not [1]",
		`{"checks": {"magiccode": 3}}`:                  "checks: magiccode: a check is true, false or a table of its flags, not 3",
		string(everything):                              "every check is off",
	} {
		if _, err := New(settings(t, text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", text, err, want)
		}
	}
}
