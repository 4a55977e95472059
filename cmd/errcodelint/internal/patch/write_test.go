package patch

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// changes makes files a.go, b.go, … in a folder each, and returns the wish to change all of them.
func changes(t *testing.T, names ...string) []Change {
	t.Helper()
	root := t.TempDir()
	var out []Change
	for _, name := range names {
		file := filepath.Join(root, name, name+".go")
		if err := os.Mkdir(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		c := Change{Names: []string{file}, File: file, Before: []byte("old " + name), After: []byte("new " + name)}
		if err := os.WriteFile(file, c.Before, 0o640); err != nil {
			t.Fatal(err)
		}
		out = append(out, c)
	}
	return out
}

// contents checks that the files start with word, and that nothing else lies beside them.
func contents(t *testing.T, list []Change, word string) {
	t.Helper()
	for _, c := range list {
		text, err := os.ReadFile(c.File)
		if err != nil || !strings.HasPrefix(string(text), word) {
			t.Errorf("%s: %q, %v; want %s", filepath.Base(c.File), text, err, word)
		}
		entries, err := os.ReadDir(filepath.Dir(c.File))
		if err != nil || len(entries) != 1 {
			t.Errorf("beside %s: %v, %v", filepath.Base(c.File), entries, err)
		}
	}
}

func TestWrite(t *testing.T) {
	list := changes(t, "a", "b", "c")
	if err := Write(list); err != nil {
		t.Fatal(err)
	}
	contents(t, list, "new")
	if info, err := os.Stat(list[0].File); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("permissions: %v, %v", info.Mode(), err)
	}
}

func TestWriteNothingIfOneIsReadOnly(t *testing.T) {
	list := changes(t, "a", "b", "c")
	if err := os.Chmod(list[1].File, 0o444); err != nil {
		t.Fatal(err)
	}
	if err := Write(list); err == nil || !strings.Contains(err.Error(), "b.go is read-only") {
		t.Errorf("error: %v", err)
	}
	contents(t, list, "old")
}

func TestWriteNothingIfOneHasChanged(t *testing.T) {
	list := changes(t, "a", "b", "c")
	if err := os.WriteFile(list[2].File, []byte("old, but by somebody else"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Write(list); err == nil || !strings.Contains(err.Error(), "c.go was changed by somebody else") {
		t.Errorf("error: %v", err)
	}
	contents(t, list, "old")
}

func TestWriteRestoresIfOneFails(t *testing.T) {
	list := changes(t, "a", "b", "c")
	rename = func(from, to string) error {
		if to == list[2].File {
			return &os.LinkError{Op: "rename", Old: from, New: to, Err: os.ErrPermission}
		}
		return os.Rename(from, to)
	}
	defer func() { rename = os.Rename }()
	if err := Write(list); err == nil || !strings.Contains(err.Error(), "c.go") {
		t.Errorf("error: %v", err)
	}
	contents(t, list, "old")
}
