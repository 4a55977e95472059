package toolchain

import (
	"go/ast"
	"go/parser"
	"go/token"
)

// Cuts returns the text with one declaration, statement or operand less.
func Cuts(text string) []string {
	const head = "package p\n"
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", head+text, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	var all []string
	at := func(pos token.Pos) int { return fset.Position(pos).Offset - len(head) }
	replace := func(from, to token.Pos, by string) {
		all = append(all, text[:at(from)]+by+text[at(to):])
	}
	source := func(n ast.Node) string { return text[at(n.Pos()):at(n.End())] }
	inner := func(b *ast.BlockStmt) string { return text[at(b.Lbrace)+1 : at(b.Rbrace)] }
	for _, d := range file.Decls {
		replace(d.Pos(), d.End(), "")
	}
	statements := func(list []ast.Stmt) {
		for i, s := range list {
			replace(s.Pos(), s.End(), "")
			if i > 0 && i < len(list)-1 {
				replace(s.Pos(), list[len(list)-1].End(), "")
			}
		}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BlockStmt:
			statements(n.List)
		case *ast.CaseClause:
			statements(n.Body)
			for _, e := range n.List[:max(0, len(n.List)-1)] {
				replace(e.Pos(), e.End()+1, "")
			}
		case *ast.CommClause:
			statements(n.Body)
		case *ast.LabeledStmt:
			replace(n.Pos(), n.Stmt.Pos(), "")
		case *ast.IfStmt:
			replace(n.Pos(), n.End(), inner(n.Body))
			if n.Else != nil {
				replace(n.Body.End(), n.End(), "")
				if b, ok := n.Else.(*ast.BlockStmt); ok {
					replace(n.Pos(), n.End(), inner(b))
				} else {
					replace(n.Pos(), n.Else.Pos(), "")
				}
			}
		case *ast.ForStmt:
			replace(n.Pos(), n.End(), inner(n.Body))
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR {
				replace(n.Pos(), n.End(), source(n.X))
				replace(n.Pos(), n.End(), source(n.Y))
			}
		case *ast.UnaryExpr:
			if n.Op == token.NOT {
				replace(n.Pos(), n.X.Pos(), "")
			}
		}
		return true
	})
	return all
}
