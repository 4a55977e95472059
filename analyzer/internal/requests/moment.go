package requests

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what is asked for anew in every round since others may have set it meanwhile: the settings of the
// moment, a token that is renewed in the background, one of several at random.
//
//	cfg := s.cfg.Load()
//	r, err := cfg.Client.Send(ctx, m)

// isOfTheMoment reports whether a call returns what other functions of the package set, as long as it
// stands: by an atomic value, or under a lock.
func (q *requester) isOfTheMoment(call *ast.CallExpr) bool {
	info := q.c.pass.TypesInfo
	if of, manner := atomicOf(info, call); of != nil {
		p, ok := PlaceOf(info, of)
		t := info.TypeOf(call)
		return ok && manner == atomicLoad && q.outlives(p.Root) && !syntax.IsInteger(t) && !syntax.IsBoolean(t) &&
			q.c.isSetByOthers(variableOf(info, of), q.reg.Node)
	}
	decl := q.c.declOf(call)
	if decl == nil || decl.Body == nil || !q.c.locks(decl) {
		return false
	}
	found := false
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			found = found || slices.ContainsFunc(ret.Results, func(e ast.Expr) bool {
				f := q.c.keptIn(e)
				return f != nil && !MakesNone(f) && !syntax.IsError(f.Type()) && q.c.isSetByOthers(f, decl)
			})
		}
	})
	return found
}

// keptIn returns the field that an expression is, or an element of, also where a variable holds that.
func (c *Comparer) keptIn(e ast.Expr) *types.Var {
	info := c.pass.TypesInfo
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v, ok := info.Uses[id].(*types.Var)
		if !ok {
			return nil
		}
		if e = c.once(v); e == nil {
			return nil
		}
	}
	if f := elementOf(info, e); f != nil {
		return f
	}
	return syntax.Field(info, e)
}

func variableOf(info *types.Info, e ast.Expr) *types.Var {
	if id := syntax.Name(e); id != nil {
		if v, ok := info.Uses[id].(*types.Var); ok {
			return v.Origin()
		}
	}
	return nil
}

// locks reports whether a function locks a mutex.
func (c *Comparer) locks(decl *ast.FuncDecl) bool {
	found := false
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		call, ok := n.(*ast.CallExpr)
		if !ok || found {
			return
		}
		fn, _ := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
		found = fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "sync" && (fn.Name() == "Lock" || fn.Name() == "RLock")
	})
	return found
}

// isSetByOthers reports whether a function that does not have a node in it stores to a field or variable of what it has
// not made itself.
func (c *Comparer) isSetByOthers(v *types.Var, node ast.Node) bool {
	if v == nil {
		return false
	}
	if c.setters == nil {
		c.setters = make(map[*types.Var][]*ast.FuncDecl)
		for _, file := range c.pass.Files {
			for _, d := range file.Decls {
				if decl, ok := d.(*ast.FuncDecl); ok && decl.Body != nil {
					c.noteSetters(decl)
				}
			}
		}
	}
	return slices.ContainsFunc(c.setters[v], func(by *ast.FuncDecl) bool { return by.Pos() > node.Pos() || by.End() < node.End() })
}

func (c *Comparer) noteSetters(decl *ast.FuncDecl) {
	info := c.pass.TypesInfo
	note := func(e ast.Expr) {
		p, ok := PlaceOf(info, e)
		v := variableOf(info, e)
		if f := elementOf(info, e); f != nil {
			v = f
		}
		if ok && v != nil && (p.Root.Pos() < decl.Body.Pos() || p.Root.Pos() >= decl.End()) {
			c.setters[v] = append(c.setters[v], decl)
		}
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if n.Tok == token.ASSIGN {
				for _, lhs := range n.Lhs {
					note(lhs)
				}
			}
		case *ast.CallExpr:
			if of, manner := atomicOf(info, n); of != nil && manner == atomicStore {
				note(of)
			}
		}
		return true
	})
}

// isAtRandom reports whether an index is drawn at random: that of one of several hosts, but of no letter.
func (c *Comparer) isAtRandom(x *ast.IndexExpr) bool {
	t := c.pass.TypesInfo.TypeOf(x)
	return t != nil && !Exempt(t) && !syntax.IsInteger(t) && c.drawsLots(x.Index, 0)
}

func (c *Comparer) drawsLots(e ast.Expr, depth int) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			fn, _ := syntax.Callee(c.pass.TypesInfo, n).(*types.Func)
			found = found || fn != nil && fn.Pkg() != nil && random[fn.Pkg().Path()]
		case *ast.Ident:
			if v, ok := c.pass.TypesInfo.Uses[n].(*types.Var); ok && !v.IsField() && depth < deepest {
				held := c.once(v)
				found = found || held != nil && c.drawsLots(held, depth+1)
			}
		}
		return !found
	})
	return found
}
