package analyzer_test

import (
	"flag"
	"fmt"
	"go/format"
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
// not compile: in an editor few programs do. Nothing may crash or run for ever; and what compiles does so, and is
// as gofmt has it, after each fix.
func TestVaried(t *testing.T) {
	config := &packages.Config{
		Mode: packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedTypes,
		Dir:  testprograms.Dir(t),
	}
	pkgs, err := packages.Load(config, "./...")
	if err != nil {
		t.Fatal(err)
	}
	imports := make(loaded)
	packages.Visit(pkgs, func(p *packages.Package) bool { imports[p.PkgPath] = p; return true }, nil)
	var files []string
	for _, p := range pkgs {
		files = append(files, p.GoFiles...)
	}
	fixes := 0
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
			compiles = func(text string) bool { return checkVaried(imports, text) == nil }
		}
		for range 15 {
			v.Change(compiles)
		}
		name := fmt.Sprintf("variation %d of %s", seed, file)
		u := runAll(t, name, v.Text, imports)
		if u != nil && checkVaried(imports, v.Text) == nil && isFormatted(v.Text) {
			fixes += fixAll(t, name, v.Text, u, imports)
		}
	}
	t.Logf("%d fixes were made", fixes)
	if fixes == 0 {
		t.Error("no fix was made")
	}
}

func checkVaried(imports loaded, text string) error {
	_, err := toolchain.NewSession(imports).Check(toolchain.Package{Path: variedPath, Text: text})
	return err
}

const variedPath = "example.test/varied"

func isFormatted(text string) bool {
	formatted, err := format.Source([]byte(text))
	return err == nil && string(formatted) == text
}

// runAll runs the checks over a package. A stack that overflows ends the test, so what comes of a
// file is seen by its trace alone.
func runAll(t *testing.T, name, text string, imports types.Importer) *toolchain.Unit {
	t.Helper()
	u, err := toolchain.NewSession(imports).CheckBroken(toolchain.Package{Path: variedPath, Text: text})
	if err != nil {
		return nil // it cannot even be parsed
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
	return u
}

// fixAll makes each fix by itself.
func fixAll(t *testing.T, name, text string, u *toolchain.Unit, imports loaded) (fixes int) {
	t.Helper()
	for _, d := range u.Diagnostics {
		for _, fix := range d.SuggestedFixes {
			fixes++
			fixed := u.Fixed(text, fix.TextEdits)
			at := u.Fset.Position(d.Pos)
			if err := checkVaried(imports, fixed); err != nil {
				t.Errorf("%s: line %d: %s: %s: %v\n%s", name, at.Line, d.Message, fix.Message, err, fixed)
			} else if !isFormatted(fixed) {
				t.Errorf("%s: line %d: %s: %s: not as gofmt has it\n%s", name, at.Line, d.Message, fix.Message, fixed)
			}
		}
	}
	return fixes
}
