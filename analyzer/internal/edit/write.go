package edit

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Plain reports whether an expression only looks at variables, and means the same
// at pos.
func (n *Namer) Plain(e ast.Expr, pos token.Pos) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.Ident:
		return n.Means(n.pass.TypesInfo.Uses[x], pos)
	case *ast.SelectorExpr:
		return n.Plain(x.X, pos)
	case *ast.StarExpr:
		return n.Plain(x.X, pos)
	case *ast.CallExpr: // a conversion
		return len(x.Args) == 1 && n.pass.TypesInfo.Types[x.Fun].IsType() && n.Plain(x.Fun, pos) && n.Plain(x.Args[0], pos)
	}
	return false
}

const lineLength = 100

// Wrap joins expressions, on several lines if they are long.
func Wrap(parts []string, separator, indent string) string {
	var b strings.Builder
	width := len(indent) * 4
	for i, part := range parts {
		if i > 0 {
			b.WriteString(strings.TrimRight(separator, " "))
			if width+len(part) > lineLength {
				b.WriteString("\n" + indent)
				width = len(indent) * 4
			} else {
				b.WriteString(" ")
			}
		}
		b.WriteString(part)
		width += len(part) + len(separator)
	}
	return b.String()
}

// Codes returns a name of package codes as it can be written at pos, and the edits
// that import the package.
func (n *Namer) Codes(name string, pos token.Pos) (string, []analysis.TextEdit) {
	return n.qualified(codesPkg, name, pos)
}

// HasComment reports whether a comment stands in a node.
func (n *Namer) HasComment(node ast.Node) bool {
	return slices.ContainsFunc(n.file.Comments, func(group *ast.CommentGroup) bool {
		return group.Pos() > node.Pos() && group.Pos() < node.End()
	})
}
