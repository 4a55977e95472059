package patch

import (
	"bytes"
	"fmt"
	"go/format"
	"strings"
)

// A style is what a file looked like before the fixes and has to look like after them.
type style struct {
	bom       bool // starts with a byte order mark
	crlf      bool // every line ends in \r\n
	formatted bool // gofmt would change nothing but these two
}

var bom = []byte("\uFEFF")

func styleOf(text []byte) style {
	lines := bytes.Count(text, []byte("\n"))
	s := style{
		bom:  bytes.HasPrefix(text, bom),
		crlf: lines > 0 && bytes.Count(text, []byte("\r\n")) == lines,
	}
	plain := s.plain(text)
	formatted, err := format.Source(plain)
	s.formatted = err == nil && bytes.Equal(formatted, plain)
	return s
}

// plain returns text without the byte order mark and with \n at the ends of lines.
func (s style) plain(text []byte) []byte {
	if s.bom {
		text = bytes.TrimPrefix(text, bom)
	}
	if s.crlf {
		text = bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n"))
	}
	return text
}

// dress is the reverse of plain.
func (s style) dress(text []byte) []byte {
	if s.crlf {
		text = bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))
	}
	if s.bom {
		text = append(bytes.Clone(bom), text...)
	}
	return text
}

// inserted returns the new text of an edit with the file's line ends.
func (s style) inserted(text string) string {
	if !s.crlf {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\n", "\r\n")
}

// tidy returns after, the text with the fixes applied, as somebody who keeps the file in order would
// have left it.
func tidy(before, after []byte, s style) ([]byte, error) {
	after, err := dropUnusedImports(before, after)
	if err != nil || !s.formatted {
		return after, err
	}
	plain, err := format.Source(s.plain(after))
	if err != nil {
		return nil, fmt.Errorf("formatting: %w", err)
	}
	return s.dress(plain), nil
}
