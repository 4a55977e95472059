package cli

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/internal/guard"
)

// The toy suite makes the front end's tests independent of what the real checks find. It is as
// simple as a suite can be that has findings, fixes, facts, flags and mishaps.

const toyCodes = "github.com/errcodelint/errcodelint/codes"

// toySuite returns new checks, since the vet tool changes those that it runs.
func toySuite() []*analysis.Analyzer {
	magic := &analysis.Analyzer{
		Name: "toymagic",
		Doc:  "toymagic: report the number 5 as a code\n\nA comparison x.ResponseCode == 5 should name the code.",
		URL:  "https://example.com/toymagic",
		Run:  toyMagic,
	}
	magic.Flags.Bool("tests", false, "also report in _test.go files")
	magic.Flags.Var(new(level), "level", "how much to report: `low` or high")
	teapot := &analysis.Analyzer{Name: "toyteapot", Doc: "toyteapot: report http.StatusTeapot as a code", Run: toyTeapot}
	teapot.Flags.Bool("tests", false, "also report in _test.go files")
	facts := &analysis.Analyzer{
		Name: "toyfacts", Doc: "toyfacts: report calls of functions that return a code",
		FactTypes: []analysis.Fact{new(returnsCode)}, Run: toyFacts,
	}
	confession := guard.Guard(&analysis.Analyzer{Name: "toyconfession", Doc: "toyconfession: go wrong, and say so", Run: toyConfession})
	return []*analysis.Analyzer{
		guard.Guard(magic), guard.Guard(teapot), facts, confession,
		{Name: "toymishap", Doc: "toymishap: go wrong", Run: toyMishap},
		{Name: "baddirective", Doc: "baddirective: report what went wrong", Requires: []*analysis.Analyzer{confession}, Run: func(pass *analysis.Pass) (any, error) {
			guard.Report(pass)
			return nil, nil
		}},
	}
}

// A level is a flag that not every value fits.
type level string

func (l *level) String() string { return string(*l) }

func (l *level) Set(s string) error {
	if s != "low" && s != "high" {
		return errors.New("want low or high")
	}
	*l = level(s)
	return nil
}

// toyMagic reports x.ResponseCode == 5. Where the function's name starts with Wide, the fix
// replaces the whole comparison and a second diagnostic's its right side. In a file that imports the
// codes it reports 6, too.
func toyMagic(pass *analysis.Pass) (any, error) {
	tests := pass.Analyzer.Flags.Lookup("tests").Value.String() == "true"
	for _, f := range pass.Files {
		if strings.HasSuffix(pass.Fset.File(f.FileStart).Name(), "_test.go") && !tests {
			continue
		}
		for _, decl := range f.Decls {
			ast.Inspect(decl, func(n ast.Node) bool {
				bin, ok := n.(*ast.BinaryExpr)
				if !ok || !isField(bin.X, "ResponseCode") {
					return true
				}
				lit, ok := bin.Y.(*ast.BasicLit)
				if !ok || lit.Value != "5" && !(lit.Value == "6" && importsCodes(f)) {
					return true
				}
				if fn, ok := decl.(*ast.FuncDecl); ok && strings.HasPrefix(fn.Name.Name, "Wide") {
					toyReport(pass, f, bin, bin.X.(*ast.SelectorExpr).X.(*ast.Ident).Name+".ResponseCode == codes.Five")
				}
				toyReport(pass, f, lit, "codes.Five")
				return true
			})
		}
	}
	return nil, nil
}

func isField(e ast.Expr, name string) bool {
	sel, ok := e.(*ast.SelectorExpr)
	return ok && sel.Sel.Name == name
}

// toyTeapot reports http.StatusTeapot, whose fix may leave net/http unused.
func toyTeapot(pass *analysis.Pass) (any, error) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok && isField(e, "StatusTeapot") {
				toyReport(pass, f, e, "codes.Five")
			}
			return true
		})
	}
	return nil, nil
}

// toyReport reports n with a fix that replaces it, and imports the codes if the file doesn't.
func toyReport(pass *analysis.Pass, f *ast.File, n ast.Node, text string) {
	edits := []analysis.TextEdit{{Pos: n.Pos(), End: n.End(), NewText: []byte(text)}}
	if !importsCodes(f) {
		edits = append(edits, analysis.TextEdit{Pos: f.Name.End(), End: f.Name.End(), NewText: []byte("\n\nimport \"" + toyCodes + "\"")})
	}
	pass.Report(analysis.Diagnostic{
		Pos: n.Pos(), End: n.End(), Category: "bare", Message: "a bare code",
		SuggestedFixes: []analysis.SuggestedFix{{Message: "name the code", TextEdits: edits}},
	})
}

func importsCodes(f *ast.File) bool {
	return slices.ContainsFunc(f.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"`+toyCodes+`"` })
}

// returnsCode is a fact about a function with the comment `//errcodelint:toy`.
type returnsCode struct{}

func (*returnsCode) AFact() {}

func toyFacts(pass *analysis.Pass) (_ any, err error) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncDecl:
				if n.Name.Name == "NoFacts" {
					err = errors.New("no facts")
				}
				if n.Doc != nil && strings.Contains(n.Doc.List[0].Text, "errcodelint:toy") {
					pass.ExportObjectFact(pass.TypesInfo.Defs[n.Name], new(returnsCode))
				}
			case *ast.SelectorExpr:
				if obj := pass.TypesInfo.Uses[n.Sel]; obj != nil && pass.ImportObjectFact(obj, new(returnsCode)) {
					pass.Reportf(n.Pos(), "%s returns a code", obj.Name())
				}
			}
			return true
		})
	}
	return nil, err
}

// toyConfession panics where a package asks for it, which baddirective then says.
func toyConfession(pass *analysis.Pass) (any, error) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Value == `"please confess"` {
				panic("as you like it")
			}
			return true
		})
	}
	return nil, nil
}

// toyMishap does what a string in the checked package asks for.
func toyMishap(pass *analysis.Pass) (_ any, err error) {
	for _, f := range pass.Files {
		ast.Inspect(f, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			switch lit.Value {
			case `"please panic"`:
				panic("as you like it")
			case `"please fail"`:
				err = fmt.Errorf("as you like it")
			case `"please break"`:
				toyReport(pass, f, lit, "nowhereDefined")
			case `"please garble"`:
				toyReport(pass, f, lit, "}{")
			}
			return true
		})
	}
	return nil, err
}
