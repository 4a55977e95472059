package retriedcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/names"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// removal returns the fix for a code in a set, or in a case, of what is sent
// again: that all such codes of the set or case go. It has none where somebody
// may use the set for something else.
func (c *checker) removal(at ast.Node) []analysis.SuggestedFix {
	file, path := c.PathTo(at)
	for i, n := range path {
		switch n := n.(type) {
		case *ast.CompositeLit:
			return c.fixSet(file, n, path[i+1:])
		case *ast.CaseClause:
			return c.fixCase(file, n, path[i+1:])
		case *ast.FuncLit, ast.Stmt:
			return nil
		}
	}
	return nil
}

// fixSet removes codes from a literal, or takes back what a table says of them.
func (c *checker) fixSet(file *ast.File, lit *ast.CompositeLit, around []ast.Node) []analysis.SuggestedFix {
	s := c.setOf(lit)
	if s == nil {
		return nil
	}
	var gone []ast.Expr
	for _, h := range s.holds {
		if h.member.Retry == codes.RetryNever {
			gone = append(gone, h.at.(ast.Expr))
		}
	}
	if c.isTable(lit) {
		return c.fixTable(file, lit, gone)
	}
	if !c.onlySearched(lit, around) {
		return nil
	}
	var elements []ast.Expr
	for _, elt := range lit.Elts {
		key := elt
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			key = kv.Key
		}
		if slices.Contains(gone, key) {
			elements = append(elements, elt)
		}
	}
	edits, ok := c.TakeOut(file, lit.Elts, elements, lit.Rbrace)
	if !ok {
		return nil
	}
	return c.Rewrite(file, "Remove what cannot succeed from the set", edits)
}

// fixTable sets the field that says "again" to false.
func (c *checker) fixTable(file *ast.File, lit *ast.CompositeLit, gone []ast.Expr) []analysis.SuggestedFix {
	var edits []analysis.TextEdit
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if !ok || !slices.Contains(gone, kv.Key) {
			continue
		}
		_, yes := c.sayingAgain(kv.Value)
		if yes == nil {
			return nil
		}
		edits = append(edits, analysis.TextEdit{Pos: yes.Pos(), End: yes.End(), NewText: []byte("false")})
	}
	if len(edits) == 0 {
		return nil
	}
	return c.Rewrite(file, "Say that they are not sent again", edits)
}

// sayingAgain returns the field of a table's row that says "again", and the true in it; nil if the row is no literal, or not just
// one field does.
func (c *checker) sayingAgain(row ast.Expr) (says string, yes *ast.Ident) {
	lit, ok := ast.Unparen(row).(*ast.CompositeLit)
	if !ok {
		return "", nil
	}
	for i, field := range lit.Elts {
		value, name := field, ""
		if kv, ok := field.(*ast.KeyValueExpr); ok {
			id, ok := kv.Key.(*ast.Ident)
			if !ok {
				continue
			}
			name, value = id.Name, kv.Value
		} else if st, ok := structOf(c.pass.TypesInfo.TypeOf(lit)); ok && i < st.NumFields() {
			name = st.Field(i).Name()
		}
		if id, ok := value.(*ast.Ident); ok && id.Name == "true" && names.SayRetry(name) {
			if yes != nil {
				return "", nil
			}
			says, yes = name, id
		}
	}
	return says, yes
}

// takeBack says what to do about a code of which the program says that it is sent again.
func (c *checker) takeBack(h cause) string {
	_, path := c.PathTo(h.at)
	for i, n := range path {
		kv, ok := n.(*ast.KeyValueExpr)
		if !ok || kv.Key != h.at || i+1 >= len(path) {
			continue
		}
		lit, ok := path[i+1].(*ast.CompositeLit)
		if field, yes := c.sayingAgain(kv.Value); ok && yes != nil && c.isTable(lit) {
			return "set " + field + " to false"
		}
	}
	return "remove it from what is sent again"
}

// onlySearched reports whether a literal, or the one variable that holds it, is
// only ever searched.
func (c *checker) onlySearched(lit *ast.CompositeLit, around []ast.Node) bool {
	info := c.pass.TypesInfo
	var v *types.Var
	for _, n := range around {
		switch n := n.(type) {
		case *ast.IndexExpr: // map[…]bool{…}[code]
			return ast.Unparen(n.X) == ast.Expr(lit)
		case *ast.CallExpr:
			return c.searches(n, lit)
		case *ast.ValueSpec:
			if len(n.Names) == 1 && len(n.Values) == 1 {
				v, _ = info.Defs[n.Names[0]].(*types.Var)
			}
		case *ast.AssignStmt:
			if id, ok := n.Lhs[0].(*ast.Ident); ok && n.Tok == token.DEFINE && len(n.Lhs) == 1 {
				v, _ = info.Defs[id].(*types.Var)
			}
		case *ast.ParenExpr:
			continue
		}
		break
	}
	if v == nil || v.Exported() || len(c.Assigned(v)) != 1 || c.mentionedElsewhere(v) {
		return false
	}
	only, searched := true, false
	for _, f := range c.pass.Files {
		ast.PreorderStack(f, nil, func(n ast.Node, stack []ast.Node) bool {
			id, ok := n.(*ast.Ident)
			if !ok || info.Uses[id] != types.Object(v) || len(stack) == 0 {
				return true
			}
			switch parent := stack[len(stack)-1].(type) {
			case *ast.IndexExpr:
				only = only && parent.X == ast.Expr(id) && !isStoredTo(stack)
				searched = true
			case *ast.CallExpr:
				only = only && c.searches(parent, id)
				searched = true
			default:
				only = false
			}
			return true
		})
	}
	return only && searched
}

