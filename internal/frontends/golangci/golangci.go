// Package golangci runs a golangci-lint that has errcodelint in it, for tests.
package golangci

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
)

// A Linter runs a golangci-lint with the example configuration, changed by edit, on the shop.
type Linter struct {
	t       *testing.T
	Program string
	Dir     string
	Cache   string

	Analyzed string // by the last run: "packages/of all", the rest was in the cache
}

// New returns a Linter with the example configuration as it is, and an empty cache.
func New(t *testing.T, program string) *Linter {
	l := &Linter{t: t, Program: program, Dir: t.TempDir(), Cache: t.TempDir()}
	build.Write(t, l.Dir, build.Shop())
	l.Configure("", "")
	return l
}

// Again returns the Linter for a subtest.
func (l *Linter) Again(t *testing.T) *Linter {
	again := *l
	again.t = t
	return &again
}

// Configure writes the example configuration with new in the place of old.
func (l *Linter) Configure(old, new string) {
	l.t.Helper()
	text, err := os.ReadFile(filepath.Join(build.Root(), ".golangci.example.yml"))
	if err != nil {
		l.t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		l.t.Fatalf("the example has no %q", old)
	}
	build.Write(l.t, l.Dir, map[string]string{".golangci.yml": strings.Replace(string(text), old, new, 1)})
}

// Run returns the lines about findings of ours, and the exit code.
func (l *Linter) Run(args ...string) (string, int) {
	l.t.Helper()
	cmd := exec.Command(l.Program, append([]string{"run"}, args...)...)
	cmd.Dir = l.Dir
	cmd.Env = append(build.Environ(), "PWD="+l.Dir, "GOLANGCI_LINT_CACHE="+l.Cache, "GOPROXY=off", "GL_DEBUG=goanalysis/issues/cache")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if _, ok := err.(*exec.ExitError); err != nil && !ok {
		l.t.Fatal(err)
	}
	l.Analyzed = "?"
	if m := analyzed.FindStringSubmatch(stderr.String()); m != nil {
		l.Analyzed = m[1]
	}
	code := cmd.ProcessState.ExitCode()
	if code > 1 {
		l.t.Logf("exit code %d: %s", code, stderr.String())
	}
	return strings.Join(ours.FindAllString(string(out), -1), ""), code
}

// ours finds lines about findings of ours, analyzed what golangci-lint says about its cache.
var (
	ours     = regexp.MustCompile(`(?m)^.*\(errcodelint\)\n`)
	analyzed = regexp.MustCompile(`issues from cache in .*, analyzing (\d+/\d+) packages`)
)

// Want fails the test unless there are findings that start so, in that order, and no others.
func (l *Linter) Want(out string, starts ...string) {
	l.t.Helper()
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if out == "" {
		lines = nil
	}
	ok := len(lines) == len(starts)
	for i := 0; ok && i < len(lines); i++ {
		ok = strings.HasPrefix(lines[i], starts[i])
	}
	if !ok {
		l.t.Errorf("got\n%swant\n%s", out, strings.Join(starts, "\n"))
	}
}

// What is found in the shop.
const (
	InOrder = "order/order.go:12:31: magiccode: 0 is the response code Success"
	InTest  = "order/order_test.go:10:48: magiccode: 5 is the response code ThrottlingRateExceeded"
	InSMS   = "sms/sms.go:16:15: magiccode: 11 is the response code InvalidRecipient"
)

// Reword changes what magiccode's findings say in a copy of the module, deep inside it.
func Reword(t *testing.T, module, wording string) {
	t.Helper()
	build.Replace(t, filepath.Join(module, "analyzer", "magiccode", "magiccode.go"), "written as a bare", wording)
}

// WantWording fails the test unless the findings are worded so, and the second run has them out of the cache.
func (l *Linter) WantWording(wording string) {
	l.t.Helper()
	out, _ := l.Run()
	l.Want(out, InOrder, InSMS)
	if strings.Count(out, wording) != 2 {
		l.t.Errorf("no %q in what may be the older errcodelint's findings:\n%s", wording, out)
	}
	if again, _ := l.Run(); again != out || l.Analyzed != "0/2" {
		l.t.Errorf("the second run analyzed %s packages, and says\n%s", l.Analyzed, again)
	}
}
