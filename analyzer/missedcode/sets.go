package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// isSet reports whether a dispatch asks whether a code belongs to a set: in a
// function that returns a bool, its branches only return true, false or a comparison, and so
// does its default or what follows it, as far as anybody cares. Or a variable keeps the answer.
func (c *checker) isSet(d *dispatch) bool {
	if c.keepsAnswer(d) || c.looksUp(d) || c.describes(d) || c.replaces(d) {
		return true
	}
	f, _ := d.function()
	if f == nil || f.Results == nil || f.Results.NumFields() != 1 {
		return false
	}
	if t := c.pass.TypesInfo.TypeOf(f.Results.List[0].Type); t == nil || !syntax.IsBoolean(t) {
		return false
	}
	for _, b := range d.branches {
		if !c.returnsAnswer(b.body) {
			return false
		}
	}
	if d.otherwise != nil {
		return true
	}
	follows := d.follows()
	if len(follows) == 0 {
		return false
	}
	ret, ok := unlabelled(follows[0]).(*ast.ReturnStmt)
	return ok && len(ret.Results) == 1
}

// looksUp reports whether a dispatch finds something for some codes, and says so by true as one of the results,
// and by false, beside zero values, for the others. An error that is nil there says more: that nothing failed.
func (c *checker) looksUp(d *dispatch) bool {
	f, _ := d.function()
	if f == nil || f.Results == nil || f.Results.NumFields() < 2 || slices.ContainsFunc(f.Results.List, func(field *ast.Field) bool {
		return syntax.IsError(c.pass.TypesInfo.TypeOf(field.Type))
	}) {
		return false
	}
	rest := d.follows()
	if d.otherwise != nil {
		rest = d.otherwise.body
	}
	if len(rest) != 1 || !c.onlyZero(rest) {
		return false
	}
	for at := range f.Results.NumFields() {
		if _, ok := c.truthOf(rest, at); ok && c.finds(d, at) {
			return true
		}
	}
	return false
}

// finds reports whether the branches of a dispatch only return an answer as one of several results, for some yes.
func (c *checker) finds(d *dispatch, at int) bool {
	finds := false
	for _, b := range d.branches {
		if fallsThrough(b.body) {
			continue
		}
		found, ok := c.truthOf(b.body, at)
		if !ok {
			return false
		}
		finds = finds || found
	}
	return finds
}

// truthOf reports whether a list of statements only returns, with an answer among several results, and whether that may be true.
func (c *checker) truthOf(list []ast.Stmt, at int) (truth, ok bool) {
	if len(list) != 1 {
		return false, false
	}
	ret, ok := unlabelled(list[0]).(*ast.ReturnStmt)
	if !ok || at >= len(ret.Results) || len(ret.Results) < 2 {
		return false, false
	}
	return !c.isZero(ret.Results[at]), c.isAnswer(ret.Results[at])
}

// keepsAnswer reports whether the branches of a dispatch do nothing but set one boolean
// variable of the function, or a field of one, to an answer, and perhaps others that are no booleans or errors:
// for the other codes it keeps its first value.
func (c *checker) keepsAnswer(d *dispatch) bool {
	answers, ok := c.answersOf(d, d.otherwise)
	return ok && len(answers) == 1
}

// isOwn reports whether an expression is a variable of the function, or a field of one that is a struct: nobody else knows
// it yet.
func (c *checker) isOwn(e ast.Expr) bool {
	v, ok := c.rootOf(e).(*types.Var)
	if !ok || v.Parent() == c.pass.Pkg.Scope() {
		return false
	}
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return true
		case *ast.SelectorExpr:
			if _, ok := c.pass.TypesInfo.TypeOf(x.X).Underlying().(*types.Struct); !ok {
				return false
			}
			e = x.X
		default:
			return false
		}
	}
}

func (c *checker) returnsAnswer(body []ast.Stmt) bool {
	if len(body) != 1 {
		return false
	}
	if fallsThrough(body) {
		return true
	}
	ret, ok := body[0].(*ast.ReturnStmt)
	return ok && len(ret.Results) == 1 && c.isAnswer(ret.Results[0])
}

// isAnswer reports whether an expression is a boolean that is made without doing anything: true, attempt < 3, force.
func (c *checker) isAnswer(e ast.Expr) bool {
	if t := c.pass.TypesInfo.TypeOf(e); t == nil || !syntax.IsBoolean(t) {
		return false
	}
	does := false
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			does = does || !c.onlyReckons(n)
		case *ast.UnaryExpr:
			does = does || n.Op == token.ARROW
		}
		return !does
	})
	return !does
}

// onlyReckons reports whether a call is a conversion, a builtin, or one of a function of package time, whose values
// attempts are held against.
func (c *checker) onlyReckons(call *ast.CallExpr) bool {
	if tv := c.pass.TypesInfo.Types[call.Fun]; tv.IsType() || tv.IsBuiltin() {
		return true
	}
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	return ok && fn.Pkg() != nil && fn.Pkg().Path() == "time"
}
