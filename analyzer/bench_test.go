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
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
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
func BenchmarkCost(b *testing.B) {
	for _, c := range []struct{ name, pattern string }{
		{"notify", "./notify/..."},
		{"services", "./services/..."},
		{"shapes", "./shapes/..."},
		{"std", "std"},
	} {
		b.Run(c.name, func(b *testing.B) { cost(b, nil, c.pattern) })
	}
	b.Run("few codes", func(b *testing.B) {
		overlay, patterns := fewCodes(b)
		cost(b, overlay, patterns...)
	})
}

var packageClause = regexp.MustCompile(`(?m)^package \w+$\n`)

// fewCodes makes packages in which at most one function in ten has to do with
// codes: of the standard library's, with a client of the API added to each.
func fewCodes(b *testing.B) (overlay map[string][]byte, patterns []string) {
	overlay = make(map[string][]byte)
	client, err := filepath.Glob(filepath.Join(testprograms.Dir(b), "notify", "geniq", "*.go"))
	if err != nil {
		b.Fatal(err)
	}
	for _, pkg := range []string{"go/ast", "database/sql", "image"} {
		name := path.Base(pkg)
		of, err := filepath.Glob(filepath.Join(runtime.GOROOT(), "src", filepath.FromSlash(pkg), "*.go"))
		if err != nil {
			b.Fatal(err)
		}
		for _, file := range append(of, client...) {
			if strings.HasSuffix(file, "_test.go") {
				continue
			}
			text, err := os.ReadFile(file)
			if err != nil {
				b.Fatal(err)
			}
			text = packageClause.ReplaceAll(text, []byte("package "+name+"\n"))
			overlay[filepath.Join(testprograms.Dir(b), "fewcodes", name, filepath.Base(file))] = text
		}
		patterns = append(patterns, "./fewcodes/"+name)
	}
	return overlay, patterns
}

func cost(b *testing.B, overlay map[string][]byte, patterns ...string) {
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule | packages.NeedExportFile,
		Dir:  testprograms.Dir(b),

		Overlay: overlay,
	}, patterns...)
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
				if err := check(p, overlay, fset, importer.ForCompiler(fset, "gc", exports.open)); err != nil {
					return err
				}
			}
			return nil
		})
		timed(&typecheck, func() error {
			for _, p := range pkgs {
				if err := check(p, overlay, p.Fset, loaded(p.Imports)); err != nil {
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
	b.ReportMetric(0, "ns/op")
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
func check(p *packages.Package, overlay map[string][]byte, fset *token.FileSet, imports types.Importer) error {
	var files []*ast.File
	for _, name := range p.CompiledGoFiles {
		var text any
		if t, ok := overlay[name]; ok {
			text = t
		}
		f, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
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