func isStoredTo(stack []ast.Node) bool {
	if len(stack) < 2 {
		return false
	}
	as, ok := stack[len(stack)-2].(*ast.AssignStmt)
	return ok && slices.Contains(as.Lhs, stack[len(stack)-1].(ast.Expr))
}

// searches reports whether a call only searches a list.
func (c *checker) searches(call *ast.CallExpr, list ast.Expr) bool {
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	return ok && syntax.IsFunction(fn, "slices", "Contains") && len(call.Args) == 2 && ast.Unparen(call.Args[0]) == list
}

// mentionedElsewhere reports whether a package's variable may be used in a file
// that this build leaves out.
func (c *checker) mentionedElsewhere(v *types.Var) bool {
	return v.Parent() == c.pass.Pkg.Scope() && len(c.Files) > 0 && c.Namer(c.Files[0]).Mentioned(v.Name())
}

// fixCase removes values from a case of a switch that says yes or no, where what
// is in no case is a no.
func (c *checker) fixCase(file *ast.File, clause *ast.CaseClause, around []ast.Node) []analysis.SuggestedFix {
	var gone []ast.Expr
	for _, e := range clause.List {
		if m, ok := c.constant(e); ok && m.Retry == codes.RetryNever {
			gone = append(gone, e)
		}
	}
	if len(around) < 3 || !c.answersConstant(clause.Body, true) {
		return nil
	}
	s, ok := around[1].(*ast.SwitchStmt)
	if !ok || !c.otherwiseNo(s, around[2:]) {
		return nil
	}
	edits, ok := c.TakeOut(file, clause.List, gone, clause.Colon)
	if !ok {
		return nil
	}
	return c.Rewrite(file, "Remove what cannot succeed from the case", edits)
}

// answersConstant reports whether all that some statements do is to return a
// constant answer.
func (c *checker) answersConstant(body []ast.Stmt, answer bool) bool {
	if len(body) != 1 {
		return false
	}
	ret, ok := body[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false
	}
	v := c.pass.TypesInfo.Types[ret.Results[0]].Value
	return v != nil && v.Kind() == constant.Bool && constant.BoolVal(v) == answer
}

// otherwiseNo reports whether a switch, with this around it, answers no to what is in none of its cases.
func (c *checker) otherwiseNo(s *ast.SwitchStmt, around []ast.Node) bool {
	for _, stmt := range s.Body.List {
		if clause := stmt.(*ast.CaseClause); clause.List == nil {
			return c.answersConstant(clause.Body, false)
		}
	}
	return c.goesOnToNo(s, around)
}

// goesOnToNo reports whether what comes behind a statement, with this around it, is that the function answers no.
func (c *checker) goesOnToNo(s ast.Stmt, around []ast.Node) bool {
	for i, n := range around {
		var list []ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = n.List
		case *ast.CaseClause:
			list = n.Body
		case *ast.IfStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
			s = n.(ast.Stmt)
			continue
		default:
			return false
		}
		if at := slices.Index(list, s); at >= 0 && at+1 < len(list) {
			return c.answersConstant(list[at+1:], false)
		}
		s, _ = n.(ast.Stmt)
		if _, isClause := n.(*ast.CaseClause); isClause && i+2 < len(around) {
			return c.goesOnToNo(s, around[i+2:]) // behind the switch
		}
	}
	return false
}

// fixAnswer removes from what a predicate returns the comparisons with codes that
// cannot succeed: return code == 5 || code == 16.
func (c *checker) fixAnswer(a answered) []analysis.SuggestedFix {
	if len(a.ret.Results) != 1 {
		return nil
	}
	file, _ := c.PathTo(a.ret)
	parts := syntax.Disjuncts(a.ret.Results[0])
	var gone []ast.Expr
	for _, part := range parts {
		if m, ok := c.compared(part); ok && slices.Contains(a.never, m) {
			gone = append(gone, part)
		}
	}
	if file == nil || len(gone) != len(a.never) {
		return nil
	}
	edits, ok := c.TakeOut(file, parts, gone, a.ret.End())
	if !ok {
		return nil
	}
	return c.Rewrite(file, "Remove what cannot succeed from the answer", edits)
}

// compared returns the code that an expression is true for alone.
func (c *checker) compared(e ast.Expr) (domain.Member, bool) {
	if b, ok := ast.Unparen(e).(*ast.BinaryExpr); ok && b.Op == token.EQL {
		if m, ok := c.constant(b.Y); ok {
			return m, true
		}
		return c.constant(b.X)
	}
	_, m, ok := c.isTarget(e)
	return m, ok
}

func structOf(t types.Type) (*types.Struct, bool) {
	if t == nil {
		return nil, false
	}
	st, ok := t.Underlying().(*types.Struct)
	return st, ok
}
