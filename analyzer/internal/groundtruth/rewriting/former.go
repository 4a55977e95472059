package rewriting

import (
	"go/ast"
	"go/types"
	"regexp"
)

// made matches the names of functions that a rewritten file has, and the file before has not.
var made = regexp.MustCompile(`^(holds|call|handed)[0-9]+$`)

// FormerName returns the name of the function in which that stood, before the file was rewritten, which a function has.
func FormerName(file *ast.File, fn *ast.FuncDecl) string {
	if made.MatchString(fn.Name.Name) {
		for _, decl := range file.Decls {
			outer, ok := decl.(*ast.FuncDecl)
			if ok && outer != fn && outer.Body != nil && has(outer.Body, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				return ok && id.Name == fn.Name.Name
			}) {
				return FormerName(file, outer)
			}
		}
	}
	if fn.Recv == nil {
		return fn.Name.Name
	}
	return types.ExprString(fn.Recv.List[0].Type) + "." + fn.Name.Name
}
