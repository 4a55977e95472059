package wrongcode

import (
	"fmt"
	"go/ast"
	"go/types"
	"iter"
	"strings"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// parsers are the functions that make a code of text, and an error if they
// cannot, with what the code then is. Keyed by (*types.Func).FullName.
var parsers = map[string]string{
	"strconv.Atoi":                   "0",
	"strconv.ParseInt":               "0",
	"strconv.ParseUint":              "0",
	"strconv.ParseFloat":             "0",
	"(encoding/json.Number).Int64":   "0",
	"(encoding/json.Number).Float64": "0",
}

// parses reports the parse calls of a file whose error is dropped though the
// code is used.
func (c *checker) parses(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return c.flow.Concerns(n)
		case *ast.AssignStmt:
			if len(n.Lhs) == 2 && len(n.Rhs) == 1 {
				c.parsed(file, n, n.Lhs[0], n.Lhs[1], n.Rhs[0])
				if syntax.IsBlank(n.Lhs[0]) && syntax.IsBlank(n.Lhs[1]) {
					c.scanned(file, n.Rhs[0])
				}
			} else if len(n.Lhs) == 1 && len(n.Rhs) == 1 && syntax.IsBlank(n.Lhs[0]) {
				c.unmarshalled(n.Rhs[0])
			}
		case *ast.ValueSpec:
			if len(n.Names) == 2 && len(n.Values) == 1 {
				c.parsed(file, n, n.Names[0], n.Names[1], n.Values[0])
			}
		case *ast.ExprStmt:
			c.unmarshalled(n.X)
			c.scanned(file, n.X)
		}
		return true
	})
}

func (c *checker) parsed(file *ast.File, stmt ast.Node, code, err, rhs ast.Expr) {
	call, ok := ast.Unparen(rhs).(*ast.CallExpr)
	if !ok || syntax.IsBlank(code) {
		return
	}
	callee, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
	if callee == nil {
		return
	}
	zero, ok := parsers[callee.FullName()]
	stated := !ok && isParser(callee)
	if !ok && !stated {
		return
	}
	dropped := c.discarded(file, err)
	if !dropped && (stated || !c.goesOn(file, code, err)) {
		return // what is no code is unlike any, so the program may go on
	}
	v, ok := c.bindings.Of(code)
	if !ok {
		v, ok = c.converted(file, code)
	}
	if !ok || !c.settings.Speaks(v) {
		return
	}
	text := operand(call)
	if c.sureToParse(text, call) || c.writtenAgain(file, code, text) || !c.used(file, code, stmt) {
		return
	}
	becomes := "text that is no code becomes -1, which no table documents"
	if !stated {
		becomes = "text that is no number becomes 0"
		if m, ok := v.Domain.Lookup(zero); ok {
			becomes += ", which is " + m.Name
		} else if !dropped {
			return
		}
	}
	happens := "is dropped"
	if !dropped {
		happens = "stops nothing"
	}
	c.report(call, "parse", fmt.Sprintf("the error of %s %s: %s; handle the error before the code is used", calleeName(callee), happens, becomes))
}

// converted returns what a number is that a variable holds only until it is converted to the type of
// a code.
func (c *checker) converted(file *ast.File, number ast.Expr) (binding.Value, bool) {
	id, ok := number.(*ast.Ident)
	if !ok {
		return binding.Value{}, false
	}
	obj := c.pass.TypesInfo.ObjectOf(id)
	if obj == nil || obj.Parent() == c.pass.Pkg.Scope() {
		return binding.Value{}, false
	}
	var to *domain.Domain
	for _, outer := range c.uses(file, obj) {
		call, ok := outer.(*ast.CallExpr)
		if !ok || !c.pass.TypesInfo.Types[call.Fun].IsType() {
			return binding.Value{}, false
		}
		if to = c.bindings.OfType(c.pass.TypesInfo.TypeOf(call)); to == nil {
			return binding.Value{}, false
		}
	}
	return binding.Value{Domain: to, Grade: binding.Stated}, to != nil
}

