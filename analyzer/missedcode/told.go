package missedcode

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about dispatches that add words to a text that has the code in it, so that somebody hears of those without a
// case.

// written is preset for texts that the cases write on, by the methods of a strings.Builder, say, or by fmt.Fprint and its
// like: the code has been written before, or is right behind.
func (c *checker) written(d *dispatch, texts []types.Object) (by []ast.Stmt, has bool) {
	for _, text := range texts {
		says := func(s ast.Stmt) bool { return c.writesOn(s) == text && c.writesCode(d, s) }
		stmt := c.before(d, says)
		if next := d.follows(); stmt == nil && len(next) > 0 && says(next[0]) {
			stmt = next[0]
		}
		if stmt == nil {
			return nil, false
		}
		by = append(by, stmt)
	}
	return by, len(texts) > 0
}

// before returns the last statement that is always executed before a dispatch, in its function, and is as asked for; nil
// if there is none.
func (c *checker) before(d *dispatch, is func(ast.Stmt) bool) ast.Stmt {
	var here ast.Node = d.node
	for i := len(d.path) - 1; i >= 0; i-- {
		list := syntax.Statements(d.path[i])
		for j := len(list) - 1; j >= 0; j-- {
			if list[j].Pos() < here.Pos() && !isOtherCase(list[j]) && is(list[j]) {
				return list[j]
			}
		}
		if _, ok := d.path[i].(*ast.FuncLit); ok {
			return nil
		}
		here = d.path[i]
	}
	return nil
}

// writesOn returns the variable of a function on which a statement writes a text, nil if it does anything else.
func (c *checker) writesOn(s ast.Stmt) types.Object {
	expr, ok := s.(*ast.ExprStmt)
	if !ok {
		return nil
	}
	call, ok := ast.Unparen(expr.X).(*ast.CallExpr)
	if !ok {
		return nil
	}
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil {
		return nil
	}
	var text ast.Expr
	switch {
	case writers[fn.Name()] && fn.Signature().Recv() != nil:
		text = receiver(call)
	case fn.Pkg().Path() == "fmt" && strings.HasPrefix(fn.Name(), "Fprint") && len(call.Args) > 0:
		text = call.Args[0]
	}
	if text == nil {
		return nil
	}
	return c.rootOf(text)
}

// writers are the methods that write on a text.
var writers = map[string]bool{"Write": true, "WriteString": true, "WriteByte": true, "WriteRune": true}

// writesCode reports whether a statement writes a dispatch's code, or what is made of it, or shows it to people.
func (c *checker) writesCode(d *dispatch, s ast.Stmt) bool {
	expr, ok := s.(*ast.ExprStmt)
	if !ok {
		return false
	}
	call, ok := ast.Unparen(expr.X).(*ast.CallExpr)
	return ok && (c.writesOn(s) != nil || c.shows(call)) && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return c.has(d, arg) })
}

// writeCode is writesCode for all of some statements.
func (c *checker) writeCode(d *dispatch, by []ast.Stmt) bool {
	return !slices.ContainsFunc(by, func(s ast.Stmt) bool { return !c.writesCode(d, s) })
}

// has reports whether an expression has a dispatch's code in it, other than in a question about it.
func (c *checker) has(d *dispatch, e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || found {
			return !found
		}
		if t := c.pass.TypesInfo.TypeOf(x); t != nil && syntax.IsBoolean(t) {
			return false
		}
		found = c.about(d, x)
		return !found
	})
	return found
}

// saidBeside reports whether the cases only set texts that are empty before, and what stands right behind puts them into one
// that has the code in it: `return code.Description() + hint`. It also returns that statement.
func (c *checker) saidBeside(d *dispatch) ([]ast.Stmt, bool) {
	all := c.assigned(d, d.branches)
	next := d.follows()
	if len(all.set) == 0 || len(all.added)+len(all.appended)+len(all.written) > 0 || len(next) == 0 {
		return nil, false
	}
	hints := make(map[types.Object]bool)
	for _, lhs := range all.set {
		id, ok := ast.Unparen(lhs).(*ast.Ident)
		if !ok || !syntax.IsText(c.pass.TypesInfo.TypeOf(id)) {
			return nil, false
		}
		hints[c.pass.TypesInfo.ObjectOf(id)] = true
	}
	var values []ast.Expr
	switch s := unlabelled(next[0]).(type) {
	case *ast.ReturnStmt:
		values = s.Results
	case *ast.AssignStmt:
		values = s.Rhs
	case *ast.ExprStmt:
		if c.writesCode(d, s) {
			values = []ast.Expr{s.X}
		}
	}
	for _, e := range values {
		if _, writes := next[0].(*ast.ExprStmt); !writes && (!syntax.IsText(c.pass.TypesInfo.TypeOf(e)) || !c.has(d, e)) {
			continue
		}
		missing := maps.Clone(hints)
		ast.Inspect(e, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok {
				delete(missing, c.pass.TypesInfo.Uses[id])
			}
			return true
		})
		if len(missing) == 0 {
			d.hints = hints
			return next[:1], true
		}
	}
	return nil, false
}
