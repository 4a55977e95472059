package gclplugin

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/errcodelint/errcodelint/analyzer"
	"github.com/errcodelint/errcodelint/internal/frontends/build"
	"github.com/errcodelint/errcodelint/internal/frontends/sarifschema"
)

// golangciVersion is the golangci-lint that the plugin is tested with.
const golangciVersion = "v2.15.0"

// A linter runs a golangci-lint with the example configuration, changed by edit, on the shop.
type linter struct {
	t       *testing.T
	program string
	dir     string
	cache   string

	analyzed string // by the last run: "packages/of all", the rest was in the cache
}

func newLinter(t *testing.T, program string) *linter {
	l := &linter{t: t, program: program, dir: t.TempDir(), cache: t.TempDir()}
	build.Write(t, l.dir, build.Shop())
	l.configure("", "")
	return l
}

// configure writes the example configuration with new in the place of old.
func (l *linter) configure(old, new string) {
	l.t.Helper()
	text, err := os.ReadFile(filepath.Join(build.Root(), ".golangci.example.yml"))
	if err != nil {
		l.t.Fatal(err)
	}
	if !strings.Contains(string(text), old) {
		l.t.Fatalf("the example has no %q", old)
	}
	build.Write(l.t, l.dir, map[string]string{".golangci.yml": strings.Replace(string(text), old, new, 1)})
}