// isParser reports whether a function is ParseResponse or one of its siblings.
func isParser(fn *types.Func) bool {
	return fn.Pkg() != nil && fn.Pkg().Path() == domain.CodesPath && fn.Signature().Recv() == nil && strings.HasPrefix(fn.Name(), "Parse")
}

func calleeName(fn *types.Func) string {
	name := strings.NewReplacer("(", "", ")", "").Replace(fn.FullName())
	return name[strings.LastIndexByte(name, '/')+1:]
}

// unmarshalled reports a code that is read by its own method, whose error is
// dropped.
func (c *checker) unmarshalled(e ast.Expr) {
	call, ok := ast.Unparen(e).(*ast.CallExpr)
	if !ok {
		return
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok || sel.Sel.Name != "UnmarshalText" && sel.Sel.Name != "UnmarshalJSON" {
		return
	}
	if v, ok := c.bindings.Of(sel.X); ok && c.settings.Speaks(v) && len(call.Args) == 1 {
		c.report(call, "parse", fmt.Sprintf("the error of %s is dropped: after text that is no code, %s is still what it was before; handle the error before the code is used",
			sel.Sel.Name, types.ExprString(sel.X)))
	}
}

// operand returns the text that a call parses.
func operand(call *ast.CallExpr) ast.Expr {
	if len(call.Args) > 0 {
		return call.Args[0]
	}
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		return sel.X
	}
	return nil
}

// discarded reports whether nobody looks at an error: it has no name, or one that
// is only mentioned to please the compiler.
func (c *checker) discarded(file *ast.File, err ast.Expr) bool {
	if syntax.IsBlank(err) {
		return true
	}
	id, ok := err.(*ast.Ident)
	if !ok {
		return false
	}
	obj := c.pass.TypesInfo.Defs[id]
	if obj == nil {
		return false // declared elsewhere, for others too
	}
	used := false
	for use, outer := range c.uses(file, obj) {
		assign, ok := outer.(*ast.AssignStmt)
		if !ok || assign.Rhs[0] != ast.Expr(use) || !syntax.IsBlank(assign.Lhs[0]) {
			used = true
		}
	}
	return !used
}

// used reports whether a code is used for more than to be shown to people.
func (c *checker) used(file *ast.File, code ast.Expr, stmt ast.Node) bool {
	id, ok := code.(*ast.Ident)
	if !ok {
		return true // stored in a field, for others to use
	}
	obj := c.pass.TypesInfo.ObjectOf(id)
	if obj == nil || obj.Parent() == c.pass.Pkg.Scope() {
		return true
	}
	for use, outer := range c.uses(file, obj) {
		switch outer := outer.(type) {
		case *ast.CallExpr:
			callee, _ := typeutil.Callee(c.pass.TypesInfo, outer).(*types.Func)
			if syntax.Shows(callee) && !syntax.IsFunction(callee, "errors", "Is") && outer.Fun != ast.Expr(use) {
				continue
			}
		case *ast.AssignStmt:
			if syntax.IsBlank(outer.Lhs[0]) && len(outer.Lhs) == 1 {
				continue
			}
			stored := false
			for _, lhs := range outer.Lhs {
				stored = stored || lhs == ast.Expr(use)
			}
			if stored {
				continue
			}
		}
		return true
	}
	return false
}

// uses yields the mentions of a local object in its file, with the node around each.
func (c *checker) uses(file *ast.File, obj types.Object) iter.Seq2[*ast.Ident, ast.Node] {
	return func(yield func(*ast.Ident, ast.Node) bool) {
		done := false
		ast.PreorderStack(scopeOf(file, obj), nil, func(n ast.Node, stack []ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && !done && c.pass.TypesInfo.Uses[id] == obj {
				done = len(stack) > 0 && !yield(id, stack[len(stack)-1])
			}
			return !done
		})
	}
}

// scopeOf returns the declaration that an object is declared in.
func scopeOf(file *ast.File, obj types.Object) ast.Node {
	for _, decl := range file.Decls {
		if decl.Pos() <= obj.Pos() && obj.Pos() < decl.End() {
			return decl
		}
	}
	return file
}
