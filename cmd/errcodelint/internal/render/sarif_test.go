package render

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
	"github.com/errcodelint/errcodelint/internal/frontends/sarifschema"
)

var sarifSuite = []*analysis.Analyzer{{
	Name: "magic", URL: "https://example.com/magic.md",
	Doc: "report magic\n\nWords.\n\n# Categories\n\n  - comparison: a literal compared,\n    or searched\n  - case: a case clause\n",
}, {Name: "plain", Doc: "plain: report plainly", URL: "https://example.com/plain.md"}}

// sarifRun puts a file into a folder and returns a run with findings in it.
func sarifRun(t *testing.T, text string, line int) (Dir, Run) {
	t.Helper()
	root := t.TempDir()
	file := filepath.Join(root, "a b.go")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	start := strings.Index(text, "5")
	return NewDir(root), Run{Version: "v1.2.3", Suite: sarifSuite, Findings: []govet.Finding{
		{Check: "magic", Category: "comparison", File: file, Line: line, Column: 11, EndLine: line, EndColumn: 12, Message: "first",
			Fixes: []govet.Fix{{Message: "do it", Edits: []govet.Edit{{File: file, Start: start, End: start + 1, New: "five"}}}}},
		{Check: "magic", Category: "comparison", File: file, Line: line, Column: 11, Message: "the same line again"},
		{Check: "magic", Category: "unlisted", File: file, Line: line, Column: 11, Message: "second"},
		{Check: "plain", File: filepath.Join(filepath.Dir(root), "elsewhere.go"), Message: "third"},
	}, Failures: []govet.Failure{{Package: "p", Lines: []string{"does not", "compile"}}}}
}

// The letters before the 5 take 10 bytes and 7 units of UTF-16.
const sarifText = "package p\n\"é😀\" == 5\n"

// written returns what is in the log that is written, read by another major version of the library, and
// holds it against the schema of SARIF 2.1.0.
func written(t *testing.T, dir Dir, run Run) *sarif.Run {
	t.Helper()
	var text bytes.Buffer
	if err := SARIF(&text, dir, run); err != nil {
		t.Fatal(err)
	}
	log, err := sarif.FromBytes(text.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	sarifschema.Validate(t, text.String())
	return log.Runs[0]
}

func TestSARIF(t *testing.T) {
	dir, run := sarifRun(t, sarifText, 2)
	run.Findings[0].Column, run.Findings[0].EndColumn = 13, 14
	out := written(t, dir, run)
	var ids []string
	for _, r := range out.Tool.Driver.Rules {
		ids = append(ids, *r.ID)
		if *r.HelpURI == "" || *r.Help.Text == "" || *r.ShortDescription.Text == "" {
			t.Errorf("rule %s has no help", *r.ID)
		}
	}
	if got := strings.Join(ids, " "); got != "magic/comparison magic/case magic plain" {
		t.Errorf("rules %s", got)
	}
	if r := out.Tool.Driver.Rules[0]; *r.ShortDescription.Text != "report magic: a literal compared, or searched" || *r.HelpURI != "https://example.com/magic.md#comparison" {
		t.Errorf("%s, %s", *r.ShortDescription.Text, *r.HelpURI)
	}
	for i, want := range []string{"magic/comparison", "magic/comparison", "magic", "plain"} {
		r := out.Results[i]
		if *r.RuleID != want || ids[r.RuleIndex] != want {
			t.Errorf("result %d: %s, rule %d", i, *r.RuleID, r.RuleIndex)
		}
	}
	first := out.Results[0]
	at := first.Locations[0].PhysicalLocation
	if *at.ArtifactLocation.URI != "a%20b.go" || *at.ArtifactLocation.URIBaseID != "%SRCROOT%" {
		t.Errorf("%+v", at.ArtifactLocation)
	}
	edit := first.Fixes[0].ArtifactChanges[0].Replacements[0]
	for what, region := range map[string]*sarif.Region{"finding": at.Region, "edit": edit.DeletedRegion} {
		if *region.StartLine != 2 || *region.StartColumn != 10 || *region.EndLine != 2 || *region.EndColumn != 11 {
			t.Errorf("%s: %d:%d to %d:%d, want 2:10 to 2:11", what, *region.StartLine, *region.StartColumn, *region.EndLine, *region.EndColumn)
		}
	}
	if uri := *out.Results[3].Locations[0].PhysicalLocation.ArtifactLocation.URI; !strings.HasPrefix(uri, "file:///") {
		t.Errorf("a file elsewhere: %s", uri)
	}
	if in := out.Invocations[0]; *in.ExecutionSuccessful || *in.ToolExecutionNotifications[0].Message.Text != "p: does not\ncompile" {
		t.Errorf("%+v", in)
	}
}

// Lines that come and go above a finding, and other indentation, change no fingerprint.
func TestFingerprints(t *testing.T) {
	prints := func(text string, line int) []string {
		dir, run := sarifRun(t, text, line)
		var out []string
		for _, r := range written(t, dir, run).Results {
			out = append(out, r.PartialFingerprints["errcodelint/v1"])
		}
		return out[:3]
	}
	a, b, c := prints(sarifText, 2), prints("package p\n\n\t"+sarifText[10:], 3), prints("package p\nother == 5\n", 2)
	for i := range a {
		if a[i] == "" || a[i] != b[i] {
			t.Errorf("%d: %s and %s", i, a[i], b[i])
		}
		if a[i] == c[i] {
			t.Errorf("%d: another line has the same fingerprint", i)
		}
	}
	if a[0] == a[1] || a[0] == a[2] {
		t.Errorf("different findings, one fingerprint: %q", a)
	}
}

func TestGitHub(t *testing.T) {
	dir, run := sarifRun(t, sarifText, 2)
	run.Findings[0].Column, run.Findings[0].EndColumn = 13, 14
	run.Findings[0].Message = "100%\nsure"
	run.Findings[1].EndLine, run.Findings[1].EndColumn = 3, 1
	var out strings.Builder
	if err := GitHub(&out, dir, run.Findings[:2]); err != nil {
		t.Fatal(err)
	}
	const want = "::warning file=a b.go,line=2,endLine=2,col=10,endColumn=11,title=errcodelint%3A magic::100%25%0Asure\n" +
		"::warning file=a b.go,line=2,endLine=3,title=errcodelint%3A magic::the same line again\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}
