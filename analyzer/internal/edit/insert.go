package edit

import (
	"bytes"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// NameAs returns an expression of type t for member m of domain d, to be written
// at pos where there is none yet; its edits only import what it needs. A dynamic
// place takes a value of any type, as a case of a switch on an interface does, so
// that nothing but the expression itself says which.
func (n *Namer) NameAs(d *domain.Domain, m domain.Member, pos token.Pos, t types.Type, dynamic bool) (Name, bool) {
	if t == nil || n.rewritten(pos) {
		return Name{}, false
	}
	for _, c := range n.constants(d, m, t) {
		if !n.everywhere(c) || !takes(c.Type(), t, dynamic) {
			continue
		}
		if name, imports, ok := n.constant(c, pos); ok {
			return Name{name, imports}, true
		}
	}
	if m.Const == "" || m.Path != domain.CodesPath {
		return Name{}, false
	}
	qualified, imports := n.qualified(codesPkg, m.Const, pos)
	text, ok := n.converted(qualified, d, t, pos)
	return Name{text, imports}, ok
}

// takes reports whether a constant of type c is a t where it is written.
func takes(c, t types.Type, dynamic bool) bool {
	basic, ok := c.(*types.Basic)
	if !ok || basic.Info()&types.IsUntyped == 0 {
		return types.Identical(c, t)
	}
	if dynamic {
		return types.Identical(types.Default(c), t)
	}
	to, ok := t.Underlying().(*types.Basic)
	return ok && to.Info()&types.IsString == basic.Info()&types.IsString
}

// Insert returns the edit that inserts text, and formats what is around it as
// gofmt would. It fails where the result would not parse.
func (n *Namer) Insert(at token.Pos, text string) (analysis.TextEdit, bool) {
	return n.Rewrite(analysis.TextEdit{Pos: at, End: at, NewText: []byte(text)})
}

// Indent returns the white space before the first thing on a line.
func (n *Namer) Indent(pos token.Pos) string {
	offset := n.offset(pos)
	if offset > len(n.source()) {
		return ""
	}
	line := n.source()[bytes.LastIndexByte(n.source()[:offset], '\n')+1:]
	return string(line[:len(line)-len(bytes.TrimLeft(line, " \t"))])
}

// LineEnd returns pos, or the end of the comments that follow it on its line with
// nothing but blanks between.
func (n *Namer) LineEnd(pos token.Pos) token.Pos { return n.lineEnd(pos) }

// Source returns the text between two positions.
func (n *Namer) Source(pos, end token.Pos) string {
	if n.offset(pos) > n.offset(end) || n.offset(end) > len(n.source()) {
		return ""
	}
	return string(n.source()[n.offset(pos):n.offset(end)])
}

// Means reports whether a name means the same object at pos.
func (n *Namer) Means(obj types.Object, pos token.Pos) bool {
	return obj != nil && n.lookup(obj.Name(), pos) == obj
}

// Mentioned reports whether a name stands in a file of the package that this
// build leaves out.
func (n *Namer) Mentioned(name string) bool {
	for _, file := range n.pass.IgnoredFiles {
		if text, err := n.pass.ReadFile(file); err != nil || strings.Contains(string(text), name) {
			return true
		}
	}
	return false
}
