package vettool

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// An error says which check it comes from; each check is changed once.
func TestGuard(t *testing.T) {
	required := &analysis.Analyzer{Name: "required", Run: func(*analysis.Pass) (any, error) { return nil, nil }}
	check := &analysis.Analyzer{Name: "check", Requires: []*analysis.Analyzer{required}, Run: func(*analysis.Pass) (any, error) {
		return "result", errors.New("failed")
	}}
	guard([]*analysis.Analyzer{check, check}, false, true)
	result, err := check.Run(&analysis.Pass{})
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
