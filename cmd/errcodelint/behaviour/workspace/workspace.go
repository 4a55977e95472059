// Package workspace gives tests a copy of the programs in testdata, on which they let errcodelint -fix loose.
package workspace

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// copied is all of the module in testdata that is needed.
var copied = []string{"go.mod", "go.sum", "services", "notify", "fakeapi", "harness", "whatsapp", "directives", "ensure", "retriedcode", "libs"}

// A Workspace is a copy of the programs, and the command.
type Workspace struct {
	root string // of the repository
	dir  string
	tool string
	env  []string
}

// New returns a workspace of its own for a test, which is skipped under -short.
func New(t *testing.T) *Workspace {
	t.Helper()
	if testing.Short() {
		t.Skip("-short: this builds and runs whole programs")
	}
	root := filepath.Dir(testprograms.Dir(t))
	w := &Workspace{root: root, dir: t.TempDir(), tool: filepath.Join(t.TempDir(), "errcodelint")}
	if runtime.GOOS == "windows" {
		w.tool += ".exe"
	}
	w.env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "PWD="+w.dir)
	for _, name := range copied {
		if err := copyTree(filepath.Join(w.dir, name), filepath.Join(root, "testdata", name)); err != nil {
			t.Fatal(err)
		}
	}
	w.Run(t, "go", "mod", "edit", "-replace=github.com/errcodelint/errcodelint="+root)

	cmd := exec.Command("go", "build", "-o", w.tool, "./cmd/errcodelint")
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return w
}

// Library returns the workspace of a module of libs, which needs to know where ours is.
func (w *Workspace) Library(t *testing.T, name string) *Workspace {
	t.Helper()
	lib := *w
	lib.dir = filepath.Join(w.dir, "libs", name)
	lib.env = append(slices.Clone(w.env), "PWD="+lib.dir)
	lib.Run(t, "go", "mod", "edit", "-replace=github.com/errcodelint/errcodelint="+w.root)
	return &lib
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

// Run runs a command that has to succeed, and returns its standard output.
func (w *Workspace) Run(t *testing.T, name string, args ...string) string {
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

// Fix applies all fixes once, and returns the findings that remain.
func (w *Workspace) Fix(t *testing.T, patterns ...string) string {
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

// Files returns the text of every file, by its slash-separated path.
func (w *Workspace) Files(t *testing.T) map[string]string {
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

// Changes lists the files that are not the same, or that only one of the two has.
func Changes(before, after map[string]string) []string {
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
