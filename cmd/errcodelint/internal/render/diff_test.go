package render

import (
	"bytes"
	"path/filepath"
	"testing"
)

func TestDiff(t *testing.T) {
	root := t.TempDir()
	var out bytes.Buffer
	if err := Diff(&out, NewDir(root), filepath.Join(root, "p", "x.go"), []byte("a\nb\nc\n"), []byte("a\nB\nc")); err != nil {
		t.Fatal(err)
	}
	const want = `--- a/p/x.go
+++ b/p/x.go
@@ -1,3 +1,3 @@
 a
-b
-c
+B
+c
\ No newline at end of file
`
	if out.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", out.String(), want)
	}
}

func TestDiffOutsideKeepsTheWholeName(t *testing.T) {
	var out bytes.Buffer
	file := filepath.Join(t.TempDir(), "x.go")
	if err := Diff(&out, NewDir(t.TempDir()), file, []byte("a\n"), []byte("b\n")); err != nil {
		t.Fatal(err)
	}
	if want := "--- " + file + "\n"; !bytes.HasPrefix(out.Bytes(), []byte(want)) {
		t.Errorf("got:\n%s\nwant it to start with %q", out.String(), want)
	}
}
