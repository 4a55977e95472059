// The files; package judge says what is wrong with a constant and with a comparison:
//
//   - constants.go: what is reported of a constant; meant.go: what was probably meant
//   - parse.go, scan.go: errors of parse calls that are dropped, goeson.go: or stop nothing; validated.go, matched.go: texts that are sure to be numbers
//   - success.go: a success that becomes an error; errors.go, keeps.go: what makes an error of a code; asked.go, behind.go: errors
//     that are asked for a success later, or put right for it

package wrongcode

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/doubts"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/analyzer/internal/judge"
	"github.com/errcodelint/errcodelint/internal/guard"
)

//go:embed doc.go
var docFile string

// Settings configure the check. The zero value is the default.
type Settings = check.Options

// Analyzer is the check with default settings.
var Analyzer = New(Settings{})

// New returns the check with the given settings, which its flags can change.
func New(settings Settings) *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:             "wrongcode",
		Doc:              doc.MustExtract(docFile, "wrongcode"),
		URL:              doc.URL("wrongcode"),
		Requires:         judge.Requires,
		RunDespiteErrors: true,
		ResultType:       check.ResultType,
	}
	settings.Register(&a.Flags)
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, &settings) }
	return guard.Guard(a)
}

func run(pass *analysis.Pass, settings *Settings) (any, error) {
	bindings := check.Bindings(pass)
	reporter := check.NewReporter(pass)
	if bindings.Empty() {
		return reporter.Result(), nil
	}
	c := &checker{
		pass:     pass,
		reporter: reporter,
		settings: settings,
		bindings: bindings,
		flow:     pass.ResultOf[codeflow.Analyzer].(*codeflow.Result),
		judge:    judge.New(pass),
		doubts:   doubts.New(pass),
		namers:   make(map[*token.File]*edit.Namer),
		reported: make(map[token.Pos]bool),
	}
	for file := range settings.Files(pass) {
		c.namers[pass.Fset.File(file.FileStart)] = edit.NewNamer(pass, bindings, file)
	}
	for m := range bindings.Meetings() {
		if namer := c.namer(m.Const); namer != nil && settings.Speaks(m.Value) {
			c.meeting(m, namer)
		}
	}
	for file := range settings.Files(pass) {
		c.conversions(file)
		c.parses(file)
	}
	return reporter.Result(), nil
}

// A checker checks one package.
type checker struct {
	pass     *analysis.Pass
	reporter *check.Reporter
	settings *Settings
	bindings *binding.Result
	flow     *codeflow.Result
	judge    *judge.Judge
	doubts   *doubts.Doubts
	namers   map[*token.File]*edit.Namer // of the files that are checked
	reported map[token.Pos]bool
	bodies   map[any]*ast.FuncDecl // see keeps
	asked    asked                 // see looksFor
}

// namer returns the namer of a node's file, nil if that is not checked.
func (c *checker) namer(n ast.Node) *edit.Namer { return c.namers[c.pass.Fset.File(n.Pos())] }

// meeting reports what is wrong with a constant that meets a code.
func (c *checker) meeting(m binding.Meeting, namer *edit.Namer) {
	switch misfit, says := c.judge.Misfit(m); misfit {
	case judge.Types:
		c.neverMeets(m)
	case judge.HTTPStatus:
		c.httpStatus(m, says)
	case judge.OtherDomain:
		c.otherDomain(m, says, namer)
	case judge.Undocumented:
		c.undocumented(m, says)
	default:
		c.vacuous(m)
	}
}

// report reports a diagnostic, one at most for an expression.
func (c *checker) report(n ast.Node, category, message string, fix ...analysis.SuggestedFix) {
	if c.reported[n.Pos()] {
		return
	}
	c.reported[n.Pos()] = true
	c.reporter.Report(analysis.Diagnostic{
		Pos: n.Pos(), End: n.End(), Category: category, Message: message, SuggestedFixes: fix,
	})
}

// line returns the line of a position as the author of its file sees it.
func (c *checker) line(pos token.Pos) int { return c.pass.Fset.Position(pos).Line }

// named returns a code's number and name: 5 (ThrottlingRateExceeded).
func named(m domain.Member) string {
	if m.Name == "" || m.Name == m.Text {
		return m.Text
	}
	return fmt.Sprintf("%s (%s)", m.Text, m.Name)
}
