package render

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"path/filepath"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// fingerprinter names findings so that the same finding has the same name in the next version of a
// program, though lines have come and gone above it: by its rule, its file and the text of its line, and by
// how many of these there are before it.
type fingerprinter struct {
	dir   Dir
	files sources
	seen  map[[sha256.Size]byte]int
}

func (p *fingerprinter) of(f govet.Finding) string {
	key := fmt.Sprintf("%s\x00%s\x00%s", ruleID(f.Check, f.Category), filepath.ToSlash(p.dir.Rel(f.File)),
		bytes.Join(bytes.Fields(p.files.line(f.File, f.Line)), []byte(" ")))
	sum := sha256.Sum256([]byte(key))
	p.seen[sum]++
	return fmt.Sprintf("%x:%d", sum[:16], p.seen[sum])
}
