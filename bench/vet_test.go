// Package bench measures errcodelint beside its peers, in a module of its own so
// that what they need stays out of errcodelint's go.mod.
package bench

import (
	"bytes"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// BenchmarkVet runs errcodelint as go vet's tool on a program with more than 900
// packages, in turn with a tool that does nothing, after everything has been
// built. Cold: no result is cached; warm: all are. The metrics are CPU and wall
// seconds of both, and errcodelint's share of the other's.
func BenchmarkVet(b *testing.B) {
	ours, nothing := build(b, "github.com/errcodelint/errcodelint/cmd/errcodelint", ".."), build(b, "./emptyfacts", ".")
	vet(b, nothing, "built") // so that both find the dependencies built
	for _, mode := range []string{"cold", "warm"} {
		b.Run(mode, func(b *testing.B) {
			var we, they cost
			for i := 0; b.Loop(); i++ {
				key := "warm"
				if mode == "cold" {
					key = fmt.Sprint(time.Now().UnixNano())
				} else if i == 0 {
					vet(b, ours, key)
					vet(b, nothing, key)
				}
				we.add(vet(b, ours, key))
				they.add(vet(b, nothing, key))
			}
			n := float64(b.N)
			b.ReportMetric(we.cpu.Seconds()/n, "errcodelint-cpu-s")
			b.ReportMetric(they.cpu.Seconds()/n, "nothing-cpu-s")
			b.ReportMetric(we.wall.Seconds()/n, "errcodelint-s")
			b.ReportMetric(they.wall.Seconds()/n, "nothing-s")
			b.ReportMetric(float64(we.cpu)/float64(they.cpu), "cpu-ratio")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// TestDependencies shows that nothing is found in the dependencies.
func TestDependencies(t *testing.T) {
	if testing.Short() {
		t.Skip("type-checks more than 900 packages")
	}
	tool := build(t, "github.com/errcodelint/errcodelint/cmd/errcodelint", "..")
	packages, err := exec.Command("go", "list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./manydeps").Output()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("sh", "-c", "xargs "+tool+" -json")
	cmd.Stdin = bytes.NewReader(packages)
	out, err := cmd.Output()
	t.Logf("%s", out)
	if err == nil {
		t.Error("the program's own two literals are not found")
	}
	if n := strings.Count(string(out), `"posn"`); n != 2 {
		t.Errorf("%d findings, want the program's own two", n)
	}
}

type cost struct{ cpu, wall time.Duration }

func (c *cost) add(d cost) { c.cpu += d.cpu; c.wall += d.wall }

func build(tb testing.TB, pkg, dir string) string {
	tb.Helper()
	tool := filepath.Join(tb.TempDir(), "tool")
	cmd := exec.Command("go", "build", "-o", tool, pkg)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("%s: %v\n%s", cmd, err, out)
	}
	return tool
}

// vet runs a tool and returns what that cost, with all child processes.
func vet(tb testing.TB, tool, key string) cost {
	tb.Helper()
	cmd := exec.Command("go", "vet", "-json", "-vettool="+tool, "-cachekey="+key, "./manydeps")
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("%s: %v\n%s", cmd, err, out)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	cpu := time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
	return cost{cpu: cpu, wall: time.Since(start)}
}
