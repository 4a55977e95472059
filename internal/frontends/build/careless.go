package build

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/errcodelint/errcodelint/internal/testprograms"
)

// Careless copies the careless service, as a module of its own, out of the module of test programs, and
// returns the folder: gopls takes nothing for part of a workspace that lies in a folder called testdata,
// and looks at all that is in it.
func Careless(t testing.TB) string {
	t.Helper()
	temp, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	from, dir := testprograms.Dir(t), filepath.Join(temp, "programs")
	for _, name := range []string{"services/careless", "fakeapi"} {
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS(filepath.Join(from, name))); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			t.Fatal(err)
		}
		Write(t, dir, map[string]string{name: string(text)})
	}
	Run(t, dir, "go", "mod", "edit", "-replace="+Module+"="+Root())
	return dir
}
