package analyzer_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/types"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// BenchmarkCost compares the checks, with all that they require, to what every
// linter pays: parsing and type-checking the same packages. Both are timed in
// one run, in turn; the metric "checks/typecheck" is their ratio.
func BenchmarkCost(b *testing.B) {
	for _, c := range []struct{ name, pattern string }{
		{"notify", "./notify/..."},
		{"services", "./services/..."},
		{"shapes", "./shapes/..."},
		{"std", "std"},
	} {
		b.Run(c.name, func(b *testing.B) { cost(b, c.pattern) })
	}
}

func cost(b *testing.B, pattern string) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule,
		Dir:  testprograms.Dir(b),
	}, pattern)
	if err != nil {
		b.Fatal(err)
	}
	suite := analyzer.Analyzers()
	var typecheck, checks time.Duration
	for b.Loop() {
		start := time.Now()
		for _, p := range pkgs {
			if err := check(p); err != nil {
				b.Fatal(err)
			}
		}
		typecheck += time.Since(start)

		start = time.Now()
		if _, err := checker.Analyze(suite, pkgs, &checker.Options{Sequential: true}); err != nil {
			b.Fatal(err)
		}
		checks += time.Since(start)
	}
	b.ReportMetric(float64(checks)/float64(typecheck), "checks/typecheck")
	b.ReportMetric(0, "ns/op")
}

// check parses and type-checks a package as its loading did.
func check(p *packages.Package) error {
	var files []*ast.File
	for _, name := range p.CompiledGoFiles {
		f, err := parser.ParseFile(p.Fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	info := newInfo()
	cfg := types.Config{
		Importer: loaded(p.Imports),
		Sizes:    p.TypesSizes,
		Error:    func(error) {}, // unsafe tricks of package runtime
	}
	cfg.Check(p.PkgPath, p.Fset, files, info)
	return nil
}

// loaded imports what go/packages has loaded.
type loaded map[string]*packages.Package

func (l loaded) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if p := l[path]; p != nil && p.Types != nil {
		return p.Types, nil
	}
	return nil, fmt.Errorf("package %s is not loaded", path)
}
