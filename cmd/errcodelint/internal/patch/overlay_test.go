package patch

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOverlay(t *testing.T) {
	file := write(t, "package p\n")
	o, err := NewOverlay([]Change{{Names: []string{file}, File: file, After: []byte("package p // new\n")}})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(o.File)
	if err != nil {
		t.Fatal(err)
	}
	var overlay struct{ Replace map[string]string }
	if err := json.Unmarshal(data, &overlay); err != nil {
		t.Fatal(err)
	}
	backing := overlay.Replace[file]
	if text, err := os.ReadFile(backing); err != nil || string(text) != "package p // new\n" {
		t.Errorf("copy: %q, %v", text, err)
	}
	if filepath.Base(backing) != filepath.Base(file) {
		t.Errorf("%s: a file's name says what kind of file it is", backing)
	}
	if got := OriginalName(backing); got != file {
		t.Errorf("OriginalName(%s) = %s, want %s", backing, got, file)
	}
	if err := o.Remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Dir(o.File)); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
}

func TestOriginalName(t *testing.T) {
	for name, want := range map[string]string{
		"/var/scratch/errcodelint-overlay-123/@/a b/p.go":       "/a b/p.go",
		"/var/scratch/errcodelint-overlay-123/@/a/p.go:3:4":     "/a/p.go:3:4",
		`C:\Temp\errcodelint-overlay-1\@C:\a\p.go`:              `C:\a\p.go`,
		`C:\Temp\errcodelint-overlay-1\@%5C%5Cs%5Cshare\a\p.go`: `\\s\share\a\p.go`,
		"/a/p.go": "/a/p.go",
		"/var/scratch/errcodelint-overlay-1/a/p.go":    "/var/scratch/errcodelint-overlay-1/a/p.go",
		"/a/errcodelint-overlay-xyz/@/a/p.go":          "/a/errcodelint-overlay-xyz/@/a/p.go",
		"/var/scratch/errcodelint-overlay-1/@%/a/p.go": "/var/scratch/errcodelint-overlay-1/@%/a/p.go",
	} {
		if got := OriginalName(name); got != want {
			t.Errorf("OriginalName(%s) = %s, want %s", name, got, want)
		}
	}
}

func TestOriginalJSON(t *testing.T) {
	const dir = "/var/scratch/errcodelint-overlay-123/@"
	in := `{"posn": "DIR/a \"b\"/p.go:3:4", "message": "in \"DIR/a/p.go\"", "edits": [{"filename":"DIR/p.go"}, {"filename": "/q.go"}]}`
	want := strings.Replace(in, "DIR/a \\\"b", "/a \\\"b", 1)
	want = strings.Replace(want, `:"DIR/p.go`, `:"/p.go`, 1)
	in, want = strings.ReplaceAll(in, "DIR", dir), strings.ReplaceAll(want, "DIR", dir)
	if got := string(OriginalJSON([]byte(in))); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
