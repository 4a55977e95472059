package codegen

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// JSON reads a list of objects, one per code, whose keys are the columns; or an object in which one
// member is such a list. Values are texts or numbers.
type JSON struct{}

// Read implements [Reader].
func (JSON) Read(file, source string) (*Sheet, error) {
	j := &jsonReader{file: file, source: source, dec: json.NewDecoder(strings.NewReader(source))}
	j.dec.UseNumber()
	j.newlines()
	// A Decoder is vague about where an error is, so look first.
	if err := json.Unmarshal([]byte(source), new(json.RawMessage)); err != nil {
		return nil, j.explain(err)
	}
	sheet, err := j.read()
	if err != nil {
		return nil, j.explain(err)
	}
	return sheet.read(j.bad)
}

type jsonReader struct {
	file, source string
	dec          *json.Decoder
	lines        []int // offsets at which lines start
	bad          problems
}

func (j *jsonReader) newlines() {
	j.lines = []int{0}
	for i := range len(j.source) {
		if j.source[i] == '\n' {
			j.lines = append(j.lines, i+1)
		}
	}
}

func (j *jsonReader) pos(offset int) Pos {
	line, found := slices.BinarySearch(j.lines, offset)
	if !found {
		line--
	}
	return Pos{j.file, line + 1, offset - j.lines[line] + 1}
}

// next returns the next token, and where it begins.
func (j *jsonReader) next() (json.Token, Pos, error) {
	start := int(j.dec.InputOffset())
	for start < len(j.source) && strings.IndexByte(" \t\r\n,:", j.source[start]) >= 0 {
		start++
	}
	token, err := j.dec.Token()
	return token, j.pos(start), err
}

// explain says where JSON is none.
func (j *jsonReader) explain(err error) error {
	var syntax *json.SyntaxError
	var own *Error
	switch {
	case errors.As(err, &own):
		return err
	case strings.TrimSpace(j.source) == "":
		return &Error{Pos{File: j.file}, "empty table: want a list of objects, one per code"}
	case errors.As(err, &syntax) && int(syntax.Offset) == len(j.source) && strings.Contains(err.Error(), "unexpected end"):
		return &Error{j.pos(len(strings.TrimRight(j.source, " \t\n"))), "the file ends in the middle of a list or object"}
	case errors.As(err, &syntax):
		return &Error{j.pos(max(int(syntax.Offset)-1, 0)), "not JSON: " + syntax.Error()}
	}
	return &Error{j.pos(int(j.dec.InputOffset())), "not JSON: " + err.Error()}
}

func (j *jsonReader) read() (*Sheet, error) {
	token, pos, err := j.next()
	if err != nil {
		return nil, err
	}
	var sheet *Sheet
	switch token {
	case json.Delim('['):
		sheet, err = j.list(pos)
	case json.Delim('{'):
		sheet, err = j.object(pos)
	default:
		err = &Error{pos, "want a list of objects, one per code"}
	}
	if err != nil {
		return nil, err
	}
	return sheet, nil
}

// object finds the one list of objects among the members of an object.
func (j *jsonReader) object(at Pos) (*Sheet, error) {
	var found *Sheet
	for j.dec.More() {
		name, _, err := j.next()
		if err != nil {
			return nil, err
		}
		token, pos, err := j.next()
		if err != nil {
			return nil, err
		}
		if token != json.Delim('[') {
			if err := j.skip(token); err != nil {
				return nil, err
			}
			continue
		}
		if found != nil {
			return nil, &Error{pos, fmt.Sprintf("%q is a second list: want one", name)}
		}
		if found, err = j.list(pos); err != nil {
			return nil, err
		}
	}
	if _, _, err := j.next(); err != nil {
		return nil, err
	}
	if found == nil {
		return nil, &Error{at, "no list of codes in the object"}
	}
	return found, nil
}

// skip reads on to the end of what token begins.
func (j *jsonReader) skip(token json.Token) error {
	depth := 0
	for {
		switch token {
		case json.Delim('['), json.Delim('{'):
			depth++
		case json.Delim(']'), json.Delim('}'):
			depth--
		}
		if depth == 0 {
			return nil
		}
		var err error
		if token, _, err = j.next(); err != nil {
			return err
		}
	}
}

// list reads the objects of a list. Their keys are the columns.
func (j *jsonReader) list(at Pos) (*Sheet, error) {
	sheet := &Sheet{File: j.file}
	column := make(map[string]int)
	for j.dec.More() {
		token, start, err := j.next()
		if err != nil {
			return nil, err
		}
		if token != json.Delim('{') {
			return nil, &Error{start, "want an object for each code"}
		}
		cells := make(map[int]Cell)
		for j.dec.More() {
			token, pos, err := j.next()
			if err != nil {
				return nil, err
			}
			name, _ := token.(string)
			at, known := column[name]
			if !known {
				at = len(sheet.Header)
				column[name] = at
				sheet.Header = append(sheet.Header, Cell{name, pos})
			}
			if _, twice := cells[at]; twice {
				j.bad.add(pos, "duplicate key %q in one object", name)
			}
			if cells[at], err = j.cell(name); err != nil {
				return nil, err
			}
		}
		if _, _, err := j.next(); err != nil { // }
			return nil, err
		}
		row := make([]Cell, len(sheet.Header))
		for i := range row {
			row[i] = Cell{Pos: start}
			if cell, ok := cells[i]; ok {
				row[i] = cell
			}
		}
		if len(row) == 0 {
			row = []Cell{{Pos: start}}
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	if _, _, err := j.next(); err != nil { // ]
		return nil, err
	}
	if sheet.Header == nil {
		return nil, &Error{at, "empty table: the list has no codes"}
	}
	return sheet, nil
}

// cell reads the value of a key. Whatever is no text and no number matters only where the column
// has a meaning.
func (j *jsonReader) cell(name string) (Cell, error) {
	token, pos, err := j.next()
	if err != nil {
		return Cell{}, err
	}
	switch value := token.(type) {
	case string:
		return Cell{strings.TrimSpace(value), pos}, nil
	case json.Number:
		return Cell{value.String(), pos}, nil
	case nil:
		return Cell{"", pos}, nil
	}
	if isColumn(firstWord(name)) {
		j.bad.add(pos, "%s is neither a text nor a number", name)
	}
	return Cell{"", pos}, j.skip(token)
}
