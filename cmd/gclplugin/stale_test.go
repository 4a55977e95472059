package gclplugin

import (
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
)

// A build has a name of its own; the same build keeps it.
func TestBuildOf(t *testing.T) {
	exe := filepath.Join(t.TempDir(), "golangci-lint")
	write := func(text string, at time.Time) {
		if err := os.WriteFile(exe, []byte(text), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(exe, at, at); err != nil {
			t.Fatal(err)
		}
	}
	with := func(m debug.Module) *debug.BuildInfo {
		return &debug.BuildInfo{Main: debug.Module{Path: "github.com/golangci/golangci-lint/v2"}, Deps: []*debug.Module{{Path: "x"}, &m}}
	}
	one := with(debug.Module{Path: ownModule, Version: "v0.1.0", Sum: "h1:x"})
	two := with(debug.Module{Path: ownModule, Version: "v0.2.0", Sum: "h1:y"})
	folder := with(debug.Module{Path: ownModule, Version: "v0.1.0", Sum: "h1:x", Replace: &debug.Module{Path: "../errcodelint"}})

	start := time.Now()
	write("a", start)
	released, replaced, nothing := buildOf(one, exe), buildOf(folder, exe), buildOf(nil, exe)
	if released == buildOf(two, exe) || released == replaced || replaced != nothing || replaced != buildOf(folder, exe) {
		t.Errorf("%s, %s, %s", released, replaced, nothing)
	}
	write("b", start.Add(time.Microsecond))
	if released != buildOf(one, exe) {
		t.Error("the same release has another name in another program")
	}
	if replaced == buildOf(folder, exe) {
		t.Error("a program that was built again has the same name")
	}
}

// Each suite has the marker, and whatever has facts is named by the build, once.
func TestNames(t *testing.T) {
	for range 2 {
		p, err := New(nil)
		if err != nil {
			t.Fatal(err)
		}
		suite, err := p.BuildAnalyzers()
		if err != nil || analysis.Validate(suite) != nil {
			t.Fatal(err, analysis.Validate(suite))
		}
		if last := suite[len(suite)-1]; last.Name != "errcodelint_"+buildID() {
			t.Errorf("no marker, but %s", last.Name)
		}
		facts := 0
		var visit func([]*analysis.Analyzer)
		visit = func(list []*analysis.Analyzer) {
			for _, a := range list {
				if len(a.FactTypes) > 0 {
					facts++
					if strings.Count(a.Name, "_"+buildID()) != 1 {
						t.Errorf("an analyzer with facts is called %s", a.Name)
					}
				}
				visit(a.Requires)
			}
		}
		visit(suite)
		if facts == 0 {
			t.Error("nothing has facts")
		}
	}
}
