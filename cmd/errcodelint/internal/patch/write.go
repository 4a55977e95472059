package patch

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

var rename = os.Rename // a test makes it fail

// Write writes the changes: every file or, if that fails, none; the error says so. Each new content
// is first written beside its file and then takes its place, so nobody ever sees half a file.
func Write(changes []Change) error {
	err := replace(changes)
	var kept *keptError
	if err != nil && !errors.As(err, &kept) {
		err = fmt.Errorf("%w; nothing was changed", err)
	}
	return err
}

func replace(changes []Change) error {
	var staged []string // the new contents, in the order of changes
	defer func() {
		for _, tmp := range staged {
			os.Remove(tmp) // those that have taken their place are gone already
		}
	}()
	for _, c := range changes {
		tmp, err := stage(c.File, c.After)
		if err != nil {
			return err
		}
		staged = append(staged, tmp)
	}
	for _, c := range changes {
		if now, err := os.ReadFile(c.File); err != nil {
			return err
		} else if !bytes.Equal(now, c.Before) {
			return fmt.Errorf("%s was changed by somebody else meanwhile", c.Names[0])
		}
	}
	for i, c := range changes {
		if err := rename(staged[i], c.File); err != nil {
			return errors.Join(err, restore(changes[:i]))
		}
	}
	return nil
}

// A keptError is about files that are changed although others could not be.
type keptError struct{ errs []error }

func (e *keptError) Error() string {
	return "these files are changed, and could not be changed back: " + errors.Join(e.errs...).Error()
}

// restore gives files their old content back.
func restore(changes []Change) error {
	var errs []error
	for _, c := range changes {
		tmp, err := stage(c.File, c.Before)
		if err == nil {
			err = rename(tmp, c.File)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", c.Names[0], err))
		}
	}
	if errs == nil {
		return nil
	}
	return &keptError{errs}
}

// stage writes text to a new file beside file, with the same permissions and, where that can be
// done, the same owner.
func stage(file string, text []byte) (tmp string, err error) {
	info, err := os.Stat(file)
	if err != nil {
		return "", err
	}
	// Who may write to the folder could replace the file all the same, but that is not what
	// somebody wanted who made it read-only.
	if !info.Mode().IsRegular() || info.Mode().Perm()&0o200 == 0 {
		return "", fmt.Errorf("%s is read-only", file)
	}
	f, err := os.CreateTemp(filepath.Dir(file), ".errcodelint-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	keepOwner(f, info)
	err = errors.Join(err, f.Chmod(info.Mode().Perm()), f.Close())
	if err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}
