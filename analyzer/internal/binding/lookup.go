package binding

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A lookup reads the value under a wire key: m["responseCode"],
// r.FormValue("reasonCode").
type lookup struct {
	key  string
	from ast.Expr // what it is read from
}

// A keyMethod looks something up by one of its arguments.
type keyMethod struct {
	key      int  // the index of the argument that names what is looked up, or last
	fallback int  // the index of the one that a call answers where nothing is found; 0: none
	path     bool // the key may be the end of a path: "details.0.responseCode"
}

// last says that the last of a list of keys names what is looked up.
const last = -1

// keyMethods are the functions that look a form field, a query or path
// parameter, or a path into JSON up by its name. Like passThroughs, the table
// needs no major versions.
var keyMethods = map[string]keyMethod{
	"(net/url.Values).Get":              {key: 0},
	"(*net/http.Request).FormValue":     {key: 0},
	"(*net/http.Request).PostFormValue": {key: 0},
	"(*net/http.Request).PathValue":     {key: 0},

	"(*github.com/gin-gonic/gin.Context).Query":           {key: 0},
	"(*github.com/gin-gonic/gin.Context).DefaultQuery":    {key: 0, fallback: 1},
	"(*github.com/gin-gonic/gin.Context).GetQuery":        {key: 0},
	"(*github.com/gin-gonic/gin.Context).PostForm":        {key: 0},
	"(*github.com/gin-gonic/gin.Context).DefaultPostForm": {key: 0, fallback: 1},
	"(*github.com/gin-gonic/gin.Context).GetPostForm":     {key: 0},
	"(*github.com/gin-gonic/gin.Context).Param":           {key: 0},
	"(github.com/gin-gonic/gin.Params).ByName":            {key: 0},

	"(github.com/labstack/echo.Context).QueryParam":  {key: 0},
	"(github.com/labstack/echo.Context).FormValue":   {key: 0},
	"(github.com/labstack/echo.Context).Param":       {key: 0},
	"(*github.com/labstack/echo.Context).QueryParam": {key: 0},
	"(*github.com/labstack/echo.Context).FormValue":  {key: 0},
	"(*github.com/labstack/echo.Context).Param":      {key: 0},

	"(*github.com/gofiber/fiber.Ctx).Query":     {key: 0, fallback: 1},
	"(*github.com/gofiber/fiber.Ctx).QueryInt":  {key: 0, fallback: 1},
	"(*github.com/gofiber/fiber.Ctx).FormValue": {key: 0, fallback: 1},
	"(*github.com/gofiber/fiber.Ctx).Params":    {key: 0, fallback: 1},
	"(*github.com/gofiber/fiber.Ctx).ParamsInt": {key: 0, fallback: 1},
	"(github.com/gofiber/fiber.Ctx).Query":      {key: 0, fallback: 1},
	"(github.com/gofiber/fiber.Ctx).FormValue":  {key: 0, fallback: 1},
	"(github.com/gofiber/fiber.Ctx).Params":     {key: 0, fallback: 1},

	"github.com/go-chi/chi.URLParam":                      {key: 1},
	"github.com/go-chi/chi.URLParamFromCtx":               {key: 1},
	"(*github.com/go-chi/chi.Context).URLParam":           {key: 0},
	"(github.com/julienschmidt/httprouter.Params).ByName": {key: 0},

	"github.com/tidwall/gjson.Get":          {key: 1, path: true},
	"github.com/tidwall/gjson.GetBytes":     {key: 1, path: true},
	"(github.com/tidwall/gjson.Result).Get": {key: 0, path: true},

	"github.com/buger/jsonparser.GetString":       {key: last},
	"github.com/buger/jsonparser.GetUnsafeString": {key: last},
	"github.com/buger/jsonparser.GetInt":          {key: last},
	"github.com/buger/jsonparser.GetFloat":        {key: last},
	"github.com/bytedance/sonic.Get":              {key: last},
	"github.com/bytedance/sonic.GetFromString":    {key: last},
	"github.com/json-iterator/go.Get":             {key: last},

	"github.com/valyala/fastjson.GetInt":             {key: last},
	"github.com/valyala/fastjson.GetString":          {key: last},
	"github.com/valyala/fastjson.GetFloat64":         {key: last},
	"(*github.com/valyala/fastjson.Value).GetInt":    {key: last},
	"(*github.com/valyala/fastjson.Value).GetInt64":  {key: last},
	"(*github.com/valyala/fastjson.Value).GetUint":   {key: last},
	"(*github.com/valyala/fastjson.Value).GetUint64": {key: last},
	"(*github.com/valyala/fasthttp.Args).GetUint":    {key: 0},
}

