package vettool

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// A unit is what the relevance look needs of the go command's description of a package.
// unitchecker.Config is the whole of it.
type unit struct {
	ID          string
	ImportPath  string
	ModulePath  string
	GoFiles     []string
	PackageVetx map[string]string // package path → file with the facts of a direct import
	VetxOnly    bool              // a dependency: only facts are wanted
	VetxOutput  string
	Stdout      string // since Go 1.26; before, the tool's own stdout
	FixArchive  string // since Go 1.26
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
	return u.VetxOnly && u.ModulePath == "" && !strings.Contains(first, ".")
}

// skip leaves behind what unitchecker leaves behind for a package without facts and findings.
func (u *unit) skip(asJSON bool) error {
	if err := os.WriteFile(u.VetxOutput, nil, 0o666); err != nil {
		return err
	}
	if u.VetxOnly {
		return nil
	}
	// Without an archive the go command would not find its earlier result complete, and would ask
	// again at every run.
	if u.FixArchive != "" {
		if err := writeEmptyArchive(u.FixArchive, u.ID); err != nil {
			return err
		}
	}
	if !asJSON {
		return nil
	}
	const none = "{}\n"
	if u.Stdout == "" {
		_, err := io.WriteString(os.Stdout, none)
		return err
	}
	return os.WriteFile(u.Stdout, []byte(none), 0o666)
}

func writeEmptyArchive(name, id string) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := zip.NewWriter(f)
	return errors.Join(w.SetComment(id), w.Close(), f.Close())
}
