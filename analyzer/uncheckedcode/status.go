package uncheckedcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/cfg"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// afterFailure reports whether the HTTP status has told of a failure on all ways to the decode: the code could only
// say which.
func (d *decoded) afterFailure() bool {
	if d.successes() > 1 {
		return false
	}
	for call := d.call; call != nil; call = d.b.CallAround(call) {
		o := d.b.Order(call)
		at, ok := o.Find(call)
		if !ok || len(o.Blocks()) == 0 {
			return false
		}
		w := statusWalk{d: d, at: at, seen: make(map[*cfg.Block]bool)}
		w.block(o.Blocks()[0])
		if !w.reached {
			return true
		}
	}
	return false
}

// successes counts the statuses that the function takes for a success: if it has several, what is not one of
// them may be another.
func (d *decoded) successes() int {
	n, ok := d.c.successes[d.b.Decl]
	if !ok {
		n = d.countSuccesses()
		d.c.successes[d.b.Decl] = n
	}
	return n
}

func (d *decoded) countSuccesses() int {
	found := make(map[int64]bool)
	note := func(e ast.Expr) {
		if n, ok := d.number(e); ok && n >= 200 && n <= 299 {
			found[n] = true
		}
	}
	var look func(n ast.Node) bool
	look = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			d.c.asked(n, func(cond ast.Expr) { ast.Inspect(cond, look) })
		case *ast.BinaryExpr:
			if n.Op == token.EQL || n.Op == token.NEQ {
				note(n.X)
				note(n.Y)
			}
		case *ast.CaseClause:
			for _, e := range n.List {
				note(e)
			}
		}
		return true
	}
	ast.Inspect(d.b.Decl.Body, look)
	return len(found)
}

// A statusWalk follows the ways on which no status has told of a failure.
type statusWalk struct {
	d       *decoded
	at      replies.Place
	seen    map[*cfg.Block]bool
	reached bool // the decode
}

func (w *statusWalk) block(b *cfg.Block) {
	if w.seen[b] || w.reached {
		return
	}
	w.seen[b] = true
	for i := range b.Nodes {
		p := replies.Place{Block: b, At: i}
		if p == w.at {
			w.reached = true
			return
		}
		if yes, no, branches := p.Branch(); branches {
			ifSo, ifNot := w.d.tells(w.condition(p.Node().(ast.Expr)))
			w.branch(yes, ifSo)
			w.branch(no, ifNot)
			return
		}
	}
	for _, s := range b.Succs {
		w.block(s)
	}
}

// branch follows a way on which a status may have told of a failure: then another response may come.
func (w *statusWalk) branch(b *cfg.Block, fails bool) {
	if !fails {
		w.block(b)
		return
	}
	seen := make(map[*cfg.Block]bool)
	var again func(b *cfg.Block)
	again = func(b *cfg.Block) {
		if seen[b] || w.reached {
			return
		}
		seen[b] = true
		for _, n := range b.Nodes {
			if w.d.c.newResponse(n) {
				w.block(b)
				return
			}
		}
		for _, s := range b.Succs {
			again(s)
		}
	}
	again(b)
}

// condition returns what a node asks: of a case, whether the switch's tag is that.
func (w *statusWalk) condition(e ast.Expr) ast.Expr {
	if clause, ok := w.d.b.Parent(e).(*ast.CaseClause); ok {
		if body, ok := w.d.b.Parent(clause).(*ast.BlockStmt); ok {
			if s, ok := w.d.b.Parent(body).(*ast.SwitchStmt); ok && s.Tag != nil {
				return &ast.BinaryExpr{X: s.Tag, Op: token.EQL, Y: e}
			}
		}
	}
	return e
}

// newResponse reports whether a statement stores a response, or what may be another one's status.
func (c *checker) newResponse(n ast.Node) bool {
	s, ok := n.(*ast.AssignStmt)
	if !ok {
		return false
	}
	for _, lhs := range s.Lhs {
		if t := c.info.TypeOf(lhs); t != nil && (replies.IsResponse(t) || syntax.IsNumber(t)) {
			return true
		}
	}
	return false
}

