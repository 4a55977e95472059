package repeats

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about configs: structs with what a helper asks, and how often it tries. A helper
// has one from its receiver or a parameter, or makes it itself, of a literal and of options:
//
//	cfg := config{tries: 3}
//	for _, o := range opts {
//		o(&cfg)
//	}
//
// A function that does the latter and returns it is a maker.

// A Kind is what is known of a value.
type Kind int

// A value is not known; nothing was put there; a number; a predicate that always says the same; what a
// parameter has; or what an expression of the package is.
const (
	Unknown Kind = iota
	Zero
	Number
	Answer
	Parameter
	Expression
)

// A Value is what a field of a config holds.
type Value struct {
	Kind Kind
	N    int64 // the number, or the parameter's index
	Says bool  // the answer
	Expr ast.Expr
}

// A Maker makes a config.
type Maker struct {
	Options int              // the index of the parameter that has the options; -1 for none
	Values  map[string]Value // of fields that are not Zero
	Fills   map[string]Value // what is put into fields where nothing has been put
}

// Of returns what is in a field at first.
func (m *Maker) Of(field string) Value {
	if v, ok := m.Values[field]; ok {
		return v
	}
	return Value{Kind: Zero}
}

// A From says where a helper has its config from.
type From int

// A helper has them from its receiver, or a parameter, or makes them.
const (
	Receiver From = iota
	Argument
	Made
)

// Config says where a helper has its config from.
type Config struct {
	From  From
	Param int    // the parameter's index
	Maker *Maker // of what it makes; of others only Fills are there
}

// configIn returns the config that a variable of a function holds, nil if that is not known.
func (r *Result) configIn(decl *ast.FuncDecl, params *types.Tuple, v *types.Var) *Config {
	if structOf(v.Type()) == nil {
		return nil
	}
	if v.Pos() < decl.Body.Pos() && r.isStored(v) {
		return nil // cfg = cfg.withDefaults()
	}
	if recv := syntax.ReceiverName(decl); recv != nil && r.pass.TypesInfo.Defs[recv] == types.Object(v) {
		return &Config{From: Receiver, Maker: &Maker{Options: -1, Fills: r.fills(decl, v)}}
	}
	if i := indexOf(params, v); i >= 0 {
		return &Config{From: Argument, Param: i, Maker: &Maker{Options: -1, Fills: r.fills(decl, v)}}
	}
	if m := r.makes(decl, params, v, 0); m != nil {
		return &Config{From: Made, Maker: m}
	}
	return nil
}

// fills returns what a function puts into fields of a variable where nothing has been put:
//
//	if cfg.Tries <= 0 {
//		cfg.Tries = 3
//	}
func (r *Result) fills(decl *ast.FuncDecl, v *types.Var) map[string]Value {
	var all map[string]Value
	for _, stmt := range decl.Body.List {
		s := r.fillOf(stmt)
		if s == nil || selectedFrom(r.pass.TypesInfo, s.Lhs[0]) != v {
			continue
		}
		if all == nil {
			all = make(map[string]Value)
		}
		all[ast.Unparen(s.Lhs[0]).(*ast.SelectorExpr).Sel.Name] = r.value(nil, s.Rhs[0])
	}
	return all
}

// isFill reports whether an assignment only fills a field.
func (r *Result) isFill(decl *ast.FuncDecl, s *ast.AssignStmt) bool {
	return slices.ContainsFunc(decl.Body.List, func(stmt ast.Stmt) bool { return r.fillOf(stmt) == s && s != nil })
}

// fillOf returns the assignment that a statement is if it only fills a field.
func (r *Result) fillOf(stmt ast.Stmt) *ast.AssignStmt {
	info := r.pass.TypesInfo
	s, ok := stmt.(*ast.IfStmt)
	if !ok || s.Init != nil || s.Else != nil || len(s.Body.List) != 1 {
		return nil
	}
	test, ok := ast.Unparen(s.Cond).(*ast.BinaryExpr)
	if !ok {
		return nil
	}
	a, ok := s.Body.List[0].(*ast.AssignStmt)
	if !ok || a.Tok != token.ASSIGN || len(a.Lhs) != 1 || len(a.Rhs) != 1 {
		return nil
	}
	to, ok := ast.Unparen(a.Lhs[0]).(*ast.SelectorExpr)
	of, isField := ast.Unparen(test.X).(*ast.SelectorExpr)
	if !ok || !isField || info.Uses[to.Sel] != info.Uses[of.Sel] || selectedFrom(info, to) == nil || selectedFrom(info, to) != selectedFrom(info, of) {
		return nil
	}
	bound := info.Types[test.Y]
	switch {
	case test.Op == token.EQL && bound.IsNil():
	case (test.Op == token.EQL || test.Op == token.LEQ) && bound.Value != nil && bound.Value.ExactString() == "0":
	case test.Op == token.LSS && bound.Value != nil && (bound.Value.ExactString() == "1" || bound.Value.ExactString() == "0"):
	default:
		return nil
	}
	return a
}

// selectedFrom returns the variable of which an expression selects a field, or nil.
func selectedFrom(info *types.Info, e ast.Expr) *types.Var {
	sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
	if !ok {
		return nil
	}
	id, ok := ast.Unparen(sel.X).(*ast.Ident)
	selection := info.Selections[sel]
	if !ok || selection == nil || len(selection.Index()) != 1 {
		return nil
	}
	v, _ := info.Uses[id].(*types.Var)
	return v
}

// structOf returns the struct that a type is, or points to, or nil.
func structOf(t types.Type) *types.Struct {
	st, _ := syntax.Pointee(t).Underlying().(*types.Struct)
	return st
}

// configOfCall returns the config of a helper that another one calls, as it is for the callers
// of that one; nil if that is not known.
func (r *Result) configOfCall(s *Config, call *ast.CallExpr, params *types.Tuple) *Config {
	if s == nil {
		return nil
	}
	at, last := s.Param, len(call.Args)-1
	switch {
	case s.From == Receiver:
		return nil
	case s.From == Made && s.Maker.Options < 0:
		return s
	case s.From == Made:
		at = s.Maker.Options
		if last < at {
			m := *s.Maker
			m.Options = -1
			return &Config{From: Made, Maker: &m}
		}
		if last != at || !call.Ellipsis.IsValid() {
			return nil
		}
	}
	id := argumentName(call, at)
	if id == nil {
		return nil
	}
	if at = indexOf(params, r.pass.TypesInfo.Uses[id]); at < 0 {
		return nil
	}
	if s.From == Argument {
		return &Config{From: Argument, Param: at, Maker: s.Maker}
	}
	m := *s.Maker
	m.Options = at
	return &Config{From: Made, Maker: &m}
}
