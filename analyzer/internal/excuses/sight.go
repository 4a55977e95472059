package excuses

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what asks for another round without being handed what came of the last one, since it looks
// where that is kept:
//
//	for p.Again(&err) { id, err = send(m); … }
//	for range while(5, func() bool { return code.Retryable() }) { …; code = r.Code }
//	for o.worthIt() { id, o.err = send(m); … }

// looksAtStored reports whether a question may look at what a region stores of an outcome: by an address, a function literal, or
// a field. What functions of the package store in fields for it is known otherwise: see KeepsUnknown.
func (ex *Excuses) looksAtStored(e ast.Expr, reg requests.Region) bool {
	s := ex.sightOf(e)
	return s.anyIn(reg, e, func(call *ast.CallExpr) bool { return s.isTold(call) })
}

// AsksIterator reports whether a loop goes through what a function yields that may look at what came of a round: nobody
// knows for which codes there is another one.
func (ex *Excuses) AsksIterator(r points.Round) bool {
	loop, ok := r.Node.(*ast.RangeStmt)
	if !ok {
		return false
	}
	if _, yields := syntax.OrInvalid(ex.pass.TypesInfo.TypeOf(loop.X)).Underlying().(*types.Signature); !yields {
		return false
	}
	s := ex.sightOf(loop.X)
	return s.anyIn(r.Region, loop.X, func(call *ast.CallExpr) bool { return s.isTold(call) || ex.storesOne(call, s.fields) })
}

// TellsOutcome reports whether an expression may tell of a failure: a code, a reply, an error, yes or no.
func (ex *Excuses) TellsOutcome(e ast.Expr) bool {
	_, code := ex.bindings.Of(e)
	t := ex.pass.TypesInfo.TypeOf(e)
	return code || t != nil && (syntax.IsBoolean(t) || ex.Tells(t) || len(ex.bindings.CodeFields(t)) > 0)
}

// A sight is what an expression may look at besides what it is handed.
type sight struct {
	c       *Excuses
	vars    map[*types.Var]bool
	fields  map[*types.Var]bool
	places  []requests.Place // that other packages look at
	through map[*ast.FuncLit]bool
}

// sightOf returns what an expression may look at.
func (ex *Excuses) sightOf(e ast.Expr) *sight {
	s := &sight{c: ex, fields: make(map[*types.Var]bool), vars: make(map[*types.Var]bool), through: make(map[*ast.FuncLit]bool)}
	s.look(e)
	return s
}

// anyIn reports whether something in a region, and not in an expression, tells what can be seen about an outcome: an
// assignment, or a call for which tells says so.
func (s *sight) anyIn(reg requests.Region, but ast.Expr, tells func(*ast.CallExpr) bool) bool {
	if len(s.vars)+len(s.fields)+len(s.places) == 0 {
		return false
	}
	found := false
	syntax.InspectFunc(reg.Node, func(n ast.Node) {
		if found || n.Pos() < reg.From || n.End() > reg.To || but.Pos() <= n.Pos() && n.End() <= but.End() {
			return
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			found = n.Tok == token.ASSIGN && slices.ContainsFunc(n.Lhs, s.has)
		case *ast.CallExpr:
			found = tells(n)
		}
	})
	return found
}

// look adds what can be seen by an expression: variables of which it has the address, or that a function literal in it
// reads, and fields that functions of the package read.
func (s *sight) look(e ast.Expr) {
	info := s.c.pass.TypesInfo
	for f := range s.c.requests.ReadBy(e) {
		s.fields[f] = true
	}
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			s.readBy(n)
			return false
		case *ast.UnaryExpr:
			if p, ok := requests.PlaceOf(info, n.X); ok && n.Op == token.AND {
				if v, ok := p.Root.(*types.Var); ok {
					s.vars[v] = true
				}
			}
		case *ast.Ident:
			if lit := s.c.LiteralOf(n); lit != nil {
				s.readBy(lit)
			}
		case *ast.CallExpr:
			if decl := s.c.DeclOf(n); decl != nil {
				return true
			}
			for _, x := range append([]ast.Expr{syntax.Receiver(info, n)}, n.Args...) {
				if x == nil {
					continue
				}
				if p, ok := requests.PlaceOf(info, x); ok && !requests.Exempt(info.TypeOf(x)) && !syntax.IsBasic(info.TypeOf(x)) {
					s.places = append(s.places, p)
				}
			}
		}
		return true
	})
}

// readBy adds the variables and fields from outside that a function literal reads.
func (s *sight) readBy(lit *ast.FuncLit) {
	if s.through[lit] {
		return
	}
	s.through[lit] = true
	ast.Inspect(lit.Body, func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if f := syntax.Field(s.c.pass.TypesInfo, e); f != nil {
			s.fields[f.Origin()] = true
		}
		if id, ok := e.(*ast.Ident); ok {
			v, ok := s.c.pass.TypesInfo.Uses[id].(*types.Var)
			if ok && !v.IsField() && (v.Pos() < lit.Pos() || v.Pos() >= lit.End()) {
				s.vars[v] = true
			}
			if held := s.c.LiteralOf(id); held != nil {
				s.readBy(held)
			}
		}
		return true
	})
}

// has reports whether what is in a place can be seen, and may tell of an outcome.
func (s *sight) has(place ast.Expr) bool {
	if !s.c.TellsOutcome(place) {
		return false
	}
	if f := syntax.Field(s.c.pass.TypesInfo, place); f != nil && s.fields[f.Origin()] {
		return true
	}
	p, ok := requests.PlaceOf(s.c.pass.TypesInfo, place)
	if !ok {
		return false
	}
	if v, ok := p.Root.(*types.Var); ok && s.vars[v] {
		return true
	}
	return p.Path != "" && slices.ContainsFunc(s.places, func(of requests.Place) bool { return of.Root == p.Root })
}

// isTold reports whether a call tells something of another package that can be seen about an outcome.
func (s *sight) isTold(call *ast.CallExpr) bool {
	info := s.c.pass.TypesInfo
	recv := syntax.Receiver(info, call)
	if recv == nil || s.c.DeclOf(call) != nil {
		return false
	}
	to, ok := requests.PlaceOf(info, recv)
	return ok && slices.ContainsFunc(s.places, to.Overlaps) && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		return info.Types[arg].Value == nil && s.c.TellsOutcome(arg)
	})
}
