package codegen

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"
)

// Cell is the text of one cell, without the space around it, and where it begins.
type Cell struct {
	Text string
	Pos  Pos
}

// Sheet is a table before anybody has asked what it means.
type Sheet struct {
	File   string
	Header []Cell
	Rows   [][]Cell // never longer than Header; may be shorter, but not empty
}

// Reader reads one file format. The source it is given is clean: see [ReadSheet].
type Reader interface {
	// Read splits the source into cells. file is for positions only.
	Read(file, source string) (*Sheet, error)
}

// readers are the formats, by the file's extension.
var readers = map[string]Reader{
	".tsv":  TSV{},
	".csv":  CSV{},
	".md":   Markdown{},
	".json": JSON{},
}

// addRow adds a row, unless it has more cells than the header.
func (s *Sheet) addRow(cells []Cell, bad *problems, hint string) {
	if have, want := len(cells), len(s.Header); have > want {
		bad.add(cells[want].Pos, "row has %d cells, but the header names %d columns: %s", have, want, hint)
		return
	}
	s.Rows = append(s.Rows, cells)
}

// read is what a reader returns in the end: the sheet, if there is one, or what is wrong with it.
func (s *Sheet) read(bad problems) (*Sheet, error) {
	if s.Header == nil {
		return nil, &Error{Pos{File: s.File}, "empty table: want a header row that names the columns, and a row per code"}
	}
	if len(bad) > 0 {
		return nil, bad.err()
	}
	return s, nil
}

// ReadFile reads a table with the reader for the file's extension.
func ReadFile(file string) (*Sheet, error) {
	reader, ok := readers[strings.ToLower(filepath.Ext(file))]
	if !ok {
		known := slices.Sorted(maps.Keys(readers))
		return nil, &Error{Pos{File: file}, fmt.Sprintf("unknown kind of table: the name has to end in one of %s", strings.Join(known, ", "))}
	}
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	return ReadSheet(reader, file, source)
}

// ReadSheet takes away what spreadsheets add, a byte order mark and carriage returns, and
// hands the rest to the reader if it is UTF-8.
func ReadSheet(reader Reader, file string, source []byte) (*Sheet, error) {
	source = bytes.TrimPrefix(source, []byte("\uFEFF"))
	source = bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
	text := string(source)
	if err := checkText(file, text); err != nil {
		return nil, err
	}
	return reader.Read(file, text)
}

// checkText finds the first byte that is not UTF-8. UTF-16, which spreadsheets like to write, ends
// here.
func checkText(file, text string) error {
	line, lineStart := 1, 0
	for offset, char := range text {
		if char == '\n' {
			line, lineStart = line+1, offset+1
		}
		if char == utf8.RuneError && !strings.HasPrefix(text[offset:], "\uFFFD") {
			return &Error{Pos{file, line, offset - lineStart + 1}, "not UTF-8: save the table as UTF-8"}
		}
	}
	return nil
}
