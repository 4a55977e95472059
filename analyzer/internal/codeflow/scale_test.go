package codeflow_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// scales are functions of a size, written so that doubling it doubles them.
var scales = []struct {
	name  string
	sizes []int
	write func(w *strings.Builder, n int)
}{
	{"statements", []int{2500, 5000, 10000}, func(w *strings.Builder, n int) {
		for i := range n / 2 {
			fmt.Fprintf(w, "\tif c == %d {\n\t\tseen(c)\n\t}\n", i%30)
		}
	}},
	{"replies", []int{1250, 2500, 5000}, func(w *strings.Builder, n int) {
		for i := range n {
			fmt.Fprintf(w, "\tr%d := next()\n\tif r%d.ResponseCode != 0 {\n\t\tseen(r%d.ResponseCode)\n\t\treturn\n\t}\n", i, i, i)
		}
	}},
	{"cases", []int{250, 500, 1000}, func(w *strings.Builder, n int) {
		w.WriteString("\tswitch c {\n")
		for i := range n {
			fmt.Fprintf(w, "\tcase %d:\n\t\tseen(c)\n", i)
		}
		w.WriteString("\t}\n")
	}},
	{"nesting", []int{100, 200, 400}, func(w *strings.Builder, n int) {
		for i := range n {
			fmt.Fprintf(w, "if c != %d {\n", i)
		}
		w.WriteString("seen(c)\n" + strings.Repeat("}\n", n))
	}},
	{"loops", []int{250, 500, 1000}, func(w *strings.Builder, n int) {
		for i := range n {
			fmt.Fprintf(w, "\tfor c != %d {\n\t\tc = next().ResponseCode\n\t\tseen(c)\n\t}\n", i%30)
		}
	}},
	{"flags", []int{100, 200, 400}, func(w *strings.Builder, n int) {
		w.WriteString("\tf0, f1, f2, f3, f4 := true, true, true, true, true\n")
		for i := range n {
			fmt.Fprintf(w, "\tvar r%d reply\n", i)
		}
		w.WriteString("\tfor f0 || f1 || f2 || f3 || f4 {\n")
		for i := range n {
			fmt.Fprintf(w, "\t\tif r%[1]d.ResponseCode != 5 {\n\t\t\tr%[1]d = next()\n\t\t\tf%[2]d = false\n\t\t}\n", i, i%5)
		}
		w.WriteString("\t}\n")
		for i := range n {
			fmt.Fprintf(w, "\tseen(r%d.ResponseCode)\n", i)
		}
	}},
	{"goto", []int{100, 200, 400}, func(w *strings.Builder, n int) {
		for i := range n {
			fmt.Fprintf(w, "\tif c == %d {\n\t\tgoto in%d\n\t}\nout%d:\n\tseen(c)\nin%d:\n\tif c == %d {\n\t\tgoto out%d\n\t}\n", i%30, i, i, i, (i+7)%30, i)
		}
	}},
}

// BenchmarkScale shows how the cost of one function grows with its size: the
// metric is milliseconds for a thousand of its parts, which stays the same where
// growth is linear.
func BenchmarkScale(b *testing.B) {
	for _, s := range scales {
		for _, n := range s.sizes {
			b.Run(fmt.Sprintf("%s/%d", s.name, n), func(b *testing.B) {
				pkgs := loadGenerated(b, n, s.write)
				var spent time.Duration
				for b.Loop() {
					start := time.Now()
					graph, err := checker.Analyze([]*analysis.Analyzer{probe}, pkgs, &checker.Options{Sequential: true})
					if err != nil {
						b.Fatal(err)
					}
					spent += time.Since(start)
					for _, root := range graph.Roots {
						if root.Err != nil || len(root.Diagnostics) == 0 {
							b.Fatalf("%d diagnostics, %v", len(root.Diagnostics), root.Err)
						}
					}
				}
				b.ReportMetric(spent.Seconds()*1e6/float64(b.N)/float64(n), "ms/1000")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

func loadGenerated(b *testing.B, n int, write func(*strings.Builder, int)) []*packages.Package {
	var w strings.Builder
	w.WriteString("package claims\n\nimport \"github.com/errcodelint/errcodelint/codes\"\n\n" +
		"type reply struct{ ResponseCode codes.ResponseCode }\n\nfunc seen(codes.ResponseCode) {}\n\n" +
		"func next() reply { return reply{} }\n\nfunc long(c codes.ResponseCode) {\n")
	write(&w, n)
	w.WriteString("}\n")
	dir := testprograms.Dir(b)
	name, err := filepath.Abs(filepath.Join(dir, "codeflow", "claims", "claims.go"))
	if err != nil {
		b.Fatal(err)
	}
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir,
		Overlay: map[string][]byte{name: []byte(w.String())},
	}, "./codeflow/claims")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		b.Fatal("the function does not load", err)
	}
	return pkgs
}
