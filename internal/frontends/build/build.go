// Package build builds the programs that tests of front ends drive: errcodelint itself, and golangci-lint
// and gopls with the checks in them.
package build

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Root returns the folder of the repository.
func Root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "..")
}

// Errcodelint builds the command.
func Errcodelint(t testing.TB) string {
	return program(t, Root(), "./cmd/errcodelint")
}

// GolangciLint builds golangci-lint by its main in cmd/gclplugin/golangci-lint.
func GolangciLint(t testing.TB) string { return GolangciLintOf(t, Root()) }

// GolangciLintOf is [GolangciLint] of the checks in another folder, a [Copy] of this one.
func GolangciLintOf(t testing.TB, root string) string {
	return program(t, filepath.Join(root, "cmd", "gclplugin", "golangci-lint"), ".")
}

// Gopls has errcodelint-gopls build gopls, with these flags.
func Gopls(t testing.TB, flags ...string) string { return GoplsOf(t, Root(), flags...) }

// GoplsOf is [Gopls] of the checks in another folder, a [Copy] of this one.
func GoplsOf(t testing.TB, root string, flags ...string) string {
	maker := program(t, root, "./cmd/errcodelint-gopls")
	out := filepath.Join(t.TempDir(), "gopls-errcodelint")
	defer Alone(t)()
	Run(t, root, maker, append(flags, "-o", out)...) // built with -trimpath, it looks for the checks where it is
	return out
}

// Copy copies what the programs of the module are made of, for a test that changes it.
func Copy(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for _, top := range []string{"go.mod", "go.sum", "LICENSE", "analyzer", "codes", "cmd", "internal"} {
		from := filepath.Join(Root(), top)
		info, err := os.Stat(from)
		if err == nil && info.IsDir() {
			err = os.CopyFS(filepath.Join(dir, top), os.DirFS(from))
		} else if err == nil {
			var text []byte
			if text, err = os.ReadFile(from); err == nil {
				err = os.WriteFile(filepath.Join(dir, top), text, 0o666)
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// Replace replaces a text in a file, which has it exactly once.
func Replace(t testing.TB, file, old, new string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(text), old); n != 1 {
		t.Fatalf("%s has %q %d times: the test that replaces it has to follow", file, old, n)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(text), old, new, 1)), 0o666); err != nil {
		t.Fatal(err)
	}
}

// program builds with -trimpath, so that what was compiled for one folder is there for all.
func program(t testing.TB, dir, pkg string) string {
	t.Helper()
	defer Alone(t)()
	out := filepath.Join(t.TempDir(), "program")
	Run(t, dir, "go", "build", "-trimpath", "-o", out, pkg)
	return out
}

// Alone waits until no other test program builds, and returns the function that lets the next one: two
// that build the same packages at the same time would both compile them.
func Alone(t testing.TB) (done func()) {
	t.Helper()
	done, err := lockedfile.MutexAt(filepath.Join(os.TempDir(), "errcodelint-test-builds.lock")).Lock()
	if err != nil {
		t.Fatal(err)
	}
	return done
}

// Environ is the environment for go commands: the machine's, without what a developer's settings or
// workspace would change.
func Environ() []string { return append(os.Environ(), "GOWORK=off", "GOFLAGS=") }

// Run runs a program and returns what it writes to stdout. It fails the test if the program fails.
func Run(t testing.TB, dir, name string, args ...string) string {
	t.Helper()
	out, code := Exit(t, dir, nil, name, args...)
	if code != 0 {
		t.Fatalf("%s %q ends with %d", name, args, code)
	}
	return out
}

// Exit runs a program and returns what it writes to stdout, and its exit code. env is added to [Environ].
// What the program writes to stderr is logged.
func Exit(t testing.TB, dir string, env []string, name string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(append(Environ(), "PWD="+dir), env...)
	out, err := cmd.Output()
	if exit, ok := err.(*exec.ExitError); ok {
		t.Logf("%s %q: %v\n%s", name, args, err, exit.Stderr)
		return string(out), exit.ExitCode()
	}
	if err != nil {
		t.Fatalf("%s %q: %v", name, args, err)
	}
	return string(out), 0
}

// Write writes files into a folder, which it makes.
func Write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
