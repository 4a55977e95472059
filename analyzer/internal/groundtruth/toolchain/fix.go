package toolchain

import (
	"bytes"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// A Fix is one that an analyzer suggests, in the Package'th package.
type Fix struct {
	Message string    // the diagnostic's
	Title   string    // its own
	Pos     token.Pos // what it was reported at
	Package int
	Unit    *Unit
	Edits   []analysis.TextEdit
}

// Fixes returns what an analyzer would fix in some packages, imported ones first: of fixes that overlap, the first.
func (t *Toolchain) Fixes(packages []Package, a *analysis.Analyzer) ([]Fix, error) {
	var fixes []Fix
	s := t.Session()
	for i, pkg := range packages {
		u, err := s.Check(pkg)
		if err != nil {
			return nil, err
		}
		if _, err := u.Run(a); err != nil {
			return nil, err
		}
		var taken []analysis.TextEdit
		free := func(e analysis.TextEdit) bool {
			return !slices.ContainsFunc(taken, func(o analysis.TextEdit) bool { return Overlap(e, o) })
		}
		for _, d := range u.Diagnostics {
			if d.Analyzer != a || len(d.SuggestedFixes) == 0 {
				continue
			}
			edits := d.SuggestedFixes[0].TextEdits
			if !slices.ContainsFunc(edits, func(e analysis.TextEdit) bool { return !free(e) }) {
				fixes = append(fixes, Fix{d.Message, d.SuggestedFixes[0].Message, d.Pos, i, u, edits})
				taken = append(taken, edits...)
			}
		}
	}
	return fixes, nil
}

// Apply returns the packages with fixes in them.
func Apply(packages []Package, fixes []Fix) []Package {
	packages = slices.Clone(packages)
	edits := make(map[*Unit][]analysis.TextEdit)
	for _, f := range fixes {
		edits[f.Unit] = append(edits[f.Unit], f.Edits...)
	}
	done := make(map[*Unit]bool)
	for _, f := range fixes {
		if p := &packages[f.Package]; !done[f.Unit] {
			p.Text = f.Unit.Fixed(p.Text, edits[f.Unit])
			done[f.Unit] = true
		}
	}
	return packages
}

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
