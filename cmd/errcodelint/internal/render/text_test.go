package render

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

func TestText(t *testing.T) {
	root := t.TempDir()
	in := func(parts ...string) string { return filepath.Join(append([]string{root}, parts...)...) }
	findings := []govet.Finding{
		{File: in("here", "p.go"), Line: 3, Column: 4, Message: "a", Check: "x"},
		{File: in("here", "p", "q.go"), Line: 3, Message: "two\nlines", Check: "x"},
		{File: in("hereafter", "p.go"), Message: "c", Check: "y"},
	}
	var out bytes.Buffer
	if err := Text(&out, NewDir(in("here")), findings, false); err != nil {
		t.Fatal(err)
	}
	want := "p.go:3:4: a (x)\n" + filepath.Join("p", "q.go") + ":3: two\n\tlines (x)\n" + in("hereafter", "p.go") + ": c (y)\n"
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
	out.Reset()
	if err := Text(&out, NewDir(in("here")), findings[:1], true); err != nil || out.String() != "\x1b[1mp.go:3:4:\x1b[0m a \x1b[2m(x)\x1b[0m\n" {
		t.Errorf("coloured: %q, %v", out.String(), err)
	}
}

func TestDirIn(t *testing.T) {
	root := t.TempDir()
	d := NewDir(filepath.Join(root, "a", "b"))
	for dir, want := range map[string]bool{"": true, "a": true, "a/b": true, "a/b/c": false, "a/bc": false, "c": false} {
		if got := d.In(filepath.Join(root, filepath.FromSlash(dir))); got != want {
			t.Errorf("In(%s) = %v", dir, got)
		}
	}
}

func TestJSON(t *testing.T) {
	var out bytes.Buffer
	tree := govet.Tree{
		"q": {"x": {Failure: json.RawMessage(`{"error":"no"}`)}},
		"p": {"x": {Diagnostics: []json.RawMessage{json.RawMessage(`{"posn":"f:1:2","new field":"<&>"}`)}}},
	}
	if err := JSON(&out, tree); err != nil {
		t.Fatal(err)
	}
	const want = `{"p":{"x":[{"posn":"f:1:2","new field":"\u003c\u0026\u003e"}]},"q":{"x":{"error":"no"}}}`
	if got := strings.NewReplacer("\n", "", "\t", "", `": `, `":`).Replace(out.String()); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	p := Progress{W: &out}
	p.Step()
	p.Step() // too soon to be shown
	p.Done()
	p.Done()
	if out.String() != "\rerrcodelint: packages checked: 1\r\x1b[K" {
		t.Errorf("%q", out.String())
	}
	var none Progress
	none.Step()
	none.Done()
}
