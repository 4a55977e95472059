package render

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v2/sarif"
	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// A Run is what a SARIF log tells of one run of errcodelint.
type Run struct {
	Version  string
	Suite    []*analysis.Analyzer
	Findings []govet.Finding
	Failures []govet.Failure
}

// The library's next major version validates logs, for which it brings net/http and a JSON schema along: a third
// of what starting the vet tool took, for each package of a build. It is for the tests.

// SARIF writes a log in the Static Analysis Results Interchange Format 2.1.0, for code scanning services.
func SARIF(w io.Writer, dir Dir, run Run) error {
	log, err := sarifLog(dir, run)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(log)
}

// srcRoot is what names of files in a log are relative to.
const srcRoot = "%SRCROOT%"

func sarifLog(dir Dir, run Run) (*sarif.Report, error) {
	s := &sarifWriter{
		dir: dir, files: make(sources), rules: Rules(run.Suite),
	}
	s.fingerprints = &fingerprinter{dir: dir, files: s.files, seen: make(map[[32]byte]int)}
	driver := sarif.NewVersionedDriver("errcodelint", run.Version).WithInformationURI("https://github.com/errcodelint/errcodelint")
	for _, r := range s.rules {
		driver.AddRule(sarif.NewRule(r.ID).WithName(r.ID).WithHelpURI(r.URL).
			WithShortDescription(sarif.NewMultiformatMessageString(r.Title)).
			WithFullDescription(sarif.NewMultiformatMessageString(r.Title)).
			WithHelp(sarif.NewMultiformatMessageString(r.Help).WithMarkdown(markdown(r))).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel("warning")))
	}
	invocation := sarif.NewInvocation().WithExecutionSuccess(len(run.Failures) == 0)
	for _, f := range run.Failures {
		text := strings.TrimPrefix(f.Package+": ", ": ") + strings.Join(f.Lines, "\n")
		invocation.AddTToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithTextMessage(text))
	}
	out := sarif.NewRun(*sarif.NewTool(driver)).WithColumnKind("utf16CodeUnits").
		WithOriginalUriBaseIds(map[string]*sarif.ArtifactLocation{srcRoot: sarif.NewArtifactLocation().WithUri(dir.uri())}).
		WithInvocations([]*sarif.Invocation{invocation}).WithResults([]*sarif.Result{})
	for _, f := range run.Findings {
		out.AddResult(s.result(f))
	}
	log, err := sarif.New(sarif.Version210)
	if err != nil {
		return nil, err
	}
	log.AddRun(out)
	return log, nil
}

// markdown is a rule's help as GitHub shows it.
func markdown(r Rule) string {
	return strings.ReplaceAll(r.Help, "\n\t", "\n    ") + "\n\n[More about it](" + r.URL + ")"
}

type sarifWriter struct {
	dir          Dir
	files        sources
	rules        []Rule
	fingerprints *fingerprinter
}

func (s *sarifWriter) result(f govet.Finding) *sarif.Result {
	at := s.files.span(f)
	region := sarif.NewRegion().WithStartLine(max(1, at.line))
	if at.column > 0 {
		region.WithStartColumn(at.column)
	}
	if at.endLine > 0 {
		region.WithEndLine(at.endLine).WithEndColumn(at.endColumn)
	}
	id, index := s.rule(f)
	r := sarif.NewRuleResult(id).WithRuleIndex(index).WithLevel("warning").
		WithMessage(sarif.NewTextMessage(f.Message)).
		WithLocations([]*sarif.Location{sarif.NewLocationWithPhysicalLocation(
			sarif.NewPhysicalLocation().WithArtifactLocation(s.artifact(f.File)).WithRegion(region))}).
		WithPartialFingerPrints(map[string]any{"errcodelint/v1": s.fingerprints.of(f)})
	for _, fix := range f.Fixes {
		if fix, ok := s.fix(fix); ok {
			r.AddFix(fix)
		}
	}
	return r
}

// rule returns the id and index of a finding's rule.
func (s *sarifWriter) rule(f govet.Finding) (string, int) {
	id := ruleID(f.Check, f.Category)
	i := slices.IndexFunc(s.rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		id = f.Check
		i = slices.IndexFunc(s.rules, func(r Rule) bool { return r.ID == id })
	}
	return id, i
}

// fix fails if the files are not those that were checked, as with -overlay.
func (s *sarifWriter) fix(fix govet.Fix) (_ *sarif.Fix, ok bool) {
	out := sarif.NewFix().WithDescription(sarif.NewTextMessage(fix.Message))
	changes := make(map[string]*sarif.ArtifactChange)
	for _, e := range fix.Edits {
		change := changes[e.File]
		if change == nil {
			change = sarif.NewArtifactChange(s.artifact(e.File))
			changes[e.File] = change
			out.AddArtifactChanges(change)
		}
		line, column := s.files.place(e.File, e.Start)
		endLine, endColumn := s.files.place(e.File, e.End)
		if line == 0 || endLine == 0 {
			return nil, false
		}
		deleted := sarif.NewRegion().WithStartLine(line).WithStartColumn(column).WithEndLine(endLine).WithEndColumn(endColumn)
		change.WithReplacement(sarif.NewReplacement(deleted).
			WithInsertedContent(sarif.NewArtifactContent().WithText(e.New)))
	}
	return out, true
}

// artifact names a file: relative to the user's folder if it is below it.
func (s *sarifWriter) artifact(file string) *sarif.ArtifactLocation {
	rel := s.dir.Rel(file)
	if filepath.IsAbs(rel) {
		return sarif.NewArtifactLocation().WithUri(fileURI(rel))
	}
	return sarif.NewArtifactLocation().WithUri((&url.URL{Path: filepath.ToSlash(rel)}).String()).WithUriBaseId(srcRoot)
}

// uri is the folder's name as SARIF wants it, with a slash at the end.
func (d Dir) uri() string { return strings.TrimSuffix(fileURI(d.names[0]), "/") + "/" }

func fileURI(file string) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") { // C:/…
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
