package patch

import (
	"encoding/json"
	"errors"
	"net/url"
	"os"
	"path/filepath"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// An Overlay shows the go command the changed files before they are written.
//
// A copy's name tells which file it stands for, without the Overlay's help: the go command may have
// a cached result for the same text, in which the copies of an earlier run are named.
type Overlay struct {
	File string // for -overlay
	dir  string
}

// NewOverlay writes the changed contents and the overlay's description into a temporary folder.
func NewOverlay(changes []Change) (*Overlay, error) {
	dir, err := os.MkdirTemp("", "errcodelint-overlay-")
	if err != nil {
		return nil, err
	}
	o := &Overlay{File: filepath.Join(dir, "overlay.json"), dir: dir}
	if err := o.write(changes); err != nil {
		return nil, errors.Join(err, o.Remove())
	}
	return o, nil
}

func (o *Overlay) write(changes []Change) error {
	replace := make(map[string]string)
	for _, c := range changes {
		for _, name := range c.Names {
			volume := filepath.VolumeName(name)
			backing := filepath.Join(o.dir, "@"+url.PathEscape(volume), name[len(volume):])
			if err := os.MkdirAll(filepath.Dir(backing), 0o700); err != nil {
				return err
			}
			if err := os.WriteFile(backing, c.After, 0o600); err != nil {
				return err
			}
			replace[name] = backing
		}
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	return os.WriteFile(o.File, data, 0o600)
}

// Remove removes the files.
func (o *Overlay) Remove() error { return os.RemoveAll(o.dir) }

// copyName is the name of a copy.
var copyName = lazyregexp.New(`^.*[/\\]errcodelint-overlay-[0-9]+[/\\]@([^/\\]*)([/\\].*)$`)

// OriginalName returns the name of the file that file is an Overlay's copy of, or else its own. A
// position behind the name stays there.
func OriginalName(file string) string {
	m := copyName().FindStringSubmatch(file)
	if m == nil {
		return file
	}
	volume, err := url.PathUnescape(m[1])
	if err != nil {
		return file
	}
	return volume + m[2]
}

// fileInJSON finds what names a file in go vet's JSON.
var fileInJSON = lazyregexp.New(`("(?:posn|end|filename)":\s*)("(?:[^"\\]|\\.)*")`)

// OriginalJSON returns a diagnostic of go vet's JSON in which the files have their original names.
func OriginalJSON(data []byte) []byte {
	return fileInJSON().ReplaceAllFunc(data, func(match []byte) []byte {
		m := fileInJSON().FindSubmatch(match)
		var name string
		if json.Unmarshal(m[2], &name) != nil {
			return match
		}
		quoted, err := json.Marshal(OriginalName(name))
		if err != nil {
			return match
		}
		return append(m[1], quoted...)
	})
}
