package toolchain

import (
	"bytes"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Fixed returns the text of the unit's package with edits in it, which do not overlap. What several fixes ask
// for alike, such as an import, is done once.
func (u *Unit) Fixed(text string, edits []analysis.TextEdit) string {
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(e, o analysis.TextEdit) int { return int(e.Pos - o.Pos) })
	edits = slices.CompactFunc(edits, Same)
	for _, e := range slices.Backward(edits) {
		offset := u.Fset.File(e.Pos).Offset
		text = text[:offset(e.Pos)] + string(e.NewText) + text[offset(end(e)):]
	}
	return text
}

// Same reports whether two edits do the same.
func Same(e, o analysis.TextEdit) bool {
	return e.Pos == o.Pos && end(e) == end(o) && bytes.Equal(e.NewText, o.NewText)
}

// Overlap reports whether two edits cannot both be made.
func Overlap(e, o analysis.TextEdit) bool {
	return !Same(e, o) && e.Pos <= end(o) && o.Pos <= end(e)
}

func end(e analysis.TextEdit) token.Pos {
	if e.End.IsValid() {
		return e.End
	}
	return e.Pos
}
