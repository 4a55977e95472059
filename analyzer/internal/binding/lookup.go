package binding

import (
	"go/ast"
	"go/constant"
	"go/types"
)

// A lookup reads the value under a wire key: m["responseCode"],
// r.FormValue("reasonCode").
type lookup struct {
	key  string
	from ast.Expr // what it is read from
}

// keyMethods are the methods that look a form field, query or path parameter up
// by its name, the first argument: keyed like passThroughs, and read as a table
// of the libraries we know.
var keyMethods = map[string]bool{
	"(net/url.Values).Get":              true,
	"(*net/http.Request).FormValue":     true,
	"(*net/http.Request).PostFormValue": true,
	"(*net/http.Request).PathValue":     true,
}

// lookupOf recognises a lookup of a wire key.
func (g *graph) lookupOf(e ast.Expr) (lookup, bool) {
	switch e := e.(type) {
	case *ast.IndexExpr:
		t := g.info.TypeOf(e.X)
		if t == nil {
			return lookup{}, false
		}
		switch u := deref(t).Underlying().(type) {
		case *types.Map:
			if key, ok := g.wireKey(e.Index); ok && g.seedable(u.Elem(), key) {
				return lookup{key, e.X}, true
			}
		case *types.Slice:
			// The first of a form's values: form["reasonCode"][0].
			inner, ok := ast.Unparen(e.X).(*ast.IndexExpr)
			if !ok || !isKind(u.Elem(), types.IsString) {
				return lookup{}, false
			}
			if t := g.info.TypeOf(inner.X); t == nil || !isMap(t) {
				return lookup{}, false
			}
			if key, ok := g.wireKey(inner.Index); ok {
				return lookup{key, inner.X}, true
			}
		}
	case *ast.CallExpr:
		sel, ok := ast.Unparen(e.Fun).(*ast.SelectorExpr)
		if !ok || len(e.Args) == 0 {
			return lookup{}, false
		}
		key, ok := g.wireKey(e.Args[0])
		if !ok {
			return lookup{}, false
		}
		if fn := g.callee(e); fn != nil && keyMethods[fullName(fn)] {
			return lookup{key, sel.X}, true
		}
	}
	return lookup{}, false
}

// wireKey returns the wire key that a constant expression spells.
func (g *graph) wireKey(e ast.Expr) (string, bool) {
	tv := g.info.Types[e]
	if tv.Value == nil || tv.Value.Kind() != constant.String {
		return "", false
	}
	key := constant.StringVal(tv.Value)
	return key, key == responseKey || key == reasonKey
}

func isMap(t types.Type) bool {
	_, ok := deref(t).Underlying().(*types.Map)
	return ok
}
