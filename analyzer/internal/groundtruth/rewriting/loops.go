package rewriting

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
)

// for { if !(n < 3) { break }; … }
func conditionInBody(s *site, n ast.Node) []edit {
	stmt, ok := n.(*ast.ForStmt)
	if !ok || stmt.Cond == nil {
		return nil
	}
	cond := s.source(stmt.Cond)
	return []edit{s.replace(stmt.Cond, ""), s.behind(stmt.Body.Lbrace+1, "\nif !("+cond+") {\nbreak\n}\n")}
}

// counts returns the variable of a loop that counts from 0 to a constant, or to something with a name, and that its body
// leaves alone.
func (s *site) counts(n ast.Node) (stmt *ast.ForStmt, v *types.Var, bound ast.Expr) {
	stmt, ok := n.(*ast.ForStmt)
	if !ok || stmt.Init == nil || stmt.Cond == nil || stmt.Post == nil {
		return nil, nil, nil
	}
	init, ok := stmt.Init.(*ast.AssignStmt)
	cond, isCond := stmt.Cond.(*ast.BinaryExpr)
	post, isPost := stmt.Post.(*ast.IncDecStmt)
	if !ok || !isCond || !isPost || init.Tok != token.DEFINE || len(init.Lhs) != 1 || cond.Op != token.LSS || post.Tok != token.INC {
		return nil, nil, nil
	}
	if zero := s.Info.Types[init.Rhs[0]].Value; zero == nil || zero.Kind() != constant.Int || constant.Sign(zero) != 0 {
		return nil, nil, nil
	}
	v, _ = s.Info.Defs[init.Lhs[0].(*ast.Ident)].(*types.Var)
	if v == nil || s.variable(cond.X) != v || s.variable(post.X) != v || s.stores(stmt.Body, v) {
		return nil, nil, nil
	}
	if s.Info.Types[cond.Y].Value == nil {
		limit := s.variable(cond.Y)
		if limit == nil || limit.Parent() == s.Pkg.Scope() || s.stores(s.function(), limit) || !types.Identical(limit.Type(), v.Type()) {
			return nil, nil, nil
		}
	}
	return stmt, v, cond.Y
}

func (f *File) variable(e ast.Expr) *types.Var {
	id, ok := e.(*ast.Ident)
	if !ok {
		return nil
	}
	v, _ := f.Info.Uses[id].(*types.Var)
	return v
}

// stores reports whether a variable may be changed below a node, other than where it is declared.
func (f *File) stores(root ast.Node, v *types.Var) bool {
	return has(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if f.variable(lhs) == v {
					return true
				}
			}
		case *ast.IncDecStmt:
			return f.variable(n.X) == v
		case *ast.UnaryExpr:
			return n.Op == token.AND && f.variable(n.X) == v
		case *ast.RangeStmt:
			return n.Tok == token.ASSIGN && (n.Key != nil && f.variable(n.Key) == v || n.Value != nil && f.variable(n.Value) == v)
		}
		return false
	})
}

// for i := range 3 {
func overNumber(s *site, n ast.Node) []edit {
	stmt, v, bound := s.counts(n)
	if stmt == nil || v.Type() != types.Typ[types.Int] {
		return nil
	}
	used := has(stmt.Body, func(n ast.Node) bool { id, ok := n.(*ast.Ident); return ok && s.Info.Uses[id] == types.Object(v) })
	head := "range " + s.source(bound)
	if used {
		head = v.Name() + " := " + head
	}
	return []edit{s.between(stmt.Init.Pos(), stmt.Post.End(), head)}
}

// for i := 0; i < 3; i++ {
func counting(s *site, n ast.Node) []edit {
	stmt, ok := n.(*ast.RangeStmt)
	if !ok || stmt.Tok == token.ASSIGN {
		return nil
	}
	if b, ok := s.Info.TypeOf(stmt.X).Underlying().(*types.Basic); !ok || b.Info()&types.IsInteger == 0 {
		return nil
	}
	if _, isConst := stmt.X.(*ast.BasicLit); !isConst && s.Info.Types[stmt.X].Value == nil {
		limit := s.variable(stmt.X)
		if limit == nil || limit.Parent() == s.Pkg.Scope() || s.stores(s.function(), limit) {
			return nil
		}
	}
	i := s.name("i", n)
	if id, ok := stmt.Key.(*ast.Ident); ok && id.Name != "_" {
		if v, ok := s.Info.Defs[id].(*types.Var); !ok || s.stores(stmt.Body, v) || v.Type() != types.Typ[types.Int] {
			return nil
		}
		i = id.Name
	}
	return []edit{s.between(stmt.For+3, stmt.Body.Lbrace, fmt.Sprintf(" %s := 0; %s < %s; %s++ ", i, i, s.source(stmt.X), i))}
}

// for i := range messages { m := messages[i]; … }
func overIndices(s *site, n ast.Node) []edit {
	stmt, ok := n.(*ast.RangeStmt)
	if !ok || stmt.Tok != token.DEFINE || stmt.Value == nil {
		return nil
	}
	if _, ok := s.Info.TypeOf(stmt.X).Underlying().(*types.Slice); !ok {
		return nil
	}
	id, ok := stmt.Value.(*ast.Ident)
	list := s.variable(stmt.X)
	if !ok || id.Name == "_" || list == nil || s.stores(stmt.Body, list) {
		return nil
	}
	i := s.name("i", n)
	if key, ok := stmt.Key.(*ast.Ident); ok && key.Name != "_" {
		i = key.Name
	}
	return []edit{s.between(stmt.Key.Pos(), stmt.Value.End(), i), s.behind(stmt.Body.Lbrace+1, fmt.Sprintf("\n%s := %s[%s]\n", id.Name, list.Name(), i))}
}
