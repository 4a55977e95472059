package variation

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"
)

// ways are the ways to change a program. They report whether they have done it.
func (v *Variation) ways() []func() bool {
	ways := []func() bool{
		v.takeOut, v.swap, v.repeat, v.wrap, v.wrap, v.rename, v.rename, v.rename, v.renumber, v.turn, v.assign, v.assign, v.bring, v.bring, v.alias, v.leave,
	}
	if v.Probes {
		ways = append(ways, v.probe, v.probe)
	}
	return ways
}

func (v *Variation) takeOut() bool {
	l, i, ok := v.somewhere()
	if ok {
		*l.stmts = slices.Delete(*l.stmts, i, i+1)
	}
	return ok
}

func (v *Variation) swap() bool {
	l, i, ok := v.somewhere()
	if !ok || i == 0 {
		return false
	}
	s := *l.stmts
	s[i], s[i-1] = s[i-1], s[i]
	return true
}

func (v *Variation) repeat() bool {
	l, i, ok := v.somewhere()
	if ok {
		*l.stmts = slices.Insert(*l.stmts, v.IntN(len(*l.stmts)+1), (*l.stmts)[i])
	}
	return ok
}

// bring brings a statement from elsewhere.
func (v *Variation) bring() bool {
	from, i, ok := v.somewhere()
	to, j, also := v.somewhere()
	if ok && also {
		stmt := cloneStmt((*from.stmts)[i])
		for _, id := range names(stmt) {
			if v.IntN(4) == 0 {
				id.Name = pickOne(v.Rand, names(to.in)).Name
			}
		}
		v.insert(to, j, stmt)
	}
	return ok && also
}

// wrap puts another statement around one or more.
func (v *Variation) wrap() bool {
	l, i, ok := v.somewhere()
	if !ok {
		return false
	}
	n := 1 + v.IntN(min(3, len(*l.stmts)-i))
	body := &ast.BlockStmt{List: slices.Clone((*l.stmts)[i : i+n])}
	call := &ast.CallExpr{Fun: &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}}, Body: body}}
	two := &ast.BasicLit{Kind: token.INT, Value: "2"}
	var by ast.Stmt
	switch v.IntN(11) {
	case 0, 1:
		cond, ok := v.condition(l.in)
		if !ok {
			return false
		}
		by = &ast.IfStmt{Cond: cond, Body: body}
	case 2, 3:
		by = &ast.ExprStmt{X: call}
	case 4:
		by = &ast.DeferStmt{Call: call}
	case 5:
		by = &ast.RangeStmt{X: two, Body: body}
	case 6:
		cond, ok := v.condition(l.in)
		if !ok {
			return false
		}
		by = &ast.ForStmt{Cond: cond, Body: body}
	case 7:
		by = &ast.RangeStmt{X: &ast.CallExpr{Fun: &ast.SelectorExpr{X: ast.NewIdent("slices"), Sel: ast.NewIdent("Values")}, Args: []ast.Expr{
			&ast.CompositeLit{Type: &ast.ArrayType{Elt: ast.NewIdent("int")}, Elts: []ast.Expr{two, two}},
		}}, Body: body}
	case 8: // it is called in another place
		name := fmt.Sprintf("later%d", v.IntN(1000))
		by = &ast.AssignStmt{Lhs: []ast.Expr{ast.NewIdent(name)}, Tok: token.DEFINE, Rhs: []ast.Expr{call.Fun}}
		v.insert(l, i+n+v.IntN(len(*l.stmts)-i-n+1), &ast.ExprStmt{X: &ast.CallExpr{Fun: ast.NewIdent(name)}})
	case 9: // a panic ends there
		body.List = append([]ast.Stmt{cloneStmt(&ast.DeferStmt{Call: &ast.CallExpr{Fun: &ast.FuncLit{Type: &ast.FuncType{Params: &ast.FieldList{}}, Body: &ast.BlockStmt{List: []ast.Stmt{
			&ast.AssignStmt{Lhs: []ast.Expr{ast.NewIdent("_")}, Tok: token.ASSIGN, Rhs: []ast.Expr{&ast.CallExpr{Fun: ast.NewIdent("recover")}}},
		}}}}})}, body.List...)
		by = &ast.ExprStmt{X: call}
	case 10:
		cond, ok := v.condition(l.in)
		if !ok {
			return false
		}
		by = &ast.SwitchStmt{Body: &ast.BlockStmt{List: []ast.Stmt{&ast.CaseClause{List: []ast.Expr{cond}}, &ast.CaseClause{Body: body.List}}}}
	}
	*l.stmts = slices.Replace(*l.stmts, i, i+n, by)
	return true
}

