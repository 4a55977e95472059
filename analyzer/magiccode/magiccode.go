package magiccode

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/inspector"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/check"
	"github.com/errcodelint/errcodelint/analyzer/internal/doc"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
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
		Requires:         check.Requires,
		RunDespiteErrors: true,
	}
	settings.Register(&a.Flags)
	a.Run = func(pass *analysis.Pass) (any, error) { return run(pass, &settings) }
	return a
}

// Categories of the diagnostics.
const (
	comparison = "comparison"
	caseClause = "case"
)

func run(pass *analysis.Pass, settings *Settings) (any, error) {
	bindings := check.Bindings(pass)
	if bindings.Empty() {
		return nil, nil
	}
	for file, cur := range settings.Files(pass) {
		c := &checker{pass, settings, bindings, edit.NewNamer(pass, bindings, file)}
		c.file(cur)
	}
	return nil, nil
}

// A checker checks one file.
type checker struct {
	pass     *analysis.Pass
	settings *Settings
	bindings *binding.Result
	namer    *edit.Namer
}

func (c *checker) file(cur inspector.Cursor) {
	for cur := range cur.Preorder((*ast.BinaryExpr)(nil), (*ast.SwitchStmt)(nil)) {
		switch n := cur.Node().(type) {
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				c.operand(n.X, n.Y, comparison)
				c.operand(n.Y, n.X, comparison)
			}
		case *ast.SwitchStmt:
			if n.Tag == nil {
				continue // its cases are comparisons
			}
			for _, clause := range n.Body.List {
				for _, e := range clause.(*ast.CaseClause).List {
					c.operand(n.Tag, e, caseClause)
				}
			}
		}
	}
}

// operand reports e if it is a literal that stands for a code of value's domain.
func (c *checker) operand(value, e ast.Expr, category string) {
	lit, place := c.literal(e)
	if lit == nil {
		return
	}
	v, ok := c.bindings.Of(value)
	if !ok || !c.settings.Speaks(v) {
		return
	}
	text, ok := domain.Text(c.pass.TypesInfo.Types[place].Value)
	if !ok {
		return
	}
	if m, ok := v.Domain.Lookup(text); ok && !c.neverMeets(value, place) {
		c.report(lit, place, v.Domain, m, category)
	}
}

// literal returns the literal that an operand consists of, and the whole
// expression that a name would replace: with its sign and its conversions.
func (c *checker) literal(e ast.Expr) (lit *ast.BasicLit, place ast.Expr) {
	place = ast.Unparen(e)
	if c.pass.TypesInfo.Types[place].Value == nil {
		return nil, nil
	}
	for x := place; ; {
		switch y := ast.Unparen(x).(type) {
		case *ast.BasicLit:
			return y, place
		case *ast.UnaryExpr:
			x = y.X
		case *ast.CallExpr: // a conversion, as the call is constant
			if len(y.Args) != 1 || !c.pass.TypesInfo.Types[y.Fun].IsType() {
				return nil, nil
			}
			x = y.Args[0]
		default:
			return nil, nil
		}
	}
}

// neverMeets reports whether the comparison is false whatever the code: an
// integer against what encoding/json put in an interface. That is another
// mistake than a missing name.
func (c *checker) neverMeets(value, e ast.Expr) bool {
	return check.IsInterface(c.pass, value) && c.bindings.FromJSON(value) &&
		check.IsInteger(c.pass, e)
}

func (c *checker) report(lit *ast.BasicLit, place ast.Expr, d *domain.Domain, m domain.Member, category string) {
	kind := "number"
	if lit.Kind == token.STRING {
		kind = "string"
	}
	diag := analysis.Diagnostic{
		Pos:      lit.Pos(),
		End:      lit.End(),
		Category: category,
	}
	write := "codes." + m.Const
	if name, ok := c.namer.Name(d, m, c.pass.TypesInfo.TypeOf(place), place.Pos()); ok {
		write = name.Text
		diag.SuggestedFixes = []analysis.SuggestedFix{{
			Message:   "Write " + name.Text,
			TextEdits: name.Replace(place),
		}}
	}
	diag.Message = fmt.Sprintf("%s is the %s code %s (%s), written as a bare %s; write %s",
		lit.Value, d.Name, m.Name, m.Description, kind, write)
	c.pass.Report(diag)
}
