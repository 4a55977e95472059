package binding

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file tells what the package encodes from what it decodes: a struct that it
// only writes out is its own message, not the API's reply.

// encoders write a value out: the argument of that index.
var encoders = map[string]int{
	"encoding/json.Marshal":           0,
	"encoding/json.MarshalIndent":     0,
	"(*encoding/json.Encoder).Encode": 0,
	"encoding/xml.Marshal":            0,
	"encoding/xml.MarshalIndent":      0,
	"(*encoding/xml.Encoder).Encode":  0,

	"(*github.com/gin-gonic/gin.Context).JSON":                1,
	"(*github.com/gin-gonic/gin.Context).IndentedJSON":        1,
	"(*github.com/gin-gonic/gin.Context).XML":                 1,
	"(*github.com/gin-gonic/gin.Context).AbortWithStatusJSON": 1,
	"(github.com/labstack/echo.Context).JSON":                 1,
	"(github.com/labstack/echo.Context).XML":                  1,
	"(*github.com/gofiber/fiber.Ctx).JSON":                    0,
	"(github.com/gofiber/fiber.Ctx).JSON":                     0,
	"github.com/go-chi/render.JSON":                           2,
}

// jsonDecoders fill the value that their last argument points to.
var jsonDecoders = map[string]bool{
	"encoding/json.Unmarshal":         true,
	"(*encoding/json.Decoder).Decode": true,
}

// codingCall notes what is encoded and what may be filled: a struct that a
// package only encodes is its own message, not the API's reply.
func (g *graph) codingCall(call *ast.CallExpr, name string, fn *function) {
	if fn.test {
		return
	}
	if at, ok := encoders[name]; ok && at < len(call.Args) {
		g.encoded(call.Args[at])
		return
	}
	target := g.target(call)
	_, params := g.signature(target)
	for i, arg := range call.Args {
		if i < len(params) && types.IsInterface(params[i].Type()) {
			g.hand(g.callee(call), params[i], arg)
			continue
		}
		if t := g.info.TypeOf(arg); t != nil && syntax.IsPointer(t) && (target == nil || !g.ownFunction(target)) {
			g.decoded.mark(t) // whoever has the address may fill it
		}
	}
	if jsonDecoders[name] && len(call.Args) > 0 {
		g.decodes(call.Args[len(call.Args)-1])
	}
	g.instantiates(call)
}

// hand notes what is given to a parameter that takes anything: to be encoded,
// or, where it is a pointer, perhaps to be filled.
func (g *graph) hand(callee *types.Func, param *types.Var, arg ast.Expr) {
	switch {
	case callee != nil && g.importsEncoder(callee, param):
		g.encoded(arg)
	case param.Pkg() == g.pass.Pkg:
		g.handed = append(g.handed, handed{param, arg})
	default:
		if t := g.info.TypeOf(arg); t != nil && syntax.IsPointer(t) {
			g.decoded.mark(t)
		}
	}
}

// decodes notes what encoding/json fills.
func (g *graph) decodes(arg ast.Expr) {
	t := g.info.TypeOf(arg)
	if v, ok := object(g.info, arg).(*types.Var); ok && types.IsInterface(t) && v.Kind() == types.ParamVar {
		g.decoders[v] = true
		return
	}
	if t == nil || !syntax.IsPointer(t) {
		return
	}
	g.decoded.mark(t)
	g.markJSON(t)
	if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok {
		if v := object(g.info, addr.X); v != nil {
			g.fromDecoder[v] = true
		}
	}
}

// instantiates notes a generic function's type argument that no argument has:
// decode[Reply](body) fills a Reply.
func (g *graph) instantiates(call *ast.CallExpr) {
	id := syntax.CalledName(call.Fun)
	if id == nil {
		return
	}
	callee := g.callee(call)
	inst, ok := g.info.Instances[id]
	if !ok || callee == nil {
		return
	}
	sig := callee.Origin().Signature()
	for i := range inst.TypeArgs.Len() {
		given := false
		for j := range sig.Params().Len() {
			given = given || i < sig.TypeParams().Len() && types.Identical(sig.Params().At(j).Type(), sig.TypeParams().At(i))
		}
		if !given {
			g.decoded.mark(inst.TypeArgs.At(i))
		}
	}
}

// encoded notes that a value is written out: of an interface, whatever the
// callers of the function put in it; of a literal of interfaces, what is in it.
func (g *graph) encoded(e ast.Expr) {
	if v, ok := object(g.info, e).(*types.Var); ok && types.IsInterface(v.Type()) {
		g.encoders[v] = true
		return
	}
	g.marshalled.mark(g.info.TypeOf(e))
	if v, ok := object(g.info, e).(*types.Var); ok && g.builtMaps[v] && g.stores[v] == 1 {
		g.encodedMaps[v] = true
	}
	if lit, ok := ast.Unparen(e).(*ast.CompositeLit); ok {
		for _, elt := range lit.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			g.marshalled.mark(g.info.TypeOf(elt))
		}
	}
}

// markEncoded follows what is handed to functions that encode their parameter, or decode into it.
// What any other gets the address of, it may fill.
func (g *graph) markEncoded() {
	for again := true; again; {
		again = false
		rest := g.handed[:0]
		for _, h := range g.handed {
			switch {
			case g.encoders[h.param]:
				g.encoded(h.arg)
				again = true
			case g.decoders[h.param]:
				g.decodes(h.arg)
				again = true
			default:
				rest = append(rest, h)
			}
		}
		g.handed = rest
	}
	for _, h := range g.handed {
		if t := g.info.TypeOf(h.arg); t != nil && syntax.IsPointer(t) {
			g.decoded.mark(t)
		}
	}
}

// markJSON notes the fields whose dynamic types encoding/json chooses.
func (g *graph) markJSON(t types.Type) {
	marks := newFieldMarks()
	marks.mark(t)
	for f := range marks.fields {
		g.fromDecoder[f] = true
	}
}

// fieldMarks are the fields that values of some types hold.
type fieldMarks struct {
	fields map[*types.Var]bool
	types  map[types.Type]bool // those that are done
}

func newFieldMarks() fieldMarks {
	return fieldMarks{make(map[*types.Var]bool), make(map[types.Type]bool)}
}

// mark adds every field that a value of type t holds.
func (m fieldMarks) mark(t types.Type) {
	if t == nil {
		return
	}
	t = types.Unalias(t)
	if m.types[t] {
		return
	}
	m.types[t] = true
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		m.mark(u.Elem())
	case *types.Slice:
		m.mark(u.Elem())
	case *types.Array:
		m.mark(u.Elem())
	case *types.Map:
		m.mark(u.Elem())
	case *types.Struct:
		for i := range u.NumFields() {
			f := u.Field(i).Origin()
			if !f.Exported() && !f.Embedded() || isHidden(u.Tag(i)) {
				continue // no encoder knows of it
			}
			m.fields[f] = true
			m.mark(f.Type())
		}
	}
}

// isHidden reports whether a tag hides its field from whatever knows it: `json:"-"`.
func isHidden(tag string) bool {
	kinds := strings.Fields(tag)
	return len(kinds) > 0 && !slices.ContainsFunc(kinds, func(kind string) bool { return !strings.HasSuffix(kind, `:"-"`) })
}

// onlyMarshalled reports whether a field belongs to a struct that this package
// writes out and nothing fills.
func (g *graph) onlyMarshalled(field *types.Var) bool {
	return g.marshalled.fields[field] && !g.decoded.fields[field]
}
