package codegen

import (
	"errors"
	"fmt"
	"slices"
)

// Pos is a place in a table. Line and Column count from 1, and Column counts bytes, as the
// positions of Go's own tools do. Where they are 0, the whole file is meant.
type Pos struct {
	File         string
	Line, Column int
}

func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Error is one thing that is wrong with a table, and where.
type Error struct {
	Pos Pos
	Msg string
}

func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// problems collects what is wrong, so that a table is mended in one go.
type problems []*Error

// reportLimit is how many problems are told: after so many the rest follows from the first.
const reportLimit = 10

func (p *problems) add(pos Pos, format string, args ...any) {
	*p = append(*p, &Error{pos, fmt.Sprintf(format, args...)})
}

// err joins the problems, first line first. It is nil if there are none.
func (p problems) err() error {
	slices.SortStableFunc(p, func(a, b *Error) int {
		if a.Pos.Line != b.Pos.Line {
			return a.Pos.Line - b.Pos.Line
		}
		return a.Pos.Column - b.Pos.Column
	})
	var errs []error
	for i, problem := range p {
		if i == reportLimit {
			errs = append(errs, fmt.Errorf("%s: and %d more", problem.Pos.File, len(p)-i))
			break
		}
		errs = append(errs, problem)
	}
	return errors.Join(errs...)
}
