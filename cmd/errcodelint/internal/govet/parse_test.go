package govet

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what comes out into testdata/*.txtar")

// TestParse reads outputs of real go vet runs. The first line of each file says what was run, by which
// Go, and how it ended.
func TestParse(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no test data: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			command := strings.TrimSpace(string(ar.Comment))
			failed := !strings.HasSuffix(command, ", 0")
			talks := strings.Contains(command, " -x ") || strings.Contains(command, " -v ")
			got := describe(t, ar.Files[0].Data, ar.Files[1].Data, failed, talks)
			if want := string(ar.Files[2].Data); got == want {
				return
			} else if !*update {
				t.Fatalf("got:\n%s\nwant:\n%s", got, want)
			}
			ar.Files[2].Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(ar), 0o666); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// describe writes down what Parse and classify make of go vet's streams.
func describe(t *testing.T, stdout, stderr []byte, failed, talks bool) string {
	t.Helper()
	out, err := Parse(stdout, stderr)
	if err != nil {
		t.Fatal(err)
	}
	kinds := []string{Broken: "broken", Crashed: "crashed", CheckFailed: "check failed", NoMatch: "no match", NoModule: "no module", GoFailed: "go failed"}
	var b strings.Builder
	for _, f := range out.Findings {
		fmt.Fprintf(&b, "finding %s %s [%s]: %s:%d:%d: %s; %d fixes\n", f.Package, f.Check, f.Category, f.File, f.Line, f.Column, f.Message, len(f.Fixes))
	}
	failures, notes := classify(out.Blocks, failed, talks)
	for _, f := range append(out.Failures, failures...) {
		fmt.Fprintf(&b, "%s %q, %d lines: %s\n", kinds[f.Kind], f.Package, len(f.Lines), f.Lines[0])
	}
	for i, note := range notes {
		if i == 5 {
			fmt.Fprintf(&b, "and %d notes more\n", len(notes)-i)
			break
		}
		fmt.Fprintf(&b, "note: %s\n", note)
	}
	return b.String()
}

func TestParseNoJSON(t *testing.T) {
	for _, text := range []string{"{\n", "{\nx\n}\n", "{\n\"p\": {\"check\": 5}\n}\n", "{\n\"p\": {\"check\": [5]}\n}\n"} {
		if _, err := Parse([]byte(text), nil); err == nil {
			t.Errorf("Parse(%q): no error", text)
		}
	}
}

func TestSplitPosition(t *testing.T) {
	for _, test := range []struct {
		posn, file   string
		line, column int
	}{
		{"/a/p.go:3:4", "/a/p.go", 3, 4},
		{`C:\a\p.go:3:4`, `C:\a\p.go`, 3, 4},
		{"/a/p.go:3", "/a/p.go", 3, 0},
		{"/a:7/p.go", "/a:7/p.go", 0, 0},
		{"-", "-", 0, 0},
		{"", "", 0, 0},
	} {
		file, line, column := splitPosition(test.posn)
		if file != test.file || line != test.line || column != test.column {
			t.Errorf("splitPosition(%q) = %q, %d, %d", test.posn, file, line, column)
		}
	}
}

func TestSort(t *testing.T) {
	at := func(pkg, file string, line, column int, check string) Finding {
		return Finding{Package: pkg, File: file, Line: line, Column: column, Check: check, Message: "m"}
	}
	got := Sort([]Finding{
		at("p", "b.go", 1, 1, "x"), at("p", "a.go", 10, 1, "x"), at("p", "a.go", 9, 2, "y"), at("p", "a.go", 9, 2, "x"),
		at("p [p.test]", "a.go", 9, 2, "x"), at("p", "a.go", 9, 1, "x"),
	})
	var lines []string
	for _, f := range got {
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s", f.File, f.Line, f.Column, f.Check))
	}
	const want = "a.go:9:1 x, a.go:9:2 x, a.go:9:2 y, a.go:10:1 x, b.go:1:1 x"
	if s := strings.Join(lines, ", "); s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
}