// run returns the lines about findings of ours, and the exit code.
func (l *linter) run(args ...string) (string, int) {
	l.t.Helper()
	cmd := exec.Command(l.program, append([]string{"run"}, args...)...)
	cmd.Dir = l.dir
	cmd.Env = append(build.Environ(), "PWD="+l.dir, "GOLANGCI_LINT_CACHE="+l.cache, "GOPROXY=off", "GL_DEBUG=goanalysis/issues/cache")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if _, ok := err.(*exec.ExitError); err != nil && !ok {
		l.t.Fatal(err)
	}
	l.analyzed = "?"
	if m := analyzed.FindStringSubmatch(stderr.String()); m != nil {
		l.analyzed = m[1]
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

// The example names every check, and each setting of a check that is not one of all checks.
func TestExample(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(build.Root(), ".golangci.example.yml"))
	if err != nil {
		t.Fatal(err)
	}
	_, checks, _ := strings.Cut(string(text), "\n          checks:\n")
	checks, _, _ = strings.Cut(checks, "\n  exclusions:")
	for _, a := range analyzer.Analyzers() {
		_, of, ok := strings.Cut(checks, "\n            "+a.Name+":")
		if !ok && !strings.HasPrefix(checks, "            "+a.Name+":") {
			t.Errorf("the example does not name %s", a.Name)
		}
		a.Flags.VisitAll(func(f *flag.Flag) {
			if f.Name == "tests" || f.Name == "require-evidence" {
				return
			}
			settings := regexp.MustCompile(`^\n(              .*\n)*?              ` + f.Name + ": " + f.DefValue + "\n")
			if !settings.MatchString(of) {
				t.Errorf("the example does not name %s.%s, or not with its default %s", a.Name, f.Name, f.DefValue)
			}
		})
	}
}

// want fails the test unless there are findings that start so, in that order, and no others.
func (l *linter) want(out string, starts ...string) {
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

const (
	inOrder = "order/order.go:12:31: magiccode: 0 is the response code Success"
	inTest  = "order/order_test.go:10:48: magiccode: 5 is the response code ThrottlingRateExceeded"
	inSMS   = "sms/sms.go:16:15: magiccode: 11 is the response code InvalidRecipient"
)

// TestGolangciLint drives a golangci-lint that is built by a main of our own.
func TestGolangciLint(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint, which takes minutes the first time")
	}
	program := build.GolangciLint(t)
	l := newLinter(t, program)

	// Findings, one of them about a code from another package; one is silenced by nolint.
	out, code := l.run()
	l.want(out, inOrder, inSMS)
	if code != 1 {
		t.Errorf("exit code %d", code)
	}
	if l.analyzed != "2/2" {
		t.Errorf("the first run analyzed %s packages", l.analyzed)
	}
	if again, _ := l.run(); again != out || l.analyzed != "0/2" {
		t.Errorf("the second run analyzed %s packages, which are cached, and says\n%s", l.analyzed, again)
	}
	order := build.Shop()["order/order.go"]
	build.Write(t, l.dir, map[string]string{"order/order.go": order + "\n// Changed.\n"})
	if again, _ := l.run(); again != out || l.analyzed != "1/2" {
		t.Errorf("after a change in one package, %s were analyzed, and it says\n%s", l.analyzed, again)
	}
	build.Write(t, l.dir, map[string]string{"order/order.go": order})

	t.Run("settings", func(t *testing.T) {
		l := &linter{t: t, program: program, dir: l.dir, cache: l.cache}
		l.configure("tests: false", "tests: true")
		out, _ := l.run()
		l.want(out, inOrder, inTest, inSMS)
		l.configure("magiccode: true", "magiccode: false")
		out, code := l.run()
		if l.want(out); code != 0 {
			t.Errorf("exit code %d, with the check off", code)
		}
		l.configure("require-evidence: false", "require-evidence: true")
		out, _ = l.run()
		l.want(out) // sms neither imports codes nor names the vendor
		l.configure("path: _mock", `path: order\.go # _mock`)
		out, _ = l.run()
		l.want(out, inSMS)
		l.configure("tests: false", "test: false")
		if _, code := l.run(); code != 3 {
			t.Errorf("exit code %d for a setting that does not exist", code)
		}
		l.configure("", "")
	})

	t.Run("two on a line", func(t *testing.T) {
		l := newLinter(t, program)
		order := build.Shop()["order/order.go"]
		build.Write(t, l.dir, map[string]string{"order/order.go": strings.Replace(order, "code == 0", "(code == 0 || code == 5)", 1)})
		out, _ := l.run()
		l.want(out, "order/order.go:12:32: magiccode: 0 is", "order/order.go:12:45: magiccode: 5 is", inSMS)
	})

	t.Run("sarif", func(t *testing.T) {
		text, _ := build.Exit(t, l.dir, []string{"GOLANGCI_LINT_CACHE=" + l.cache}, program, "run", "--output.sarif.path=stdout", "--show-stats=false")
		log, err := sarif.FromString(text)
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		sarifschema.Validate(t, text)
		var got []string
		for _, r := range log.Runs[0].Results {
			at := r.Locations[0].PhysicalLocation
			got = append(got, fmt.Sprintf("%s %s:%d:%d %s", *r.RuleID, *at.ArtifactLocation.URI, *at.Region.StartLine, *at.Region.StartColumn, *r.Message.Text))
		}
		for i, want := range []string{"errcodelint order/order.go:12:31 magiccode: 0 is", "errcodelint sms/sms.go:16:15 magiccode: 11 is"} {
			if len(got) != 2 || !strings.HasPrefix(got[i], want) {
				t.Errorf("%q", got)
			}
		}
	})

	t.Run("fix", func(t *testing.T) {
		l := newLinter(t, program)
		out, _ := l.run("--fix")
		l.want(out)
		build.Run(t, l.dir, "go", "vet", "-mod=mod", "./...")
		text, err := os.ReadFile(filepath.Join(l.dir, "order", "order.go"))
		if err != nil || !strings.Contains(string(text), "code == int(codes.ResponseSuccess)") || !strings.Contains(string(text), "code == 16 {") {
			t.Errorf("%v\n%s", err, text)
		}
	})
}

// TestRebuilt shows that a golangci-lint that is built again with another errcodelint does not say what
// the older one found.
func TestRebuilt(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint, which takes minutes the first time")
	}
	l := newLinter(t, build.GolangciLint(t))
	out, _ := l.run()
	l.want(out, inOrder, inSMS)

	other := build.Copy(t)
	reword(t, other, "bare as")
	l.program = build.GolangciLintOf(t, other)
	l.wantWording("bare as")
}

// reword changes what magiccode's findings say in a copy of the module, deep inside it.
func reword(t *testing.T, module, wording string) {
	t.Helper()
	build.Replace(t, filepath.Join(module, "analyzer", "magiccode", "magiccode.go"), "written as a bare", wording)
}

