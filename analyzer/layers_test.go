package analyzer_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestLayers holds docs/design.md against the module: it lists every package, and what a package
// imports, apart from its tests, stands above it or in the same row.
func TestLayers(t *testing.T) {
	const module = "github.com/errcodelint/errcodelint/"
	text, err := os.ReadFile("../docs/design.md")
	if err != nil {
		t.Fatal(err)
	}
	row := make(map[string]int) // by package
	quoted := regexp.MustCompile("`([^`]+)`")
	layers, _, found := strings.Cut(string(text), "\n## Where a change belongs\n")
	if !found {
		t.Fatal("docs/design.md has no section that says where a change belongs")
	}
	for n, line := range strings.Split(layers, "\n") {
		if !strings.HasPrefix(line, "| `") {
			continue
		}
		for _, name := range quoted.FindAllStringSubmatch(strings.SplitN(line, "|", 3)[1], -1) {
			row[name[1]] = n + 1
		}
	}

	there := make(map[string]bool)
	err = filepath.WalkDir("..", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if file != ".." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || isModule(file)) {
				return filepath.SkipDir
			}
			return nil
		}
		if filepath.Ext(file) != ".go" {
			return nil
		}
		dir, err := filepath.Rel("..", filepath.Dir(file))
		if err != nil {
			return err
		}
		pkg := filepath.ToSlash(dir)
		if there[pkg] = true; row[pkg] == 0 || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range parsed.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if imported, ours := strings.CutPrefix(imported, module); ours && row[imported] > row[pkg] {
				t.Errorf("%s imports %s, which docs/design.md has below it", path.Join(pkg, filepath.Base(file)), imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range there {
		if row[pkg] == 0 {
			t.Errorf("docs/design.md does not list package %s", pkg)
		}
	}
	for pkg := range row {
		if !there[pkg] {
			t.Errorf("docs/design.md lists package %s, which is not there", pkg)
		}
	}
}

// isModule reports whether a folder is a module of its own.
func isModule(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return err == nil
}
