// The files, from what is found to what is said:
//
//   - dispatch.go: switches, chains and ladders on a code; tests.go: conditions that compare one; names.go: what
//     else that code is called
//   - coverage.go: which codes no branch takes; meant.go, callers.go: which of them the package gets there with; judge.go:
//     whether that is a fault
//   - sets.go, answers.go, replaces.go, separate.go, owntext.go, handson.go, earlier.go, passed.go, preset.go, told.go, afterwards.go, gathered.go: why it is none:
//     it asks for a set, or something before or behind it is for the codes without a branch, or success is not among what was
//     gathered; assigned.go, leave.go: what branches store, and where they go
//   - mode.go: the flag that says when a default counts
//   - maps.go: map literals that are marked as exhaustive
//   - message.go: what is said; fix.go, fixmap.go: the fixes

package missedcode

import (
	_ "embed"
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/directive"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/analyzer/internal/doubts"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/internal/guard"
)

//go:embed doc.go
var docFile string

// Settings configure the check. The zero value is the default.
type Settings struct {
	check.Options
	Default Default // "" is Smart
}

// Analyzer is the check with default settings.
var Analyzer = New(Settings{})

// New returns the check with the given settings, which its flags can change.
func New(settings Settings) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "missedcode",
		Doc:              doc.MustExtract(docFile, "missedcode"),
		URL:              doc.URL("missedcode"),
		Requires:         append([]*analysis.Analyzer{codeflow.Analyzer}, check.Requires...),
		RunDespiteErrors: true,
		ResultType:       check.ResultType,
	}
	settings.Register(&a.Flags)
	a.Flags.Var(&settings.Default, "default", "the `rule` by which a default speaks for the codes without a case: smart, always or never")
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, &settings) }
	return guard.Guard(a)
}

func run(pass *analysis.Pass, settings *Settings) (any, error) {
	bindings := check.Bindings(pass)
	report := check.NewReporter(pass)
	if bindings.Empty() {
		return report.Result(), nil
	}
	known := doubts.New(pass)
	for file := range settings.Files(pass) {
		c := &checker{
			pass:       pass,
			report:     report,
			directives: check.Directives(pass),
			bindings:   bindings,
			flow:       pass.ResultOf[codeflow.Analyzer].(*codeflow.Result),
			doubts:     known,
			settings:   settings,
			file:       file,
			equalities: make(map[ast.Expr]*equality),
			copies:     make(map[*ast.BlockStmt]map[key]key),
		}
		c.checkFile()
	}
	return report.Result(), nil
}

// A checker checks one file.
type checker struct {
	pass       *analysis.Pass
	report     *check.Reporter
	directives *directive.Result
	bindings   *binding.Result
	flow       *codeflow.Result
	doubts     *doubts.Doubts
	settings   *Settings
	file       *ast.File
	equalities map[ast.Expr]*equality         // see equality
	copies     map[*ast.BlockStmt]map[key]key // see copiesIn
	declared   map[types.Object]ast.Expr      // see inits
	lazy       *edit.Namer
}

func (c *checker) checkFile() {
	for d := range c.dispatches() {
		if f, ok := c.assess(d); ok && c.settings.Speaks(d.value) {
			c.report.Report(c.diagnostic(d, f))
		}
	}
	c.checkMaps()
}

// namer returns the file's Namer.
func (c *checker) namer() *edit.Namer {
	if c.lazy == nil {
		c.lazy = edit.NewNamer(c.pass, c.bindings, c.file)
	}
	return c.lazy
}
