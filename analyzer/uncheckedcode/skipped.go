package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// skipped reports a decode that one way to a read of the code goes around: the
// reply then holds its zero value. It speaks only where something about the answer decides
// that, rather than a wish of the program's (a dry run, say), and no later condition has to
// do with it.
func (c *checker) skipped(d *decoded) {
	if !d.code.passes() || d.trace.Aliases || !d.straight() || len(d.b.Values(d.v)) > 1 || d.looksAtOthers() {
		return
	}
	decl, ok := d.b.Empty(d.v)
	if !ok {
		return
	}
	choice, ok := d.choices()
	if !ok || !choice.aboutAnswer(d) {
		return
	}
	read := d.readAround(decl)
	if read == nil || read.Pos() < choice.outer().End() || d.correlated(choice, read) {
		return
	}
	line := c.pass.Fset.Position(choice.outer().Pos()).Line
	only := fmt.Sprintf("only if the condition on line %d holds", line)
	if s, ok := choice.outer().(*ast.IfStmt); !ok || len(choice) > 1 || s.Else != nil {
		only = fmt.Sprintf("only on some ways from line %d on", line)
	}
	c.report(d.call, "unfilled", fmt.Sprintf("%s fills %s %s, but its code is read in any case: if nothing was decoded, %s holds %s; return before, or read the code where it was decoded",
		c.callName(d.call), d.name, only, d.code.of(d.name), d.code.empty()))
}

// A choice is the statements that decide whether a decode is executed, from the inside out.
type choice []ast.Stmt

func (ch choice) outer() ast.Stmt { return ch[len(ch)-1] }

// choices returns the statements between the decode and the block that declares its reply. A
// loop decides too much: whether anything, and how often.
func (d *decoded) choices() (choice, bool) {
	var ch choice
	var inside ast.Node = d.call
	for n := d.b.Parent(d.call); n != nil; inside, n = n, d.b.Parent(n) {
		switch s := n.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			return ch, len(ch) > 0
		case *ast.IfStmt:
			if inside == ast.Node(s.Body) || inside == ast.Node(s.Else) {
				ch = append(ch, s)
			}
		case *ast.SwitchStmt:
			ch = append(ch, s)
		case *ast.ForStmt, *ast.RangeStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
			if !declares(n, d.v) {
				return nil, false
			}
		}
		if block, ok := n.(*ast.BlockStmt); ok && declares(block, d.v) {
			return ch, len(ch) > 0
		}
	}
	return nil, false
}

func declares(n ast.Node, v *types.Var) bool { return n.Pos() <= v.Pos() && v.Pos() < n.End() }

// conditions yields what decides.
func (ch choice) conditions(yield func(ast.Expr) bool) {
	for _, s := range ch {
		switch s := s.(type) {
		case *ast.IfStmt:
			if !yield(s.Cond) {
				return
			}
		case *ast.SwitchStmt:
			if s.Tag != nil && !yield(s.Tag) {
				return
			}
			for _, clause := range s.Body.List {
				if cc, ok := clause.(*ast.CaseClause); ok {
					for _, e := range cc.List {
						if !yield(e) {
							return
						}
					}
				}
			}
		}
	}
}

// aboutAnswer reports whether the conditions ask something of what came back: a response, its
// text, an error. A status that says that there is nothing to decode is an answer of its own.
func (ch choice) aboutAnswer(d *decoded) bool {
	about, empty := false, false
	var look func(n ast.Node) bool
	look = func(n ast.Node) bool {
		e, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		if call, ok := e.(*ast.CallExpr); ok {
			d.c.asked(call, func(cond ast.Expr) { ast.Inspect(cond, look) })
		}
		if t := d.c.info.TypeOf(e); t != nil && d.c.info.Types[e].Value == nil {
			about = about || replies.IsAnswer(t) || d.isStatus(e, nil)
		}
		if tv := d.c.info.Types[e]; tv.Value != nil {
			empty = empty || tv.Value.ExactString() == "204"
		}
		return true
	}
	for cond := range ch.conditions {
		if kept := d.c.kept(d.b, cond); kept != nil {
			cond = kept
		}
		ast.Inspect(cond, look)
	}
	return about && !empty
}

// readAround returns a mention that reads the code, to which a way leads from the
// variable's declaration on which nothing is stored in it.
func (d *decoded) readAround(decl ast.Node) *ast.Ident {
	o := d.b.Order(d.call)
	from, found := o.Find(decl)
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
				if read == nil && !d.shown(u) {
					read = u.Ident
				}
			}
		}
		return true
	})
	return read
}

// correlated reports whether a condition on the way to a read, or around it, has to do
// with those that decide whether anything is decoded: the same variables, or
// those that are set with it.
func (d *decoded) correlated(ch choice, read *ast.Ident) bool {
	shared := make(map[types.Object]bool)
	for cond := range ch.conditions {
		if kept := d.c.kept(d.b, cond); kept != nil {
			cond = kept
		}
		ast.Inspect(cond, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				if v, ok := d.c.info.ObjectOf(id).(*types.Var); ok && v != d.v && !v.IsField() {
					shared[v] = true
				}
				if held := d.heldBy(id); held != nil {
					if v := d.b.Variable(syntax.Base(held)); v != nil {
						shared[v] = true
					}
				}
			}
			return true
		})
	}
	ast.Inspect(ch.outer(), func(n ast.Node) bool {
		switch n := n.(type) {
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
	related := false
	ast.Inspect(d.b.Decl.Body, func(n ast.Node) bool {
		if n == nil || related || n == ast.Node(ch.outer()) {
			return false
		}
		s, ok := n.(ast.Stmt)
		if !ok || s.Pos() > read.End() || s.End() <= ch.outer().End() {
			return true
		}
		switch s := s.(type) {
		case *ast.AssignStmt: // a condition that is kept, with the read in it
			related = s.End() >= read.End() && d.mentions(s.Rhs[0], shared)
		case *ast.ForStmt:
			related = s.Cond != nil && d.mentions(s.Cond, shared)
		case *ast.IfStmt, *ast.SwitchStmt:
			for cond := range (choice{s}).conditions {
				related = related || d.mentions(cond, shared)
			}
		}
		return !related
	})
	return related
}

// heldBy returns the condition, or the status, that a variable holds from its declaration on; nil for any other name.
func (d *decoded) heldBy(id *ast.Ident) ast.Expr {
	if kept := d.c.kept(d.b, id); kept != nil {
		return kept
	}
	v, ok := d.c.info.ObjectOf(id).(*types.Var)
	if !ok || !d.b.Local(v) || !d.isStatus(id, nil) {
		return nil
	}
	return d.b.Values(v)[0]
}

func (d *decoded) mentions(e ast.Expr, vars map[types.Object]bool) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok {
			found = found || vars[d.c.info.ObjectOf(id)]
			if held := d.heldBy(id); held != nil && !found {
				found = d.mentions(held, vars)
			}
		}
		return !found
	})
	return found
}
