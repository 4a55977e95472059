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
	if c.keepsAnswer(d) || c.looksUp(d) {
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

// looksUp reports whether a dispatch finds something for some codes, and says so by true as the last result,
// and by false, beside zero values, for the others. An error that is nil there says more: that nothing failed.
func (c *checker) looksUp(d *dispatch) bool {
	f, _ := d.function()
	if f == nil || f.Results == nil || f.Results.NumFields() < 2 || slices.ContainsFunc(f.Results.List, func(field *ast.Field) bool {
		return syntax.IsError(c.pass.TypesInfo.TypeOf(field.Type))
	}) {
		return false
	}
	finds := false
	for _, b := range d.branches {
		if fallsThrough(b.body) {
			continue
		}
		found, ok := c.lastTruth(b.body)
		if !ok || len(b.body) > 1 {
			return false
		}
		finds = finds || found
	}
	rest := d.follows()
	if d.otherwise != nil {
		rest = d.otherwise.body
	}
	found, ok := c.lastTruth(rest)
	return finds && ok && !found && len(rest) == 1 && c.onlyZero(rest)
}

// lastTruth reports whether a list of statements returns an answer last, and whether that may be true.
func (c *checker) lastTruth(list []ast.Stmt) (truth, ok bool) {
	if len(list) == 0 {
		return false, false
	}
	ret, ok := unlabelled(list[len(list)-1]).(*ast.ReturnStmt)
	if !ok || len(ret.Results) < 2 {
		return false, false
	}
	last := ret.Results[len(ret.Results)-1]
	return !c.isZero(last), c.isAnswer(last)
}

// keepsAnswer reports whether the branches of a dispatch do nothing but set one boolean
// variable of the function, or a field of one, to true or false, and perhaps others that are no booleans or errors:
// for the other codes it keeps its first value.
func (c *checker) keepsAnswer(d *dispatch) bool {
	all := d.branches
	if d.otherwise != nil {
		all = append(all[:len(all):len(all)], *d.otherwise)
	}
	var answer key
	for _, b := range all {
		if len(b.body) == 0 || fallsThrough(b.body) && len(b.body) == 1 {
			continue
		}
		k := c.answerOf(b.body)
		if k.root == nil || answer.root != nil && answer != k {
			return false
		}
		answer = k
	}
	return answer.root != nil
}

// answerOf returns the boolean variable of the function, or field of one, that statements which only assign to its
// variables set to true or false, none if there is not just one, or if they do anything else.
func (c *checker) answerOf(list []ast.Stmt) (answer key) {
	for _, stmt := range list {
		assign, ok := stmt.(*ast.AssignStmt)
		if !ok || assign.Tok != token.ASSIGN || len(assign.Lhs) != len(assign.Rhs) {
			return key{}
		}
		for i, lhs := range assign.Lhs {
			t := c.pass.TypesInfo.TypeOf(lhs)
			if t == nil || !c.isOwn(lhs) || syntax.IsError(t) {
				return key{}
			}
			if syntax.IsBoolean(t) {
				if !c.isTruth(assign.Rhs[i]) || answer.root != nil {
					return key{}
				}
				answer = c.keyOf(lhs)
			}
		}
	}
	return answer
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

// isTruth reports whether an expression is the word true or false.
func (c *checker) isTruth(e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	if !ok {
		return false
	}
	obj := c.pass.TypesInfo.Uses[id]
	return obj == types.Universe.Lookup("true") || obj == types.Universe.Lookup("false")
}
