package patch

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

// An Overlay shows the go command the changed files before they are written.
type Overlay struct {
	File  string            // for -overlay
	names map[string]string // base name of a file with the new content → name of the changed file
}

// NewOverlay writes the changed contents and the overlay's description into dir, an empty folder.
//
// The files' base names are made of the names that they stand for. So they can be told even if the
// go command has a cached result for the same text, in which an earlier overlay's folder is named.
func NewOverlay(dir string, changes []Change) (*Overlay, error) {
	o := &Overlay{File: filepath.Join(dir, "overlay.json"), names: make(map[string]string)}
	replace := make(map[string]string)
	for _, c := range changes {
		for _, name := range c.Names {
			sum := sha256.Sum256([]byte(name))
			base := fmt.Sprintf("errcodelint-%x-%s", sum[:8], filepath.Base(name))
			backing := filepath.Join(dir, base)
			if err := os.WriteFile(backing, c.After, 0o600); err != nil {
				return nil, err
			}
			replace[name] = backing
			o.names[base] = name
		}
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, err
	}
	return o, os.WriteFile(o.File, data, 0o600)
}

// Name returns the name of the file that file stands for, or its own.
func (o *Overlay) Name(file string) string {
	if name, ok := o.names[filepath.Base(file)]; ok {
		return name
	}
	return file
}

// jsonFile finds a file with new content in go vet's JSON.
var jsonFile = regexp.MustCompile(`("(?:posn|end|filename)":\s*)"[^"]*?(errcodelint-[0-9a-f]{16}-[^"/\\:]+)`)

// NameInJSON returns a diagnostic of go vet's JSON with the names of the changed files in it.
func (o *Overlay) NameInJSON(data []byte) []byte {
	return jsonFile.ReplaceAllFunc(data, func(match []byte) []byte {
		m := jsonFile.FindSubmatch(match)
		name, ok := o.names[string(m[2])]
		quoted, err := json.Marshal(name)
		if !ok || err != nil {
			return match
		}
		return append(m[1], quoted[:len(quoted)-1]...)
	})
}
