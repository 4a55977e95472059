package syntax

import (
	"go/ast"
	"go/types"
)

// OrInvalid returns a type, or one that is none for what has none.
func OrInvalid(t types.Type) types.Type {
	if t == nil {
		return types.Typ[types.Invalid]
	}
	return t
}

// Underlying returns a type's underlying type; of ill-typed code, which has none, nil.
func Underlying(t types.Type) types.Type {
	if t == nil {
		return nil
	}
	return t.Underlying()
}

// CalledSignature returns the signature of what is called, also where its type has a name; nil for a conversion.
func CalledSignature(info *types.Info, fun ast.Expr) *types.Signature {
	fun = ast.Unparen(fun)
	if info.Types[fun].IsType() {
		return nil
	}
	return SignatureOf(info.TypeOf(fun))
}

// SignatureOf returns the signature of a type of functions, or of those that a type parameter allows; nil for any other.
func SignatureOf(t types.Type) *types.Signature {
	switch u := Underlying(t).(type) {
	case *types.Signature:
		return u
	case *types.Interface:
		for e := range u.EmbeddedTypes() {
			if union, ok := e.(*types.Union); ok && union.Len() > 0 {
				e = union.Term(0).Type() // what can be called has one for all
			}
			if sig := SignatureOf(e); sig != nil {
				return sig
			}
		}
	}
	return nil
}

// IsFunc reports whether a type is one of functions.
func IsFunc(t types.Type) bool {
	_, ok := Underlying(t).(*types.Signature)
	return ok
}

// IsChan reports whether a type is one of channels.
func IsChan(t types.Type) bool {
	_, ok := Underlying(t).(*types.Chan)
	return ok
}

// IsMap reports whether a type is a map.
func IsMap(t types.Type) bool {
	_, ok := Underlying(t).(*types.Map)
	return ok
}

// IsSlice reports whether a type is a list that can grow.
func IsSlice(t types.Type) bool {
	_, ok := Underlying(t).(*types.Slice)
	return ok
}

// IsArray reports whether a type is a list of a fixed length.
func IsArray(t types.Type) bool {
	_, ok := Underlying(t).(*types.Array)
	return ok
}

// IsList reports whether a type is one of lists.
func IsList(t types.Type) bool { return IsSlice(t) || IsArray(t) }

// IsContainer reports whether a type is one of maps or lists.
func IsContainer(t types.Type) bool { return IsMap(t) || IsList(t) }

// IsBytes reports whether a type is a list of bytes.
func IsBytes(t types.Type) bool {
	s, ok := Underlying(t).(*types.Slice)
	return ok && types.Identical(s.Elem().Underlying(), types.Typ[types.Byte])
}

// IsTypeParam reports whether a type is a type parameter.
func IsTypeParam(t types.Type) bool { _, ok := t.(*types.TypeParam); return ok }

// IsMadeOfTypeParams reports whether a type is a type parameter, or has one in it.
func IsMadeOfTypeParams(t types.Type) bool {
	switch t := t.(type) {
	case *types.TypeParam:
		return true
	case interface{ Elem() types.Type }: // of a pointer, list, map or channel
		m, isMap := t.(*types.Map)
		return IsMadeOfTypeParams(t.Elem()) || isMap && IsMadeOfTypeParams(m.Key())
	case *types.Named:
		for arg := range t.TypeArgs().Types() {
			if IsMadeOfTypeParams(arg) {
				return true
			}
		}
	case *types.Signature:
		for _, tuple := range []*types.Tuple{t.Params(), t.Results()} {
			for v := range tuple.Variables() {
				if IsMadeOfTypeParams(v.Type()) {
					return true
				}
			}
		}
	}
	return false
}

// NamedIn returns what a type leads to that is no pointer, list or map without a name.
func NamedIn(t types.Type) types.Type {
	for {
		switch u := t.(type) {
		case *types.Pointer:
			t = u.Elem()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		case *types.Alias:
			t = types.Unalias(u)
		default:
			return t
		}
	}
}

// IsErrorInterface reports whether a type is an interface that errors have.
func IsErrorInterface(t types.Type) bool {
	return t != nil && types.IsInterface(t) && ImplementsError(t)
}

// IsEmptyInterface reports whether a type is an interface that everything has.
func IsEmptyInterface(t types.Type) bool {
	i, ok := Underlying(t).(*types.Interface)
	return ok && i.Empty()
}

// IsPlain reports whether a type has no methods, nor anything in it that could have some.
func IsPlain(t types.Type) bool {
	_, basic := t.(*types.Basic)
	return basic
}
