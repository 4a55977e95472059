package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
)

// skipped reports a decode that one way to a read of the code goes around: the
// reply then holds its zero value. It speaks only where one if decides that, and
// no later condition has to do with that one.
func (c *checker) skipped(d *decoded) {
	f := d.fields[0]
	if !holdsZero(f) || d.trace.Aliases || !d.straight() || len(d.b.Values(d.v)) > 0 || d.looksAtOthers() {
		return
	}
	if _, ok := d.v.Type().Underlying().(*types.Struct); !ok {
		return
	}
	around, ok := d.decides()
	if !ok {
		return
	}
	read := d.readAround()
	if read == nil || read.Pos() < around.End() || d.correlated(around, read) {
		return
	}
	field := d.name + "." + f.Name()
	m, _ := f.Value.Domain.Lookup(zeroText(f))
	c.report(d.call, "unfilled", fmt.Sprintf("%s fills %s only if the condition on line %d holds, but its code is read in any case: if nothing was decoded, %s is 0, which is %s; return before, or read the code where it was decoded",
		c.callName(d.call), d.name, c.pass.Fset.Position(around.Pos()).Line, field, m.Name))
}

// decides returns the one if or switch, without else or default, in whose body the decode is.
func (d *decoded) decides() (ast.Stmt, bool) {
	var around ast.Stmt
	var inside ast.Node = d.call
	for n := d.b.Parent(d.call); n != nil; inside, n = n, d.b.Parent(n) {
		switch s := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return around, around != nil
		case *ast.IfStmt:
			if inside != ast.Node(s.Body) {
				if inside == ast.Node(s.Else) {
					return nil, false
				}
				continue
			}
			if around != nil || s.Else != nil {
				return nil, false
			}
			around = s
		case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			return nil, false
		}
		if n.Pos() <= d.v.Pos() && d.v.Pos() < n.End() {
			return around, around != nil
		}
	}
	return nil, false
}

// readAround returns a mention that reads the code, to which a way leads from the
// variable's declaration on which nothing is stored in it.
func (d *decoded) readAround() *ast.Ident {
	o := d.b.Order(d.call)
	var from replies.Place
	found := false
	for p := range o.Places {
		switch n := p.Node().(type) {
		case *ast.ValueSpec, *ast.DeclStmt:
			if n.Pos() <= d.v.Pos() && d.v.Pos() < n.End() {
				from, found = p, true
			}
		}
	}
	if !found {
		return nil
	}
	uses := make(map[replies.Place][]replies.Use)
	for _, u := range d.trace.Uses {
		if p, ok := o.Find(u.Ident); ok {
			uses[p] = append(uses[p], u)
		}
	}
	var read *ast.Ident
	o.Reachable(from, func(p replies.Place) bool {
		for _, u := range uses[p] {
			switch u.Kind {
			case replies.Filled, replies.Written, replies.Gone, replies.Returned:
				return false
			case replies.Read:
				if read == nil {
					read = u.Ident
				}
			}
		}
		return true
	})
	return read
}

// correlated reports whether a condition on the way to a read, or around it, has to do
// with the one that decides whether anything is decoded: the same variables, or
// those that are set with it.
func (d *decoded) correlated(around ast.Stmt, read *ast.Ident) bool {
	shared := make(map[types.Object]bool)
	note := func(n ast.Node, all bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident:
				if v, ok := d.c.info.ObjectOf(n).(*types.Var); ok && all && v != d.v && !v.IsField() {
					shared[v] = true
				}
			case *ast.AssignStmt:
				for _, lhs := range n.Lhs {
					if v := d.b.Variable(lhs); v != nil && v != d.v {
						shared[v] = true
					}
				}
			case *ast.IncDecStmt:
				if v := d.b.Variable(n.X); v != nil {
					shared[v] = true
				}
			}
			return true
		})
	}
	if s, ok := around.(*ast.IfStmt); ok {
		note(s.Cond, true)
		if s.Init != nil {
			note(s.Init, false)
		}
		note(s.Body, false)
	}
	mentions := func(e ast.Node) bool {
		found := false
		if e == nil {
			return false
		}
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				found = found || shared[d.c.info.ObjectOf(id)]
			}
			return !found
		})
		return found
	}
	related := false
	ast.Inspect(d.b.Decl.Body, func(n ast.Node) bool {
		if n == nil || related || n == ast.Node(around) {
			return false
		}
		switch s := n.(type) {
		case *ast.IfStmt:
			if s.Pos() <= read.End() && s.End() > around.End() {
				related = mentions(s.Cond)
			}
		case *ast.ForStmt:
			if s.Pos() <= read.End() && s.End() > around.End() && s.Cond != nil {
				related = mentions(s.Cond)
			}
		case *ast.SwitchStmt:
			if s.Pos() <= read.End() && s.End() > around.End() {
				related = s.Tag != nil && mentions(s.Tag)
				for _, clause := range s.Body.List {
					if cc, ok := clause.(*ast.CaseClause); ok {
						for _, e := range cc.List {
							related = related || mentions(e)
						}
					}
				}
			}
		}
		return !related
	})
	return related
}
