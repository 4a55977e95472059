package syntax

import (
	"go/ast"
	"go/token"
	"slices"
	"sort"
)

// PathTo returns the file of a node, and what is around the node, from the inside; nil where no file has it.
func PathTo(files []*ast.File, at ast.Node) (*ast.File, []ast.Node) {
	file := FileAt(files, at.Pos())
	if file == nil {
		return nil, nil
	}
	var root ast.Node = file
	var outside []ast.Node
	// Not to look at all declarations: there are files with thousands, and many nodes are asked about.
	if decl := declAt(file, at.Pos()); decl != nil && at.End() <= decl.End() {
		root, outside = decl, []ast.Node{file}
	}
	var path []ast.Node
	ast.PreorderStack(root, outside, func(n ast.Node, stack []ast.Node) bool {
		if n == at {
			path = slices.Clone(stack)
			slices.Reverse(path)
		}
		return n.Pos() <= at.Pos() && at.End() <= n.End()
	})
	return file, path
}

// FileAt returns the file that a position is in, nil for none of them.
func FileAt(files []*ast.File, pos token.Pos) *ast.File {
	for _, file := range files {
		if file.FileStart <= pos && pos < file.FileEnd {
			return file
		}
	}
	return nil
}

// DeclIn returns the declaration that a position is in, nil for none of those in some files.
func DeclIn(files []*ast.File, pos token.Pos) ast.Decl {
	if file := FileAt(files, pos); file != nil {
		return declAt(file, pos)
	}
	return nil
}

func declAt(file *ast.File, pos token.Pos) ast.Decl {
	i := sort.Search(len(file.Decls), func(i int) bool { return file.Decls[i].End() > pos })
	if i < len(file.Decls) && file.Decls[i].Pos() <= pos {
		return file.Decls[i]
	}
	return nil
}

// Statements returns the list of statements that a node is or holds.
func Statements(n ast.Node) []ast.Stmt {
	switch n := n.(type) {
	case *ast.BlockStmt:
		return n.List
	case *ast.CaseClause:
		return n.Body
	case *ast.CommClause:
		return n.Body
	}
	return nil
}
