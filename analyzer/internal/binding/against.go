package binding

import (
	"go/ast"
	"go/constant"
	"go/types"
	"strings"
)

// This file collects the package's evidence that something is no code of this
// API, or that the package uses the API at all.

// isStatusField reports whether a field holds an HTTP status, as that of
// http.Response does.
func isStatusField(field *types.Var) bool {
	return field.Name() == "StatusCode" && isKind(field.Type(), types.IsInteger)
}

// isStatusSource recognises a method that returns an HTTP status:
// resp.StatusCode() of fasthttp and resty.
func isStatusSource(call *ast.CallExpr, g *graph) bool {
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	return ok && sel.Sel.Name == "StatusCode" && len(call.Args) == 0 && g.callee(call) != nil
}

// isHTTPStatusConst reports whether e is one of net/http's Status constants.
func (g *graph) isHTTPStatusConst(e ast.Expr) bool {
	c, ok := object(g.info, g.unconverted(e)).(*types.Const)
	return ok && c.Pkg() != nil && c.Pkg().Path() == "net/http" && strings.HasPrefix(c.Name(), "Status")
}

// statusSinks are the functions that take an HTTP status, with the index of
// the argument.
var statusSinks = map[string]int{
	"net/http.StatusText":                   0,
	"net/http.Error":                        2,
	"net/http.Redirect":                     3,
	"(net/http.ResponseWriter).WriteHeader": 0,
}

// statusSink notes a value that is given to somebody as an HTTP status.
func (g *graph) statusSink(call *ast.CallExpr, fn *function) {
	callee := g.callee(call)
	if callee == nil || fn.test {
		return
	}
	i, ok := statusSinks[fullName(callee)]
	if !ok && callee.Name() == "WriteHeader" && len(call.Args) == 1 {
		i, ok = 0, true // a wrapper of http.ResponseWriter
	}
	if !ok || i >= len(call.Args) || g.isConstant(call.Args[i]) {
		return
	}
	if n := g.locate(call.Args[i], fn); n != nil {
		n.against = "goes to " + callee.Name() + ", which takes an HTTP status"
	}
}

// encoders take a value, their first or second argument, and write it out.
var encoders = map[string]bool{
	"encoding/json.Marshal":           true,
	"encoding/json.MarshalIndent":     true,
	"(*encoding/json.Encoder).Encode": true,
	"encoding/xml.Marshal":            true,
	"encoding/xml.MarshalIndent":      true,
	"(*encoding/xml.Encoder).Encode":  true,
}

// jsonDecoders fill the value that their last argument points to.
var jsonDecoders = map[string]bool{
	"encoding/json.Unmarshal":         true,
	"(*encoding/json.Decoder).Decode": true,
}

// codingCall notes what is encoded and what may be filled: a struct that a
// package only encodes is its own message, not the API's reply.
func (g *graph) codingCall(call *ast.CallExpr, fn *function) {
	if fn.test {
		return
	}
	callee := g.callee(call)
	name := ""
	if callee != nil {
		name = fullName(callee)
	}
	if encoders[name] && len(call.Args) > 0 {
		g.markFields(g.info.TypeOf(call.Args[0]), g.marshalled)
		return
	}
	for _, arg := range call.Args {
		t := g.info.TypeOf(arg)
		if t == nil || !isPointer(t) {
			continue
		}
		// Whoever has the address may fill it.
		g.markFields(t, g.decoded)
		if jsonDecoders[name] {
			g.markJSON(t)
		}
		if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && jsonDecoders[name] {
			if v := object(g.info, addr.X); v != nil {
				g.fromDecoder[v] = true
			}
		}
	}
	// decode[Reply](body) fills a Reply.
	if id := calledName(call.Fun); id != nil {
		if inst, ok := g.info.Instances[id]; ok {
			for i := range inst.TypeArgs.Len() {
				g.markFields(inst.TypeArgs.At(i), g.decoded)
			}
		}
	}
}

// markJSON notes the fields whose dynamic types encoding/json chooses.
func (g *graph) markJSON(t types.Type) {
	fields := make(map[*types.Var]bool)
	g.markFields(t, fields)
	for f := range fields {
		g.fromDecoder[f] = true
	}
}

// markFields marks every field that a value of type t holds.
func (g *graph) markFields(t types.Type, marks map[*types.Var]bool) {
	if t == nil {
		return
	}
	seen := make(map[types.Type]bool)
	var mark func(types.Type)
	mark = func(t types.Type) {
		t = types.Unalias(t)
		if seen[t] {
			return
		}
		seen[t] = true
		switch u := t.Underlying().(type) {
		case *types.Pointer:
			mark(u.Elem())
		case *types.Slice:
			mark(u.Elem())
		case *types.Array:
			mark(u.Elem())
		case *types.Map:
			mark(u.Elem())
		case *types.Struct:
			for i := range u.NumFields() {
				f := u.Field(i).Origin()
				marks[f] = true
				mark(f.Type())
			}
		}
	}
	mark(t)
}

// onlyMarshalled reports whether a field belongs to a struct that this package
// writes out and nothing fills.
func (g *graph) onlyMarshalled(field *types.Var) bool {
	return g.marshalled[field] && !g.decoded[field]
}

// fromJSON: see [Result.FromJSON].
func (g *graph) fromJSON(e ast.Expr) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	n := g.locate(e, nil)
	if n == nil {
		return false
	}
	for origin := range n.origins {
		if s := origin.seed; s == nil || s.container == nil || !g.fromDecoder[s.container] {
			return false
		}
	}
	return len(n.origins) > 0
}

// vendorFile reports whether a file shows by its imports or directives that the
// package uses the vendor's API.
func vendorFile(file *ast.File) bool {
	for _, spec := range file.Imports {
		if spec.Path.Value == `"`+codesPath+`"` {
			return true
		}
	}
	for _, group := range file.Comments {
		for _, c := range group.List {
			if strings.HasPrefix(c.Text, "//errcodelint:") {
				return true
			}
		}
	}
	return false
}

// mentionsVendor reports whether a constant expression of the package, outside
// its tests, names the vendor's host.
func (g *graph) mentionsVendor() bool {
	for e, tv := range g.info.Types {
		if tv.Value != nil && tv.Value.Kind() == constant.String &&
			strings.Contains(strings.ToLower(constant.StringVal(tv.Value)), "geniq") &&
			!g.inTestFile(e.Pos()) {
			return true
		}
	}
	return false
}
