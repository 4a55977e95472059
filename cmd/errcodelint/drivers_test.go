package main

import (
	"encoding/json"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// TestDriversAgree runs the checks on all test programs by every driver that
// this module has: in one process, where all facts are in memory; by go vet,
// which hands over the facts of direct imports only; and by the command.
func TestDriversAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the command and type-checks the test programs' dependencies")
	}
	tool := filepath.Join(t.TempDir(), "errcodelint")
	run(t, ".", "go", "build", "-o", tool, ".")
	dir := testprograms.Dir(t)
	for _, tests := range []bool{false, true} {
		t.Run(fmt.Sprintf("tests=%t", tests), func(t *testing.T) {
			flag := fmt.Sprintf("-tests=%t", tests)
			want := inProcess(t, dir, tests)
			if len(want) < 100 {
				t.Errorf("only %d findings", len(want))
			}
			testprograms.SameFindings(t, "go vet", want, parse(t, run(t, dir, "go", "vet", "-json", "-vettool="+tool, flag, "./...")))
			testprograms.SameFindings(t, "errcodelint", want, parse(t, run(t, dir, tool, "-json", flag, "./...")))
		})
	}
}

// inProcess returns the findings of the checks in this process.
func inProcess(t *testing.T, dir string, tests bool) []string {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: dir, Tests: true,
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze(analyzer.New(analyzer.Settings{Tests: tests}), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		for _, d := range act.Diagnostics {
			pos := act.Package.Fset.Position(d.Pos)
			found = append(found, fmt.Sprintf("%s: %s (%s)", pos, d.Message, act.Analyzer.Name))
		}
	}
	return testprograms.Unique(found)
}

// run runs a command and returns its standard output. Exit status 1 means that
// there are findings.
func run(t *testing.T, dir, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if exit, ok := err.(*exec.ExitError); ok && exit.ExitCode() != 1 || err != nil && !ok {
		t.Fatalf("%s: %v\n%s", cmd, err, exit.Stderr)
	}
	return out
}

// parse returns the findings of one or more trees in go vet's form.
func parse(t *testing.T, out []byte) []string {
	var found []string
	for dec := json.NewDecoder(strings.NewReader(string(out))); dec.More(); {
		var tree map[string]map[string][]struct{ Posn, Message string }
		if err := dec.Decode(&tree); err != nil {
			t.Fatalf("%v in\n%s", err, out)
		}
		for _, checks := range tree {
			for check, findings := range checks {
				for _, f := range findings {
					found = append(found, fmt.Sprintf("%s: %s (%s)", f.Posn, f.Message, check))
				}
			}
		}
	}
	return testprograms.Unique(found)
}
