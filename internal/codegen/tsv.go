package codegen

import "strings"

// TSV reads tab-separated values: a row per line, no quoting. Empty lines are skipped, and so are
// lines that start with "#", except that the header may start with one.
type TSV struct{}

// Read implements [Reader].
func (TSV) Read(file, source string) (*Sheet, error) {
	sheet := &Sheet{File: file}
	var bad problems
	number := 0
	for line := range strings.Lines(source) {
		number++
		line = strings.TrimSuffix(line, "\n")
		start := Pos{file, number, 1}
		if sheet.Header == nil {
			// A header has two columns at least, so a line without a tab is a comment.
			if comment, ok := strings.CutPrefix(line, "#"); ok {
				if !strings.Contains(line, "\t") {
					continue
				}
				line, start.Column = comment, 2
			}
		} else if strings.HasPrefix(line, "#") {
			continue
		}
		if strings.TrimSpace(line) == "" {
			continue
		}
		cells := splitTabs(line, start)
		if sheet.Header == nil {
			if len(cells) == 1 {
				return nil, &Error{cells[0].Pos, "bad header: want the names of columns, separated by tabs"}
			}
			sheet.Header = cells
			continue
		}
		if extra := len(sheet.Header); len(cells) > extra {
			bad.add(cells[extra].Pos, "row has %d cells, but the header names %d columns: is there a tab inside a cell?", len(cells), extra)
			continue
		}
		sheet.Rows = append(sheet.Rows, cells)
	}
	if sheet.Header == nil {
		return nil, &Error{Pos{File: file}, "empty table: want a header row that names the columns, and a row per code"}
	}
	if len(bad) > 0 {
		return nil, bad.err()
	}
	return sheet, nil
}

// splitTabs cuts a line into cells, trimmed, each with the position of its text.
func splitTabs(line string, start Pos) []Cell {
	var cells []Cell
	offset := 0
	for text := range strings.SplitSeq(line, "\t") {
		trimmed := strings.TrimLeft(text, " ")
		pos := start
		pos.Column += offset + len(text) - len(trimmed)
		cells = append(cells, Cell{strings.TrimRight(trimmed, " "), pos})
		offset += len(text) + len("\t")
	}
	return cells
}
