package frontends

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/frontends/build"
)

// TestNogo compiles a driver of the kind that Bazel's nogo generates, from the variables that the checks'
// packages export, and runs it.
func TestNogo(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: compiles a driver")
	}
	var imports, list strings.Builder
	for _, a := range analyzer.Analyzers() {
		imports.WriteString("\t\"github.com/errcodelint/errcodelint/analyzer/" + a.Name + "\"\n")
		list.WriteString("\t" + a.Name + ".Analyzer,\n")
	}
	dir := filepath.Join(t.TempDir(), "nogo")
	build.Write(t, dir, map[string]string{
		"main.go": "package main\n\nimport (\n\t\"golang.org/x/tools/go/analysis/unitchecker\"\n\n" + imports.String() + ")\n\n" +
			"func main() {\n\tunitchecker.Main(\n" + list.String() + "\t)\n}\n",
	})
	program := filepath.Join(dir, "nogo")
	build.Run(t, build.Root(), "go", "build", "-o", program, filepath.Join(dir, "main.go"))
	shop := t.TempDir()
	build.Write(t, shop, build.Shop())
	out, _ := build.Exit(t, shop, nil, "go", "vet", "-json", "-vettool="+program, "./...")
	if got := vetFindings(t, shop, out); len(got) != 2 || !strings.HasPrefix(got[0], "order/order.go:12:31: magiccode: 0 is the response code Success") {
		t.Errorf("%q", got)
	}
}
