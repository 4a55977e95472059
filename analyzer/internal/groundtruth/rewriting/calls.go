package rewriting

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// isCall reports whether a call is one of a function, not a conversion or a builtin.
func (f *File) isCall(call *ast.CallExpr) bool {
	tv := f.Info.Types[call.Fun]
	return !tv.IsType() && !tv.IsBuiltin()
}

// err := f(); return err
func returnedInVariable(s *site, n ast.Node) []edit {
	stmt, ok := n.(*ast.ReturnStmt)
	if !ok || len(stmt.Results) != 1 {
		return nil
	}
	if list, _ := s.siblings(stmt); list == nil {
		return nil
	}
	var names []string
	switch x := stmt.Results[0].(type) {
	case *ast.CallExpr:
		if !s.isCall(x) {
			return nil
		}
		for i := range s.results(x) {
			names = append(names, fmt.Sprintf("%s_%d", s.name("out", n), i))
		}
	case *ast.BinaryExpr, *ast.SelectorExpr:
		if tv := s.Info.Types[x.(ast.Expr)]; tv.Value != nil || !tv.IsValue() {
			return nil
		}
		if b, ok := s.Info.TypeOf(x.(ast.Expr)).(*types.Basic); ok && b.Info()&types.IsUntyped != 0 {
			return nil
		}
		names = []string{s.name("out", n)}
	}
	if len(names) == 0 {
		return nil
	}
	all := strings.Join(names, ", ")
	return []edit{s.before(stmt, all+" := "+s.source(stmt.Results[0])+"\n"), s.replace(stmt.Results[0], all)}
}

// assigned returns the call by which a statement in a list, or before a condition, sets its variables.
func (s *site) assigned(n ast.Node) (*ast.AssignStmt, *ast.CallExpr) {
	stmt, ok := n.(*ast.AssignStmt)
	if !ok || len(stmt.Rhs) != 1 {
		return nil, nil
	}
	call, ok := stmt.Rhs[0].(*ast.CallExpr)
	if !ok || !s.isCall(call) || len(s.results(call)) == 0 || call.Ellipsis.IsValid() {
		return nil, nil
	}
	return stmt, call
}

// r, err := func() (reply, error) { return c.send(m) }()
func callInLiteral(s *site, n ast.Node) []edit {
	_, call := s.assigned(n)
	if call == nil {
		return nil
	}
	results, ok := s.resultText(s.results(call))
	if !ok {
		return nil
	}
	return []edit{s.before(call, "func() "+results+" { return "), s.behind(call.End(), " }()")}
}

// func call1(c *client, m message) (reply, error) { return c.send(m) }
func callInFunction(s *site, n ast.Node) []edit {
	_, call := s.assigned(n)
	if call == nil {
		return nil
	}
	results, ok := s.resultText(s.results(call))
	params, args, fits := s.captured(call)
	if !ok || !fits {
		return nil
	}
	fn := s.name("call", n)
	fmt.Fprintf(&s.added, "\nfunc %s(%s) %s { return %s }\n", fn, params, results, s.source(call))
	return []edit{s.replace(call, fn+"("+args+")")}
}

// send := c.send; r, err := send(m)
func methodValue(s *site, n ast.Node) []edit {
	stmt, call := s.assigned(n)
	if call == nil {
		return nil
	}
	if list, _ := s.siblings(stmt); list == nil {
		return nil
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || s.Info.Selections[sel] == nil || s.Info.Selections[sel].Kind() != types.MethodVal {
		return nil
	}
	method := s.name("method", n)
	return []edit{s.before(stmt, method+" := "+s.source(sel)+"\n"), s.replace(sel, method)}
}

// func (c *client) Send(m message) error { return c.Send1(m) }
func handedOn(s *site, n ast.Node) []edit {
	decl, ok := n.(*ast.FuncDecl)
	if !ok || decl.Body == nil || decl.Type.TypeParams != nil || isGenericMethod(s.Info, decl) || decl.Name.Name == "init" || decl.Name.Name == "main" || decl.Doc != nil && strings.Contains(decl.Doc.Text(), "errcodelint:") {
		return nil
	}
	if has(decl.Body, func(n ast.Node) bool { // one that calls itself
		id, ok := n.(*ast.Ident)
		return ok && s.Info.Uses[id] == s.Info.Defs[decl.Name]
	}) {
		return nil
	}
	other := s.name("handed", n)
	var args []string
	for _, field := range decl.Type.Params.List {
		if len(field.Names) == 0 {
			return nil
		}
		for _, name := range field.Names {
			if name.Name == "_" {
				return nil
			}
			arg := name.Name
			if _, variadic := field.Type.(*ast.Ellipsis); variadic {
				arg += "..."
			}
			args = append(args, arg)
		}
	}
	recv, on := "", ""
	if decl.Recv != nil {
		if names := decl.Recv.List[0].Names; len(names) == 0 || names[0].Name == "_" {
			return nil
		}
		recv, on = s.source(decl.Recv)+" ", decl.Recv.List[0].Names[0].Name+"."
	}
	call := on + other + "(" + strings.Join(args, ", ") + ")"
	if decl.Type.Results != nil {
		call = "return " + call
	}
	// The body moves, so what is reported there is of the function with the new name.
	signature := s.source(decl.Type.Params) + s.Text[s.offset(decl.Type.Params.End()):s.offset(decl.Type.End())]
	return []edit{s.behind(decl.Body.Lbrace, fmt.Sprintf("{ %s }\n\nfunc %s%s%s ", call, recv, other, signature))}
}

// var r reply; var err error; r, err = c.send(m)
func declaredFirst(s *site, n ast.Node) []edit {
	stmt, call := s.assigned(n)
	if call == nil || stmt.Tok != token.DEFINE {
		return nil
	}
	if list, _ := s.siblings(stmt); list == nil {
		return nil
	}
	var decls strings.Builder
	for i, lhs := range stmt.Lhs {
		id := lhs.(*ast.Ident)
		if v, ok := s.Info.Defs[id].(*types.Var); ok {
			text, fits := s.typeText(s.results(call)[i])
			if !fits {
				return nil
			}
			fmt.Fprintf(&decls, "var %s %s\n", v.Name(), text)
		}
	}
	return []edit{s.before(stmt, decls.String()), s.between(stmt.TokPos, stmt.TokPos+2, "=")}
}
