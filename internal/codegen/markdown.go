package codegen

import (
	"strings"

	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// Markdown reads the tables of a Markdown file, as GitHub has them: of all that the file has, those
// with a column "value". The first of them says what the columns are; others, as documentation
// has one per section, must have the same. Whatever else is in the file is skipped.
type Markdown struct{}

// Read implements [Reader].
func (Markdown) Read(file, source string) (*Sheet, error) {
	sheet := &Sheet{File: file}
	var bad problems
	lines := strings.Split(source, "\n")
	fence := ""
	for i := 0; i < len(lines); i++ {
		if mark := fenceOf(lines[i]); mark != "" && (fence == "" || strings.HasPrefix(mark, fence)) {
			if fence == "" {
				fence = mark
			} else {
				fence = ""
			}
			continue
		}
		if fence != "" || i+1 == len(lines) || !strings.Contains(lines[i], "|") || !delimiterRow().MatchString(lines[i+1]) {
			continue
		}
		header := splitPipes(lines[i], Pos{file, i + 1, 1})
		takes := hasColumn(header, "value")
		if takes && sheet.Header == nil {
			sheet.Header = header
		} else if takes && !sameNames(header, sheet.Header) {
			bad.add(header[0].Pos, "this table has other columns than the one in line %d: give both the same, in the same order", sheet.Header[0].Pos.Line)
			takes = false
		}
		for i += 2; i < len(lines) && strings.TrimSpace(lines[i]) != "" && strings.Contains(lines[i], "|"); i++ {
			if cells := withoutEmptyEnd(splitPipes(lines[i], Pos{file, i + 1, 1})); takes && len(cells) > 0 {
				sheet.addRow(cells, &bad, `is there a | inside a cell? Write \|`)
			}
		}
		i-- // the line that ends the table may begin something else
	}
	if sheet.Header == nil {
		return nil, &Error{Pos{File: file}, `no table with a column "value": want | value | name | retry | description |, a line | --- | --- | --- | --- |, and a row per code`}
	}
	return sheet.read(bad)
}

var (
	delimiterRow = lazyregexp.New(`^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$`)
	codeFence    = lazyregexp.New("^ {0,3}(```+|~~~+)")
)

func fenceOf(line string) string {
	if m := codeFence().FindStringSubmatch(line); m != nil {
		return m[1]
	}
	return ""
}

// splitPipes cuts a row into cells, and takes off what makes a cell stand out as code or in bold.
func splitPipes(line string, start Pos) []Cell {
	var cells []Cell
	from := len(line) - len(strings.TrimLeft(line, " \t"))
	if strings.HasPrefix(line[from:], "|") {
		from++
	}
	end := len(strings.TrimRight(line, " \t"))
	if end > from && line[end-1] == '|' && (end < 2 || line[end-2] != '\\') {
		end--
	}
	for at := from; at <= end; at++ {
		if at < end && (line[at] != '|' || at > from && line[at-1] == '\\') {
			continue
		}
		text := line[from:at]
		pos := start
		pos.Column += from
		for _, mark := range []string{" ", "\t", "**", "`"} {
			for strings.HasPrefix(text, mark) {
				text = text[len(mark):]
				pos.Column += len(mark)
			}
			text = strings.TrimRight(text, " \t")
			for mark != " " && mark != "\t" && strings.HasSuffix(text, mark) {
				text = text[:len(text)-len(mark)]
			}
		}
		cells = append(cells, Cell{strings.ReplaceAll(text, `\|`, "|"), pos})
		from = at + 1
	}
	return cells
}

func hasColumn(header []Cell, name string) bool {
	for _, cell := range header {
		if firstWord(cell.Text) == name {
			return true
		}
	}
	return false
}

func sameNames(a, b []Cell) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if firstWord(a[i].Text) != firstWord(b[i].Text) {
			return false
		}
	}
	return true
}