// rename puts one name for another, once.
func (v *Variation) rename() bool {
	l, i, ok := v.somewhere()
	if !ok {
		return false
	}
	here, all := names((*l.stmts)[i]), names(l.in)
	if len(here) == 0 {
		return false
	}
	here[v.IntN(len(here))].Name = all[v.IntN(len(all))].Name
	return true
}

func (v *Variation) renumber() bool {
	l, i, ok := v.somewhere()
	if !ok {
		return false
	}
	var all []*ast.BasicLit
	ast.Inspect((*l.stmts)[i], func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.INT {
			all = append(all, lit)
		}
		return true
	})
	if len(all) == 0 {
		return false
	}
	all[v.IntN(len(all))].Value = pickOne(v.Rand, []string{"0", "5", "6", "7", "11", "12", "88", "256", "1", "2", "3"})
	return true
}

// turn turns a comparison, or a && b into a || b.
func (v *Variation) turn() bool {
	l, i, ok := v.somewhere()
	if !ok {
		return false
	}
	var all []*ast.BinaryExpr
	ast.Inspect((*l.stmts)[i], func(n ast.Node) bool {
		if x, ok := n.(*ast.BinaryExpr); ok {
			all = append(all, x)
		}
		return true
	})
	if len(all) == 0 {
		return false
	}
	turned := map[token.Token][]token.Token{
		token.EQL: {token.NEQ, token.LSS, token.GEQ}, token.NEQ: {token.EQL}, token.LSS: {token.GTR, token.EQL}, token.GTR: {token.LEQ},
		token.LAND: {token.LOR}, token.LOR: {token.LAND}, token.LEQ: {token.GTR}, token.GEQ: {token.LSS},
	}
	x := all[v.IntN(len(all))]
	to := turned[x.Op]
	if len(to) == 0 {
		return false
	}
	x.Op = pickOne(v.Rand, to)
	return true
}

func (v *Variation) insert(l list, at int, stmt ast.Stmt) {
	*l.stmts = slices.Insert(*l.stmts, at, stmt)
}

// probe adds one behind a statement.
func (v *Variation) probe() bool {
	l, i, ok := v.somewhere()
	if ok {
		v.insert(l, i+1, &ast.ExprStmt{X: &ast.CallExpr{Fun: ast.NewIdent("seen"), Args: []ast.Expr{ast.NewIdent("_"), v.operand(l.in)}}})
	}
	return ok
}

// assign stores something somewhere.
func (v *Variation) assign() bool {
	l, i, ok := v.somewhere()
	if ok {
		v.insert(l, i+v.IntN(2), &ast.AssignStmt{Lhs: []ast.Expr{v.operand(l.in)}, Tok: token.ASSIGN, Rhs: []ast.Expr{v.operand(l.in)}})
	}
	return ok
}

// leave leaves a loop, a round, the function or all of them under a condition.
func (v *Variation) leave() bool {
	l, i, ok := v.somewhere()
	if !ok {
		return false
	}
	cond, ok := v.condition(l.in)
	if !ok {
		return false
	}
	panics := &ast.ExprStmt{X: &ast.CallExpr{Fun: ast.NewIdent("panic"), Args: []ast.Expr{&ast.BasicLit{Kind: token.STRING, Value: `"left"`}}}}
	by := pickOne(v.Rand, []ast.Stmt{&ast.BranchStmt{Tok: token.BREAK}, &ast.BranchStmt{Tok: token.CONTINUE}, &ast.ReturnStmt{}, panics})
	v.insert(l, i, &ast.IfStmt{Cond: cond, Body: &ast.BlockStmt{List: []ast.Stmt{by}}})
	return true
}

// alias makes a pointer to something, and stores by that later.
func (v *Variation) alias() bool {
	l, i, ok := v.somewhere()
	if !ok {
		return false
	}
	name := fmt.Sprintf("alias%d", v.IntN(1000))
	at := i + 1 + v.IntN(len(*l.stmts)-i)
	v.insert(l, at, &ast.AssignStmt{Lhs: []ast.Expr{&ast.StarExpr{X: ast.NewIdent(name)}}, Tok: token.ASSIGN, Rhs: []ast.Expr{v.operand(l.in)}})
	v.insert(l, i, &ast.AssignStmt{Lhs: []ast.Expr{ast.NewIdent(name)}, Tok: token.DEFINE, Rhs: []ast.Expr{&ast.UnaryExpr{Op: token.AND, X: v.operand(l.in)}}})
	return true
}
