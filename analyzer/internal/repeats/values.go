package repeats

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// ValueOf returns what is known of an expression at a place that has no parameters.
func (r *Result) ValueOf(e ast.Expr) Value { return r.value(nil, e) }

// LiteralOf returns the maker that a literal is.
func (r *Result) LiteralOf(lit *ast.CompositeLit) *Maker { return r.literal(nil, lit) }

func (r *Result) value(params *types.Tuple, e ast.Expr) Value {
	info := r.pass.TypesInfo
	tv := info.Types[e]
	switch {
	case tv.IsNil():
		return Value{Kind: Zero}
	case tv.Value != nil && syntax.IsTime(tv.Type):
		return Value{}
	case tv.Value != nil:
		n, ok := constant.Int64Val(constant.ToInt(tv.Value))
		if !ok || tv.Value.Kind() == constant.String || tv.Value.Kind() == constant.Bool {
			return Value{}
		}
		return Value{Kind: Number, N: n}
	}
	switch x := ast.Unparen(e).(type) {
	case *ast.FuncLit:
		if says, ok := r.alwaysSays(x.Body); ok {
			return Value{Kind: Answer, Says: says}
		}
		return Value{Kind: Expression, Expr: x}
	case *ast.Ident:
		switch obj := info.Uses[x].(type) {
		case *types.Func:
			if decl := r.all[obj]; decl != nil {
				if says, ok := r.alwaysSays(decl.Body); ok {
					return Value{Kind: Answer, Says: says}
				}
			}
			return Value{Kind: Expression, Expr: x}
		case *types.Var:
			if i := indexOf(params, obj); i >= 0 && !r.isStored(obj) {
				return Value{Kind: Parameter, N: int64(i)}
			}
		}
	case *ast.SelectorExpr:
		if _, ok := info.Uses[x.Sel].(*types.Func); ok {
			return Value{Kind: Expression, Expr: x}
		}
	}
	return Value{}
}

// alwaysSays returns what a function always answers.
func (r *Result) alwaysSays(body *ast.BlockStmt) (says, ok bool) {
	if body == nil || len(body.List) != 1 {
		return false, false
	}
	ret, ok := body.List[0].(*ast.ReturnStmt)
	if !ok || len(ret.Results) != 1 {
		return false, false
	}
	v := r.pass.TypesInfo.Types[ret.Results[0]].Value
	if v == nil || v.Kind() != constant.Bool {
		return false, false
	}
	return constant.BoolVal(v), true
}
