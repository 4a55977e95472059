package directive

import (
	"go/ast"
	"strings"
)

// nolint returns the lines that a comment silences in golangci-lint's way, whose
// rules it follows so that all front ends find the same: the comment's own line,
// or all of the statement or declaration below that begins in its column.
func (p *places) nolint(c *ast.Comment, group *ast.CommentGroup) *lines {
	if !isNolint(c.Text) {
		return nil
	}
	at := p.line(c.Pos())
	if !p.ownLine(c) {
		return &lines{at, at}
	}
	below := p.target(c, group)
	covers := &lines{at, below}
	column := p.pass.Fset.PositionFor(c.Pos(), false).Column
	if below == p.line(p.file.Package) {
		covers.to = p.line(p.file.End())
	}
	for _, n := range p.nodes[below] {
		if p.pass.Fset.PositionFor(n.node.Pos(), false).Column == column {
			covers.to = max(covers.to, p.line(n.node.End()))
		}
	}
	return covers
}

// isNolint reports whether a comment is "//nolint", or one with a list that names
// us or all.
func isNolint(text string) bool {
	text, ok := strings.CutPrefix(text, "//")
	if !ok {
		return false
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(text, " \t"), "nolint")
	switch {
	case !ok:
		return false
	case rest == "" || rest[0] == ' ' || rest[0] == '\t':
		return true
	case rest[0] != ':':
		return false
	}
	list, _, _ := strings.Cut(rest[1:], "//")
	for _, linter := range strings.Split(list, ",") {
		linter, _, _ = strings.Cut(strings.TrimSpace(linter), " ")
		if linter = strings.ToLower(linter); linter == name || linter == "all" {
			return true
		}
	}
	return false
}
