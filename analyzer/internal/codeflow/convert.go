package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about conversions: what becomes of a code that is converted, printed or parsed.

// lossy returns the value of a conversion from x to e: where it makes a number of
// text, text that is none becomes 0.
func (f *flow) lossy(x, e ast.Expr, v value) value {
	text := syntax.IsText(f.typeOf(e))
	fails := syntax.IsText(f.typeOf(x)) && !text
	return v.replace(func(o outcome, add func(outcome)) {
		if o.kind == isConst {
			o.val = asCarried(o.val, text)
		}
		if fails && o.kind == isOneOf && o.set.has(o.universe.undocumented()) {
			o.set = o.set.union(single(o.universe.of(constant.MakeInt64(0))))
		}
		add(o)
		if fails && o.kind == isSymbol {
			zero := out{kind: isConst, val: constant.MakeInt64(0)}
			add(outcome{zero, o.cond.and(o.sym, single(o.codes().undocumented()))})
		}
	})
}

// asCarried returns a constant code as text, or as a number: 0 if it is none.
func asCarried(v constant.Value, text bool) constant.Value {
	written, ok := domain.Text(v)
	switch {
	case !ok || text == (v.Kind() == constant.String):
		return v
	case text:
		return constant.MakeString(written)
	}
	if n, ok := domain.Number(written); ok {
		return constant.MakeInt64(n)
	}
	return constant.MakeInt64(0)
}

// constantOf returns the constant that an expression always is: also that of a
// call that only carries one, as codes.ResponseSuccess.Wire() does.
func (p *program) constantOf(x ast.Expr) constant.Value {
	if v := p.info.Types[x].Value; v != nil {
		return v
	}
	call, ok := ast.Unparen(x).(*ast.CallExpr)
	if !ok {
		return nil
	}
	if from := p.bindings.PassedThrough(call); from != nil {
		if v := p.constantOf(from); v != nil {
			return asCarried(v, syntax.IsText(p.info.TypeOf(x)))
		}
	}
	return nil
}

// conversion returns the value of a conversion.
func (f *flow) conversion(st *state, e *ast.CallExpr, v value, t types.Type) value {
	if u := f.e.universeOf(e); u != nil {
		return f.lossy(e.Args[0], e, v)
	}
	switch {
	case types.IsInterface(t):
		return f.converted(st, v, e.Args[0], t)
	case syntax.IsBoolean(t), syntax.IsText(t) && syntax.IsText(f.typeOf(e.Args[0])) && !v.isAnyCode():
		return v
	case !syntax.IsText(t) && !syntax.IsText(f.typeOf(e.Args[0])) && !v.isAnyCode():
		return v.as(t)
	}
	return nil
}

// as returns the value v converted to the type t, which is no text's. A number that does not fit there is
// another one then.
func (v value) as(t types.Type) value {
	for _, o := range v {
		if o.kind == isConst && isNumeric(o.val) && !fits(o.val, t) {
			return nil
		}
	}
	return v
}

// fits reports whether a number stays what it is as one of a type.
func fits(n constant.Value, t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	if !ok {
		return false
	}
	switch {
	case b.Info()&types.IsFloat != 0:
		f, exact := constant.Float64Val(n)
		return exact && (b.Kind() == types.Float64 || f == float64(float32(f)))
	case b.Info()&types.IsInteger == 0:
		return false
	}
	i, exact := constant.Int64Val(constant.ToInt(n))
	if !exact || i < 0 && b.Info()&types.IsUnsigned != 0 {
		return false
	}
	bits, ok := bitsOf[b.Kind()]
	switch {
	case !ok:
		bits = 31 // at least, on all machines
	case b.Info()&types.IsUnsigned == 0:
		bits--
	}
	return bits >= 63 || i >= -1<<bits && i < 1<<bits
}

// bitsOf are the sizes of the types of integers that have one on all machines.
var bitsOf = map[types.BasicKind]int{
	types.Int8: 8, types.Int16: 16, types.Int32: 32, types.Int64: 64,
	types.Uint8: 8, types.Uint16: 16, types.Uint32: 32, types.Uint64: 64,
}
