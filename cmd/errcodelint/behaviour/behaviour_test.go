package behaviour

import (
	"bytes"
	"errors"
	"fmt"
	"go/format"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// copied is all of the module in testdata that is needed.
var copied = []string{"go.mod", "go.sum", "services", "notify", "fakeapi", "harness", "whatsapp", "directives", "ensure", "retriedcode", "libs"}

// TestFix fixes everything there is to fix, then looks at what has become of the programs.
func TestFix(t *testing.T) {
	w := newWorkspace(t)
	before := w.harness(t, "careless")

	untouched := w.files(t)
	w.fix(t, "./services/careless/...", "./notify/...")
	if n := len(changes(untouched, w.files(t))); n < 20 {
		t.Errorf("%d files fixed: too few to tell anything", n)
	}
	for tries := 1; ; tries++ {
		last := w.files(t)
		w.fix(t, "./services/careless/...", "./notify/...")
		changed := changes(last, w.files(t))
		if len(changed) == 0 {
			break
		}
		t.Errorf("run %d of -fix still changed %s", tries+1, strings.Join(changed, ", "))
		if tries == 3 {
			break
		}
	}

	t.Run("scope", func(t *testing.T) {
		for _, name := range changes(untouched, w.files(t)) {
			inside := strings.HasPrefix(name, "services/careless/") || strings.HasPrefix(name, "notify/")
			if !inside || strings.HasSuffix(name, "_test.go") {
				t.Errorf("%s was changed", name)
			}
		}
	})
	t.Run("gofmt", func(t *testing.T) {
		for name, text := range w.files(t) {
			if filepath.Ext(name) != ".go" {
				continue
			}
			formatted, err := format.Source([]byte(text))
			if err != nil {
				t.Errorf("%s: %v", name, err)
			} else if string(formatted) != text {
				t.Errorf("%s is not formatted as gofmt would", name)
			}
		}
	})
	t.Run("build", func(t *testing.T) { w.run(t, "go", "build", "./...") })
	t.Run("vet", func(t *testing.T) { w.run(t, "go", "vet", "./...") })
	t.Run("test", func(t *testing.T) { w.run(t, "go", "test", "./services/...", "./notify/...") })
	t.Run("behaviour", func(t *testing.T) {
		compare(t, before, w.harness(t, "careless"))
	})
}

// TestFixNothing lets -fix loose on a program that is as it should be.
func TestFixNothing(t *testing.T) {
	w := newWorkspace(t)
	before := w.files(t)
	if findings := w.fix(t, "./services/careful/...", "./fakeapi/...", "./harness/..."); findings != "" {
		t.Errorf("findings:\n%s", findings)
	}
	if changed := changes(before, w.files(t)); len(changed) != 0 {
		t.Errorf("changed: %s", strings.Join(changed, ", "))
	}
	out := w.harness(t, "careful")
	compare(t, out, w.harness(t, "careful"))
}

// TestFixDeclared fixes programs with domains of their own, and runs those of them that are whole
// programs with every code of their vendors: of numbers, text, below zero, in hexadecimal.
func TestFixDeclared(t *testing.T) {
	w := newWorkspace(t)
	runs := func() string {
		return w.run(t, "go", "run", "./whatsapp/run") + w.run(t, "go", "run", "./directives/payouts")
	}
	before := runs()
	if n := strings.Count(before, "\n"); n < 100 {
		t.Fatalf("%d lines: too few to tell anything", n)
	}
	untouched := w.files(t)
	w.fix(t, "./whatsapp/...", "./directives/...")
	fixed := changes(untouched, w.files(t))
	if len(fixed) < 5 {
		t.Errorf("only %q fixed", fixed)
	}
	for _, name := range fixed {
		if strings.HasPrefix(name, "whatsapp/careful/") || strings.HasPrefix(name, "whatsapp/cloud/") {
			t.Errorf("%s was changed", name)
		}
		text := w.files(t)[name]
		if formatted, err := format.Source([]byte(text)); err != nil || string(formatted) != text {
			t.Errorf("%s is not formatted as gofmt would: %v", name, err)
		}
	}
	last := w.files(t)
	w.fix(t, "./whatsapp/...", "./directives/...")
	if again := changes(last, w.files(t)); len(again) > 0 {
		t.Errorf("the second run still changed %q", again)
	}
	w.run(t, "go", "vet", "./whatsapp/...", "./directives/...")
	if after := runs(); after != before {
		t.Errorf("something else comes out:\n%s\nwas\n%s", after, before)
	}
}

// workspace is a copy of the programs, and the command.
type workspace struct {
	dir  string
	tool string
	env  []string
}

func newWorkspace(t *testing.T) *workspace {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: this builds and runs whole programs")
	}
	root, err := filepath.Abs(filepath.Join("..", "..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	w := &workspace{dir: t.TempDir(), tool: filepath.Join(t.TempDir(), "errcodelint")}
	if runtime.GOOS == "windows" {
		w.tool += ".exe"
	}
	w.env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "PWD="+w.dir)
	for _, name := range copied {
		if err := copyTree(filepath.Join(w.dir, name), filepath.Join(root, "testdata", name)); err != nil {
			t.Fatal(err)
		}
	}
	w.run(t, "go", "mod", "edit", "-replace=github.com/errcodelint/errcodelint="+root)

	cmd := exec.Command("go", "build", "-o", w.tool, "./cmd/errcodelint")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return w
}

// copyTree copies a file, or a folder with all that is in it.
func copyTree(to, from string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o777)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(target, data, 0o666)
	})
}

