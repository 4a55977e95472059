package wrongcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/doubts"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// sureToParse reports whether the text that a call parses is known to be a
// number: a constant, a number's own text, one of texts that were compared with
// it, or text that somebody has looked at before.
func (c *checker) sureToParse(text ast.Expr, call *ast.CallExpr) bool {
	if text == nil || c.pass.TypesInfo.Types[text].Value != nil || c.isNumbersText(text) {
		return true
	}
	if at, ok := c.flow.At(text); ok && !at.Undocumented() {
		return true
	}
	return c.lookedAt(text, call)
}

// numberTexts are the functions that write a number as text, by FullName.
var numberTexts = map[string]bool{
	"strconv.Itoa":       true,
	"strconv.FormatInt":  true,
	"strconv.FormatUint": true,
}

// writtenAgain reports whether somebody writes the number that a text was parsed to as text
// again, and compares the two.
func (c *checker) writtenAgain(file *ast.File, code, text ast.Expr) bool {
	id, ok := code.(*ast.Ident)
	if !ok || text == nil {
		return false
	}
	obj := c.pass.TypesInfo.ObjectOf(id)
	if obj == nil {
		return false
	}
	of := func(e ast.Expr) bool {
		found := false
		if c.isNumbersText(e) {
			ast.Inspect(e, func(n ast.Node) bool {
				id, ok := n.(*ast.Ident)
				found = found || ok && c.pass.TypesInfo.Uses[id] == obj
				return !found
			})
		}
		return found
	}
	isText := func(e ast.Expr) bool { return syntax.Alike(c.pass.TypesInfo, c.strip(e), c.strip(text)) }
	found := false
	ast.Inspect(scopeOf(file, obj), func(n ast.Node) bool {
		if test, ok := n.(*ast.BinaryExpr); ok && (test.Op == token.EQL || test.Op == token.NEQ) {
			found = found || of(test.X) && isText(test.Y) || of(test.Y) && isText(test.X)
		}
		return !found
	})
	return found
}

func (c *checker) isNumbersText(text ast.Expr) bool {
	call, ok := ast.Unparen(text).(*ast.CallExpr)
	if !ok {
		return false
	}
	fn, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	return fn != nil && (numberTexts[fn.FullName()] || fn.Name() == "Wire" && len(call.Args) == 0)
}

// lookedAt reports whether a text, before it is parsed, was given to something
// that answers with a bool or an error, other than a lookup: a pattern's
// MatchString, a function that looks at its digits, another parse. So has a
// pattern looked at what it has found.
func (c *checker) lookedAt(text ast.Expr, call *ast.CallExpr) bool {
	isText := func(e ast.Expr) bool { return syntax.Alike(c.pass.TypesInfo, c.strip(e), c.strip(text)) }
	body := syntax.DeclIn(c.pass.Files, call.Pos())
	if body == nil {
		return false
	}
	if c.matched(body, text) {
		return true
	}
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if n == nil || found || n.Pos() >= call.Pos() {
			return false
		}
		switch n := n.(type) {
		case *ast.RangeStmt: // over its digits
			found = isText(n.X)
		case *ast.CallExpr:
			if n != call && c.answers(n) {
				for _, arg := range n.Args {
					if c.pass.TypesInfo.Types[arg].Value != nil { // under the same key, if it is not GetQuery("reasonCode")
						found = found || c.onlyAnswers(n) && c.looksUp(text, arg, n)
						continue
					}
					found = found || isText(arg)
				}
				if sel, ok := ast.Unparen(n.Fun).(*ast.SelectorExpr); ok && c.pass.TypesInfo.Selections[sel] != nil {
					found = found || isText(sel.X)
				}
			}
		}
		return !found
	})
	return found
}

// looksUp reports whether a text is looked up by a constant key, which a call gets too, along with what it is looked up in.
func (c *checker) looksUp(text, key ast.Expr, by *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	lookup, ok := c.strip(text).(*ast.CallExpr)
	if !ok || len(lookup.Args) != 1 || !syntax.Alike(info, lookup.Args[0], key) {
		return false
	}
	in := doubts.Root(info, c.bindings, lookup.Fun)
	found, only := false, true
	ast.Inspect(by, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && in != nil {
			found = found || info.Uses[id] == in
		}
		return !found
	})
	for _, arg := range by.Args {
		only = only && info.Types[arg].Value != nil
	}
	return found || only
}

// strip takes off what leaves a text the same but for its spaces: a conversion,
// strings.TrimSpace. What is given a constant looks it up.
func (c *checker) strip(e ast.Expr) ast.Expr {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || c.pass.TypesInfo.Types[call.Args[0]].Value != nil {
			return ast.Unparen(e)
		}
		e = call.Args[0]
	}
}

// answers reports whether a call's last result is a bool or an error. A function
// that only compares texts says nothing about digits.
func (c *checker) answers(call *ast.CallExpr) bool {
	fn, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	if fn == nil || syntax.IsFunction(fn, "strings", "EqualFold") || strings.HasPrefix(fn.FullName(), "slices.") {
		return false
	}
	results := fn.Signature().Results()
	if results.Len() == 0 {
		return false
	}
	last := results.At(results.Len() - 1).Type()
	b, ok := last.Underlying().(*types.Basic)
	return syntax.IsError(last) || ok && b.Info()&types.IsBoolean != 0 ||
		syntax.IsFunction(fn, "strings", "Trim") || syntax.IsFunction(fn, "strings", "IndexFunc") || syntax.IsFunction(fn, "strings", "ContainsFunc")
}

// onlyAnswers reports whether a call has one result.
func (c *checker) onlyAnswers(call *ast.CallExpr) bool {
	_, several := c.pass.TypesInfo.TypeOf(call).(*types.Tuple)
	return !several
}
