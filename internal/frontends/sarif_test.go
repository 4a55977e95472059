package frontends

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/sarifschema"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// TestSARIF looks at the log about the whole careless service: it fits the schema, says what the other formats
// say, its rules explain themselves, its fixes are the edits of -json, and its fingerprints stay when the
// code moves down.
func TestSARIF(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds and runs the command")
	}
	dir, tool := build.Careless(t), build.Errcodelint(t)
	run := func(format string) string {
		t.Helper()
		text, code := build.Exit(t, dir, nil, tool, "-tests", "-format="+format, service)
		if code != 1 {
			t.Fatalf("-format=%s ends with %d", format, code)
		}
		return text
	}
	text := run("sarif")
	sarifschema.Validate(t, text)
	report, err := sarif.FromString(text)
	if err != nil {
		t.Fatal(err)
	}
	log := report.Runs[0]

	pages := make(map[string]string)
	for i, r := range log.Tool.Driver.Rules {
		check, category, _ := strings.Cut(*r.ID, "/")
		at, heading, _ := strings.Cut(*r.HelpURI, "#")
		page := filepath.Join(build.Root(), "docs", at[strings.LastIndex(at, "/")+1:])
		if pages[page] == "" {
			text, err := os.ReadFile(page)
			if err != nil {
				t.Error(err)
			}
			pages[page] = string(text)
		}
		if heading != category || category != "" && !strings.Contains(pages[page], "\n### "+heading+"\n") {
			t.Errorf("rule %s: the help %s leads nowhere", *r.ID, *r.HelpURI)
		}
		if len(*r.Help.Text) < 100 || !strings.Contains(*r.Help.Markdown, *r.HelpURI) || *r.ShortDescription.Text == "" {
			t.Errorf("rule %s: help %q", *r.ID, *r.Help.Text)
		}
		if i > 0 && slices.ContainsFunc(log.Tool.Driver.Rules[:i], func(o *sarif.ReportingDescriptor) bool { return *o.ID == *r.ID }) {
			t.Errorf("rule %s is there twice", *r.ID)
		}
		if !slices.ContainsFunc(analyzer.Analyzers(), func(a *analysis.Analyzer) bool { return a.Name == check }) {
			t.Errorf("rule %s is no check's", *r.ID)
		}
	}

	var found []string
	type known struct {
		rule string
		line int
	}
	fixes, prints := 0, make(map[string]known)
	for _, r := range log.Results {
		at := r.Locations[0].PhysicalLocation
		// Columns are in units of UTF-16; before the service's findings there is nothing but ASCII.
		place := finding(dir, *at.ArtifactLocation.URI, *at.Region.StartLine, *at.Region.StartColumn, "", "")
		check, _, ok := strings.Cut(*r.RuleID, "/")
		if !ok || *log.Tool.Driver.Rules[r.RuleIndex].ID != *r.RuleID {
			t.Errorf("%s: rule %s, number %d: each Category of the service's findings has a rule of its own", place, *r.RuleID, r.RuleIndex)
		}
		found = append(found, finding(dir, *at.ArtifactLocation.URI, *at.Region.StartLine, *at.Region.StartColumn, check, *r.Message.Text))
		fixes += len(r.Fixes)
		print := r.PartialFingerprints["errcodelint/v1"]
		if other, ok := prints[print]; ok || print == "" {
			t.Errorf("%s and %v have the same fingerprint %q", place, other, print)
		}
		prints[print] = known{*r.RuleID, *at.Region.StartLine}
	}
	json := run("json")
	testprograms.SameFindings(t, "-format=sarif", vetFindings(t, dir, json), testprograms.Unique(found))
	if want := strings.Count(json, `"suggested_fixes"`); fixes != want || want < 50 {
		t.Errorf("%d fixes, -json has %d", fixes, want)
	}

	// The code moves down, and the service into another folder.
	moved := filepath.Join(t.TempDir(), "moved")
	if err := os.Rename(dir, moved); err != nil {
		t.Fatal(err)
	}
	dir = moved
	root := filepath.Join(dir, filepath.FromSlash(strings.TrimSuffix(service, "/...")))
	err = filepath.WalkDir(root, func(file string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(file) != ".go" {
			return err
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		return os.WriteFile(file, append([]byte("\n\n\n"), text...), 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
	again, err := sarif.FromString(run("sarif"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range again.Runs[0].Results {
		print := r.PartialFingerprints["errcodelint/v1"]
		if now := (known{*r.RuleID, *r.Locations[0].PhysicalLocation.Region.StartLine - 3}); prints[print] != now {
			t.Errorf("%v was %v", now, prints[print])
		}
		delete(prints, print)
	}
	if len(prints) > 0 {
		t.Errorf("lost when the code moved down: %v", prints)
	}
}
