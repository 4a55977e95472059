package retriedcode

import (
	"go/ast"
	"go/types"
)

// changesFieldsOf reports whether a call stores to a field that a request is made
// of: s.login() to s.token, which s.send() reads. Both are looked into.
func (c *checker) changesFieldsOf(call, fetch *ast.CallExpr) bool {
	if call == fetch {
		return false
	}
	by, of := c.declOf(call), c.declOf(fetch)
	if by == nil || of == nil || by == of {
		return false
	}
	stored := c.touched(by).stored
	if len(stored) == 0 {
		return false
	}
	read := c.touched(of).read
	for f := range stored {
		if read[f] {
			return true
		}
	}
	return false
}

// touches are the fields that a function, and what it calls, stores to and reads.
type touches struct{ stored, read map[*types.Var]bool }

func (c *checker) touched(decl *ast.FuncDecl) *touches {
	if t, ok := c.touches[decl]; ok {
		return t
	}
	t := &touches{make(map[*types.Var]bool), make(map[*types.Var]bool)}
	c.touches[decl] = t
	if decl.Body == nil {
		return t
	}
	info := c.pass.TypesInfo
	targets := make(map[*ast.SelectorExpr]bool)
	store := func(e ast.Expr) {
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			return
		}
		targets[sel] = true
		if f, ok := info.Uses[sel.Sel].(*types.Var); ok && f.IsField() && !makesNoRequest(f) && c.outsideOf(sel, decl) {
			t.stored[f.Origin()] = true
		}
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				store(lhs)
			}
		case *ast.IncDecStmt:
			store(n.X)
		case *ast.SelectorExpr:
			if f, ok := info.Uses[n.Sel].(*types.Var); ok && f.IsField() && !targets[n] {
				t.read[f.Origin()] = true
			}
		case *ast.CallExpr:
			if inner := c.declOf(n); inner != nil {
				u := c.touched(inner)
				for f := range u.stored {
					t.stored[f] = true
				}
				for f := range u.read {
					t.read[f] = true
				}
			}
		}
		return true
	})
	return t
}

// outsideOf reports whether a selector leads to what is there before a function
// is called, and after it: not into a variable that the function declares.
func (c *checker) outsideOf(sel *ast.SelectorExpr, decl *ast.FuncDecl) bool {
	p, ok := placeOf(c.pass.TypesInfo, sel)
	return !ok || p.root.Pos() < decl.Body.Pos() || p.root.Pos() >= decl.Body.End()
}

// makesNoRequest reports whether a field holds what makes no other request: a
// time, a count of attempts.
func makesNoRequest(f *types.Var) bool {
	return exempt(f.Type()) || isNumber(f.Type()) && attemptName.MatchString(f.Name())
}
