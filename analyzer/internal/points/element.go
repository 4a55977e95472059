package points

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Element returns the variable that holds the element which a loop over a list is at, and the statement that sets it: the
// loop, or the first one in it, where that goes over the indices.
//
//	for i := range messages {
//		m := messages[i]
func Element(info *types.Info, loop *ast.RangeStmt) (types.Object, ast.Stmt) {
	if id := syntax.Name(loop.Value); id != nil && id.Name != "_" {
		return info.ObjectOf(id), loop
	}
	key := syntax.Name(loop.Key)
	list, ok := requests.PlaceOf(info, loop.X)
	if key == nil || !ok || len(loop.Body.List) == 0 {
		return nil, nil
	}
	def, ok := loop.Body.List[0].(*ast.AssignStmt)
	if !ok || def.Tok != token.DEFINE || len(def.Lhs) != 1 || len(def.Rhs) != 1 {
		return nil, nil
	}
	at, ok := ast.Unparen(def.Rhs[0]).(*ast.IndexExpr)
	if !ok || !IsPlace(info, at.X, list) {
		return nil, nil
	}
	if index := syntax.Name(at.Index); index == nil || info.Uses[index] != info.ObjectOf(key) {
		return nil, nil
	}
	return info.ObjectOf(syntax.Name(def.Lhs[0])), def
}
