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
		sheet.addRow(cells, &bad, "is there a tab inside a cell?")
	}
	return sheet.read(bad)
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
