package syntax

import (
	"go/ast"
	"go/constant"
	"go/types"
)

// AnswersFailure reports whether a statement tells the program's own client of a failure: by a call that is given a status
// of 400 or more, such as http.Error.
func AnswersFailure(info *types.Info, stmt ast.Node) bool {
	switch stmt.(type) {
	case *ast.ExprStmt, *ast.ReturnStmt, *ast.AssignStmt:
	default:
		return false
	}
	found := false
	ast.Inspect(stmt, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if tv := info.Types[n.Fun]; tv.IsBuiltin() || tv.IsType() {
				break // make([]byte, 512)
			}
			for _, arg := range n.Args {
				if tv := info.Types[arg]; tv.Value != nil && tv.Value.Kind() == constant.Int {
					status, _ := constant.Int64Val(tv.Value)
					found = found || status >= 400 && status < 600
				}
			}
		}
		return !found
	})
	return found
}