// lookupOf recognises a lookup of a wire key.
func (g *graph) lookupOf(e ast.Expr) (lookup, bool) {
	switch e := e.(type) {
	case *ast.IndexExpr:
		t := g.info.TypeOf(e.X)
		if t == nil {
			return lookup{}, false
		}
		switch u := syntax.Pointee(t).Underlying().(type) {
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
			if t := g.info.TypeOf(inner.X); t == nil || !syntax.IsMap(syntax.Pointee(t)) {
				return lookup{}, false
			}
			if key, ok := g.wireKey(inner.Index); ok {
				return lookup{key, inner.X}, true
			}
		}
	case *ast.CallExpr:
		if arg, path := g.keyArgument(e); arg != nil {
			key, ok := g.wireKey(arg)
			if !ok && path {
				key, ok = g.wirePath(arg)
			}
			return lookup{key, e}, ok
		}
	}
	return lookup{}, false
}

// keyArgument returns the argument by which a call looks something up, and
// whether that is a path whose last element is the key.
func (g *graph) keyArgument(call *ast.CallExpr) (arg ast.Expr, path bool) {
	callee := g.callee(call)
	if callee == nil {
		return nil, false
	}
	name := g.fullName(callee)
	m, ok := keyMethods[name]
	switch {
	case !ok || m.key >= len(call.Args):
		return nil, false
	case m.key != last:
		return call.Args[m.key], m.path
	case len(call.Args) < callee.Signature().Params().Len() || call.Ellipsis.IsValid():
		return nil, false
	}
	return call.Args[len(call.Args)-1], m.path
}

// lookupCall stores what a call answers where it finds nothing beside what it
// finds.
func (g *graph) lookupCall(call *ast.CallExpr, name string, fn *function) {
	if len(call.Args) < 2 || call.Ellipsis.IsValid() {
		return
	}
	if m := keyMethods[name]; m.fallback > 0 && m.fallback < len(call.Args) {
		g.put(g.locate(call, fn), g.info.TypeOf(call), call.Args[m.fallback], Argument, fn)
	}
}

// wireKey returns the wire key that a constant expression spells.
func (g *graph) wireKey(e ast.Expr) (string, bool) {
	key, ok := g.text(e)
	return key, ok && g.view.IsKey(key)
}

// wirePath is wireKey for a path like "details.0.responseCode".
func (g *graph) wirePath(e ast.Expr) (string, bool) {
	path, ok := g.text(e)
	key := path[strings.LastIndex(path, ".")+1:]
	return key, ok && g.view.IsKey(key)
}

func (g *graph) text(e ast.Expr) (string, bool) {
	tv := g.info.Types[e]
	if tv.Value == nil || tv.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(tv.Value), true
}

// lookupClass returns the class of a lookup: a key of one decoded value, or per
// function where that has no name.
func (g *graph) lookupClass(l lookup, fn *function) lookupClass {
	class := lookupClass{key: l.key}
	class.container, class.path = g.decodedValue(l.from)
	if class.container == nil && fn != nil {
		class.container = fn.obj
	}
	return class
}

// lookupNode returns the node of a lookup.
func (g *graph) lookupNode(l lookup, fn *function) *node {
	class := g.lookupClass(l, fn)
	n, ok := g.lookups[class]
	if !ok {
		n = g.add(&node{lookup: true, seed: &seed{grade: Keyed, key: l.key, container: class.container}})
		g.lookups[class] = n
	}
	if fn != nil {
		n.seed.addPlace(g.nameOf(fn))
	}
	return n
}

// decodedValue returns the variable or field that holds the value a lookup
// reads from, and the constant path from it. A call reads from its receiver,
// else from the first argument that is a variable.
func (g *graph) decodedValue(e ast.Expr) (types.Object, string) {
	var path []string
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			if v, ok := object(g.info, x).(*types.Var); ok {
				return v, strings.Join(path, ".")
			}
			return nil, ""
		case *ast.SelectorExpr:
			v, ok := object(g.info, x).(*types.Var)
			switch {
			case !ok:
				return nil, ""
			case v.Pkg() == g.pass.Pkg || g.info.Selections[x] == nil:
				return v, strings.Join(path, ".")
			}
			path = append(path, v.Name()) // r.URL: the request holds it
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.TypeAssertExpr:
			e = x.X
		case *ast.IndexExpr:
			if tv := g.info.Types[x.Index]; tv.Value != nil {
				path = append(path, tv.Value.ExactString())
			}
			e = x.X
		case *ast.CallExpr:
			next := g.readsFrom(x)
			if next == nil {
				return nil, ""
			}
			e = next
		default:
			return nil, ""
		}
	}
}

// readsFrom returns the operand that a call reads from: r of
// r.URL.Query().Get(k), m of text(m, k).
func (g *graph) readsFrom(call *ast.CallExpr) ast.Expr {
	if sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr); ok && g.info.Selections[sel] != nil {
		return sel.X
	}
	for _, arg := range call.Args {
		if _, ok := object(g.info, arg).(*types.Var); ok {
			return arg
		}
	}
	return nil
}