// run runs a command that has to succeed, and returns its standard output.
func (w *workspace) run(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = w.dir, w.env
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, stdout.String(), stderr.String())
	}
	return stdout.String()
}

// harness runs a service with every code, and returns what came out.
func (w *workspace) harness(t *testing.T, service string) string {
	t.Helper()
	out := w.run(t, "go", "run", "./harness", service)
	if n := strings.Count(out, "\n"); n < 10000 {
		t.Fatalf("%d lines from the harness: too few to tell anything", n)
	}
	return out
}

// fix applies all fixes once, and returns the findings that remain.
func (w *workspace) fix(t *testing.T, patterns ...string) string {
	t.Helper()
	cmd := exec.Command(w.tool, append([]string{"-fix"}, patterns...)...)
	cmd.Dir, cmd.Env = w.dir, w.env
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) { // 1: findings remain
		t.Fatalf("errcodelint -fix: %v\n%s%s", err, stdout.String(), stderr.String())
	}
	return stdout.String()
}

// files returns the text of every file, by its slash-separated path.
func (w *workspace) files(t *testing.T) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := fs.WalkDir(os.DirFS(w.dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(w.dir, filepath.FromSlash(path)))
		files[path] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// changes lists the files that are not the same, or that only one of the two has.
func changes(before, after map[string]string) []string {
	changed := make(map[string]bool)
	for name, text := range after {
		if old, ok := before[name]; !ok || old != text {
			changed[name] = true
		}
	}
	for name := range before {
		if _, ok := after[name]; !ok {
			changed[name] = true
		}
	}
	return slices.Sorted(maps.Keys(changed))
}

// compare reports the trials whose lines differ.
func compare(t *testing.T, before, after string) {
	t.Helper()
	was, is := byTrial(before), byTrial(after)
	if len(was) < 500 || len(was) != len(is) {
		t.Errorf("%d trials before, %d after", len(was), len(is))
	}
	var differ []string
	for _, trial := range slices.Sorted(maps.Keys(was)) {
		if was[trial] == is[trial] {
			continue
		}
		if resends(trial) {
			// What cannot succeed is asked for once; all else is as it was.
			if without(was[trial]) == without(is[trial]) && onceAsked(is[trial]) {
				continue
			}
		}
		// "> 0" and "!= success" part company below zero. The API has no such codes.
		if isNegative(trial) && strings.Contains(trial, "verify") {
			continue
		}
		differ = append(differ, fmt.Sprintf("%s\n%s", trial, firstDifference(was[trial], is[trial])))
	}
	if n := len(differ); n > 0 {
		t.Errorf("%d trials differ, such as\n%s", n, strings.Join(differ[:min(n, 5)], "\n"))
	}
}

// byTrial sorts the harness's output by what precedes its lines.
func byTrial(out string) map[string]string {
	lines := make(map[string][]string)
	for line := range strings.Lines(out) {
		trial, rest, _ := strings.Cut(line, " ")
		lines[trial] = append(lines[trial], rest)
	}
	trials := make(map[string]string)
	for trial, l := range lines {
		trials[trial] = strings.Join(l, "")
	}
	return trials
}

func isNegative(trial string) bool {
	codes := trial[strings.LastIndex(trial, "/")+1:]
	return slices.Contains(strings.Split(codes, "+"), "-1")
}

func firstDifference(before, after string) string {
	b, a := strings.Split(before, "\n"), strings.Split(after, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return "\t- " + b[i] + "\n\t+ " + a[i]
		}
	}
	return fmt.Sprintf("\t- %d lines\n\t+ %d lines", len(b), len(a))
}

// resends reports whether a trial is about codes of messages, some of which the
// service sends again although they cannot succeed.
func resends(trial string) bool { return strings.HasPrefix(trial, "response/sms") }

// without returns a trial's lines but those about what is sent again, and how many
// requests that makes.
func without(lines string) string {
	var kept []string
	for line := range strings.Lines(lines) {
		if !strings.HasPrefix(line, "resend: ") && !strings.HasPrefix(line, "requests: ") {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

// unmended are the ways to send again for which there is no fix.
var unmended = regexp.MustCompile(`^resend: (helped|jump|work): `)

// onceAsked reports whether everything that a fix can mend is asked for once.
func onceAsked(lines string) bool {
	n := 0
	for line := range strings.Lines(lines) {
		if strings.HasPrefix(line, "resend: ") && !unmended.MatchString(line) {
			if !strings.Contains(line, ": asked 1, ") {
				return false
			}
			n++
		}
	}
	return n > 0
}
