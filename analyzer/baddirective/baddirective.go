package baddirective

import (
	_ "embed"
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/analyzer/magiccode"
	"github.com/errcodelint/errcodelint/analyzer/missedcode"
	"github.com/errcodelint/errcodelint/analyzer/retriedcode"
	"github.com/errcodelint/errcodelint/analyzer/uncheckedcode"
	"github.com/errcodelint/errcodelint/analyzer/wrongcode"
	"github.com/errcodelint/errcodelint/internal/guard"
)

//go:embed doc.go
var docFile string

// Settings configure the check. The zero value is the default.
type Settings = check.Options

// Analyzer is the check with default settings, for all checks with theirs.
var Analyzer = New(Settings{},
	magiccode.Analyzer,
	missedcode.Analyzer,
	retriedcode.Analyzer,
	wrongcode.Analyzer,
	uncheckedcode.Analyzer,
)

// New returns the check with the given settings, which its flags can change. It
// asks the given checks which ignores they needed, and reports their failures:
// they are the ones that run beside it.
func New(settings Settings, checks ...*analysis.Analyzer) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "baddirective",
		Doc:              doc.MustExtract(docFile, "baddirective"),
		URL:              doc.URL("baddirective"),
		Requires:         withRequired(append(slices.Clone(check.Requires), checks...)),
		RunDespiteErrors: true,
		ResultType:       check.ResultType,
	}
	settings.RegisterTests(&a.Flags)
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, &settings) }
	return guard.Guard(a)
}

// withRequired adds what analyzers require, so that the failure of any is
// reported.
func withRequired(all []*analysis.Analyzer) []*analysis.Analyzer {
	for i := 0; i < len(all); i++ {
		for _, a := range all[i].Requires {
			if !slices.Contains(all, a) {
				all = append(all, a)
			}
		}
	}
	return all
}

func run(pass *analysis.Pass, settings *Settings) (any, error) {
	guard.Report(pass)
	report := check.NewReporter(pass)
	directives := check.Directives(pass)
	problems := slices.Concat(directives.Problems, pass.ResultOf[binding.Analyzer].(*binding.Result).Problems(), unused(pass, directives), idle(pass, directives))
	if len(problems) == 0 {
		return report.Result(), nil
	}
	reported := make(map[*token.File]bool) // the files to report in
	for file := range settings.Files(pass) {
		reported[pass.Fset.File(file.FileStart)] = true
	}
	slices.SortStableFunc(problems, func(a, b directive.Problem) int { return int(a.Comment.Pos() - b.Comment.Pos()) })
	for _, p := range problems {
		if reported[pass.Fset.File(p.Comment.Pos())] {
			report.Report(analysis.Diagnostic{
				Pos: p.Comment.Pos(), End: p.Comment.End(),
				Category: p.Category, Message: p.Message,
			})
		}
	}
	return report.Result(), nil
}

// unused returns the ignores that silence nothing: a check that they name would
// say nothing there.
func unused(pass *analysis.Pass, directives *directive.Result) []directive.Problem {
	results := make(map[string]*check.Result)
	for _, a := range pass.Analyzer.Requires {
		if r, ok := pass.ResultOf[a].(*check.Result); ok && r.Failure() == nil {
			results[a.Name] = r
		}
	}
	var problems []directive.Problem
	for _, d := range directives.All {
		if d.Verb != directive.Ignore {
			continue
		}
		var idle []string
		for _, name := range d.Checks {
			if r := results[name]; r != nil && !r.Used(d) { // a check that failed has said nothing about it
				idle = append(idle, name)
			}
		}
		if len(idle) == 0 {
			continue
		}
		where := "on this line"
		if d.Node != nil {
			where = "in this declaration"
		}
		do := "remove it"
		if len(idle) < len(d.Checks) {
			do = "remove the name"
		}
		problems = append(problems, directive.Problem{
			Comment: d.Comment, Category: directive.Unused,
			Message: fmt.Sprintf("there is nothing to ignore: %s finds nothing %s; %s", strings.Join(idle, " and "), where, do),
		})
	}
	return problems
}
