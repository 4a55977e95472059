package missedcode

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// This file is about defaults that have no words of their own:
//
//	return reply.ResponseCode.Description()
//
// What that says of a success is not what it says of a failure. Who writes "refused: " before it takes both alike.

// endsInOwnText reports whether all that some statements give in the end is a text that is made of the dispatch's code alone:
// they return it, or store it and return that.
func (c *checker) endsInOwnText(d *dispatch, body []ast.Stmt) bool {
	if len(body) == 0 {
		return false
	}
	ret, returns := body[len(body)-1].(*ast.ReturnStmt)
	if returns && len(ret.Results) == 1 && c.isOwnText(d, ret.Results[0]) {
		return true
	}
	if returns {
		body = body[:len(body)-1]
	}
	if len(body) == 0 {
		return false
	}
	s, ok := body[len(body)-1].(*ast.AssignStmt)
	if !ok || s.Tok != token.ASSIGN || len(s.Lhs) != 1 || len(s.Rhs) != 1 || !c.isOwnText(d, s.Rhs[0]) {
		return false
	}
	if !returns || len(ret.Results) == 0 {
		return true
	}
	return len(ret.Results) == 1 && c.keyOf(ret.Results[0]) == c.keyOf(s.Lhs[0])
}

func (c *checker) isOwnText(d *dispatch, e ast.Expr) bool {
	return syntax.IsText(c.pass.TypesInfo.TypeOf(e)) && c.madeOfCodeAlone(d, e)
}

// madeOfCodeAlone reports whether an expression is the dispatch's code, what a method, a function or a table makes of it, or
// that beside text in which there is no word.
func (c *checker) madeOfCodeAlone(d *dispatch, e ast.Expr) bool {
	info := c.pass.TypesInfo
	if c.about(d, e) {
		return true
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return x.Op == token.ADD && (c.isWordless(d, x.X) && c.madeOfCodeAlone(d, x.Y) || c.madeOfCodeAlone(d, x.X) && c.isWordless(d, x.Y))
	case *ast.IndexExpr:
		return syntax.IsMap(info.TypeOf(x.X)) && c.madeOfCodeAlone(d, x.Index)
	case *ast.CallExpr:
		fn, ok := syntax.Callee(info, x).(*types.Func)
		if syntax.Receiver(info, x) == nil && (!ok || fn.Pkg() == nil) && !info.Types[x.Fun].IsType() {
			return false
		}
		some := false
		for _, part := range syntax.Given(info, x) {
			switch {
			case c.isWordless(d, part):
			case c.madeOfCodeAlone(d, part):
				some = true
			default:
				return false
			}
		}
		return some
	}
	return false
}

// isWordless reports whether an expression is a constant without a letter in it, but for those that say how fmt is to write
// something, or a text that is empty for codes without a case.
func (c *checker) isWordless(d *dispatch, e ast.Expr) bool {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok && d.hints[c.pass.TypesInfo.Uses[id]] {
		return true
	}
	v := c.pass.TypesInfo.Types[e].Value
	if v == nil {
		return false
	}
	return v.Kind() != constant.String || strings.ToLower(verbs().ReplaceAllString(constant.StringVal(v), "")) ==
		strings.ToUpper(verbs().ReplaceAllString(constant.StringVal(v), ""))
}

var verbs = lazyregexp.New(`%[-+# 0-9.]*[a-zA-Z]`)
