// Package testprograms gives the tests the module of programs in testdata, with
// what its go.mod needs downloaded: analysistest itself reaches no proxy.
package testprograms

import (
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

var download = sync.OnceValues(func() ([]byte, error) {
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = dir()
	return cmd.CombinedOutput()
})

func dir() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "testdata")
}

// Dir returns the folder of the module of test programs.
func Dir(t testing.TB) string {
	t.Helper()
	if out, err := download(); err != nil {
		t.Fatalf("go mod download in %s: %v\n%s", dir(), err, out)
	}
	return dir()
}

// Libraries returns the folder of a module of programs for retry libraries, with
// what its go.mod needs downloaded.
func Libraries(t testing.TB, name string) string {
	t.Helper()
	at := filepath.Join(dir(), "libs", name)
	cmd := exec.Command("go", "mod", "download")
	cmd.Dir = at
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go mod download in %s: %v\n%s", at, err, out)
	}
	return at
}
