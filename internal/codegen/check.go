package codegen

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Drift says that files are not what the table says.
type Drift struct {
	Table string
	Files []string // each with the first line that differs
}

func (d *Drift) Error() string {
	return fmt.Sprintf("%s\nthe table %s says something else: run go generate, or the same command without -check",
		strings.Join(d.Files, "\n"), d.Table)
}

// CheckFiles compares the files in a folder with what would be written, and writes nothing. It fails
// with a [Drift] if they differ.
func CheckFiles(dir string, files []File, table string) error {
	drift := &Drift{Table: table}
	for _, file := range files {
		path := filepath.Join(dir, file.Name)
		old, err := os.ReadFile(path)
		old = bytes.ReplaceAll(old, []byte("\r\n"), []byte("\n")) // as git checks out on Windows
		switch {
		case errors.Is(err, fs.ErrNotExist):
			drift.Files = append(drift.Files, path+": missing")
		case err != nil:
			return err
		case !bytes.Equal(old, file.Content):
			drift.Files = append(drift.Files, fmt.Sprintf("%s:%d: differs from here on", path, firstDifference(old, file.Content)))
		}
	}
	if len(drift.Files) > 0 {
		return drift
	}
	return nil
}

// firstDifference returns the number of the first line that differs.
func firstDifference(a, b []byte) int {
	line := 1
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == '\n' {
			line++
		}
	}
	return line
}
