package codeflow

import (
	"go/ast"
	"go/constant"
	"go/types"
	"iter"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about conversions: what becomes of a code that is converted, printed or parsed.

// lossy returns the value of a conversion from x to e, or of a call that passes x through.
func (f *flow) lossy(x ast.Expr, e *ast.CallExpr, v value) value { return f.e.passage(x, e).value(v) }

// A passage is what a code goes through that stays one.
type passage struct {
	universe *universe
	typ      types.Type // of what comes out
	narrows  bool       // not every number that may go in is one of that type
	fails    bool       // what is no number may go in, and a number comes out
	instead  binding.Instead
}

func (p *program) passage(x ast.Expr, e *ast.CallExpr) passage {
	from, to := p.info.TypeOf(x), firstOf(p.info.TypeOf(e))
	pass := passage{universe: p.universeOf(e), typ: to}
	number, hasKind := basicNumber(to)
	was, hadKind := basicNumber(from)
	pass.narrows = hasKind && !(hadKind && number.Kind() == was.Kind())
	pass.fails = !syntax.IsText(to) && !isNumberType(from)
	pass.instead = p.bindings.InsteadOf(e)
	return pass
}

// firstOf returns the type of a call's first result.
func firstOf(t types.Type) types.Type {
	if several, ok := t.(*types.Tuple); ok && several.Len() > 0 {
		return several.At(0).Type()
	}
	return t
}

// isAside reports whether a type is none that codes have: a box's method that gives one says something about the
// code, as code.Exists() does, or makes of it what it is not.
func isAside(t types.Type) bool {
	if t == nil || syntax.IsBoolean(t) {
		return true
	}
	switch t.Underlying().(type) {
	case *types.Struct, *types.Slice, *types.Map, *types.Array:
		return true
	}
	return false
}

// isNumberType reports whether all values of a type are numbers, or lead to one.
func isNumberType(t types.Type) bool {
	if t == nil || syntax.IsTypeParam(t) {
		return true
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	_, ok := basicNumber(t)
	return ok
}

// basicNumber returns the type of numbers that a type is.
func basicNumber(t types.Type) (*types.Basic, bool) {
	if t == nil {
		return nil, false
	}
	b, ok := t.Underlying().(*types.Basic)
	return b, ok && b.Info()&types.IsNumeric != 0
}

// value returns what comes out where a value goes in.
func (p passage) value(v value) value {
	return v.replace(func(o outcome, add func(outcome)) {
		switch {
		case o.kind == isConst:
			if text, ok := domain.Text(o.val); ok && p.fails && !isNumber(text) {
				p.other(o.cond, add)
				return
			}
			if p.instead == binding.AnyText {
				p.any(o.cond, add)
				return
			}
			o.val = asCarried(o.val, syntax.IsText(p.typ))
			if p.narrows && isNumeric(o.val) && !fits(o.val, p.typ) {
				p.any(o.cond, add)
				return
			}
		case o.kind == isOneOf:
			words, unfit := p.lost(o.universe)
			if p.fails && !o.set.intersect(words.union(undocumentedOnly(o.universe))).empty() {
				o.set = o.set.minus(words).union(p.others(o.universe))
			}
			if !o.set.intersect(unfit).empty() || p.instead == binding.AnyText {
				o.set = o.universe.all
			}
		case o.isCode():
			u := o.sym.universe
			words, unfit := p.lost(u)
			if p.instead == binding.AnyText {
				p.any(o.cond, add)
			}
			if p.fails {
				p.other(o.cond.and(o.sym, words.union(undocumentedOnly(u))), add)
			}
			if !unfit.empty() {
				p.any(o.cond.and(o.sym, unfit), add)
			}
			if lost := words.union(unfit); !lost.empty() {
				o.cond = o.cond.and(o.sym, u.all.minus(lost))
			}
		}
		add(o)
	})
}

// lost returns the documented codes that are no numbers, if they may go in, and those that are too big, or negative, for what
// comes out.
func (p passage) lost(u *universe) (words, unfit set) {
	if p.fails {
		words = u.words()
	}
	if p.narrows {
		unfit = u.unfit(p.typ)
	}
	return words, unfit
}

// other adds what comes out in place of what is no number.
func (p passage) other(given cond, add func(outcome)) {
	if p.instead == binding.AnyNumber {
		p.any(given, add)
		return
	}
	for n := range p.numbers() {
		add(outcome{out{kind: isConst, val: constant.MakeInt64(n)}, given})
	}
}

// any adds that anything may come out.
func (p passage) any(given cond, add func(outcome)) {
	o := out{}
	if u := p.universe; u != nil {
		o = out{kind: isOneOf, universe: u, set: u.all}
	}
	add(outcome{o, given})
}

// others is other for a code that is one of several.
func (p passage) others(u *universe) set {
	if p.instead == binding.AnyNumber {
		return u.all
	}
	var s set
	for n := range p.numbers() {
		s = s.union(single(u.of(constant.MakeInt64(n))))
	}
	return s
}

// numbers yields the numbers that come out in place of what is none.
func (p passage) numbers() iter.Seq[int64] {
	return func(yield func(int64) bool) {
		if yield(0) && p.instead == binding.ZeroOrOne {
			yield(1)
		}
	}
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
