package doubts

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// SourceAsked reports whether a condition of root above a place asks about the number or text that a code was made of,
// in a way that tells the given success code from others. Before it was made a code, code flow did not know it:
//
//	if n == 0 {
//		return nil
//	}
//	return codes.ResponseCode(n)
func (d *Doubts) SourceAsked(root ast.Node, code ast.Expr, success string, above token.Pos) bool {
	s := source{d: d, root: root, above: above, success: success, of: make(map[string]types.Object), seen: make(map[types.Object]bool)}
	s.trace(root, code)
	if len(s.of) == 0 {
		return false
	}
	found := false
	s.d.mentions.Inspect(root, func(n ast.Node) bool {
		if found || n.Pos() >= above {
			return false
		}
		switch n := n.(type) {
		case *ast.IfStmt:
			found = s.asks(n.Cond)
		case *ast.ForStmt:
			found = n.Cond != nil && s.asks(n.Cond)
		case *ast.SwitchStmt:
			found = s.cases(n)
		case *ast.AssignStmt:
			found = slices.ContainsFunc(n.Rhs, s.kept)
		case *ast.ValueSpec:
			found = slices.ContainsFunc(n.Values, s.kept)
		}
		return !found
	}, s.variables()...)
	return found
}

// variables returns those that what the code was made of starts from, and its copies.
func (s *source) variables() []types.Object {
	of := slices.Collect(maps.Values(s.of))
	all := of
	s.d.mentions.Inspect(s.root, func(n ast.Node) bool {
		if assign, ok := n.(*ast.AssignStmt); ok && len(assign.Lhs) == len(assign.Rhs) {
			for i, lhs := range assign.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && s.is(assign.Rhs[i]) {
					all = append(all, s.d.pass.TypesInfo.ObjectOf(id))
				}
			}
		}
		return true
	}, of...)
	return all
}

// source is one question to [Doubts.SourceAsked].
type source struct {
	d       *Doubts
	root    ast.Node
	above   token.Pos
	success string
	domain  *domain.Domain          // of what was made
	of      map[string]types.Object // what it was made of, as it is written, and the variable that this starts from
	seen    map[types.Object]bool
}

// trace collects what an expression is made of, back to where nobody knows it for a code.
func (s *source) trace(root ast.Node, e ast.Expr) {
	bindings := s.d.bindings
	for {
		e = ast.Unparen(e)
		made := s.domainOf(e)
		if made != nil {
			s.domain = made
		}
		switch x := e.(type) {
		case *ast.CallExpr:
			if through := bindings.PassedThrough(x); through != nil {
				e = through
				continue
			}
			if made != nil && len(x.Args) == 1 { // codes.ParseResponse, and what a program has of the kind
				e = x.Args[0]
				continue
			}
		case *ast.Ident:
			s.variable(root, x)
		}
		if made == nil {
			s.note(e)
		}
		return
	}
}

// domainOf returns the domain of what an expression is known to be, nil if it is no code.
func (s *source) domainOf(e ast.Expr) *domain.Domain {
	if v, ok := s.d.bindings.Of(e); ok {
		return v.Domain
	}
	if results, ok := s.d.pass.TypesInfo.TypeOf(e).(*types.Tuple); ok && results.Len() > 0 {
		return s.d.bindings.OfType(results.At(0).Type())
	}
	return nil
}

// variable collects what is assigned to a variable of the function.
func (s *source) variable(root ast.Node, id *ast.Ident) {
	v := s.d.pass.TypesInfo.ObjectOf(id)
	if v == nil || s.seen[v] || v.Parent() == s.d.pass.Pkg.Scope() {
		return
	}
	s.seen[v] = true
	is := func(e ast.Expr) bool {
		id, ok := e.(*ast.Ident)
		return ok && s.d.pass.TypesInfo.ObjectOf(id) == v
	}
	s.d.mentions.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				switch {
				case !is(lhs):
				case len(n.Lhs) == len(n.Rhs):
					s.trace(root, n.Rhs[i])
				case i == 0:
					s.trace(root, n.Rhs[0])
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if is(name) && len(n.Values) > 0 {
					s.trace(root, n.Values[min(i, len(n.Values)-1)])
				}
			}
		}
		return true
	}, v)
}