func (l *linter) wantWording(wording string) {
	l.t.Helper()
	out, _ := l.run()
	l.want(out, inOrder, inSMS)
	if strings.Count(out, wording) != 2 {
		l.t.Errorf("no %q in what may be the older errcodelint's findings:\n%s", wording, out)
	}
	if again, _ := l.run(); again != out || l.analyzed != "0/2" {
		l.t.Errorf("the second run analyzed %s packages, and says\n%s", l.analyzed, again)
	}
}

// TestCustom has the genuine `golangci-lint custom` build a golangci-lint: by the example configuration as it
// is, out of the latest release; out of the next one, with the same configuration; and out of a folder,
// before and after a change there. None says what the one before it found, though golangci-lint takes
// the first two for the same version of itself, as well as the others.
func TestCustom(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint, which takes minutes the first time")
	}
	plain := build.GolangciLint(t)
	text, err := os.ReadFile(filepath.Join(build.Root(), ".custom-gcl.example.yml"))
	if err != nil {
		t.Fatal(err)
	}
	example := string(text)
	if !strings.Contains(example, "version: "+golangciVersion+"\n") || !strings.Contains(example, "version: latest\n") {
		t.Fatalf("the example names other versions:\n%s", example)
	}
	proxy, dir := build.NewProxy(t), t.TempDir()
	env := append(proxy.Environ(), append(repository(t), "GOWORK=off", "GOFLAGS=-trimpath")...)
	l := newLinter(t, filepath.Join(dir, "custom-gcl"))
	custom := func(config string) (version string) {
		t.Helper()
		build.Write(t, dir, map[string]string{".custom-gcl.yml": config})
		done := build.Alone(t)
		_, code := build.Exit(t, dir, env, plain, "custom", "-v")
		done()
		if code != 0 {
			t.Fatalf("golangci-lint custom ends with %d", code)
		}
		version = build.Run(t, dir, l.program, "version", "--short")
		if !strings.Contains(version, strings.TrimPrefix(golangciVersion, "v")) {
			t.Errorf("version: %s", version)
		}
		return version
	}

	proxy.Release(build.Root(), "v0.1.0")
	first := custom(example)
	if _, code := l.run(); code != 1 {
		t.Errorf("exit code %d", code)
	}
	l.wantWording("written as a bare")

	next := build.Copy(t)
	reword(t, next, "bare as")
	proxy.Release(next, "v0.2.0")
	if second := custom(example); second != first {
		t.Errorf("versions %s and %s: golangci-lint knows by itself that they differ", first, second)
	}
	l.wantWording("bare as")

	folder := strings.Replace(example, "version: latest\n", "path: "+next+"\n", 1)
	third := custom(folder)
	l.wantWording("bare as")
	build.Replace(t, filepath.Join(next, "analyzer", "magiccode", "magiccode.go"), "bare as", "only as")
	if fourth := custom(folder); fourth != third {
		t.Errorf("versions %s and %s: golangci-lint knows by itself that they differ", third, fourth)
	}
	l.wantWording("only as")
}

// repository makes a git repository of golangci-lint's source, and returns the environment in which git
// takes it for the one at GitHub.
func repository(t *testing.T) []string {
	t.Helper()
	var mod struct{ Dir string }
	text := build.Run(t, filepath.Join(build.Root(), "cmd", "gclplugin", "golangci-lint"), "go", "mod", "download", "-json", "github.com/golangci/golangci-lint/v2@"+golangciVersion)
	if err := json.Unmarshal([]byte(text), &mod); err != nil {
		t.Fatal(err)
	}
	hub := t.TempDir()
	dir := filepath.Join(hub, "golangci-lint.git")
	if err := os.CopyFS(dir, os.DirFS(mod.Dir)); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"init", "-q"}, {"add", "-Af", "."},
		{"-c", "user.name=test", "-c", "user.email=test@example.com", "commit", "-qm", golangciVersion},
		{"tag", golangciVersion},
	} {
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %q: %v\n%s", args, err, out)
		}
	}
	return []string{"GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=url.file://" + hub + "/.insteadOf", "GIT_CONFIG_VALUE_0=https://github.com/golangci/"}
}
