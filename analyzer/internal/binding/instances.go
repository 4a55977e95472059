package binding

import (
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// One field of a generic type can hold the codes of several domains: of which, its instances say.

// saysItself reports whether what a type parameter stands for may have a type that states a domain:
// one that the package gives it has, or it gives it none, and the constraint leaves open which there
// are (~int). Then the constants in the generic code say nothing.
func (g *graph) saysItself(tp *types.TypeParam) bool {
	given := g.typeArgs()
	seen := make(map[*types.TypeParam]bool)
	known := false
	var stated func(tp *types.TypeParam) bool
	stated = func(tp *types.TypeParam) bool {
		if seen[tp] {
			return false
		}
		seen[tp] = true
		for _, t := range given[tp] {
			if inner, ok := types.Unalias(t).(*types.TypeParam); ok {
				if stated(inner) {
					return true
				}
				continue
			}
			known = true
			if g.statedDomain(t) != nil {
				return true
			}
		}
		return false
	}
	if stated(tp) {
		return true
	}
	constraint, ok := tp.Constraint().Underlying().(*types.Interface)
	return !known && ok && g.mayState(constraint)
}

// typeArgs returns what the package gives for each type parameter. The type parameters of a
// method's receiver stand for those of its type.
func (g *graph) typeArgs() map[*types.TypeParam][]types.Type {
	if g.instances != nil {
		return g.instances
	}
	g.instances = make(map[*types.TypeParam][]types.Type)
	for id, inst := range g.info.Instances {
		var params *types.TypeParamList // of nil there are none
		switch obj := g.info.ObjectOf(id).(type) {
		case *types.TypeName:
			if generic, ok := obj.Type().(interface{ TypeParams() *types.TypeParamList }); ok {
				params = generic.TypeParams()
			}
		case *types.Func:
			params = obj.Origin().Signature().TypeParams()
		}
		for i := range min(params.Len(), inst.TypeArgs.Len()) {
			g.instances[params.At(i)] = append(g.instances[params.At(i)], inst.TypeArgs.At(i))
		}
	}
	for _, obj := range g.info.Defs {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Signature().RecvTypeParams().Len() == 0 {
			continue
		}
		recv, ok := syntax.Pointee(fn.Signature().Recv().Type()).(*types.Named)
		if !ok {
			continue
		}
		params := fn.Signature().RecvTypeParams()
		for i := range min(params.Len(), recv.Origin().TypeParams().Len()) {
			g.instances[params.At(i)] = append(g.instances[params.At(i)], recv.Origin().TypeParams().At(i))
		}
	}
	return g.instances
}

// mayState reports whether a constraint admits a type that states a domain: one that it lists, or
// one that it doesn't.
func (g *graph) mayState(constraint *types.Interface) bool {
	for i := range constraint.NumEmbeddeds() {
		switch t := types.Unalias(constraint.EmbeddedType(i)).(type) {
		case *types.Union:
			if !g.unionMayState(t) {
				return false
			}
		default:
			if face, ok := t.Underlying().(*types.Interface); ok && g.mayState(face) || g.statedDomain(t) != nil {
				continue
			}
			return false
		}
	}
	return true
}

func (g *graph) unionMayState(u *types.Union) bool {
	for i := range u.Len() {
		term := u.Term(i)
		face, ok := term.Type().Underlying().(*types.Interface)
		if term.Tilde() || ok && g.mayState(face) || g.statedDomain(term.Type()) != nil {
			return true
		}
	}
	return false
}
