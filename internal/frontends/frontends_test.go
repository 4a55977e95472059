package frontends

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/lsp"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

const service = "./services/careless/..."

// TestEveryFrontEnd checks the careless service by the command, go vet, golangci-lint and gopls, with and
// without tests: all say the same, (position, check, message).
func TestEveryFrontEnd(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint and gopls, which takes minutes the first time")
	}
	dir := build.Careless(t)
	tool, golangci := build.Errcodelint(t), build.GolangciLint(t)
	for _, tests := range []bool{false, true} {
		t.Run(fmt.Sprintf("tests=%t", tests), func(t *testing.T) {
			flag := fmt.Sprintf("-tests=%t", tests)
			text, code := build.Exit(t, dir, nil, tool, flag, "-json", service)
			want := vetFindings(t, dir, text)
			if len(want) < 40 || code != 1 {
				t.Fatalf("the command finds %d, exit code %d", len(want), code)
			}
			t.Logf("%d findings", len(want))
			text, _ = build.Exit(t, dir, nil, "go", "vet", "-json", "-vettool="+tool, flag, service)
			testprograms.SameFindings(t, "go vet", want, vetFindings(t, dir, text))
			testprograms.SameFindings(t, "golangci-lint", want, golangciFindings(t, dir, golangci, tests))
			testprograms.SameFindings(t, "gopls", want, goplsFindings(t, dir, build.Gopls(t, flag), want))
		})
	}
}

// finding is how the findings of all front ends are written.
func finding(dir, file string, line, column int, check, message string) string {
	if rel, err := filepath.Rel(dir, file); err == nil && filepath.IsAbs(file) {
		file = rel
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", filepath.ToSlash(file), line, column, check, message)
}

var place = regexp.MustCompile(`^(.*):(\d+):(\d+)$`)

// vetFindings reads go vet's JSON.
func vetFindings(t *testing.T, dir, text string) []string {
	t.Helper()
	var out []string
	for dec := json.NewDecoder(strings.NewReader(text)); dec.More(); {
		var tree map[string]map[string][]struct{ Posn, Message string }
		if err := dec.Decode(&tree); err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		for _, checks := range tree {
			for check, list := range checks {
				for _, d := range list {
					m := place.FindStringSubmatch(d.Posn)
					if m == nil {
						t.Fatalf("position %q", d.Posn)
					}
					out = append(out, finding(dir, m[1], number(m[2]), number(m[3]), check, d.Message))
				}
			}
		}
	}
	return testprograms.Unique(out)
}

func number(s string) (n int) {
	fmt.Sscan(s, &n)
	return n
}

func golangciFindings(t *testing.T, dir, program string, tests bool) []string {
	t.Helper()
	config := filepath.Join(t.TempDir(), "golangci.yml")
	build.Write(t, filepath.Dir(config), map[string]string{"golangci.yml": fmt.Sprintf(`version: "2"
linters:
  default: none
  enable: [errcodelint]
  settings:
    custom:
      errcodelint:
        type: module
        settings: {tests: %t}
issues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}
output: {path-mode: abs}
`, tests)})
	text, _ := build.Exit(t, dir, []string{"GOLANGCI_LINT_CACHE=" + t.TempDir()}, program,
		"run", "-c", config, "--output.json.path=stdout", "--show-stats=false", service)
	var report struct {
		Issues []struct {
			Text string
			Pos  struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal([]byte(text), &report); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	var out []string
	for _, issue := range report.Issues {
		check, message, _ := strings.Cut(issue.Text, ": ")
		out = append(out, finding(dir, issue.Pos.Filename, issue.Pos.Line, issue.Pos.Column, check, message))
	}
	return testprograms.Unique(out)
}

// goplsFindings opens each file of the service, and waits until as many findings are there as are wanted,
// or until no more have come for a while.
func goplsFindings(t *testing.T, dir, program string, want []string) []string {
	t.Helper()
	env := append(build.Environ(), "GOPLSCACHE="+t.TempDir())
	s := lsp.Start(t, program, dir, env, map[string]any{"diagnosticsDelay": "0s"})
	var files []string
	root := filepath.Join(dir, filepath.FromSlash(strings.TrimSuffix(service, "/...")))
	err := filepath.WalkDir(root, func(file string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(file, ".go") {
			files = append(files, file)
			text, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			s.Open(file, string(text))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	checks := make(map[string]bool)
	for _, a := range analyzer.Analyzers() {
		checks[a.Name] = true
	}
	var out []string
	// It loads the module first, which takes a while in which it says nothing.
	changed, last := time.Now(), -1
	for patience := 2 * time.Minute; time.Since(changed) < patience; time.Sleep(250 * time.Millisecond) {
		out = nil
		for _, file := range files {
			for _, d := range s.Diagnostics(file) {
				if checks[d.Source] { // columns count from 0; the service's lines with findings are ASCII
					out = append(out, finding(dir, file, d.Range.Start.Line+1, d.Range.Start.Character+1, d.Source, d.Message))
				}
			}
		}
		out = testprograms.Unique(out)
		if slices.Equal(out, want) {
			return out
		}
		if len(out) != last {
			changed, last = time.Now(), len(out)
			if last > 0 {
				patience = 30 * time.Second
			}
		}
	}
	return out
}
