package patch

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// An Overlay shows the go command the changed files before they are written.
type Overlay struct {
	File    string            // for -overlay
	Backing map[string]string // file with the new content → name of the changed file
}

// NewOverlay writes the changed contents and the overlay's description into dir, an empty folder.
func NewOverlay(dir string, changes []Change) (*Overlay, error) {
	o := &Overlay{File: filepath.Join(dir, "overlay.json"), Backing: make(map[string]string)}
	replace := make(map[string]string)
	for i, c := range changes {
		for j, name := range c.Names {
			backing := filepath.Join(dir, fmt.Sprintf("%d-%d-%s", i, j, filepath.Base(name)))
			if err := os.WriteFile(backing, c.After, 0o600); err != nil {
				return nil, err
			}
			replace[name] = backing
			o.Backing[backing] = name
		}
	}
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, err
	}
	return o, os.WriteFile(o.File, data, 0o600)
}
