package requests

import (
	"go/ast"
	"go/types"
	"maps"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what functions of the package store to and read, by themselves and by what they call.

// touches are the fields, and variables of the package, that a function, and what it calls, stores to and reads.
type touches struct {
	stored, read map[*types.Var]bool
	elements     map[*types.Var]bool // fields of which it changes what a map or list in them holds
	atomics      map[*types.Var]bool // fields in which it stores an atomic value
	contents     map[*types.Var]bool // fields of which it changes the content: r.form.Set("to", to), r.form["to"] = to
}

func newTouches() *touches {
	return &touches{make(map[*types.Var]bool), make(map[*types.Var]bool), make(map[*types.Var]bool), make(map[*types.Var]bool), make(map[*types.Var]bool)}
}

// touched returns what a function touches by itself and by what it calls.
func (c *Comparer) touched(decl *ast.FuncDecl) *touches {
	if t, ok := c.touches[decl]; ok {
		return t
	}
	all := newTouches()
	for _, d := range syntax.Reached(decl, func(d *ast.FuncDecl) []*ast.FuncDecl { return c.touchedBy(d).calls }) {
		maps.Copy(all.read, c.touchedBy(d).read)
	}
	for _, d := range syntax.Reached(decl, func(d *ast.FuncDecl) []*ast.FuncDecl { return c.touchedBy(d).leave }) {
		by := c.touchedBy(d)
		maps.Copy(all.stored, by.stored)
		maps.Copy(all.elements, by.elements)
		maps.Copy(all.atomics, by.atomics)
		maps.Copy(all.contents, by.contents)
	}
	c.touches[decl] = all
	return all
}

// ownTouches are what a function touches by itself, and the functions of the package that it calls.
type ownTouches struct {
	*touches
	calls []*ast.FuncDecl
	leave []*ast.FuncDecl // those of them that may leave something in what was there before
}

func (c *Comparer) touchedBy(decl *ast.FuncDecl) *ownTouches {
	if t, ok := c.own[decl]; ok {
		return t
	}
	t := &ownTouches{touches: newTouches()}
	c.own[decl] = t
	if decl.Body == nil {
		return t
	}
	info := c.pass.TypesInfo
	targets, assigned := make(map[*ast.SelectorExpr]bool), make(map[*ast.Ident]bool)
	store := func(e ast.Expr) {
		if f := elementOf(info, e); f != nil {
			t.elements[f] = true
			if sel, ok := ast.Unparen(ast.Unparen(e).(*ast.IndexExpr).X).(*ast.SelectorExpr); ok && keepsContent(f.Type()) && c.outsideOf(sel, decl) {
				t.contents[f] = true
			}
			return
		}
		if id, ok := ast.Unparen(e).(*ast.Ident); ok {
			if v := c.global(id); v != nil && !MakesNone(v) {
				t.stored[v] = true
			}
			assigned[id] = true
			return
		}
		sel, ok := ast.Unparen(e).(*ast.SelectorExpr)
		if !ok {
			return
		}
		targets[sel] = true
		if f, ok := info.Uses[sel.Sel].(*types.Var); ok && f.IsField() && !MakesNone(f) && c.outsideOf(sel, decl) {
			t.stored[f.Origin()] = true
		}
	}
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				store(lhs)
			}
		case *ast.IncDecStmt:
			store(n.X)
		case *ast.Ident:
			if v := c.global(n); v != nil && !assigned[n] {
				t.read[v] = true
			}
		case *ast.SelectorExpr:
			if f, ok := info.Uses[n.Sel].(*types.Var); ok && f.IsField() && !targets[n] {
				t.read[f.Origin()] = true
			}
		case *ast.CallExpr:
			if value, manner := atomicOf(info, n); value != nil && manner == atomicStore {
				if sel, ok := ast.Unparen(value).(*ast.SelectorExpr); ok {
					targets[sel] = true // a count that nobody asks for makes no other request
					if f := syntax.Field(info, sel); f != nil {
						t.atomics[f] = true
					}
				}
			}
			for _, e := range c.settled(n) {
				if sel, ok := ast.Unparen(e).(*ast.SelectorExpr); ok && syntax.Field(info, sel) != nil && c.outsideOf(sel, decl) {
					t.contents[syntax.Field(info, sel)] = true
				}
			}
			if inner := c.declOf(n); inner != nil {
				t.calls = append(t.calls, inner)
				if !c.fillsOwn(n, decl) {
					t.leave = append(t.leave, inner)
				}
			}
		}
		return true
	})
	return t
}
