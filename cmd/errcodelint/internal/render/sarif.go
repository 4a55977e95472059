package render

import (
	"encoding/json"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
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

// SARIF writes a log in the Static Analysis Results Interchange Format 2.1.0, for code scanning services.
func SARIF(w io.Writer, dir Dir, run Run) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(sarifLog(dir, run))
}

// srcRoot is what names of files in a log are relative to.
const srcRoot = "%SRCROOT%"

func sarifLog(dir Dir, run Run) *sarif.Report {
	s := &sarifWriter{
		dir: dir, files: make(sources), rules: Rules(run.Suite),
	}
	s.fingerprints = &fingerprinter{dir: dir, files: s.files, seen: make(map[[32]byte]int)}
	driver := sarif.NewToolComponent().WithName("errcodelint").WithVersion(run.Version).
		WithInformationURI("https://github.com/errcodelint/errcodelint")
	for _, r := range s.rules {
		text := sarif.NewMultiformatMessageString().WithText(r.Help).WithMarkdown(markdown(r))
		driver.AddRule(sarif.NewReportingDescriptor().WithID(r.ID).WithName(r.ID).WithHelpURI(r.URL).
			WithShortDescription(sarif.NewMultiformatMessageString().WithText(r.Title)).
			WithFullDescription(sarif.NewMultiformatMessageString().WithText(r.Title)).
			WithHelp(text).
			WithDefaultConfiguration(sarif.NewReportingConfiguration().WithLevel("warning")))
	}
	invocation := sarif.NewInvocation().WithExecutionSuccessful(len(run.Failures) == 0)
	for _, f := range run.Failures {
		text := strings.TrimPrefix(f.Package+": ", ": ") + strings.Join(f.Lines, "\n")
		invocation.AddToolExecutionNotification(sarif.NewNotification().WithLevel("error").WithMessage(sarif.NewTextMessage(text)))
	}
	out := sarif.NewRun().WithTool(sarif.NewTool().WithDriver(driver)).WithColumnKind("utf16CodeUnits").
		WithOriginalUriBaseIds(map[string]sarif.ArtifactLocation{srcRoot: *sarif.NewArtifactLocation().WithURI(dir.uri())}).
		AddInvocation(invocation)
	for _, f := range run.Findings {
		out.AddResult(s.result(f))
	}
	return sarif.NewReport().AddRun(out)
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
	r := sarif.NewResult().WithRuleID(id).WithRuleIndex(index).WithLevel("warning").
		WithMessage(sarif.NewTextMessage(f.Message)).
		AddLocation(sarif.NewLocationWithPhysicalLocation(
			sarif.NewPhysicalLocation().WithArtifactLocation(s.artifact(f.File)).WithRegion(region))).
		WithPartialFingerprints(map[string]string{"errcodelint/v1": s.fingerprints.of(f)})
	for _, fix := range f.Fixes {
		if fix, ok := s.fix(fix); ok {
			r.AddFixe(fix)
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
			change = sarif.NewArtifactChange().WithArtifactLocation(s.artifact(e.File))
			changes[e.File] = change
			out.AddArtifactChange(change)
		}
		line, column := s.files.place(e.File, e.Start)
		endLine, endColumn := s.files.place(e.File, e.End)
		if line == 0 || endLine == 0 {
			return nil, false
		}
		change.AddReplacement(sarif.NewReplacement().
			WithDeletedRegion(sarif.NewRegion().WithStartLine(line).WithStartColumn(column).WithEndLine(endLine).WithEndColumn(endColumn)).
			WithInsertedContent(sarif.NewArtifactContent().WithText(e.New)))
	}
	return out, true
}

// artifact names a file: relative to the user's folder if it is below it.
func (s *sarifWriter) artifact(file string) *sarif.ArtifactLocation {
	rel := s.dir.Rel(file)
	if filepath.IsAbs(rel) {
		return sarif.NewArtifactLocation().WithURI(fileURI(rel))
	}
	return sarif.NewArtifactLocation().WithURI((&url.URL{Path: filepath.ToSlash(rel)}).String()).WithURIBaseID(srcRoot)
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
