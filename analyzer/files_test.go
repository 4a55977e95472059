package analyzer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestFilesAreListed holds the lists of files, by which a reader finds where a change belongs, against the folders.
func TestFilesAreListed(t *testing.T) {
	for _, list := range []string{
		"internal/binding/doc.go", "internal/codeflow/doc.go", "internal/declared/doc.go", "internal/doubts/doc.go", "internal/edit/doc.go", "internal/excuses/doc.go", "internal/fixes/doc.go", "internal/foreign/doc.go", "internal/index/doc.go", "internal/judge/doc.go",
		"internal/relays/doc.go", "internal/repeats/doc.go", "internal/replies/doc.go", "internal/requests/doc.go",
		"magiccode/magiccode.go", "missedcode/missedcode.go", "retriedcode/retriedcode.go", "uncheckedcode/uncheckedcode.go", "wrongcode/wrongcode.go",
	} {
		text, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		named := make(map[string]bool)
		for line := range strings.Lines(string(text)) {
			if comment, ok := strings.CutPrefix(line, "//"); ok {
				for _, word := range strings.FieldsFunc(comment, func(r rune) bool { return strings.ContainsRune(" ,;:()\n", r) }) {
					named[word] = true
				}
			}
		}
		files, err := filepath.Glob(filepath.Join(filepath.Dir(list), "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		there := make(map[string]bool)
		for _, file := range files {
			name := filepath.Base(file)
			there[name] = true
			if !named[name] && name != "doc.go" && file != list && !strings.HasSuffix(name, "_test.go") {
				t.Errorf("%s does not list %s", list, name)
			}
		}
		for name := range named {
			if strings.HasSuffix(name, ".go") && !there[name] {
				t.Errorf("%s lists %s, which is not there", list, name)
			}
		}
	}
}

// TestProgramsAreListed holds the table of what is planted in retriedcode against the folders.
func TestProgramsAreListed(t *testing.T) {
	dir := filepath.Join("..", "testdata", "retriedcode")
	text, err := os.ReadFile(filepath.Join(dir, "PLANTED.md"))
	if err != nil {
		t.Fatal(err)
	}
	listed := make(map[string]bool)
	for line := range strings.Lines(string(text)) {
		if names, _, ok := strings.Cut(strings.TrimPrefix(line, "| "), " |"); ok {
			for name := range strings.SplitSeq(names, ", ") {
				listed[name] = true
			}
		}
	}
	folders, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		if f.IsDir() && f.Name() != "prove" && !listed[f.Name()] {
			t.Errorf("PLANTED.md does not say what %s is about", f.Name())
		}
	}
}
