package wrongcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// scanners are the functions that read a number out of text, with the index of the argument that they store it in.
var scanners = map[string]int{
	"fmt.Sscan":   1,
	"fmt.Sscanln": 1,
	"fmt.Sscanf":  2,
}

// scanned reports a call that reads a code out of text, and whose results are dropped: where there is no number, it leaves the
// variable as it is.
func (c *checker) scanned(file *ast.File, e ast.Expr) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return
	}
	callee, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	if callee == nil {
		return
	}
	at, ok := scanners[callee.FullName()]
	if !ok || len(call.Args) != at+1 {
		return
	}
	addr, ok := ast.Unparen(call.Args[at]).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return
	}
	id, ok := ast.Unparen(addr.X).(*ast.Ident)
	if !ok || !syntax.IsNumber(c.pass.TypesInfo.TypeOf(id)) {
		return
	}
	v, ok := c.bindings.Of(call.Args[0])
	if !ok || !c.settings.Speaks(v) || c.sureToParse(call.Args[0], call) {
		return
	}
	m, ok := v.Domain.Lookup("0")
	if !ok || !c.startsAsZero(file, id) || !c.scannedIsUsed(file, id, addr) {
		return
	}
	c.report(call, "parse", fmt.Sprintf("the error of %s is dropped: where the text is no number %s stays 0, which is %s; handle the error before the code is used",
		calleeName(callee), id.Name, m.Name))
}

// startsAsZero reports whether a variable is declared in a function without a value, and nothing else is stored in it.
func (c *checker) startsAsZero(file *ast.File, id *ast.Ident) bool {
	v := c.pass.TypesInfo.ObjectOf(id)
	if v == nil || v.Parent() == c.pass.Pkg.Scope() {
		return false
	}
	starts := false
	ast.Inspect(scopeOf(file, v), func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for _, name := range n.Names {
				starts = starts || c.pass.TypesInfo.Defs[name] == v && len(n.Values) == 0
			}
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				if name, ok := lhs.(*ast.Ident); ok && c.pass.TypesInfo.Uses[name] == v {
					starts = false
					return false
				}
			}
		}
		return true
	})
	return starts
}

// scannedIsUsed reports whether a variable is used, other than where its address is taken, for more than to be shown to people.
func (c *checker) scannedIsUsed(file *ast.File, id *ast.Ident, addr *ast.UnaryExpr) bool {
	for _, outer := range c.uses(file, c.pass.TypesInfo.ObjectOf(id)) {
		if outer == ast.Node(addr) {
			continue
		}
		call, ok := outer.(*ast.CallExpr)
		if !ok {
			return true
		}
		callee, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
		if !syntax.Shows(callee) {
			return true
		}
	}
	return false
}