// note adds what is a number or text, and starts from a variable.
func (s *source) note(e ast.Expr) {
	tv := s.d.pass.TypesInfo.Types[e]
	if tv.Type == nil || tv.Value != nil {
		return
	}
	if b, ok := syntax.Pointee(tv.Type).Underlying().(*types.Basic); !ok || b.Info()&(types.IsNumeric|types.IsString) == 0 {
		return
	}
	if from := Root(s.d.pass.TypesInfo, s.d.bindings, e); from != nil {
		s.of[types.ExprString(e)] = from
	}
}

// asks looks at the tests that a condition is made of.
func (s *source) asks(cond ast.Expr) bool {
	switch x := ast.Unparen(cond).(type) {
	case *ast.UnaryExpr:
		return x.Op == token.NOT && s.asks(x.X)
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			return s.asks(x.X) || s.asks(x.Y)
		}
		return s.compares(x.X, x.Op, x.Y) || s.compares(x.Y, syntax.Mirrored(x.Op), x.X)
	case *ast.CallExpr:
		return slices.ContainsFunc(x.Args, func(arg ast.Expr) bool { return s.is(arg) || s.isPart(arg) })
	case *ast.IndexExpr:
		return s.is(x.Index)
	}
	return false
}

// cases looks at the tests of a switch that stand above the place.
func (s *source) cases(n *ast.SwitchStmt) bool {
	for _, clause := range n.Body.List {
		for _, x := range clause.(*ast.CaseClause).List {
			if x.End() <= s.above && (n.Tag == nil && s.asks(x) || n.Tag != nil && s.compares(n.Tag, token.EQL, x)) {
				return true
			}
		}
	}
	return false
}

// kept looks at a test whose answer a variable keeps.
func (s *source) kept(x ast.Expr) bool {
	t := s.d.pass.TypesInfo.TypeOf(x)
	return t != nil && syntax.IsBoolean(t) && s.asks(x)
}

// is reports whether an expression is what the code was made of, or that converted or trimmed, or a copy of it.
func (s *source) is(e ast.Expr) bool {
	e = s.d.bindings.Core(e)
	from, ok := s.of[types.ExprString(e)]
	if ok && from == Root(s.d.pass.TypesInfo, s.d.bindings, e) {
		return true
	}
	id, ok := e.(*ast.Ident)
	if !ok {
		return false
	}
	f := failure{s.d.pass.TypesInfo, s.d.bindings, s.d.mentions, s.root}
	original := f.definition(id)
	return original != nil && s.is(original)
}

// isPart reports whether what the code was made of is a part of something that a call is given, which may look at it.
func (s *source) isPart(e ast.Expr) bool {
	return slices.ContainsFunc(slices.Collect(maps.Keys(s.of)), func(of string) bool { return strings.HasPrefix(of, types.ExprString(e)+".") })
}

// compares reports whether a comparison is between what the code was made of and something that tells the success code
// from others: that itself, a bound, or what only the program knows.
func (s *source) compares(x ast.Expr, op token.Token, y ast.Expr) bool {
	if !s.is(x) {
		return false
	}
	tv := s.d.pass.TypesInfo.Types[y]
	switch op {
	case token.EQL, token.NEQ:
		if tv.Value == nil {
			return true
		}
		text, ok := domain.Text(tv.Value)
		return ok && text == s.success
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		if tv.Value == nil || s.domain == nil {
			return true
		}
		holds := func(text string) bool {
			number, ok := domain.Number(text)
			return ok && constant.Compare(constant.MakeInt64(number), op, constant.ToInt(tv.Value))
		}
		if constant.ToInt(tv.Value).Kind() != constant.Int {
			return true // text
		}
		return slices.ContainsFunc(s.domain.Members(), func(m domain.Member) bool {
			return !m.IsSuccess() && holds(m.Text) != holds(s.success)
		})
	}
	return false
}
