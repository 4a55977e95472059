package codegen

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// WriteFiles writes the files into a folder, each whole or not at all. It leaves files alone that
// hold the same already, and refuses before it writes anything if one of them would replace a
// file that was not generated.
func WriteFiles(dir string, files []File) error {
	var changed []File
	for _, file := range files {
		path := filepath.Join(dir, file.Name)
		old, err := os.ReadFile(path)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case bytes.Equal(old, file.Content):
			continue
		case !generatedHeader().Match(old):
			return fmt.Errorf("%s: not overwritten, since it is no generated file: move it away first", path)
		}
		changed = append(changed, file)
	}
	for _, file := range changed {
		if err := writeFile(filepath.Join(dir, file.Name), file.Content); err != nil {
			return err
		}
	}
	return nil
}

// generatedHeader is Go's convention for generated files. Only the header is looked at, not the
// syntax: a generated file that a merge has left in pieces is the one to generate anew.
var generatedHeader = lazyregexp.New(`(?m)^// Code generated .* DO NOT EDIT\.\r?$`)

// writeFile writes next to the file and renames, so that there is no moment at which the file is
// half written.
func writeFile(path string, content []byte) (err error) {
	temp, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temp.Close() // for the errors before it was closed; a second Close does no harm
			os.Remove(temp.Name())
		}
	}()
	if _, err := temp.Write(content); err != nil {
		return err
	}
	if err := temp.Chmod(0o644); err != nil {
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	return os.Rename(temp.Name(), path)
}
