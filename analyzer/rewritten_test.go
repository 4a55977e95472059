package analyzer_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/rewriting"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
	"github.com/errcodelint/errcodelint/internal/testprograms"
)

var (
	rewrittenIn = flag.String("rewritten", "services/careful/...", "which test programs to rewrite, in every way and all over")
	rewrittenTo = flag.String("rewrittento", "", "where to write those that something else is reported of; nowhere if empty")
)

// TestRewritten writes test programs in other ways that do the same. Nothing may be reported of a function then that was
// not before; how much of what was reported is lost is logged, by the way.
func TestRewritten(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	dir := testprograms.Dir(t)
	load := func(mode packages.LoadMode, pattern string) []*packages.Package {
		pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: dir}, pattern)
		if err != nil {
			t.Fatal(err)
		}
		return pkgs
	}
	all := load(packages.NeedName|packages.NeedFiles|packages.NeedImports|packages.NeedDeps|packages.NeedTypes|packages.NeedModule, "./...")
	wanted := make(map[string]bool)
	for _, p := range load(packages.NeedName, "./"+*rewrittenIn) {
		wanted[p.PkgPath] = true
	}
	outside := make(loaded)
	var ours []*packages.Package // imported ones first
	packages.Visit(all, nil, func(p *packages.Package) {
		if p.Module != nil && p.Module.Main {
			ours = append(ours, p)
		} else {
			outside[p.PkgPath] = p
		}
	})
	whole := toolchain.NewSession(outside).InModule(all[0].Module.Path)
	lost, places := make(map[string]int), make(map[string]int)
	for _, p := range ours {
		files := textsOf(t, p)
		u, err := whole.CheckFiles(p.PkgPath, files)
		if err != nil && !wanted[p.PkgPath] {
			continue // cgo
		}
		if err != nil {
			t.Error(p.PkgPath, err)
			continue
		}
		before := reportsOf(t, u)
		if !wanted[p.PkgPath] {
			continue
		}
		imports := make(map[string]bool)
		packages.Visit([]*packages.Package{p}, nil, func(q *packages.Package) { imports[q.PkgPath] = q != p })
		base := whole.Fork(func(q *types.Package) bool { return q != nil && imports[q.Path()] })
		for i, file := range u.Files {
			f := &rewriting.File{Fset: u.Fset, AST: file, Info: u.Info, Pkg: u.Pkg, Text: files[i].Text}
			for _, w := range rewriting.Ways {
				text, n, err := f.Rewritten(w)
				if err != nil {
					t.Error(files[i].Name, err)
				}
				if n == 0 || err != nil {
					continue
				}
				varied := slices.Clone(files)
				varied[i].Text = text
				again, err := base.Fork(func(*types.Package) bool { return true }).CheckFiles(p.PkgPath, varied)
				if err != nil {
					t.Logf("%s: %s: %v", files[i].Name, w.Name, err)
					continue
				}
				places[w.Name] += n
				after := reportsOf(t, again)
				if *rewrittenTo != "" && !maps.Equal(before, after) {
					name := strings.ReplaceAll(strings.TrimPrefix(files[i].Name, dir+string(filepath.Separator)), string(filepath.Separator), "_")
					write(t, filepath.Join(*rewrittenTo, strings.ReplaceAll(w.Name, " ", "_")+"_"+name), text)
				}
				for r, n := range before {
					if after[r] < n {
						lost[w.Name]++
						t.Logf("%s: lost by %s: %s", files[i].Name, w.Name, r)
					}
				}
				for r, n := range after {
					if before[r] < n {
						t.Errorf("%s: new by %s: %s", files[i].Name, w.Name, r)
					}
				}
			}
		}
	}
	for _, w := range rewriting.Ways {
		t.Logf("%s: %d places, %d reports lost", w.Name, places[w.Name], lost[w.Name])
	}
}

func write(t *testing.T, name, text string) {
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func textsOf(t *testing.T, p *packages.Package) (files []toolchain.NamedText) {
	for _, name := range p.GoFiles {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, toolchain.NamedText{Name: name, Text: string(text)})
	}
	return files
}

// reportsOf returns what is reported, by function.
func reportsOf(t *testing.T, u *toolchain.Unit) map[string]int {
	t.Helper()
	for _, a := range analyzer.Analyzers() {
		if _, err := u.Run(a); err != nil {
			t.Fatal(err)
		}
	}
	found := make(map[string]int)
	for _, d := range u.Diagnostics {
		check, _, _ := strings.Cut(d.Analyzer.Name, "/")
		if check == "magiccode" || check == "baddirective" {
			continue
		}
		found[fmt.Sprintf("%s/%s in %s", check, kindOf(d.Category), functionAt(u, d.Pos))]++
	}
	return found
}

// kindOf returns a category, or what those have in common that differ by how a thing is written alone.
func kindOf(category string) string {
	switch category {
	case "switch", "chain", "ladder":
		return "missing"
	case "never", "always":
		return "constant"
	}
	return category
}

// functionAt returns the name of the function at a position, as it was before it handed on to another one.
func functionAt(u *toolchain.Unit, pos token.Pos) string {
	for _, file := range u.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return filepath.Base(u.Fset.Position(pos).Filename) + " " + rewriting.FormerName(file, fn)
			}
		}
	}
	return ""
}
