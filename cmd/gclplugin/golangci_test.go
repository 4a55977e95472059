package gclplugin

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/frontends/build"
)

// golangciVersion is the golangci-lint that the plugin is tested with.
const golangciVersion = "v2.15.0"

// A linter runs a golangci-lint with the example configuration, changed by edit, on the shop.
type linter struct {
	t       *testing.T
	program string
	dir     string
	cache   string
}

func newLinter(t *testing.T, program string) *linter {
	l := &linter{t, program, t.TempDir(), t.TempDir()}
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
	out, code := build.Exit(l.t, l.dir, []string{"GOLANGCI_LINT_CACHE=" + l.cache, "GOPROXY=off"}, l.program, append([]string{"run"}, args...)...)
	return strings.Join(ours.FindAllString(out, -1), ""), code
}

var ours = regexp.MustCompile(`(?m)^.*\(errcodelint\)\n`)

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
	again, _ := l.run() // from the cache
	if again != out {
		t.Errorf("the second run says\n%s", again)
	}

	t.Run("settings", func(t *testing.T) {
		l := &linter{t, program, l.dir, l.cache}
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

	t.Run("sarif", func(t *testing.T) {
		text, _ := build.Exit(t, l.dir, []string{"GOLANGCI_LINT_CACHE=" + l.cache}, program, "run", "--output.sarif.path=stdout", "--show-stats=false")
		var log struct {
			Version string
			Runs    []struct {
				Results []struct {
					RuleID  string
					Message struct{ Text string }
				}
			}
		}
		if err := json.Unmarshal([]byte(text), &log); err != nil || log.Version != "2.1.0" {
			t.Fatalf("%v in %s", err, text)
		}
		n := 0
		for _, r := range log.Runs[0].Results {
			if r.RuleID == Name && strings.HasPrefix(r.Message.Text, "magiccode: ") {
				n++
			}
		}
		if n != 2 {
			t.Errorf("%d findings in\n%s", n, text)
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

	// What stands in the way of a finding lies deep in the module.
	other := copyOfModule(t)
	file := filepath.Join(other, "analyzer", "magiccode", "magiccode.go")
	text, err := os.ReadFile(file)
	if err != nil || !strings.Contains(string(text), "written as a bare") {
		t.Fatal(err, "the message has changed: this test replaces it")
	}
	build.Write(t, other, map[string]string{"analyzer/magiccode/magiccode.go": strings.Replace(string(text), "written as a bare", "bare as", 1)})
	l.program = filepath.Join(t.TempDir(), "golangci-lint")
	done := build.Alone(t)
	build.Run(t, filepath.Join(other, "cmd", "gclplugin", "golangci-lint"), "go", "build", "-o", l.program, ".")
	done()
	out, _ = l.run()
	l.want(out, inOrder, inSMS)
	if strings.Contains(out, "written as") || !strings.Contains(out, "bare as") {
		t.Errorf("the older errcodelint's findings:\n%s", out)
	}
}

// copyOfModule copies our own module: what git would.
func copyOfModule(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	root := build.Root()
	for _, top := range []string{"go.mod", "go.sum", "analyzer", "codes", "cmd", "internal"} {
		from := filepath.Join(root, top)
		if info, err := os.Stat(from); err != nil {
			t.Fatal(err)
		} else if info.IsDir() {
			if err := os.CopyFS(filepath.Join(dir, top), os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
			continue
		}
		text, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		build.Write(t, dir, map[string]string{top: string(text)})
	}
	return dir
}

// TestCustom has the genuine `golangci-lint custom` build a golangci-lint, out of the example
// configuration. It clones its own repository, in whose place git gets one that is made of the source in
// the module cache.
func TestCustom(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: builds golangci-lint, which takes minutes the first time")
	}
	plain := build.GolangciLint(t)
	text, err := os.ReadFile(filepath.Join(build.Root(), ".custom-gcl.example.yml"))
	if err != nil {
		t.Fatal(err)
	}
	config := string(text)
	if !strings.Contains(config, "version: "+golangciVersion+"\n") || !strings.Contains(config, "version: latest\n") {
		t.Fatalf("the example names other versions:\n%s", config)
	}
	dir := t.TempDir()
	build.Write(t, dir, map[string]string{
		".custom-gcl.yml": strings.Replace(config, "version: latest\n", "path: "+build.Root()+"\n", 1),
	})
	done := build.Alone(t)
	_, code := build.Exit(t, dir, append(repository(t), "GOWORK=off", "GOFLAGS=-buildvcs=false"), plain, "custom", "-v")
	done()
	if code != 0 {
		t.Fatalf("golangci-lint custom ends with %d", code)
	}
	l := newLinter(t, filepath.Join(dir, "custom-gcl"))
	version := build.Run(t, dir, l.program, "version")
	if !strings.Contains(version, strings.TrimPrefix(golangciVersion, "v")) {
		t.Errorf("version: %s", version)
	}
	out, code := l.run()
	if l.want(out, inOrder, inSMS); code != 1 {
		t.Errorf("exit code %d", code)
	}
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
