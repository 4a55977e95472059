package render

import (
	"os"
	"path/filepath"
	"strings"
)

// A Dir is the folder in which the user stands. Names of files below it are shown relative to it.
type Dir struct {
	names []string // the same folder, as the shell calls it and with symbolic links resolved
}

// NewDir returns the Dir for an absolute path.
func NewDir(path string) Dir {
	d := Dir{names: []string{filepath.Clean(path)}}
	if real, err := filepath.EvalSymlinks(path); err == nil && real != d.names[0] {
		d.names = append(d.names, real)
	}
	return d
}

// Rel returns the name of an absolute file relative to the Dir if the file is below it, and
// otherwise the name as it is: `../../x/y.go` helps nobody.
func (d Dir) Rel(file string) string {
	for _, dir := range d.names {
		if !strings.HasSuffix(dir, string(os.PathSeparator)) {
			dir += string(os.PathSeparator)
		}
		if rest, ok := strings.CutPrefix(file, dir); ok && rest != "" {
			return rest
		}
	}
	return file
}

// In reports whether the Dir is the given folder or one below it.
func (d Dir) In(dir string) bool {
	for _, name := range d.names {
		rel, err := filepath.Rel(dir, name)
		if err == nil && (rel == "." || !strings.HasPrefix(rel, "..")) {
			return true
		}
	}
	return false
}
