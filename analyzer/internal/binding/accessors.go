package binding

import (
	"go/ast"
	"go/types"
)

// A lookup helper takes the key as a parameter:
//
//	func text(m map[string]any, key string) string { s, _ := m[key].(string); return s }
//
// A call of it with a wire key is a lookup of that key, and belongs to its
// caller. Which functions are helpers shows only when all stores are known: a
// result is reached by a lookup by parameter. Until then such calls are
// requests.

// A keyParam is the parameter of a function that a lookup uses as its key.
type keyParam struct {
	fn    callable
	index int
}

// A request is a call that gives a parameter of its callee a wire key, or a
// parameter of the function around it.
type request struct {
	node   *node    // of the call
	result *node    // of the callee
	by     keyParam // the callee's parameter
	seed   *seed    // given a wire key: the evidence, if the callee is a helper
	outer  *node    // given a parameter: the lookup by that
}

// lookupByParam returns the node of a lookup whose key is a parameter of the
// function around it, or nil.
func (g *graph) lookupByParam(e ast.Expr) *node {
	switch e := e.(type) {
	case *ast.IndexExpr:
		if t := g.info.TypeOf(e.X); t != nil && isMap(t) {
			return g.byParam(e.Index)
		}
	case *ast.CallExpr:
		if key, _ := g.keyArgument(e); key != nil {
			return g.byParam(key)
		}
	}
	return nil
}

// byParam returns the node of all lookups by the parameter that key is, or nil.
func (g *graph) byParam(key ast.Expr) *node {
	v, ok := object(g.info, key).(*types.Var)
	if !ok || !isKind(v.Type(), types.IsString) {
		return nil
	}
	fn := g.paramOf[v]
	_, params := g.signature(fn)
	for i, p := range params {
		if p == v {
			k := keyParam{fn, i}
			if g.keyParams[k] == nil {
				g.keyParams[k] = g.add(&node{opaque: true})
			}
			return g.keyParams[k]
		}
	}
	return nil
}

// requested returns the node of a call that may be a lookup by a helper, or
// nil.
func (g *graph) requested(call *ast.CallExpr, target callable, i int, result *node, fn *function) *node {
	if n, ok := g.asked[resultAt{call, i}]; ok {
		return n
	}
	for at, arg := range call.Args {
		key, wire := g.wireKey(arg)
		req := request{result: result, by: keyParam{target, at}}
		if wire {
			class := g.lookupClass(lookup{key, call}, fn)
			req.seed = &seed{grade: Keyed, key: key, container: class.container}
			if fn != nil {
				req.seed.addName(fn.name)
			}
		} else if req.outer = g.byParam(arg); req.outer == nil {
			continue
		}
		req.node = g.add(&node{})
		g.edge(result, req.node)
		g.asked[resultAt{call, i}] = req.node
		if f, ok := target.(*types.Func); ok && !g.ownFunction(f) {
			if g.importedHelper(f, at, i) {
				req.grant(g)
			}
		} else {
			g.requests = append(g.requests, req)
		}
		return req.node
	}
	return nil
}

// A resultAt is one result of one call.
type resultAt struct {
	call  *ast.CallExpr
	index int
}

// grant makes the call a lookup.
func (req request) grant(g *graph) {
	if req.seed != nil {
		req.node.seed = req.seed
		return
	}
	g.edge(req.outer, req.node)
}

// grantRequests grants the requests to helpers. A helper can be one by way of
// another.
func (g *graph) grantRequests() {
	for granted := true; granted; {
		granted = false
		pending := g.requests
		g.requests = nil
		for _, req := range pending {
			if k := g.keyParams[req.by]; k != nil && reaches(k, req.result) {
				req.grant(g)
				granted = true
			} else {
				g.requests = append(g.requests, req)
			}
		}
	}
}

// reaches reports whether what is in src is stored in dst.
func reaches(src, dst *node) bool {
	seen := map[*node]bool{src: true}
	work := []*node{src}
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if n == dst {
			return true
		}
		for _, next := range n.out {
			if !seen[next] {
				seen[next] = true
				work = append(work, next)
			}
		}
	}
	return false
}
