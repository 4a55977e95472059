// The files:
//
//   - ordering.go: a bare number that is compared by size
//   - ranges.go: comparisons that only ask whether a number can be a code; digits.go: how many digits it has;
//     counts.go: loops over all numbers

package magiccode

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
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
		Name:             "magiccode",
		Doc:              doc.MustExtract(docFile, "magiccode"),
		URL:              doc.URL("magiccode"),
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
	report := check.NewReporter(pass)
	if bindings.Empty() {
		return report.Result(), nil
	}
	c := &checker{
		pass:     pass,
		report:   report,
		bindings: bindings,
		judge:    judge.New(pass),
		namers:   make(map[*token.File]*edit.Namer),
		reported: make(map[*ast.BasicLit]bool),
		counted:  make(map[*ast.BasicLit]bool),
		searched: make(map[ast.Node]bool),
	}
	for file := range settings.Files(pass) {
		c.namers[pass.Fset.File(file.FileStart)] = edit.NewNamer(pass, bindings, file)
	}
	for m := range bindings.Meetings() {
		namer := c.namers[pass.Fset.File(m.Const.Pos())]
		if namer != nil && settings.Speaks(m.Value) {
			c.meeting(m, namer)
		}
	}
	return report.Result(), nil
}

// A checker checks one package.
type checker struct {
	pass     *analysis.Pass
	report   *check.Reporter
	bindings *binding.Result
	judge    *judge.Judge
	namers   map[*token.File]*edit.Namer // of the files that are checked
	reported map[*ast.BasicLit]bool
	ranges   map[*ast.BinaryExpr]bool // see rangeTests; nil until asked for
	counted  map[*ast.BasicLit]bool   // see counts
	searched map[ast.Node]bool        // the declarations in which these were looked for
}

// meeting reports a literal that stands where a named code belongs.
func (c *checker) meeting(m binding.Meeting, namer *edit.Namer) {
	lit := c.literal(m.Const)
	if lit == nil || c.reported[lit] {
		return
	}
	text, ok := domain.Text(c.pass.TypesInfo.Types[m.Const].Value)
	if !ok || text == "" {
		return
	}
	member, documented := m.Value.Domain.Lookup(text)
	switch {
	case c.counts(m, lit):
		// All codes there are, one after the other.
	case m.Kind == binding.Ordering && !m.Value.Domain.HasConstants(), documented && member.Const == "":
		// There is no name to write.
	case m.Kind == binding.Ordering && c.asksNegative(m) && !c.bindings.FromWire(m.With):
		// The program has negative numbers for "no code".
	case m.Kind == binding.Ordering && c.boundsPosition(m):
		// An index must be within its list.
	case m.Kind == binding.Ordering && c.validates(m):
		// What is negative, or lies beyond all codes, is none.
	case m.Kind == binding.Ordering && c.countsDigits(m):
		// How a code is written is asked, not which it is.
	case m.Kind == binding.Ordering:
		c.reported[lit] = true
		c.report.Report(c.ordering(m, lit, member, namer))
	case documented && !c.isWrong(m):
		c.reported[lit] = true
		c.report.Report(c.bare(m, lit, member, namer))
	}
}

// literal returns the literal that a constant expression consists of, with a
// sign and conversions; nil for anything with a name in it.
func (c *checker) literal(e ast.Expr) *ast.BasicLit {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.BasicLit:
			return x
		case *ast.UnaryExpr:
			e = x.X
		case *ast.CallExpr: // a conversion, as the call is constant
			if len(x.Args) != 1 || !c.pass.TypesInfo.Types[x.Fun].IsType() {
				return nil
			}
			e = x.Args[0]
		default:
			return nil
		}
	}
}

// isWrong reports whether wrongcode reports the literal: to name it would not
// mend that. Of a comparison that never holds wrongcode reports the whole, which
// is other advice.
func (c *checker) isWrong(m binding.Meeting) bool {
	if misfit, _ := c.judge.Misfit(m); misfit != judge.Fits {
		return true
	}
	if m.Kind != binding.Case {
		return false
	}
	_, vacuous := c.judge.Vacuous(m)
	return vacuous
}

// bare is the diagnostic for a code written as a literal.
func (c *checker) bare(m binding.Meeting, lit *ast.BasicLit, member domain.Member, namer *edit.Namer) analysis.Diagnostic {
	diag := c.diagnostic(m, lit)
	write := edit.Written(c.pass.Pkg, member)
	if name, ok := namer.Name(m.Value.Domain, member, m.Const, lit); ok {
		write = name.Text
		diag.SuggestedFixes = fix(name)
	} else if lit.Kind == token.STRING && member.Path == domain.CodesPath {
		write += ".Wire()"
	} else if t, ok := c.pass.TypesInfo.TypeOf(lit).(*types.Basic); ok && ast.Unparen(m.Const) == lit && t.Info()&types.IsInteger != 0 && t.Info()&types.IsUntyped == 0 {
		write = t.Name() + "(" + write + ")"
	}
	diag.Message = fmt.Sprintf("%s is the %s code %s, written as a bare %s; write %s",
		c.signed(m.Const, lit), m.Value.Domain.Name, meaning(member), kindOf(lit), write)
	return diag
}

// signed returns a literal with the sign that stands before it: there are
// negative codes.
func (c *checker) signed(e ast.Expr, lit *ast.BasicLit) string {
	sign := ""
	ast.Inspect(e, func(n ast.Node) bool {
		if u, ok := n.(*ast.UnaryExpr); ok && u.Op == token.SUB && ast.Unparen(u.X) == lit {
			sign = "-"
		}
		return true
	})
	return sign + lit.Value
}

func (c *checker) diagnostic(m binding.Meeting, lit *ast.BasicLit) analysis.Diagnostic {
	return analysis.Diagnostic{Pos: lit.Pos(), End: lit.End(), Category: m.Kind.String()}
}

func fix(name edit.Name) []analysis.SuggestedFix {
	return []analysis.SuggestedFix{{Message: "Write " + name.Text, TextEdits: name.Edits}}
}

// meaning returns a code's name, with the vendor's words where they say more.
func meaning(m domain.Member) string {
	if m.Description == "" || m.Name == m.Description {
		return m.Name
	}
	return fmt.Sprintf("%s (%s)", m.Name, m.Description)
}

func kindOf(lit *ast.BasicLit) string {
	if lit.Kind == token.STRING {
		return "string"
	}
	return "number"
}
