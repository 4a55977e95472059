package directive

import (
	"go/ast"
	"go/token"
	"slices"
)

// lines is a range of lines.
type lines struct{ from, to int }

func (l lines) have(line int) bool { return l.from <= line && line <= l.to }

// Silences reports whether the program wants to hear nothing of a check at a
// position, and which ignores say so: none where a nolint comment does.
func (r *Result) Silences(pos token.Pos, check string) (by []*Directive, silent bool) {
	if r.fset == nil { // directive's Run failed
		return nil, false
	}
	file := r.fset.File(pos)
	if file == nil || len(r.ignores[file]) == 0 && len(r.nolints[file]) == 0 {
		return nil, false
	}
	line := r.fset.PositionFor(pos, false).Line
	for _, d := range r.ignores[file] {
		if (lines{d.from, d.to}).have(line) && slices.Contains(d.Checks, check) {
			by = append(by, d)
		}
	}
	return by, by != nil || slices.ContainsFunc(r.nolints[file], func(l lines) bool { return l.have(line) })
}

// placeIgnore finds the lines that an ignore covers: its own, the one below it, or
// all of the declaration that it stands above.
func (p *places) placeIgnore(d *Directive, group *ast.CommentGroup) *Problem {
	if d.Comment.Pos() < p.file.Package {
		return problem(Misplaced, "%signore is for a line or a declaration, not for a file: put it right above what it is about", prefix)
	}
	d.from = p.target(d.Comment, group)
	d.to = d.from
	if !p.ownLine(d.Comment) {
		return nil
	}
	for _, n := range p.nodes[d.from] {
		switch n.node.(type) {
		case *ast.FuncDecl, *ast.GenDecl, *ast.TypeSpec, *ast.ValueSpec, *ast.Field:
			d.Node = n.node
			d.to = max(d.to, p.line(n.node.End()))
			return nil
		}
	}
	return nil
}
