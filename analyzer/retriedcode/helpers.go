package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
)

// helper returns the index of the parameter that a function of the package calls
// again while its error is not nil, whatever the error; -1 for any other.
func (c *checker) helper(decl *ast.FuncDecl) int {
	if i, ok := c.helpers[decl]; ok {
		return i
	}
	c.helpers[decl] = -1
	if decl.Body == nil {
		return -1
	}
	info := c.pass.TypesInfo
	i := 0
	for _, field := range decl.Type.Params.List {
		for _, name := range field.Names {
			p := info.Defs[name]
			if p != nil && returnsError(p.Type()) && c.repeatsParam(decl, p) {
				c.helpers[decl] = i
				return i
			}
			i++
		}
		if len(field.Names) == 0 {
			i++
		}
	}
	return -1
}

func returnsError(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	if !ok || sig.Results().Len() == 0 || sig.Results().Len() > 2 {
		return false
	}
	return isError(sig.Results().At(sig.Results().Len() - 1).Type())
}

// repeatsParam reports whether a function calls a parameter in a loop that a nil
// error ends, and whose error nothing else looks at.
func (c *checker) repeatsParam(decl *ast.FuncDecl, p types.Object) bool {
	info := c.pass.TypesInfo
	var loop ast.Node
	var body *ast.BlockStmt
	var result *types.Var
	calls := 0
	var loops []ast.Node
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		id, ok := ast.Unparen(call.Fun).(*ast.Ident)
		if !ok || info.Uses[id] != p {
			return true
		}
		calls++
		for i := len(stack) - 1; i >= 0; i-- {
			switch s := stack[i].(type) {
			case *ast.ForStmt:
				loops = append(loops, s)
				loop, body = s, s.Body
			case *ast.RangeStmt:
				loops = append(loops, s)
				if !isNumber(info.TypeOf(s.X)) && !isClock(info.TypeOf(s.X)) {
					calls = -1 << 30 // for each of something
				}
				loop, body = s, s.Body
			case *ast.AssignStmt:
				if v, ok := info.ObjectOf(identOf(s.Lhs[len(s.Lhs)-1])).(*types.Var); ok {
					result = v
				}
			case *ast.FuncLit:
				calls = -1 << 30
			}
		}
		// What it is given must be the same: a context, the attempt.
		for _, arg := range call.Args {
			if t := info.TypeOf(arg); !isContext(t) && !isNumber(t) {
				calls = -1 << 30
			}
		}
		return true
	})
	if calls != 1 || len(loops) != 1 || result == nil {
		return false
	}
	ends, other := false, false
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok || info.Uses[id] != types.Object(result) || len(stack) == 0 {
			return true
		}
		switch parent := stack[len(stack)-1].(type) {
		case *ast.BinaryExpr:
			nilTest := info.Types[parent.Y].IsNil() || info.Types[parent.X].IsNil()
			if !nilTest {
				other = true
				return true
			}
			if leaves(parent, stack, loop, body) {
				ends = true
			}
		case *ast.CallExpr:
			fn, _ := callee(info, parent).(*types.Func)
			if fn == nil {
				other = other || !info.Types[parent.Fun].IsBuiltin()
			} else if !passive(fn) || fn.Pkg() != nil && fn.Pkg().Path() == "errors" && fn.Name() != "Join" {
				other = true
			}
		case *ast.ReturnStmt, *ast.AssignStmt, *ast.ValueSpec:
		default:
			other = true
		}
		return true
	})
	return ends && !other
}

func identOf(e ast.Expr) *ast.Ident {
	id, _ := ast.Unparen(e).(*ast.Ident)
	return id
}

// leaves reports whether a comparison with nil decides about the loop: nil leaves
// it.
func leaves(test *ast.BinaryExpr, stack []ast.Node, loop ast.Node, body *ast.BlockStmt) bool {
	if test.Op != token.EQL && test.Op != token.NEQ {
		return false
	}
	for i := len(stack) - 1; i >= 0; i-- {
		switch s := stack[i].(type) {
		case *ast.ForStmt:
			return s == loop && s.Cond != nil && test.Op == token.NEQ
		case *ast.IfStmt:
			if s.Cond.Pos() > test.Pos() || s.Cond.End() < test.End() {
				return false
			}
			if test.Op == token.EQL {
				return endsWithExit(s.Body)
			}
			// if err != nil { …; continue }; return
			if s.Else != nil {
				b, ok := s.Else.(*ast.BlockStmt)
				return ok && endsWithExit(b)
			}
			n := len(body.List)
			if n == 0 {
				return false
			}
			_, ret := body.List[n-1].(*ast.ReturnStmt)
			return ret
		}
	}
	return false
}

func endsWithExit(b *ast.BlockStmt) bool {
	if len(b.List) == 0 {
		return false
	}
	switch s := b.List[len(b.List)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return s.Tok == token.BREAK
	}
	return false
}
