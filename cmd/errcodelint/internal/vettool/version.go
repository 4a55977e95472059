package vettool

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
)

// printVersion answers -V=full, from which the go command learns when results are out of date.
//
// unitchecker has an answer of its own, which starts with the program's path; the go command splits
// the answer at spaces, so a tool in a folder like "John Doe" would not work at all.
func printVersion(w io.Writer) error {
	name, err := os.Executable()
	if err != nil {
		return fmt.Errorf("finding the program's own file: %w", err)
	}
	f, err := os.Open(name)
	if err != nil {
		return fmt.Errorf("reading the program's own file: %w", err)
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return fmt.Errorf("reading the program's own file: %w", err)
	}
	_, err = fmt.Fprintf(w, "errcodelint version devel buildID=%x\n", h.Sum(nil))
	return err
}
