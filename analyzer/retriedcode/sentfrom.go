package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about where a request is sent whose reply is decoded in the same function: not where that is done.
//
//	resp, err := client.Do(req)
//	…
//	err = json.NewDecoder(resp.Body).Decode(&reply)

// sentLine returns the line in which the request is sent whose code a call brings.
func (c *checker) sentLine(call *ast.CallExpr) int {
	for range points.Deepest {
		from := c.readFrom(call)
		if from == nil {
			break
		}
		call = from
	}
	return c.Line(call)
}

// readFrom returns the call that has brought what another call reads, nil if that reads nothing that was sent for before.
func (c *checker) readFrom(call *ast.CallExpr) *ast.CallExpr {
	reads := c.onlyReads(call) || c.onlyParses(call)
	operands := call.Args
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok {
		operands = append([]ast.Expr{sel.X}, operands...)
	}
	for _, e := range operands {
		if inner, ok := ast.Unparen(e).(*ast.CallExpr); ok && reads {
			if from := c.readFrom(inner); from != nil {
				return from
			}
			continue
		}
		id, ok := syntax.Base(e).(*ast.Ident)
		if !ok {
			continue
		}
		v := c.Variable(id)
		if v == nil || !reads && !isResponse(v.Type()) {
			continue
		}
		from := c.Computed(v)
		if from == nil {
			from = c.filledBefore(v, call)
		}
		if from != nil && from.End() <= call.Pos() && !c.pass.TypesInfo.Types[from.Fun].IsType() {
			return from
		}
	}
	return nil
}

// onlyReads reports whether a call reads what it gets, and sends nothing: one of the standard library's other than its network,
// or of a decoder.
func (c *checker) onlyReads(call *ast.CallExpr) bool {
	if c.pass.TypesInfo.Types[call.Fun].IsType() {
		return true
	}
	fn, ok := syntax.Callee(c.pass.TypesInfo, call).(*types.Func)
	if !ok || fn.Pkg() == nil || fn.Pkg() == c.pass.Pkg {
		return false
	}
	path := fn.Pkg().Path()
	return syntax.IsStandard(path) && !strings.HasPrefix(path, "net/") || strings.HasPrefix(fn.Name(), "Unmarshal") || strings.HasPrefix(fn.Name(), "Decode")
}

// onlyParses reports whether a call is of a function of the package that gets a code, and nothing but plain values.
func (c *checker) onlyParses(call *ast.CallExpr) bool {
	fn, ok := syntax.StaticCallee(c.pass.TypesInfo, call)
	if !ok || fn.Pkg() != c.pass.Pkg || fn.Signature().Recv() != nil {
		return false
	}
	for p := range fn.Signature().Params().Variables() {
		if _, plain := p.Type().Underlying().(*types.Basic); !plain {
			return false
		}
	}
	return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		_, isCode := c.bindings.Of(arg)
		return isCode
	})
}

// filledBefore returns the last call before another one that gets the address of a variable; nil for none.
func (c *checker) filledBefore(v *types.Var, before *ast.CallExpr) (filled *ast.CallExpr) {
	decl := c.DeclaredIn(v)
	if decl == nil {
		return nil
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok || call.End() > before.Pos() {
			return true
		}
		for _, arg := range call.Args {
			if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND && c.Variable(addr.X) == v {
				filled = call
			}
		}
		return true
	})
	return filled
}

// isResponse reports whether a type is that of what HTTP has answered.
func isResponse(t types.Type) bool {
	named, ok := types.Unalias(syntax.Pointee(t)).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "net/http" && named.Obj().Name() == "Response"
}
