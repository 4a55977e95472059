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
var forwarders = map[string]bool{"github.com/pkg/errors": true, "golang.org/x/xerrors": true}

// LookedIntoBy are the methods of errors by which errors.Is, errors.As and errors.Unwrap look into them.
var LookedIntoBy = []string{"Is", "As", "Unwrap"}

// makers are the functions that make an error with nothing in it, each time another one. Keyed by (*types.Func).FullName.
var makers = map[string]bool{
	"errors.New": true, "github.com/pkg/errors.New": true, "github.com/pkg/errors.Errorf": true, "golang.org/x/xerrors.New": true,
}

// MakesPlainError reports whether a function makes an error with nothing in it, each time another one.
func MakesPlainError(fn *types.Func) bool { return fn != nil && makers[fn.FullName()] }

// wrappers are other modules' functions that make an error of those that they are given, and nil of nil, with how many of the
// arguments those are. Keyed by (*types.Func).FullName.
var wrappers = map[string]int{
	"github.com/pkg/errors.Wrap":                 1,
	"github.com/pkg/errors.Wrapf":                1,
	"github.com/pkg/errors.WithMessage":          1,
	"github.com/pkg/errors.WithMessagef":         1,
	"github.com/pkg/errors.WithStack":            1,
	"github.com/cockroachdb/errors.Wrap":         1,
	"github.com/cockroachdb/errors.Wrapf":        1,
	"github.com/cockroachdb/errors.WithMessage":  1,
	"github.com/cockroachdb/errors.WithMessagef": 1,
	"github.com/cockroachdb/errors.WithStack":    1,
	"github.com/hashicorp/go-multierror.Append":  AllArguments,
	"go.uber.org/multierr.Append":                AllArguments,
	"go.uber.org/multierr.Combine":               AllArguments,
}

// AllArguments says that a function may make its error of any of its arguments; of one alone it may be that itself.
const AllArguments = -1

// Wraps returns of how many of its first arguments a function of another module makes an error. It fails for any other function.
func Wraps(fn *types.Func) (arguments int, ok bool) {
	if fn == nil {
		return 0, false
	}
	arguments, ok = wrappers[fn.FullName()]
	return arguments, ok
}

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
