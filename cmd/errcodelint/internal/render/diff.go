package render

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/diff"
)

// Diff writes the change of one file from before to after as a unified diff that `git apply` and
// `patch -p1` take. file is absolute; dir is the folder that the names in the diff are relative to.
func Diff(w io.Writer, dir Dir, file string, before, after []byte) error {
	name := dir.Rel(file)
	oldName, newName := name, name
	if !filepath.IsAbs(name) {
		name = filepath.ToSlash(name)
		oldName, newName = "a/"+name, "b/"+name
	}
	text := diff.Diff(oldName, before, newName, after)
	// The library starts with a line for people ("diff old new"), which git takes for the
	// head of a patch of its own and then misses the rest of it.
	if _, rest, ok := bytes.Cut(text, []byte("\n")); ok && strings.HasPrefix(string(text), "diff ") {
		text = rest
	}
	if _, err := w.Write(text); err != nil {
		return fmt.Errorf("writing the diff of %s: %w", file, err)
	}
	return nil
}
