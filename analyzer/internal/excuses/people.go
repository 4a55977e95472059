package excuses

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// reading are the packages whose streams people type into.
var reading = map[string]bool{"bufio": true, "fmt": true}

// AsksPeople reports whether it is for somebody who is asked after the request whether there is
// another round:
//
//	fmt.Print("again? ")
//	if !in.Scan() || in.Text() != "y" {
//		return err
//	}
func (ex *Excuses) AsksPeople(reg requests.Region, fetch *ast.CallExpr) bool {
	typed := make(map[types.Object]bool) // what holds what was typed
	info := ex.pass.TypesInfo
	mentions := func(e ast.Expr) bool {
		found := false
		ast.Inspect(e, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				found = found || typed[info.Uses[n]]
			case *ast.CallExpr:
				found = found || ex.isTyped(n, 0)
			}
			return !found
		})
		return found
	}
	asked := false
	loop, _ := reg.Node.(*ast.ForStmt)
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		after := n.Pos() >= fetch.End() && n.Pos() < reg.To
		if asked || !after && (loop == nil || loop.Post == nil || n.Pos() < loop.Post.Pos() || n.End() > loop.Post.End()) {
			return
		}
		switch s := n.(type) {
		case *ast.AssignStmt:
			for _, rhs := range s.Rhs {
				if !mentions(rhs) {
					continue
				}
				for _, lhs := range s.Lhs {
					if id, ok := ast.Unparen(lhs).(*ast.Ident); ok && !syntax.ImplementsError(info.TypeOf(id)) {
						typed[info.ObjectOf(id)] = true
					}
				}
			}
		case *ast.CallExpr: // fmt.Scanln(&answer)
			if !ex.isTyped(s, 0) {
				return
			}
			for _, arg := range s.Args {
				if u, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
					if id, ok := ast.Unparen(u.X).(*ast.Ident); ok {
						typed[info.Uses[id]] = true
					}
				}
			}
		case *ast.IfStmt:
			asked = mentions(s.Cond)
		case *ast.SwitchStmt:
			asked = s.Tag != nil && mentions(s.Tag)
		}
	})
	return asked || loop != nil && loop.Cond != nil && mentions(loop.Cond)
}

// isTyped reports whether a call is the next of what people type, or of a function of the program
// that returns text or an answer out of that.
func (ex *Excuses) isTyped(call *ast.CallExpr, depth int) bool {
	fn, _ := syntax.Callee(ex.pass.TypesInfo, call).(*types.Func)
	if fn == nil || fn.Pkg() == nil || depth > points.Deepest {
		return false
	}
	if requests.MannerOf(fn) == requests.TakesNext {
		return reading[fn.Pkg().Path()]
	}
	decl := ex.DeclOfFunc(fn)
	if decl == nil || decl.Body == nil || fn.Signature().Results().Len() == 0 {
		return false
	}
	b, ok := fn.Signature().Results().At(0).Type().Underlying().(*types.Basic)
	if !ok || b.Info()&(types.IsBoolean|types.IsString) == 0 {
		return false
	}
	key := syntax.AtDepth{Decl: decl, Depth: depth}
	typed, known := ex.typed[key]
	if !known {
		ast.Inspect(decl.Body, func(n ast.Node) bool {
			if inner, ok := n.(*ast.CallExpr); ok && !typed {
				typed = ex.isTyped(inner, depth+1)
			}
			return !typed
		})
		ex.typed[key] = typed
	}
	return typed
}
