package fixes

import (
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// TakeOut returns the edits that take some expressions out of a list that ends
// before close. It fails where a comment may be about one of them, and where
// nothing is left.
func (w *Writer) TakeOut(file *ast.File, list, gone []ast.Expr, closing token.Pos) ([]analysis.TextEdit, bool) {
	if len(gone) == 0 || len(gone) == len(list) {
		return nil, false
	}
	var edits []analysis.TextEdit
	var kept ast.Expr // before the ones that are under way
	for i, e := range list {
		if !slices.Contains(gone, e) {
			kept = e
			continue
		}
		before, after := token.NoPos, closing
		if i > 0 {
			before = list[i-1].End()
		}
		if i+1 < len(list) {
			after = list[i+1].Pos()
		}
		if e := w.ownLine(e, before, after); e.Pos.IsValid() {
			if w.commentAbove(file, e.Pos) {
				return nil, false
			}
			edits = append(edits, e) // with the comment beside it
			continue
		}
		cut := analysis.TextEdit{Pos: e.Pos(), End: after}
		if kept != nil {
			cut = analysis.TextEdit{Pos: kept.End(), End: e.End()}
			if n := len(edits); n > 0 {
				cut.Pos = max(cut.Pos, edits[n-1].End)
			}
		}
		if w.commentIn(file, cut.Pos, cut.End) || w.commentBeside(file, e) && !w.sharesLine(e, list, gone) {
			return nil, false
		}
		edits = append(edits, cut)
	}
	return edits, true
}

// ownLine returns the edit that takes away the line of an expression, if nothing
// else stands on it.
func (w *Writer) ownLine(e ast.Expr, before, after token.Pos) analysis.TextEdit {
	line := func(pos token.Pos) int { return w.pass.Fset.PositionFor(pos, false).Line }
	if before.IsValid() && line(before) == line(e.Pos()) || line(after) == line(e.End()) || line(e.Pos()) != line(e.End()) {
		return analysis.TextEdit{}
	}
	f := w.pass.Fset.File(e.Pos())
	if line(e.End()) >= f.LineCount() {
		return analysis.TextEdit{}
	}
	return analysis.TextEdit{Pos: f.LineStart(line(e.Pos())), End: f.LineStart(line(e.Pos()) + 1)}
}

// commentAbove reports whether a comment ends on the line above.
func (w *Writer) commentAbove(file *ast.File, pos token.Pos) bool {
	for _, group := range file.Comments {
		end := w.pass.Fset.PositionFor(group.End(), false)
		start := w.pass.Fset.PositionFor(group.Pos(), false)
		if end.Line == w.pass.Fset.PositionFor(pos, false).Line-1 && w.firstOnLine(group.Pos(), start) {
			return true
		}
	}
	return false
}

// firstOnLine reports whether nothing but white space stands before a comment.
func (w *Writer) firstOnLine(pos token.Pos, at token.Position) bool {
	for _, f := range w.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			return len(w.Namer(f).Indent(pos)) == at.Column-1
		}
	}
	return false
}

// commentIn reports whether a comment stands between two positions, or right
// above the first.
func (w *Writer) commentIn(file *ast.File, pos, end token.Pos) bool {
	for _, group := range file.Comments {
		if group.End() > pos && group.Pos() < end || w.pass.Fset.Position(group.End()).Line == w.pass.Fset.Position(pos).Line-1 && group.End() < pos {
			return true
		}
	}
	return false
}

// commentBeside reports whether a comment follows an expression on its line.
func (w *Writer) commentBeside(file *ast.File, e ast.Expr) bool {
	for _, group := range file.Comments {
		if group.Pos() >= e.End() && w.pass.Fset.Position(group.Pos()).Line == w.pass.Fset.Position(e.End()).Line {
			return true
		}
	}
	return false
}

// sharesLine reports whether one that stays stands on the same line, so that a
// comment there is about more than the one that goes.
func (w *Writer) sharesLine(e ast.Expr, list, gone []ast.Expr) bool {
	return slices.ContainsFunc(list, func(other ast.Expr) bool {
		return !slices.Contains(gone, other) && w.Line(other) == w.Line(e)
	})
}
