package vettool

import (
	"errors"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// A fix for a file that `//line` says is another one is dropped; the finding and other fixes stay.
func TestGuardDropsFixesForMovedFiles(t *testing.T) {
	fset := token.NewFileSet()
	const text = "package p\nvar a = 1\n//line other.go:100\nvar b = 2\n//line p.go:200\nvar c = 3\n"
	f, err := parser.ParseFile(fset, "p.go", text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	required := &analysis.Analyzer{Name: "required", Run: func(*analysis.Pass) (any, error) { return nil, nil }}
	check := &analysis.Analyzer{Name: "check", Requires: []*analysis.Analyzer{required}, Run: func(pass *analysis.Pass) (any, error) {
		for _, d := range f.Decls {
			pass.Report(analysis.Diagnostic{Pos: d.Pos(), SuggestedFixes: []analysis.SuggestedFix{{
				TextEdits: []analysis.TextEdit{{Pos: d.Pos(), End: d.End()}},
			}}})
		}
		return "result", errors.New("failed")
	}}
	guard([]*analysis.Analyzer{check, check}, false)
	var fixes []int
	result, err := check.Run(&analysis.Pass{Fset: fset, Report: func(d analysis.Diagnostic) {
		fixes = append(fixes, len(d.SuggestedFixes))
	}})
	if len(fixes) != 3 || fixes[0] != 1 || fixes[1] != 0 || fixes[2] != 1 {
		t.Errorf("fixes: %v, want 1, 0, 1", fixes)
	}
	if result != "result" || err == nil || err.Error() != "check check failed: failed" {
		t.Errorf("result %v, error %v", result, err)
	}
}

func TestGlobal(t *testing.T) {
	a, b, c := &analysis.Analyzer{Name: "a"}, &analysis.Analyzer{Name: "b"}, &analysis.Analyzer{Name: "c"}
	onA, onB := a.Flags.Bool("tests", false, "also in tests"), b.Flags.Bool("tests", false, "")
	text := c.Flags.String("text", "", "")
	suite := []*analysis.Analyzer{a, b, c}
	g := Global(suite, "tests")
	if g == nil || !g.IsBoolFlag() || g.Usage() != "also in tests" || g.String() != "false" {
		t.Fatalf("%+v", g)
	}
	if err := g.Set("true"); err != nil || !*onA || !*onB {
		t.Errorf("set: %v %v, %v", *onA, *onB, err)
	}
	if err := g.Set("perhaps"); err == nil {
		t.Error("a wrong value is taken")
	}
	if g := Global(suite, "text"); g.IsBoolFlag() || g.Set("x") != nil || *text != "x" {
		t.Error("a flag with a value")
	}
	if g := Global(suite, "nosuch"); g != nil {
		t.Errorf("%+v", g)
	}
	if s := new(GlobalFlag).String(); s != "" { // package flag asks, to find out about defaults
		t.Errorf("zero value: %q", s)
	}
	if strings.Join(GlobalFlags, " ") != "tests require-evidence" {
		t.Error("the names are part of what users rely on")
	}
}
