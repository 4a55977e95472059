package render

import (
	"bytes"
	"os"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/errcodelint/errcodelint/cmd/errcodelint/internal/govet"
)

// sources are the lines of files that findings lie in: go vet counts columns in bytes, and nobody
// else does. A file that cannot be read has no lines, and its columns stay what they are.
type sources map[string][][]byte

func (s sources) lines(file string) [][]byte {
	lines, ok := s[file]
	if !ok {
		if text, err := os.ReadFile(file); err == nil {
			lines = bytes.SplitAfter(text, []byte("\n"))
		}
		s[file] = lines
	}
	return lines
}

// line returns the text of a line, which counts from 1.
func (s sources) line(file string, line int) []byte {
	if lines := s.lines(file); line >= 1 && line <= len(lines) {
		return lines[line-1]
	}
	return nil
}

// column makes a column that counts bytes one that counts units of UTF-16, as editors and SARIF do.
func (s sources) column(file string, line, column int) int {
	text := s.line(file, line)
	if column < 1 || column-1 > len(text) {
		return column
	}
	return 1 + units(text[:column-1])
}

// place returns the line and column of an offset.
func (s sources) place(file string, offset int) (line, column int) {
	for i, text := range s.lines(file) {
		if offset < len(text) || offset == len(text) && i == len(s.lines(file))-1 {
			return i + 1, 1 + units(text[:offset])
		}
		offset -= len(text)
	}
	return 0, 0
}

func units(text []byte) int {
	n := 0
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		n += max(1, utf16.RuneLen(r))
		text = text[size:]
	}
	return n
}

// A span is where a finding starts and ends, in units of UTF-16; end is 0 where it is not known.
type span struct{ line, column, endLine, endColumn int }

func (s sources) span(f govet.Finding) span {
	return span{f.Line, s.column(f.File, f.Line, f.Column), f.EndLine, s.column(f.File, f.EndLine, f.EndColumn)}
}
