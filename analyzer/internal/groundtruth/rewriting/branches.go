package rewriting

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// leaves reports whether a list of statements ends where nothing comes behind it: in a return, a panic or a jump.
func leaves(list []ast.Stmt) bool {
	if len(list) == 0 {
		return false
	}
	switch last := list[len(list)-1].(type) {
	case *ast.ReturnStmt:
		return true
	case *ast.BranchStmt:
		return last.Tok != token.FALLTHROUGH
	}
	return false
}

// if r.Code != 0 { return err } else { rest }
func elseForRest(s *site, n ast.Node) []edit {
	stmt, ok := n.(*ast.IfStmt)
	if !ok || stmt.Else != nil || !leaves(stmt.Body.List) {
		return nil
	}
	list, at := s.siblings(stmt)
	if list == nil || at == len(list)-1 {
		return nil
	}
	rest := list[at+1:]
	for _, r := range rest { // a case's end, and labels that others jump to
		if b, ok := r.(*ast.BranchStmt); ok && b.Tok == token.FALLTHROUGH {
			return nil
		}
		if has(r, func(n ast.Node) bool { _, ok := n.(*ast.LabeledStmt); return ok }) {
			return nil
		}
	}
	return []edit{s.behind(stmt.End(), " else {"), s.behind(rest[len(rest)-1].End(), "\n}")}
}

// if r.Code != 0 { return err }; rest
func restForElse(s *site, n ast.Node) []edit {
	stmt, ok := s.ifInList(n)
	if !ok || !leaves(stmt.Body.List) {
		return nil
	}
	block, ok := stmt.Else.(*ast.BlockStmt)
	if !ok {
		return nil
	}
	for _, inner := range block.List { // what it declares is nobody else's
		switch d := inner.(type) {
		case *ast.DeclStmt:
			return nil
		case *ast.AssignStmt:
			if d.Tok == token.DEFINE {
				return nil
			}
		}
	}
	return []edit{s.between(stmt.Body.End(), block.Lbrace+1, "\n"), s.between(block.Rbrace, block.End(), "")}
}

// if r.Code != 0 { b } else { a }
func ifTheOtherWayRound(s *site, n ast.Node) []edit {
	stmt, ok := n.(*ast.IfStmt)
	if !ok {
		return nil
	}
	block, ok := stmt.Else.(*ast.BlockStmt)
	if !ok {
		return nil
	}
	return []edit{
		s.before(stmt.Cond, "!("), s.behind(stmt.Cond.End(), ")"),
		s.replace(stmt.Body, s.source(block)), s.replace(block, s.source(stmt.Body)),
	}
}

// switch { case r.Code == a || r.Code == b:
func withoutTag(s *site, n ast.Node) []edit {
	stmt, ok := n.(*ast.SwitchStmt)
	if !ok || stmt.Tag == nil || stmt.Init != nil {
		return nil
	}
	list, _ := s.siblings(stmt)
	if list == nil {
		return nil
	}
	tag := s.name("tag", n)
	edits := []edit{s.before(stmt, tag+" := "+s.source(stmt.Tag)+"\n"), s.replace(stmt.Tag, "")}
	if _, name := stmt.Tag.(*ast.Ident); name {
		tag, edits = s.source(stmt.Tag), edits[1:]
	}
	if types.IsInterface(s.Info.TypeOf(stmt.Tag)) {
		return nil
	}
	for _, c := range stmt.Body.List {
		clause := c.(*ast.CaseClause)
		var parts []string
		for _, e := range clause.List {
			parts = append(parts, tag+" == "+s.source(e))
		}
		if len(parts) > 0 {
			edits = append(edits, s.between(clause.List[0].Pos(), clause.List[len(clause.List)-1].End(), strings.Join(parts, " || ")))
		}
	}
	return edits
}

// switch { case r.Code == 0: …; case r.Code == 5: …; default: … }
func switchForChain(s *site, n ast.Node) []edit {
	stmt, ok := s.ifInList(n)
	if !ok || stmt.Else == nil || has(stmt, func(n ast.Node) bool {
		b, ok := n.(*ast.BranchStmt)
		return ok && b.Tok == token.BREAK && b.Label == nil
	}) {
		return nil
	}
	edits := []edit{s.before(stmt, "switch {\n")}
	for {
		edits = append(edits, s.between(stmt.If, stmt.Cond.Pos(), "case "), s.between(stmt.Cond.End(), stmt.Body.Lbrace+1, ":"))
		switch next := stmt.Else.(type) {
		case *ast.IfStmt:
			if next.Init != nil {
				return nil
			}
			edits = append(edits, s.between(stmt.Body.Rbrace, next.If, ""))
			stmt = next
			continue
		case *ast.BlockStmt:
			return append(edits, s.between(stmt.Body.Rbrace, next.Lbrace+1, "default:"))
		}
		return edits // the last brace closes the switch
	}
}

// { r, err := send(); if err != nil { … } }
func initInFront(s *site, n ast.Node) []edit {
	var init ast.Stmt
	var from, to token.Pos
	switch stmt := n.(type) {
	case *ast.IfStmt:
		init, from, to = stmt.Init, stmt.If, stmt.Cond.Pos()
	case *ast.SwitchStmt:
		init, from, to = stmt.Init, stmt.Switch, stmt.Body.Lbrace
		if stmt.Tag != nil {
			to = stmt.Tag.Pos()
		}
	}
	if init == nil {
		return nil
	}
	if list, _ := s.siblings(n); list == nil {
		return nil
	}
	word, _, _ := strings.Cut(s.Text[s.offset(from):], " ")
	return []edit{s.between(from, to, "{\n"+s.source(init)+"\n"+word+" "), s.behind(n.End(), "\n}")}
}
