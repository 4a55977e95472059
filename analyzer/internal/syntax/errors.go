package syntax

import "go/types"

// ErrorType is the type error.
var ErrorType = types.Universe.Lookup("error").Type()

var errorInterface = ErrorType.Underlying().(*types.Interface)

// IsError reports whether a type is error itself.
func IsError(t types.Type) bool { return t != nil && types.Identical(t, ErrorType) }

// ImplementsError reports whether a type's values are errors; error's own are.
func ImplementsError(t types.Type) bool { return t != nil && types.Implements(t, errorInterface) }

// forwarders are the packages whose functions Is, As and Unwrap do nothing but call those of package
// errors.
var forwarders = map[string]bool{"github.com/pkg/errors": true}

// ErrorsFunction returns the name of the function of package errors that a function is, or that it
// only calls; "" for any other.
func ErrorsFunction(fn *types.Func) string {
	if fn == nil || fn.Pkg() == nil || fn.Signature().Recv() != nil {
		return ""
	}
	switch path := fn.Pkg().Path(); {
	case path == "errors":
		return fn.Name()
	case forwarders[path] && (fn.Name() == "Is" || fn.Name() == "As" || fn.Name() == "Unwrap"):
		return fn.Name()
	}
	return ""
}

// FullName is (*types.Func).FullName, but of a function that only calls one of package errors the
// name of that.
func FullName(fn *types.Func) string {
	if name := ErrorsFunction(fn); name != "" {
		return "errors." + name
	}
	return fn.FullName()
}
