package codegen

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
)

// CSV reads comma-separated values, also those with semicolons that spreadsheets write where the
// comma is a decimal point. Lines that start with "#" are skipped, except that the header may
// start with one.
type CSV struct{}

// Read implements [Reader].
func (CSV) Read(file, source string) (*Sheet, error) {
	r := csv.NewReader(strings.NewReader(source))
	r.Comma = separator(source)
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	sheet := &Sheet{File: file}
	var bad problems
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, csvError(file, err)
		}
		cells := make([]Cell, len(record))
		for i, text := range record {
			line, column := r.FieldPos(i)
			cells[i] = Cell{strings.TrimSpace(text), Pos{file, line, column}}
		}
		comment := strings.HasPrefix(cells[0].Text, "#")
		switch cells = withoutEmptyEnd(cells); {
		case len(cells) == 0, comment && (sheet.Header != nil || len(cells) == 1):
		case sheet.Header != nil:
			sheet.addRow(cells, &bad, "is there a separator inside a cell that is not quoted?")
		case len(cells) == 1:
			return nil, &Error{cells[0].Pos, "bad header: want the names of columns, separated by commas or semicolons"}
		default:
			if comment {
				cells[0] = cutHash(cells[0])
			}
			sheet.Header = cells
		}
	}
	return sheet.read(bad)
}

// separator is a semicolon if the first line that is no comment has one, and no comma.
func separator(source string) rune {
	for line := range strings.Lines(source) {
		switch {
		case strings.Contains(line, ","):
			return ','
		case strings.Contains(line, ";"):
			return ';'
		}
	}
	return ','
}

func csvError(file string, err error) error {
	var parse *csv.ParseError
	if !errors.As(err, &parse) {
		return &Error{Pos{File: file}, err.Error()}
	}
	hint := parse.Err.Error()
	switch {
	case errors.Is(err, csv.ErrBareQuote):
		hint = `a quote inside a cell that is not quoted: quote the cell and double the quotes in it, as in "the ""net"""`
	case errors.Is(err, csv.ErrQuote):
		hint = `a quoted cell does not end where it should: double the quotes inside it, as in "the ""net"""`
	}
	return &Error{Pos{file, parse.Line, parse.Column}, hint}
}

// withoutEmptyEnd drops the empty cells at the end of a row, of which spreadsheets write many.
func withoutEmptyEnd(cells []Cell) []Cell {
	for len(cells) > 0 && cells[len(cells)-1].Text == "" {
		cells = cells[:len(cells)-1]
	}
	return cells
}

// cutHash takes the "#" off the first cell of a header.
func cutHash(cell Cell) Cell {
	text := strings.TrimPrefix(cell.Text, "#")
	trimmed := strings.TrimLeft(text, " ")
	cell.Pos.Column += 1 + len(text) - len(trimmed)
	cell.Text = trimmed
	return cell
}
