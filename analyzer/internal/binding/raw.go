package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about JSON that is decoded in two steps: a json.RawMessage under a wire key is no code, as its text has
// quotes or not, but what it is decoded into is one.

// unmarshalRaw stores a code where json.Unmarshal decodes what is under a wire key. It returns the argument for that, nil
// for any other call.
func (g *graph) unmarshalRaw(call *ast.CallExpr, fn *function) ast.Expr {
	callee := g.callee(call)
	if callee == nil || callee.Name() != "Unmarshal" || len(call.Args) != 2 {
		return nil
	}
	raw := g.rawIn(call.Args[0])
	if raw == nil {
		return nil
	}
	addr, ok := ast.Unparen(call.Args[1]).(*ast.UnaryExpr)
	if !ok || addr.Op != token.AND {
		return nil
	}
	key, ok := g.keyOfRaw(raw, fn)
	if !ok || !g.seedable(g.info.TypeOf(addr.X), key) {
		return nil
	}
	dst := g.destination(addr.X, fn)
	if dst == nil || dst.seed != nil {
		return nil
	}
	class := lookupClass{key: key, container: dst.obj}
	from, ok := g.lookups[class]
	if !ok {
		from = g.add(&node{lookup: true, seed: &seed{grade: Keyed, key: key, container: dst.obj}})
		g.lookups[class] = from
	}
	if fn != nil {
		from.seed.addPlace(g.nameOf(fn))
	}
	g.storeNode(dst, from, fn)
	return call.Args[1]
}

// rawIn returns the raw message that bytes are, trimmed or not, nil if they are none.
func (g *graph) rawIn(e ast.Expr) ast.Expr {
	e = ast.Unparen(e)
	if isRaw(g.info.TypeOf(e)) {
		return e
	}
	call, ok := e.(*ast.CallExpr)
	if !ok || len(call.Args) == 0 {
		return nil
	}
	if g.info.Types[call.Fun].IsType() {
		return g.rawIn(call.Args[0])
	}
	if callee := g.callee(call); callee != nil && callee.Pkg() != nil && strings.HasPrefix(callee.Name(), "Trim") {
		if path := callee.Pkg().Path(); path == "bytes" || path == "strings" {
			return g.rawIn(call.Args[0])
		}
	}
	return nil
}

// unquoted returns the node of a raw message's text without the quotes around it: strings.Trim(string(raw), `"`). It is nil
// for any other call.
func (g *graph) unquoted(call *ast.CallExpr, fn *function) *node {
	if !isKind(g.info.TypeOf(call), types.IsString) || !g.trimsQuotes(call) {
		return nil
	}
	raw := g.rawIn(call)
	if raw == nil {
		return nil
	}
	key, ok := g.keyOfRaw(raw, fn)
	if !ok {
		return nil
	}
	n := g.lookupNode(lookup{key, raw}, fn)
	g.located[call] = n
	return n
}

// trimsQuotes reports whether a function that trims text or bytes is told to take quotes off, in a call or one in its
// first argument.
func (g *graph) trimsQuotes(call *ast.CallExpr) bool {
	if len(call.Args) == 2 {
		if cutset, ok := g.text(call.Args[1]); ok && strings.Contains(cutset, `"`) && !strings.ContainsAny(cutset, "0123456789") {
			return true
		}
	}
	if len(call.Args) == 0 {
		return false
	}
	inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr)
	return ok && g.trimsQuotes(inner)
}

// keyOfRaw returns the wire key under which a raw message came: it is an element of a map, a field with a tag, or a
// variable that was set to one of them when it was declared.
func (g *graph) keyOfRaw(e ast.Expr, fn *function) (string, bool) {
	switch x := ast.Unparen(e).(type) {
	case *ast.StarExpr:
		return g.keyOfRaw(x.X, fn)
	case *ast.IndexExpr:
		return g.wireKey(x.Index)
	case *ast.SelectorExpr:
		sel := g.info.Selections[x]
		if sel == nil || sel.Kind() != types.FieldVal {
			return "", false
		}
		field, holder := sel.Obj().(*types.Var).Origin(), structOf(sel)
		if holder == nil {
			return "", false
		}
		for i := range holder.NumFields() {
			if holder.Field(i).Origin() == field {
				key, _ := g.keyOfTag(holder.Tag(i))
				return key, key != ""
			}
		}
	case *ast.Ident:
		return g.keyOfRawVariable(x, fn)
	}
	return "", false
}

func (g *graph) keyOfRawVariable(id *ast.Ident, fn *function) (key string, ok bool) {
	v := g.info.Uses[id]
	if v == nil || fn == nil || fn.decl == nil {
		return "", false
	}
	ast.Inspect(fn.decl, func(n ast.Node) bool {
		assign, is := n.(*ast.AssignStmt)
		if !is || assign.Tok != token.DEFINE || len(assign.Rhs) != 1 {
			return true
		}
		if name, is := assign.Lhs[0].(*ast.Ident); is && g.info.Defs[name] == v {
			if _, again := ast.Unparen(assign.Rhs[0]).(*ast.Ident); !again {
				key, ok = g.keyOfRaw(assign.Rhs[0], fn)
			}
		}
		return !ok
	})
	return key, ok
}

// isRaw reports whether a type is json.RawMessage, of whatever package that is like encoding/json.
func isRaw(t types.Type) bool {
	if t == nil {
		return false
	}
	named, ok := syntax.Pointee(t).(*types.Named)
	return ok && named.Obj().Name() == "RawMessage"
}

// IsRaw reports whether an expression is the raw message under a wire key, of which a code is decoded.
func (r *Result) IsRaw(e ast.Expr) bool {
	if r.graph == nil || !isRaw(r.graph.info.TypeOf(e)) {
		return false
	}
	r.graph.mu.Lock()
	defer r.graph.mu.Unlock()
	_, ok := r.graph.keyOfRaw(e, nil)
	return ok
}
