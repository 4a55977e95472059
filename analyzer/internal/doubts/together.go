package doubts

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// AskedTogether reports whether a condition above an expression of root asks about
// its code and another one at once: sms == 0 && wa == 0. What the answer says of one
// depends on the other, but code flow knows each code by itself: that it could still
// be a success is no ground to speak.
func (d *Doubts) AskedTogether(root ast.Node, e ast.Expr) bool {
	above := e.Pos()
	return d.ofAny(root, e, func(e ast.Expr) bool { return d.askedTogether(root, e, above) })
}

func (d *Doubts) askedTogether(root ast.Node, e ast.Expr, above token.Pos) bool {
	name, together := types.ExprString(e), false
	d.mentions.Inspect(root, func(n ast.Node) bool {
		cond, ok := n.(*ast.BinaryExpr)
		if ok && (cond.Op == token.LAND || cond.Op == token.LOR) && cond.Pos() < above {
			asked := codesIn(d.pass.TypesInfo, d.bindings, cond)
			together = together || asked[name] && len(asked) > 1
		}
		return !together
	}, Root(d.pass.TypesInfo, d.bindings, e))
	return together
}

// AskedBeside reports whether a call, or a literal, is given an answer about a code beside what has the code in it: `choose(code
// == codes.ResponseSuccess, nil, fmt.Errorf("refused: %w", code))`, `when(failed(code), func() error { return code })`. What
// becomes of the one depends on the other.
func (d *Doubts) AskedBeside(e ast.Expr) bool {
	info := d.pass.TypesInfo
	v := vain{d: d, code: e, from: Root(info, d.bindings, e), name: types.ExprString(e)}
	_, around := syntax.PathTo(d.pass.Files, e)
	for _, n := range around {
		var beside []ast.Expr
		switch n := n.(type) {
		case *ast.CallExpr:
			beside = n.Args
		case *ast.CompositeLit:
			beside = n.Elts
		}
		for _, other := range beside {
			if kv, ok := other.(*ast.KeyValueExpr); ok {
				other = kv.Value
			}
			tv := info.Types[other]
			if tv.Type != nil && tv.Value == nil && syntax.IsBoolean(tv.Type) && v.mentions(other) {
				return true
			}
		}
	}
	return false
}

// codesIn returns the codes that a condition asks about, as they are written.
func codesIn(info *types.Info, bindings *binding.Result, cond ast.Expr) map[string]bool {
	asked := make(map[string]bool)
	ast.Inspect(cond, func(n ast.Node) bool {
		x, ok := n.(ast.Expr)
		if !ok || info.Types[x].Value != nil {
			return true
		}
		_, code := bindings.Of(x)
		if code {
			asked[types.ExprString(x)] = true
		}
		return !code
	})
	return asked
}
