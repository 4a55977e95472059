package analyzer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/errcodelint/errcodelint/analyzer"
)

// BenchmarkScale shows how the cost of all checks grows with the size of a function, or of a package:
// the metric is milliseconds for a thousand of its parts, which stays about the same where growth is
// linear. What the engine alone makes of functions of a size is codeflow's BenchmarkScale.
func BenchmarkScale(b *testing.B) {
	for _, s := range scales {
		for _, n := range s.sizes {
			b.Run(fmt.Sprintf("%s/%d", s.name, n), func(b *testing.B) {
				m := newModule(b)
				var w strings.Builder
				w.WriteString(scaleDeclarations)
				s.write(&w, n)
				dir := filepath.Join(m.dir, "scale")
				if err := os.MkdirAll(dir, 0o777); err != nil {
					b.Fatal(err)
				}
				m.write("scale/scale.go", w.String())
				pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: dir}, ".")
				if err != nil || len(pkgs) != 1 || len(pkgs[0].Errors) > 0 {
					b.Fatal(pkgs[0].Errors, err)
				}
				var spent time.Duration
				for b.Loop() {
					start := cpuTime(b)
					graph, err := checker.Analyze(analyzer.Analyzers(), pkgs, &checker.Options{Sequential: true})
					if err != nil {
						b.Fatal(err)
					}
					spent += cpuTime(b) - start
					found := 0
					for _, root := range graph.Roots {
						if root.Err != nil {
							b.Fatal(root.Err)
						}
						found += len(root.Diagnostics)
					}
					if found < n {
						b.Fatalf("%d diagnostics for %d parts", found, n)
					}
				}
				b.ReportMetric(spent.Seconds()*1e6/float64(b.N)/float64(n), "ms/1000")
				b.ReportMetric(0, "ns/op")
			})
		}
	}
}

const scaleDeclarations = `package scale

import (
	"encoding/json"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode ` + "`json:\"responseCode\"`" + `
	ID   string             ` + "`json:\"id\"`" + `
}

func send(body []byte) (r reply, err error) {
	err = json.Unmarshal(body, &r)
	time.Sleep(time.Millisecond)
	return r, err
}

`

// scales are packages of a size, each of whose parts has something to report.
var scales = []struct {
	name  string
	sizes []int
	write func(w *strings.Builder, n int)
}{
	{"requests", []int{500, 1000, 2000, 4000}, func(w *strings.Builder, n int) {
		inFunction(w, n, "error", "nil", "\tr%[1]d, err := send(body)\n\tif err != nil {\n\t\treturn err\n\t}\n\tif r%[1]d.Code != 16 {\n\t\treturn r%[1]d.Code.Err()\n\t}\n")
	}},
	{"tests", []int{1000, 2000, 4000}, func(w *strings.Builder, n int) {
		inFunction(w, n, "(k int)", "k", "\tif c == 11 {\n\t\tk += %d\n\t}\n")
	}},
	{"decodes", []int{250, 500, 1000}, func(w *strings.Builder, n int) {
		inFunction(w, n, "error", "nil", "\tvar r%[1]d reply\n\tif err := json.Unmarshal(body, &r%[1]d); err != nil {\n\t\treturn err\n\t}\n\tprintln(r%[1]d.ID)\n")
	}},
	{"retries", []int{100, 200, 400}, func(w *strings.Builder, n int) {
		inFunction(w, n, "string", `""`, retryLoop+"\tprintln(%[1]d)\n")
	}},
	{"switches", []int{400, 800, 1600}, func(w *strings.Builder, n int) {
		inFunction(w, n, "string", `""`, switchLoop)
	}},
	{"functions", []int{100, 200, 400}, func(w *strings.Builder, n int) {
		for i := range n {
			fmt.Fprintf(w, "func retry%d(body []byte) string {\n%s\treturn \"\"\n}\n\n", i, retryLoop)
		}
	}},
	{"recursion", []int{100, 200, 400}, func(w *strings.Builder, n int) {
		for i := range n {
			fmt.Fprintf(w, "func step%[1]d(c codes.ResponseCode, rs []reply) error {\n\tif c == 5 {\n\t\treturn step%[2]d(c, rs)\n\t}\n"+
				"\tfor _, r := range rs {\n\t\tif r.Code == 88 {\n\t\t\treturn step%[3]d(r.Code, rs)\n\t\t}\n\t}\n\treturn c\n}\n\n", i, (i*7+3)%n, (i*13+5)%n)
		}
	}},
	{"callers", []int{50, 100, 200}, func(w *strings.Builder, n int) {
		for i := range n {
			fmt.Fprintf(w, "func step%d(body []byte) string {\n%s", i, retryLoop)
			for j := range 12 {
				fmt.Fprintf(w, "\tprintln(step%d(body))\n", (i*7+j*5+1)%n)
			}
			w.WriteString("\treturn \"\"\n}\n\n")
		}
	}},
}

const retryLoop = "\tfor range 5 {\n\t\tr, err := send(body)\n\t\tif err == nil && r.Code == 0 {\n\t\t\treturn r.ID\n\t\t}\n\t}\n"

const switchLoop = "\tfor range 5 {\n\t\tr, err := send(body)\n\t\tif err != nil {\n\t\t\tcontinue\n\t\t}\n\t\tswitch r.Code {\n\t\tcase 0:\n\t\t\treturn r.ID\n\t\tcase 11:\n\t\t\tprintln(%[1]d)\n\t\t}\n\t}\n"

// inFunction writes a function of n parts.
func inFunction(w *strings.Builder, n int, result, last, part string) {
	fmt.Fprintf(w, "func all(body []byte, c codes.ResponseCode) %s {\n", result)
	for i := range n {
		fmt.Fprintf(w, part, i)
	}
	fmt.Fprintf(w, "\treturn %s\n}\n", last)
}
