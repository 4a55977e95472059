package rewriting

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
)

// ifInList returns an if statement in a list of statements, with nothing before its condition.
func (s *site) ifInList(n ast.Node) (*ast.IfStmt, bool) {
	stmt, ok := n.(*ast.IfStmt)
	if !ok || stmt.Init != nil {
		return nil, false
	}
	list, _ := s.siblings(stmt)
	return stmt, list != nil
}

// ok := r.Code == 0; if ok {
func conditionInVariable(s *site, n ast.Node) []edit {
	stmt, ok := s.ifInList(n)
	if !ok {
		return nil
	}
	if _, name := stmt.Cond.(*ast.Ident); name {
		return nil
	}
	v := s.name("holds", n)
	return []edit{s.before(stmt, v+" := "+s.source(stmt.Cond)+"\n"), s.replace(stmt.Cond, v)}
}

// code := r.Code; if code == 0 {
func codeInVariable(s *site, n ast.Node) []edit {
	var from ast.Expr
	switch stmt := n.(type) {
	case *ast.IfStmt:
		if _, ok := s.ifInList(n); ok {
			from = stmt.Cond
		}
	case *ast.SwitchStmt:
		if list, _ := s.siblings(n); list != nil && stmt.Init == nil {
			from = stmt.Tag
		}
	}
	if from == nil {
		return nil
	}
	for { // to what is evaluated first
		switch x := from.(type) {
		case *ast.BinaryExpr:
			from = x.X
			continue
		case *ast.ParenExpr:
			from = x.X
			continue
		case *ast.UnaryExpr:
			from = x.X
			continue
		case *ast.CallExpr:
			if sel, ok := x.Fun.(*ast.SelectorExpr); ok && s.Info.Selections[sel] != nil {
				from = sel.X
				continue
			}
		}
		break
	}
	sel, ok := from.(*ast.SelectorExpr)
	if !ok || s.Info.Selections[sel] == nil || s.Info.Selections[sel].Kind() != types.FieldVal {
		return nil
	}
	v := s.name("value", n)
	return []edit{s.before(n, v+" := "+s.source(sel)+"\n"), s.replace(sel, v)}
}

// 0 == r.Code
func otherWayRound(s *site, n ast.Node) []edit {
	x, ok := n.(*ast.BinaryExpr)
	if !ok || x.Op != token.EQL && x.Op != token.NEQ {
		return nil
	}
	return []edit{s.replace(x.X, s.source(x.Y)), s.replace(x.Y, s.source(x.X))}
}

// !(r.Code != 0), !(!(a) || !(b))
func byNegation(s *site, n ast.Node) []edit {
	x, ok := n.(*ast.BinaryExpr)
	if !ok {
		return nil
	}
	op, text := token.ILLEGAL, "!(%s %s %s)"
	switch x.Op {
	case token.EQL:
		op = token.NEQ
	case token.NEQ:
		op = token.EQL
	case token.LAND:
		op, text = token.LOR, "!(!(%s) %s !(%s))"
	case token.LOR:
		op, text = token.LAND, "!(!(%s) %s !(%s))"
	default:
		return nil
	}
	if b, ok := s.Info.TypeOf(x).(*types.Basic); !ok || b.Kind() != types.Bool && b.Kind() != types.UntypedBool || s.Info.Types[x].Value != nil {
		return nil
	}
	return []edit{s.replace(x, fmt.Sprintf(text, s.source(x.X), op, s.source(x.Y)))}
}

// func holds1(r reply) bool { return r.Code == 0 }; if holds1(r) {
func conditionInFunction(s *site, n ast.Node) []edit {
	var cond ast.Expr
	switch stmt := n.(type) {
	case *ast.IfStmt:
		cond = stmt.Cond
	case *ast.ForStmt:
		cond = stmt.Cond
	}
	if cond == nil {
		return nil
	}
	if _, name := cond.(*ast.Ident); name {
		return nil
	}
	params, args, ok := s.captured(cond)
	if !ok {
		return nil
	}
	fn := s.name("holds", n)
	fmt.Fprintf(&s.added, "\nfunc %s(%s) bool { return %s }\n", fn, params, s.source(cond))
	return []edit{s.replace(cond, fn+"("+args+")")}
}
