package edit

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
)

// Rewrite returns the edit that makes some changes, from the first to the last,
// and formats what is around them as gofmt would. It fails where the result would
// not parse.
func (n *Namer) Rewrite(changes ...analysis.TextEdit) (analysis.TextEdit, bool) {
	first := changes[0]
	file := n.pass.Fset.File(first.Pos)
	if n.rewritten(first.Pos) || len(n.source()) != file.Size() {
		return analysis.TextEdit{}, false
	}
	around := n.parts(first.Pos, changes[len(changes)-1].End)
	if !n.isFormatted() {
		// gofmt has other work here.
		_, _, ok := n.rewrite(around[len(around)-1], changes)
		return n.joined(changes), ok
	}
	for _, p := range around {
		old, formatted, ok := n.rewrite(p, changes)
		if !ok {
			return analysis.TextEdit{}, false
		}
		if p.statement && !alone(old, formatted) {
			continue
		}
		same := 0 // at the start
		for same < len(old) && same < len(formatted) && old[same] == formatted[same] {
			same++
		}
		last := 0 // as many are the same at the end
		for last < len(old)-same && last < len(formatted)-same && old[len(old)-1-last] == formatted[len(formatted)-1-last] {
			last++
		}
		return analysis.TextEdit{
			Pos:     file.Pos(p.begin + same),
			End:     file.Pos(p.end - last),
			NewText: formatted[same : len(formatted)-last],
		}, true
	}
	return analysis.TextEdit{}, false
}

// joined returns several changes as one, with what stands between them.
func (n *Namer) joined(changes []analysis.TextEdit) analysis.TextEdit {
	all := changes[0]
	all.NewText = slices.Clone(all.NewText)
	for _, c := range changes[1:] {
		all.NewText = append(all.NewText, n.Source(all.End, c.Pos)...)
		all.NewText = append(all.NewText, c.NewText...)
		all.End = c.End
	}
	return all
}

// rewrite makes changes in a part of the file, and formats it.
func (n *Namer) rewrite(p part, changes []analysis.TextEdit) (old, formatted []byte, ok bool) {
	old = n.source()[p.begin:p.end]
	var edited []byte
	done := 0
	for _, c := range changes {
		from, to := n.offset(c.Pos)-p.begin, n.offset(c.End)-p.begin
		if from < done || to < from || to > len(old) {
			return nil, nil, false
		}
		edited = append(append(edited, old[done:from]...), c.NewText...)
		done = to
	}
	formatted, err := format.Source(append(edited, old[done:]...))
	return old, formatted, err == nil
}

// A part of the file is formatted at once.
type part struct {
	begin, end int  // offsets
	statement  bool // in a function
}

// parts returns the parts of the file around two positions that gofmt may format whatever stands around them, from the
// smallest to the largest: the statements of several lines, and the function; or the file for what is in no function of
// several lines.
func (n *Namer) parts(from, to token.Pos) []part {
	for _, decl := range n.file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil || from <= fn.Body.Lbrace || fn.Body.Rbrace < to || !n.hasLines(fn) {
			continue
		}
		var parts []part
		ast.Inspect(fn.Body, func(node ast.Node) bool {
			if node == nil || from <= node.Pos() || node.End() < to {
				return false
			}
			switch stmt := node.(type) {
			case *ast.CaseClause, *ast.CommClause: // no statements by themselves
			case ast.Stmt:
				if p, ok := n.lines(stmt); ok && n.hasLines(stmt) {
					parts = append(parts, p)
				}
			}
			return true
		})
		slices.Reverse(parts)
		return append(parts, part{begin: n.offset(fn.Pos()), end: n.offset(fn.End())})
	}
	return []part{{end: len(n.source())}}
}

func (n *Namer) hasLines(node ast.Node) bool {
	file := n.pass.Fset.File(node.Pos())
	return file.Line(node.Pos()) < file.Line(node.End())
}

// lines returns the lines of a statement, if there is nothing else in them but comments behind it.
func (n *Namer) lines(stmt ast.Stmt) (part, bool) {
	begin, end := n.offset(stmt.Pos()), n.offset(n.lineEnd(stmt.End()))
	begin -= len(n.source()[:begin]) - len(bytes.TrimRight(n.source()[:begin], " \t"))
	if begin > 0 && n.source()[begin-1] != '\n' || end < len(n.source()) && n.source()[end] != '\n' {
		return part{}, false
	}
	return part{begin: begin, end: end, statement: true}, true
}

// alone reports whether gofmt formats a statement whatever stands around it: as it was, it is formatted, and its first and
// last lines, which comments can align with those around it, stay as they are.
func alone(old, formatted []byte) bool {
	if again, err := format.Source(old); err != nil || !bytes.Equal(again, old) {
		return false
	}
	first, last := bytes.IndexByte(old, '\n')+1, bytes.LastIndexByte(old, '\n')
	return bytes.HasPrefix(formatted, old[:first]) && bytes.HasSuffix(formatted, old[last:])
}
