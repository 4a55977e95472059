package analyzer_test

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/analyzer/baddirective"
	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
)

// TestDocumentation holds each check's page against its doc.go: URLs, SARIF rules
// and people's settings hang on the names of checks and Categories.
func TestDocumentation(t *testing.T) {
	heading := regexp.MustCompile(`(?m)^### (\S+)$`)
	category := regexp.MustCompile(`(?m)^  - (\w+):`)
	for _, a := range analyzer.Analyzers() {
		name := a.URL[strings.LastIndex(a.URL, "/")+1:]
		page, err := os.ReadFile("../docs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var documented, listed []string
		for _, m := range heading.FindAllStringSubmatch(string(page), -1) {
			documented = append(documented, m[1])
		}
		_, categories, _ := strings.Cut(a.Doc, "# Categories")
		for _, m := range category.FindAllStringSubmatch(categories, -1) {
			listed = append(listed, m[1])
		}
		if len(listed) == 0 || !slices.Equal(documented, listed) {
			t.Errorf("%s: doc.go lists the Categories %q, its page has headings for %q", a.Name, listed, documented)
		}
	}
}

// TestGuarded holds that no analyzer fails without a word: its Result can hold the failure, and
// baddirective requires it and reports that.
func TestGuarded(t *testing.T) {
	suite := analyzer.Analyzers()
	i := slices.IndexFunc(suite, func(a *analysis.Analyzer) bool { return a.Name == "baddirective" })
	if i < 0 {
		t.Fatal("no baddirective")
	}
	reporter := suite[i]
	var visit func(a *analysis.Analyzer)
	visit = func(a *analysis.Analyzer) {
		if !a.ResultType.Implements(reflect.TypeFor[interface{ Failure() error }]()) {
			t.Errorf("%s is not guarded", a)
		}
		if a != reporter && !slices.Contains(reporter.Requires, a) {
			t.Errorf("if %s fails, nobody says so", a)
		}
		if !a.RunDespiteErrors {
			t.Errorf("%s does not run on broken code", a)
		}
		for _, b := range a.Requires {
			visit(b)
		}
	}
	for _, a := range suite {
		visit(a)
	}
}

func TestValid(t *testing.T) {
	if err := analysis.Validate(analyzer.Analyzers()); err != nil {
		t.Error(err)
	}
	// Two suites live beside each other.
	one, two := analyzer.New(analyzer.Settings{Tests: true}), analyzer.Analyzers()
	for i := range one {
		if got := one[i].Flags.Lookup("tests").Value.String(); got != "true" {
			t.Errorf("%s: tests is %s", one[i].Name, got)
		}
		if got := two[i].Flags.Lookup("tests").Value.String(); got != "false" {
			t.Errorf("%s: tests is %s in another suite", two[i].Name, got)
		}
	}
}

// TestChecks holds the names that an ignore may have, and the checks of
// baddirective.Analyzer, against the suite's.
func TestChecks(t *testing.T) {
	suite := analyzer.Analyzers()
	for _, a := range suite {
		if a.Name == "baddirective" {
			continue
		}
		if !slices.Contains(directive.Checks, a.Name) {
			t.Errorf("//errcodelint:ignore %s is not known", a.Name)
		}
		if !slices.ContainsFunc(baddirective.Analyzer.Requires, func(b *analysis.Analyzer) bool { return b.Name == a.Name }) {
			t.Errorf("baddirective.Analyzer does not ask %s", a.Name)
		}
	}
}
