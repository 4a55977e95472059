package guard

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

type numbers struct {
	Held
	n int
}

// A panic and an error both end in an empty Result that says what happened.
func TestGuard(t *testing.T) {
	for _, test := range []struct {
		name string
		run  func(*analysis.Pass) (any, error)
		want string // in the failure; "": none
		n    int
	}{
		{"works", func(*analysis.Pass) (any, error) { return &numbers{n: 1}, nil }, "", 1},
		{"nothing found", func(*analysis.Pass) (any, error) { return nil, nil }, "", 0},
		{"error", func(*analysis.Pass) (any, error) { return &numbers{n: 1}, errors.New("no luck") }, "toy failed: no luck", 0},
		{"panic", func(*analysis.Pass) (any, error) { panic("ouch") }, "toy failed: panic: ouch (guard_test.go:", 0},
		{"nil map", func(*analysis.Pass) (any, error) { var m map[int]int; m[1] = 1; return nil, nil }, "assignment to entry in nil map (guard_test.go:", 0},
		{"panic(nil)", func(*analysis.Pass) (any, error) { panic(nil) }, "toy failed: panic: ", 0},
	} {
		a := Guard(&analysis.Analyzer{Name: "toy", Run: test.run, ResultType: reflect.TypeFor[*numbers]()})
		got, err := a.Run(&analysis.Pass{})
		result, ok := got.(*numbers)
		if err != nil || !ok || result.n != test.n {
			t.Errorf("%s: %#v, %v", test.name, got, err)
			continue
		}
		switch failure := result.Failure(); {
		case failure == nil && test.want != "", failure != nil && (test.want == "" || !strings.Contains(failure.Error(), test.want)):
			t.Errorf("%s: failure %v, want %q", test.name, failure, test.want)
		}
	}
}

func TestGuardWantsHeld(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a Result that can hold no failure is taken")
		}
	}()
	Guard(&analysis.Analyzer{Name: "toy", ResultType: reflect.TypeFor[*strings.Builder]()})
}

// Each failure is reported once, at the package clause.
func TestReport(t *testing.T) {
	good := Guard(&analysis.Analyzer{Name: "good", Run: func(*analysis.Pass) (any, error) { return nil, nil }})
	bad := Guard(&analysis.Analyzer{Name: "bad", Run: func(*analysis.Pass) (any, error) { panic("ouch") }})
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", "package p", 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []analysis.Diagnostic
	pass := &analysis.Pass{
		Analyzer: &analysis.Analyzer{Requires: []*analysis.Analyzer{good, bad}},
		Files:    []*ast.File{f},
		ResultOf: make(map[*analysis.Analyzer]any),
		Report:   func(d analysis.Diagnostic) { got = append(got, d) },
	}
	for _, a := range pass.Analyzer.Requires {
		pass.ResultOf[a], _ = a.Run(pass)
	}
	Report(pass)
	if len(got) != 1 || got[0].Category != "failed" || fset.Position(got[0].Pos).Column != 9 ||
		!strings.HasPrefix(got[0].Message, "bad failed: panic: ouch (guard_test.go:") || !strings.Contains(got[0].Message, Tracker) {
		t.Errorf("%+v", got)
	}
	pass.Files = nil
	Report(pass) // no place to report at
}

// A fix for a file that `//line` says is another one is dropped; the finding and other fixes stay.
func TestFixesForMovedFiles(t *testing.T) {
	fset := token.NewFileSet()
	const text = "package p\nvar a = 1\n//line other.go:100\nvar b = 2\n//line p.go:200\nvar c = 3\n"
	f, err := parser.ParseFile(fset, "p.go", text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	a := Guard(&analysis.Analyzer{Name: "toy", Run: func(pass *analysis.Pass) (any, error) {
		for _, d := range f.Decls {
			pass.Report(analysis.Diagnostic{Pos: d.Pos(), SuggestedFixes: []analysis.SuggestedFix{{
				TextEdits: []analysis.TextEdit{{Pos: d.Pos(), End: d.End()}},
			}}})
		}
		return nil, nil
	}})
	var fixes []int
	_, _ = a.Run(&analysis.Pass{Fset: fset, Report: func(d analysis.Diagnostic) { fixes = append(fixes, len(d.SuggestedFixes)) }})
	if !reflect.DeepEqual(fixes, []int{1, 0, 1}) {
		t.Errorf("fixes: %v, want 1, 0, 1", fixes)
	}
}
