package binding

import (
	"go/ast"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about the types by which programs, and what generates clients for them, say that a value
// may be missing: a struct of the value and of what says whether it is there,
//
//	type OptInt struct {
//		Value int
//		Set   bool
//	}
//
// Each is a cell, wherever it is declared: it is known by its fields, which have no tags.

var (
	optionalValues = []string{"Value", "value", "Val", "val", "V", "v"}
	optionalSigns  = []string{"Set", "set", "IsSet", "isSet", "Valid", "valid", "IsValid", "OK", "Ok", "ok", "Present", "present",
		"IsPresent", "isPresent", "Defined", "defined", "Some", "some", "Exists", "exists", "Null", "null", "IsNull", "isNull"}
)

// optionalValue returns the field of an optional type that is its value, nil for any other type.
func optionalValue(t types.Type) *types.Var {
	named, ok := syntax.Pointee(t).(*types.Named)
	if !ok {
		return nil
	}
	st, ok := named.Underlying().(*types.Struct)
	if !ok || st.NumFields() < 2 || st.NumFields() > 3 {
		return nil
	}
	var value *types.Var
	for i := range st.NumFields() {
		switch f := st.Field(i); {
		case st.Tag(i) != "" || f.Embedded():
			return nil
		case isKind(f.Type(), types.IsBoolean) && slices.Contains(optionalSigns, f.Name()):
		case value == nil && slices.Contains(optionalValues, f.Name()) && holdsOneCode(f.Type()):
			value = f
		default:
			return nil
		}
	}
	return value
}

// MayBeMissing reports whether a type says of the code that it holds whether it is there: an optional one, or
// a column's that may be NULL.
func MayBeMissing(t types.Type) bool {
	beside, ok := boxOf(t)
	return ok && isCell(t) && (slices.Contains(beside, "Valid") || optionalValue(t) != nil)
}

// holdsOneCode reports whether a value of a type, or what it points to, is a number or text that can be a code.
func holdsOneCode(t types.Type) bool {
	basic, ok := syntax.Pointee(t).Underlying().(*types.Basic)
	return ok && seedableKind(basic)
}

// optionalBeside returns the names that the fields beside an optional type's value may have; nil for any other type.
func optionalBeside(t types.Type) []string {
	value := optionalValue(t)
	if value == nil {
		return nil
	}
	return optionalSigns
}

// optionalGives reports whether a call of an optional type's method has the value as its first result: by
// its type, as Get and Or(88) have.
func (g *graph) optionalGives(call *ast.CallExpr) (cell ast.Expr, ok bool) {
	cell, _ = g.inCell(call)
	if cell == nil {
		return nil, false
	}
	value := optionalValue(g.info.TypeOf(cell))
	if value == nil {
		return nil, false
	}
	t := g.info.TypeOf(call)
	if several, ok := t.(*types.Tuple); ok {
		if several.Len() == 0 {
			return nil, false
		}
		t = several.At(0).Type()
	}
	return cell, t != nil && types.Identical(syntax.Pointee(t), syntax.Pointee(value.Type()))
}

// optionalCall stores what a method of an optional type gets in place of a value, to keep it or to
// return it if there is none. What a decoder calls fills it, as it does every field.
func (g *graph) optionalCall(cell ast.Expr, call *ast.CallExpr, fn *function) {
	value := optionalValue(g.info.TypeOf(cell))
	for _, arg := range call.Args {
		t := g.info.TypeOf(arg)
		if t != nil && (types.Identical(syntax.Pointee(t), syntax.Pointee(value.Type())) || g.isConstant(arg)) {
			g.put(g.destination(cell, fn), t, arg, Argument, fn)
		}
	}
}
