package analyzer_test

import (
	"flag"
	"fmt"
	"go/types"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/variation"
	"github.com/errcodelint/errcodelint/internal/guard"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

var (
	variations = flag.Int("variations", 40, "how many files to vary")
	varySeed   = flag.Uint64("variation", 1, "the seed of the first variation")
)

// TestVaried runs all checks over variations of the test programs, a file alone at a time. Half of them need
// not compile: in an editor few programs do. Nothing may crash or run for ever.
func TestVaried(t *testing.T) {
	config := &packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedTypes,
		Dir:  testprograms.Dir(t),
	}
	loaded, err := packages.Load(config, "./...")
	if err != nil {
		t.Fatal(err)
	}
	imports := make(imported)
	packages.Visit(loaded, func(p *packages.Package) bool { imports[p.PkgPath] = p.Types; return true }, nil)
	var files []string
	for _, p := range loaded {
		files = append(files, p.GoFiles...)
	}
	for i := range *variations {
		seed := *varySeed + uint64(i)
		r := rand.New(rand.NewPCG(seed, 7))
		file := files[r.IntN(len(files))]
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		v := &variation.Variation{Rand: r, Text: string(text)}
		compiles := func(string) bool { return true }
		if i%2 == 0 {
			compiles = func(text string) bool {
				_, err := toolchain.NewSession(imports).Check(toolchain.Package{Path: "example.test/varied", Text: text})
				return err == nil
			}
		}
		for range 15 {
			v.Change(compiles)
		}
		runAll(t, fmt.Sprintf("variation %d of %s", seed, file), v.Text, imports)
	}
}

type imported map[string]*types.Package

func (m imported) Import(path string) (*types.Package, error) {
	if p := m[path]; p != nil {
		return p, nil
	}
	return nil, fmt.Errorf("no program imports %s", path)
}

// runAll runs the checks over a package. A stack that overflows ends the test, so what comes of a
// file is seen by its trace alone.
func runAll(t *testing.T, name, text string, imports types.Importer) {
	t.Helper()
	u, err := toolchain.NewSession(imports).CheckBroken(toolchain.Package{Path: "example.test/varied", Text: text})
	if err != nil {
		return
	}
	defer time.AfterFunc(time.Minute, func() { panic(fmt.Sprintf("%s: the checks do not come to an end\n%s", name, text)) }).Stop()
	for _, a := range analyzer.Analyzers() {
		if _, err := u.Run(a); err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
	for _, d := range u.Diagnostics {
		if d.Category == guard.Category {
			t.Errorf("%s: %s\n%s", name, d.Message, text)
		}
	}
}