// tells reports whether a condition about an HTTP status means a failure if it holds, and if it does not.
func (d *decoded) tells(cond ast.Expr) (ifSo, ifNot bool) {
	switch x := d.c.argument(cond).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			ifNot, ifSo = d.tells(x.X)
		}
	case *ast.Ident:
		if kept := d.c.kept(d.b, x); kept != nil {
			return d.tells(kept)
		}
	case *ast.CallExpr:
		fn := d.c.replies.Callee(x)
		if fn != nil && fn.Signature().Recv() != nil && replies.IsResponse(fn.Signature().Recv().Type()) {
			return fn.Name() == "IsError", fn.Name() == "IsSuccess"
		}
		d.c.asked(x, func(cond ast.Expr) { ifSo, ifNot = d.tells(cond) })
	case *ast.BinaryExpr:
		switch x.Op {
		case token.LAND, token.LOR:
			leftSo, leftNot := d.tells(x.X)
			rightSo, rightNot := d.tells(x.Y)
			if x.Op == token.LAND {
				return leftSo || rightSo, leftNot && rightNot
			}
			return leftSo && rightSo, leftNot || rightNot
		}
		status, bound, op := x.X, x.Y, x.Op
		if _, ok := d.number(status); ok {
			status, bound, op = bound, status, syntax.Mirrored(op)
		}
		n, ok := d.number(bound)
		if !ok {
			return false, false
		}
		if by, ok := ast.Unparen(status).(*ast.BinaryExpr); ok && by.Op == token.QUO {
			if hundred, ok := d.number(by.Y); !ok || hundred != 100 {
				return false, false
			}
			return d.isStatus(by.X, nil) && outside(op, n, 2, 2), d.isStatus(by.X, nil) && outside(syntax.Negated(op), n, 2, 2)
		}
		if d.isStatus(status, bound) {
			return outside(op, n, 200, 299), outside(syntax.Negated(op), n, 200, 299)
		}
	}
	return ifSo, ifNot
}

func (d *decoded) number(e ast.Expr) (int64, bool) {
	v := d.c.info.Types[d.c.argument(e)].Value
	if v == nil || v.Kind() != constant.Int {
		return 0, false
	}
	return constant.Int64Val(v)
}

// outside reports whether a number for which the comparison with n holds is outside of a range, or another one than
// the one of the range that the program knows.
func outside(op token.Token, n, from, to int64) bool {
	switch op {
	case token.EQL:
		return n < from || n > to
	case token.NEQ:
		return n >= from && n <= to
	case token.GEQ:
		return n > to
	case token.GTR:
		return n >= to
	case token.LSS:
		return n <= from
	case token.LEQ:
		return n < from
	}
	return false
}

// isStatus reports whether an expression is a response's status, also where it is compared with one of net/http's names.
func (d *decoded) isStatus(e, other ast.Expr) bool {
	if sel, ok := other.(*ast.SelectorExpr); ok {
		if obj := d.c.info.Uses[sel.Sel]; obj != nil && obj.Pkg() != nil && obj.Pkg().Path() == "net/http" {
			return true
		}
	}
	switch x := d.c.argument(e).(type) {
	case *ast.SelectorExpr:
		sel := d.c.info.Selections[x]
		return sel != nil && sel.Kind() == types.FieldVal && x.Sel.Name == "StatusCode" &&
			(replies.IsResponse(sel.Recv()) || sel.Obj().Pkg() != nil && sel.Obj().Pkg().Path() == "net/http")
	case *ast.CallExpr:
		fn := d.c.replies.Callee(x)
		return fn != nil && fn.Name() == "StatusCode" && fn.Signature().Recv() != nil && replies.IsResponse(fn.Signature().Recv().Type())
	case *ast.Ident:
		v, ok := d.c.info.ObjectOf(x).(*types.Var)
		if !ok || !d.b.Local(v) || d.b.Stores(v) != 1 || len(d.b.Values(v)) != 1 {
			return false
		}
		value, ok := ast.Unparen(d.b.Values(v)[0]).(*ast.SelectorExpr)
		return ok && d.isStatus(value, nil)
	}
	return false
}
