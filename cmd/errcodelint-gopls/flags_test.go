package main

import (
	"flag"
	"go/parser"
	"go/token"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer"
)

// Every flag of every check can be built in, and those that all share by one name.
func TestCheckFlags(t *testing.T) {
	parse := func(args ...string) (checkFlags, error) {
		var checks checkFlags
		fs := flag.NewFlagSet("", flag.ContinueOnError)
		fs.SetOutput(io.Discard)
		checks.register(fs, analyzer.Analyzers())
		return checks, fs.Parse(args)
	}
	suite := analyzer.Analyzers()
	for _, a := range suite {
		a.Flags.VisitAll(func(f *flag.Flag) {
			name := a.Name + "." + f.Name + "=" + f.DefValue
			if got, err := parse("-" + name); err != nil || !slices.Equal(got, []string{name}) {
				t.Errorf("%s: %q, %v", name, got, err)
			}
		})
	}
	got, err := parse("-magiccode.tests=maybe")
	if err == nil {
		t.Errorf("a wrong value: %q", got)
	}
	got, err = parse("-tests", "-magiccode.tests=false") // the last one counts
	if err != nil || len(got) != len(suite) || !slices.Contains(got, "magiccode.tests=false") || !slices.Contains(got, "missedcode.tests=true") {
		t.Errorf("%q, %v", got, err)
	}
	text, err := hookWith(got)
	if err != nil || !strings.Contains(text, `"magiccode.tests=false"`) {
		t.Errorf("%v\n%s", err, text)
	}
	for _, flags := range []checkFlags{nil, got} {
		text, err := hookWith(flags)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := parser.ParseFile(token.NewFileSet(), "hook.go", text, 0); err != nil {
			t.Error(err)
		}
	}
}
