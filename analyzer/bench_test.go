package analyzer_test

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"syscall"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// BenchmarkCost compares the CPU time of the checks, with all that they require,
// to what every linter pays for the same packages before them. All is measured in
// one run, in turn:
//
//   - "checks/unit": to parsing, importing what the package imports and
//     type-checking it, as the vet tool does for each package;
//   - "checks/typecheck": to parsing and type-checking alone, with the imports
//     there already, as where one process loads a whole program.
//
// "%carry" is how many of the functions have to do with codes.
func BenchmarkCost(b *testing.B) {
	for _, c := range []struct{ name, pattern string }{
		{"notify", "./notify/..."},
		{"services", "./services/..."},
		{"shapes", "./shapes/..."},
		{"std", "std"},
	} {
		b.Run(c.name, func(b *testing.B) { cost(b, testprograms.Dir(b), c.pattern) })
	}
	b.Run("few codes", func(b *testing.B) { cost(b, fewCodes(b), "./...") })
	b.Run("one client", func(b *testing.B) { cost(b, oneClient(b), "./...") })
}

func cost(b *testing.B, dir, pattern string) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule | packages.NeedExportFile,
		Dir:  dir,
	}, pattern)
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range pkgs {
		if len(p.Errors) > 0 && p.PkgPath != "runtime" {
			b.Fatal(p.PkgPath, p.Errors)
		}
	}
	exports := exportFiles(pkgs)
	suite := analyzer.Analyzers()
	var typecheck, unit, checks time.Duration
	timed := func(total *time.Duration, run func() error) {
		start := cpuTime(b)
		if err := run(); err != nil {
			b.Fatal(err)
		}
		*total += cpuTime(b) - start
	}
	for b.Loop() {
		timed(&unit, func() error {
			for _, p := range pkgs {
				fset := token.NewFileSet()
				if err := check(p, fset, importer.ForCompiler(fset, "gc", exports.open)); err != nil {
					return err
				}
			}
			return nil
		})
		timed(&typecheck, func() error {
			for _, p := range pkgs {
				if err := check(p, p.Fset, loaded(p.Imports)); err != nil {
					return err
				}
			}
			return nil
		})
		timed(&checks, func() error {
			_, err := checker.Analyze(suite, pkgs, &checker.Options{Sequential: true})
			return err
		})
	}
	b.ReportMetric(float64(checks)/float64(typecheck), "checks/typecheck")
	b.ReportMetric(float64(checks)/float64(unit), "checks/unit")
	b.ReportMetric(share(b, pkgs), "%carry")
	b.ReportMetric(0, "ns/op")
}

// share returns how many of the functions carry codes, in per cent.
func share(b *testing.B, pkgs []*packages.Package) float64 {
	graph, err := checker.Analyze([]*analysis.Analyzer{codeflow.Analyzer}, pkgs, nil)
	if err != nil {
		b.Fatal(err)
	}
	carry, all := 0, 0
	for _, act := range graph.Roots {
		flow, ok := act.Result.(*codeflow.Result)
		if !ok {
			b.Fatal(act.Package.PkgPath, act.Err)
		}
		for _, file := range act.Package.Syntax {
			for _, decl := range file.Decls {
				if fn, ok := decl.(*ast.FuncDecl); ok {
					all++
					if flow.Concerns(fn) {
						carry++
					}
				}
			}
		}
	}
	return 100 * float64(carry) / float64(all)
}

// cpuTime returns the CPU time that the process has used.
func cpuTime(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// check parses and type-checks a package as its loading did.
func check(p *packages.Package, fset *token.FileSet, imports types.Importer) error {
	var files []*ast.File
	for _, name := range p.CompiledGoFiles {
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	info := newInfo()
	cfg := types.Config{
		Importer: imports,
		Sizes:    p.TypesSizes,
		Error:    func(error) {}, // unsafe tricks of package runtime
	}
	cfg.Check(p.PkgPath, fset, files, info)
	return nil
}

// exported holds the files of export data, by import path.
type exported map[string]string

func exportFiles(pkgs []*packages.Package) exported {
	files := make(exported)
	packages.Visit(pkgs, nil, func(p *packages.Package) { files[p.PkgPath] = p.ExportFile })
	return files
}

func (e exported) open(path string) (io.ReadCloser, error) {
	return os.Open(e[path])
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
