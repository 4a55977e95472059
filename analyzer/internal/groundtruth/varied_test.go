package groundtruth

import (
	"flag"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/toolchain"
	"github.com/errcodelint/errcodelint/analyzer/internal/groundtruth/variation"
)

var (
	variations = flag.Int("variations", 0, "how often each written program is varied; 0: once, and not much")
	varySeed   = flag.Uint64("variation", 1, "the seed of the first variation")
	varyOnly   = flag.String("varied", "", "the one written program to vary, without .go")
)

// TestVaried does with variations of the written programs what TestWritten does with themselves: it takes
// out, moves, repeats and wraps statements, puts one thing's name for another's, and adds probes, where what comes of it
// compiles. So what they are about meets as nobody would write it down.
func TestVaried(t *testing.T) {
	rounds, n := *variations, 60
	if rounds == 0 {
		if testing.Short() {
			t.Skip("takes half a minute")
		}
		rounds, n = 1, 10
	}
	tc, err := NewToolchain(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	pattern := "*.go"
	if *varyOnly != "" {
		pattern = *varyOnly + ".go"
	}
	files, err := filepath.Glob(filepath.Join("testdata", "written", pattern))
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	compared := 0
	for i := range rounds {
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			w := &another{tc, imported(t, file)}
			v := &variation.Variation{Rand: rand.New(rand.NewPCG(*varySeed+uint64(i), 7)), Text: string(text), Probes: true}
			versions := []string{v.Text}
			for range n {
				if v.Change(w.compiles) {
					versions = append(versions, v.Text)
				}
			}
			last := len(versions) - 1
			findings, err := w.compare(versions[last])
			for err != nil && last > 0 { // it is stuck, or takes everything down with it
				last /= 2
				findings, err = w.compare(versions[last])
			}
			compared += last
			if err != nil || len(findings) == 0 {
				continue
			}
			last = 1 + sort.Search(last-1, func(i int) bool {
				some, err := w.compare(versions[i+1])
				if err != nil || len(some) == 0 {
					return false
				}
				findings = some
				return true
			})
			changed, err := variation.Difference(versions[last-1], versions[last])
			if err != nil {
				t.Fatal(err)
			}
			t.Errorf("%s, variation %d: %v\n%s\nSince this was changed:\n%s", filepath.Base(file), *varySeed+uint64(i),
				findings[0], findings[0].Function.Formatted(), changed)
		}
	}
	t.Logf("%d changes", compared)
	if compared == 0 {
		t.Error("nothing was compared")
	}
}

// another is what belongs to a written program besides its text.
type another struct {
	tc      *Toolchain
	gateway string
}

func (w *another) compiles(text string) bool {
	p, err := parse(text, w.gateway)
	if err != nil {
		return false
	}
	s := w.tc.Session()
	for _, pkg := range append(p.Packages(), toolchain.Package{Path: "main", Text: p.driver()}) {
		if _, err := s.Check(pkg); err != nil {
			return false
		}
	}
	return true
}

// compare compares what a program does with what is claimed of it. So that it ends, loops pause when it runs.
func (w *another) compare(text string) ([]Finding, error) {
	p, err := parse(text, w.gateway)
	if err != nil {
		return nil, err
	}
	running, err := parse(pausing(text), w.gateway)
	if err != nil {
		return nil, err
	}
	o, err := w.tc.Observe(running)
	if err != nil {
		return nil, err
	}
	claims, err := w.tc.Claims(p)
	if err != nil {
		return nil, err
	}
	// That no error holds the success code is assumed, but a program that changes may return just that.
	success := domains[0].set([]string{"0"}, false)
	return slices.DeleteFunc(Compare(p, o, claims).Findings, func(f Finding) bool {
		return f.Kind != Unsound || f.Observed&^f.Claimed&^success == 0
	}), nil
}

// pausing returns the program with a pause in each round of its loops.
func pausing(text string) string {
	file, err := parser.ParseFile(token.NewFileSet(), "varied.go", text, parser.SkipObjectResolution)
	if err != nil {
		return text
	}
	pause := &ast.ExprStmt{X: &ast.CallExpr{Fun: ast.NewIdent("pause")}}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt:
			n.Body.List = slices.Insert(n.Body.List, 0, ast.Stmt(pause))
		case *ast.RangeStmt:
			n.Body.List = slices.Insert(n.Body.List, 0, ast.Stmt(pause))
		case *ast.LabeledStmt:
			if _, loop := n.Stmt.(*ast.ForStmt); !loop {
				if _, loop := n.Stmt.(*ast.RangeStmt); !loop {
					n.Stmt = &ast.BlockStmt{List: []ast.Stmt{pause, n.Stmt}}
				}
			}
		}
		return true
	})
	var b strings.Builder
	if err := format.Node(&b, token.NewFileSet(), file); err != nil {
		return text
	}
	return b.String()
}
