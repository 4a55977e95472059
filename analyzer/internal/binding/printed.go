package binding

import (
	"go/ast"
	"go/constant"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// printsPlainly: fmt.Sprint of one operand that has no method of its own to
// print itself by.
func printsPlainly(g *graph, call *ast.CallExpr) bool {
	return len(call.Args) == 1 && !printsItself(g.info.TypeOf(call.Args[0]))
}

var wholeVerb = lazyregexp.New(`^%(d|v|s|\.0f)$`)

// formatsPlainly: fmt.Sprintf of nothing but one verb, which may fit.
func formatsPlainly(g *graph, call *ast.CallExpr) bool {
	if len(call.Args) != 2 {
		return false
	}
	tv := g.info.Types[call.Args[0]]
	if tv.Value == nil || tv.Value.Kind() != constant.String {
		return false
	}
	verb := constant.StringVal(tv.Value)
	t := g.info.TypeOf(call.Args[1])
	return t != nil && wholeVerb().MatchString(verb) && (verb == "%d" || !printsItself(t)) && (types.IsInterface(t) || g.fitsVerb(call))
}

// verbs are what they print as it is.
var verbs = map[string]types.BasicInfo{
	"%d": types.IsInteger, "%s": types.IsString, "%.0f": types.IsFloat, "%v": types.IsInteger | types.IsString | types.IsFloat,
}

// fitsVerb reports whether all values of an operand are printed by a verb as they are.
func (g *graph) fitsVerb(call *ast.CallExpr) bool {
	verb, t := constant.StringVal(g.info.Types[call.Args[0]].Value), g.info.TypeOf(call.Args[1])
	return isKind(t, verbs[verb]) || verb == "%v" && types.IsInterface(t)
}

// isOfBasics reports whether nothing but basic types, which have no methods, can stand for a type parameter: int | string.
func isOfBasics(p *types.TypeParam) bool {
	constraint, ok := p.Constraint().Underlying().(*types.Interface)
	if !ok || constraint.NumEmbeddeds() == 0 {
		return false
	}
	for embedded := range constraint.EmbeddedTypes() {
		union, ok := embedded.(*types.Union)
		if !ok {
			return false
		}
		for term := range union.Terms() {
			if _, basic := term.Type().(*types.Basic); !basic || term.Tilde() {
				return false
			}
		}
	}
	return true
}

func printsItself(t types.Type) bool {
	if t == nil || syntax.IsPointer(t) {
		return true // as an address
	}
	if param, ok := types.Unalias(t).(*types.TypeParam); ok {
		return !isOfBasics(param) // what stands for it may have methods that it does not ask for
	}
	for _, name := range []string{"Error", "String"} {
		if obj, _, _ := types.LookupFieldOrMethod(t, true, nil, name); obj != nil {
			if _, ok := obj.(*types.Func); ok && !isJSONNumberType(t) {
				return true
			}
		}
	}
	return false
}
