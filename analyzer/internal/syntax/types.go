package syntax

import "go/types"

// IsPointer reports whether a type is a pointer, or has one below it; the type of
// ill-typed code, nil, is none.
func IsPointer(t types.Type) bool {
	_, ok := Underlying(t).(*types.Pointer)
	return ok
}

// Pointee returns what a pointer points to, or the type itself, without aliases. Ill-typed code has
// expressions without a type; that is the invalid type.
func Pointee(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	t = types.Unalias(t)
	if p, ok := t.Underlying().(*types.Pointer); ok {
		return types.Unalias(p.Elem())
	}
	return t
}

// IsBasic reports whether a type is one of numbers, texts or booleans.
func IsBasic(t types.Type) bool {
	_, ok := Underlying(t).(*types.Basic)
	return ok
}

// IsText reports whether a type is one of strings.
func IsText(t types.Type) bool { return isOf(t, types.IsString) }

// IsInteger reports whether a type is one of whole numbers.
func IsInteger(t types.Type) bool { return isOf(t, types.IsInteger) }

// IsNumber reports whether a type is one of numbers.
func IsNumber(t types.Type) bool { return isOf(t, types.IsNumeric) }

// IsBoolean reports whether a type is one of booleans.
func IsBoolean(t types.Type) bool { return isOf(t, types.IsBoolean) }

func isOf(t types.Type, info types.BasicInfo) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&info != 0
}

// LastResult returns which of the values that a call of type t gives is the last one, and the type of that;
// no type where there is no value.
func LastResult(t types.Type) (at int, last types.Type) {
	several, ok := t.(*types.Tuple)
	switch {
	case !ok:
		return 0, t
	case several.Len() == 0:
		return 0, nil
	}
	at = several.Len() - 1
	return at, several.At(at).Type()
}

// IsTime reports whether a type is a point in time or a duration.
func IsTime(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "time" &&
		(named.Obj().Name() == "Time" || named.Obj().Name() == "Duration")
}

// IsClock reports whether a type is a channel of times, or of nothing at all.
func IsClock(t types.Type) bool {
	if t == nil {
		return false
	}
	ch, ok := t.Underlying().(*types.Chan)
	if !ok {
		return false
	}
	st, ok := ch.Elem().Underlying().(*types.Struct)
	return IsTime(ch.Elem()) || ok && st.NumFields() == 0
}

// IsContext reports whether a type is context.Context.
func IsContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && named.Obj().Name() == "Context"
}
