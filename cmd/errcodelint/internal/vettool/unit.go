package vettool

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// A unit is what the relevance look needs of the go command's description of a package.
// unitchecker.Config is the whole of it.
type unit struct {
	ImportPath    string
	ModulePath    string
	ModuleVersion string // "" in the modules that the user works on
	GoFiles       []string
	PackageVetx   map[string]string // package path → file with the facts of a direct import
	VetxOnly      bool              // a dependency: only facts are wanted
	VetxOutput    string
}

func readUnit(name string) (*unit, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	u := new(unit)
	if err := json.Unmarshal(data, u); err != nil {
		return nil, fmt.Errorf("decoding %s: %w", name, err)
	}
	if len(u.GoFiles) == 0 || u.VetxOutput == "" {
		return nil, fmt.Errorf("%s: no description of a package", name)
	}
	return u, nil
}

// standard reports whether the unit is a package of the standard library that something else imports.
// Only the standard library is in no module and has no dot in the first element of its paths.
func (u *unit) standard() bool {
	first, _, _ := strings.Cut(u.ImportPath, "/")
	return u.ModulePath == "" && !strings.Contains(first, ".")
}

// skip leaves behind what unitchecker leaves behind for a dependency without facts.
func (u *unit) skip() error { return os.WriteFile(u.VetxOutput, nil, 0o666) }
