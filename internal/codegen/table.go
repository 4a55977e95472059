package codegen

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Table is a table that makes sense: every row is a code of a domain.
type Table struct {
	File    string
	Members []Member // in the table's order

	// hasDomains is false for a table without a domain column: all of it is one domain, whatever
	// the caller calls it.
	hasDomains bool
}

// Member is a code that a domain documents.
type Member struct {
	Domain      string // empty where the table has no such column
	Value       int
	Name        string // without the domain's prefix
	Retry       Class
	Description string
	Why         string // may be empty

	namePos Pos // for what only shows when the prefix is known
}

// Class is a retry class.
type Class struct {
	Word     string // in tables and directives
	Constant string // in Go
}

// classes are the retry classes that a table can give to a code.
var classes = []Class{
	{"success", "RetryNotNeeded"},
	{"backoff", "RetryWithBackoff"},
	{"fix", "RetryAfterFix"},
	{"never", "RetryNever"},
}

// columns are the columns that have a meaning.
var columns = []struct {
	name     string
	required bool
}{
	{"domain", false},
	{"value", true},
	{"name", true},
	{"retry", true},
	{"description", true},
	{"why", false},
}

// Interpret reads the codes from a sheet. It looks at every row before it gives up, and its error
// joins one [*Error] per problem.
func Interpret(sheet *Sheet) (*Table, error) {
	var bad problems
	index := findColumns(sheet, &bad)
	if len(bad) > 0 {
		return nil, bad.err()
	}
	if len(sheet.Rows) == 0 {
		return nil, &Error{Pos{File: sheet.File}, "empty table: a header, but no code below it"}
	}

	_, hasDomains := index["domain"]
	table := &Table{File: sheet.File, hasDomains: hasDomains}
	type key struct{ domain, cell string }
	seen := map[string]map[key]Pos{"value": {}, "name": {}}
	for _, row := range sheet.Rows {
		before := len(bad)
		checkCells(row, &bad)
		cells := rowCells{row, index, &bad}
		member := Member{
			Value:       cells.value(),
			Name:        cells.required("name").Text,
			Retry:       cells.class(),
			Description: cells.required("description").Text,
			Why:         cells.cell("why").Text,
			namePos:     cells.cell("name").Pos,
		}
		if hasDomains {
			member.Domain = cells.domain()
		}
		if len(bad) > before {
			continue
		}
		for _, column := range []string{"value", "name"} {
			cell := cells.cell(column)
			first, dup := seen[column][key{member.Domain, cell.Text}]
			if dup {
				bad.add(cell.Pos, "duplicate %s %s: line %d has it already", column, cell.Text, first.Line)
			} else {
				seen[column][key{member.Domain, cell.Text}] = cell.Pos
			}
		}
		table.Members = append(table.Members, member)
	}
	if len(bad) > 0 {
		return nil, bad.err()
	}
	return table, nil
}

// findColumns maps the names of columns to their place in a row.
func findColumns(sheet *Sheet, bad *problems) map[string]int {
	index := map[string]int{}
	for i, cell := range sheet.Header {
		name := firstWord(cell.Text)
		if first, dup := index[name]; dup {
			if isColumn(name) {
				bad.add(cell.Pos, "duplicate column %q: column %d of the header is one already", name, first+1)
			}
			continue
		}
		index[name] = i
	}
	for _, column := range columns {
		if _, ok := index[column.name]; column.required && !ok {
			bad.add(sheet.Header[0].Pos, "missing column %q: the header names %s", column.name, headerNames(sheet))
		}
	}
	return index
}

func firstWord(text string) string {
	if words := strings.Fields(text); len(words) > 0 {
		return strings.ToLower(words[0])
	}
	return ""
}

func isColumn(name string) bool {
	for _, column := range columns {
		if column.name == name {
			return true
		}
	}
	return false
}

func headerNames(sheet *Sheet) string {
	var names []string
	for _, cell := range sheet.Header {
		names = append(names, strconv.Quote(firstWord(cell.Text)))
	}
	return strings.Join(names, ", ")
}

// checkCells refuses what a line of Go source could not hold. Some formats have ways to write it.
func checkCells(row []Cell, bad *problems) {
	for _, cell := range row {
		for _, char := range cell.Text {
			if unicode.IsControl(char) || char == '\uFEFF' {
				bad.add(cell.Pos, "control character %U in the cell", char)
				break
			}
		}
	}
}

// rowCells reads the cells of one row, and notes what is wrong with them.
type rowCells struct {
	row   []Cell
	index map[string]int
	bad   *problems
}

// cell returns a column's cell, an empty one at the end of the row if the row is too short.
func (r rowCells) cell(column string) Cell {
	i, ok := r.index[column]
	if ok && i < len(r.row) {
		return r.row[i]
	}
	end := r.row[len(r.row)-1]
	end.Pos.Column += len(end.Text)
	return Cell{Pos: end.Pos}
}

func (r rowCells) required(column string) Cell {
	cell := r.cell(column)
	if cell.Text == "" {
		r.bad.add(cell.Pos, "%s is empty", column)
	}
	return cell
}

func (r rowCells) domain() string {
	cell := r.cell("domain")
	if cell.Text == "" {
		r.bad.add(cell.Pos, "domain is empty: fill it in every row, or leave the column out")
	} else if !isDomainName(cell.Text) {
		r.bad.add(cell.Pos, "bad domain %q: want lower-case letters and digits, in words joined by - or _", cell.Text)
	}
	return cell.Text
}

// value takes only text that strconv.Itoa would write: "007" is not the text of 7 on the wire.
func (r rowCells) value() int {
	cell := r.required("value")
	if cell.Text == "" {
		return 0
	}
	value, err := strconv.ParseInt(cell.Text, 10, 32)
	switch {
	case errors.Is(err, strconv.ErrRange):
		r.bad.add(cell.Pos, "value %s does not fit 32 bits", cell.Text)
	case err != nil || strconv.FormatInt(value, 10) != cell.Text:
		r.bad.add(cell.Pos, "value %q is no code: want a decimal integer without leading zeros", cell.Text)
	}
	return int(value)
}

func (r rowCells) class() Class {
	cell := r.cell("retry")
	var words []string
	for _, class := range classes {
		if class.Word == cell.Text {
			return class
		}
		words = append(words, class.Word)
	}
	r.bad.add(cell.Pos, "unknown retry class %q: want one of %s", cell.Text, strings.Join(words, ", "))
	return Class{}
}

// domainNames lists a table's domains in its order.
func (t *Table) domainNames() []string {
	var names []string
	for _, member := range t.Members {
		if !slices.Contains(names, member.Domain) {
			names = append(names, member.Domain)
		}
	}
	return names
}

// membersOf returns the members of a domain by ascending value.
func (t *Table) membersOf(domain string) ([]Member, error) {
	members := slices.Clone(t.Members)
	if t.hasDomains {
		members = slices.DeleteFunc(members, func(m Member) bool { return m.Domain != domain })
	}
	if len(members) == 0 {
		return nil, &Error{Pos{File: t.File}, fmt.Sprintf("no rows of domain %q: the table has %s", domain, strings.Join(t.domainNames(), ", "))}
	}
	slices.SortFunc(members, func(a, b Member) int { return cmp.Compare(a.Value, b.Value) })
	return members, nil
}
