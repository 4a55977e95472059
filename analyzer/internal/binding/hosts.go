package binding

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file finds out whom a package sends its requests to. Another vendor's API can have the same key and the same
// values; that its replies come from another host is what then tells a reader.

// asked is what is known of the addresses of some requests.
type asked struct {
	host    string // a public host that a constant names
	unknown bool   // an address that no constant names, so that it may be configured, or one of the API's
}

func (a asked) and(b asked) asked { return asked{max(a.host, b.host), a.unknown || b.unknown} }

// An addresses finds the addresses of a package's requests.
type addresses struct {
	g       *graph
	sources map[types.Object][]ast.Expr // what is stored in variables, fields and parameters
	returns map[types.Object][]ast.Expr // what functions return
	calls   map[types.Object][]ast.Expr // what is given to parameters
	given   map[*types.Var][]request    // see givenTo
	decls   []*ast.FuncDecl
	declOf  map[types.Object]*ast.FuncDecl
	askedBy map[*ast.FuncDecl]asked
	all     asked
}

// anotherHost returns the host from which a reply comes, if it is another vendor's: a constant of the package names it,
// and all requests that can have brought the reply go to such a host. A relay of the program's own may be one, too: where
// the constants show whose codes they are, the host says nothing.
//
// What the API sends by itself, a delivery report, comes without any request.
func (g *graph) anotherHost(s *seed) string {
	if s.key != responseKey || g.isDeclaredKey(s.key) || s.container == nil || g.isTelling(s) {
		return ""
	}
	field, ok := s.container.(*types.Var)
	if ok && field.IsField() && field.Pkg() != g.pass.Pkg && !g.decoded.fields[field] {
		return "" // whoever declares it asks for it
	}
	if g.asked == nil {
		g.asked = g.findAddresses()
	}
	if g.asked.all.host == "" || g.vendor && !g.asked.all.unknown {
		return "" // a package that uses the API asks for it somewhere: a relay, if no other
	}
	if a := g.asked.askedFor(s.container); !a.unknown {
		return a.host
	}
	return ""
}

func (g *graph) findAddresses() *addresses {
	a := &addresses{
		g:       g,
		sources: make(map[types.Object][]ast.Expr),
		returns: make(map[types.Object][]ast.Expr),
		calls:   make(map[types.Object][]ast.Expr),
		given:   make(map[*types.Var][]request),
		declOf:  make(map[types.Object]*ast.FuncDecl),
		askedBy: make(map[*ast.FuncDecl]asked),
	}
	var requests []ast.Expr
	for _, file := range g.pass.Files {
		if g.inTestFile(file.FileStart) {
			continue
		}
		for _, decl := range file.Decls {
			var self types.Object
			if decl, ok := decl.(*ast.FuncDecl); ok {
				self = g.info.Defs[decl.Name]
				a.decls = append(a.decls, decl)
				a.declOf[self] = decl
			}
			ast.Inspect(decl, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					requests = append(requests, a.call(call)...)
				} else {
					a.store(n, self)
				}
				return true
			})
		}
	}
	for _, e := range requests {
		for _, r := range a.requestsTo(e) {
			decl := a.around(r.address)
			a.askedBy[decl] = a.askedBy[decl].and(r.asked)
			a.all = a.all.and(r.asked)
		}
	}
	return a
}

// around returns the function in which an expression is, nil for none.
func (a *addresses) around(e ast.Expr) *ast.FuncDecl {
	for _, decl := range a.decls {
		if decl.Pos() <= e.Pos() && e.End() <= decl.End() {
			return decl
		}
	}
	return nil
}

// call notes what a call gives to the package's own functions, and returns the addresses that it gives to others'.
func (a *addresses) call(call *ast.CallExpr) (requests []ast.Expr) {
	for _, arg := range call.Args {
		if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND {
			a.put(addr.X, call) // flag.StringVar(&base, "base", "https://…", "")
		}
	}
	callee := a.g.callee(call)
	if callee == nil {
		return nil
	}
	callee = callee.Origin()
	sig := callee.Signature()
	for i, arg := range call.Args {
		if p := syntax.Parameter(sig, i); p == nil {
			continue
		} else if callee.Pkg() == a.g.pass.Pkg {
			a.calls[p] = append(a.calls[p], arg)
		} else if a.takesAddress(callee, p, i) {
			requests = append(requests, arg)
		}
	}
	return requests
}

// takesAddress reports whether a parameter is the address of a request.
func (a *addresses) takesAddress(fn *types.Func, p *types.Var, i int) bool {
	switch pkg := fn.Pkg(); {
	case pkg == nil:
		return false
	case pkg.Path() == "net/http":
		at, ok := requestFunctions[fn.FullName()]
		return ok && i == at
	case syntax.IsStandard(pkg.Path()) && !a.g.inModule(pkg):
		return false
	}
	if !isText(p.Type()) || strings.Contains(fn.Name(), "Redirect") ||
		strings.HasPrefix(fn.Name(), "Dial") || strings.HasPrefix(fn.Name(), "Connect") {
		return false
	}
	name := strings.ToLower(p.Name())
	return strings.Contains(name, "url") || strings.Contains(name, "uri") || strings.Contains(name, "endpoint")
}

// requestFunctions are the functions and methods of net/http that make a request, with the index of the address.
var requestFunctions = map[string]int{
	"net/http.NewRequest":            1,
	"net/http.NewRequestWithContext": 2,
	"net/http.Get":                   0,
	"net/http.Head":                  0,
	"net/http.Post":                  0,
	"net/http.PostForm":              0,
	"(*net/http.Client).Get":         0,
	"(*net/http.Client).Head":        0,
	"(*net/http.Client).Post":        0,
	"(*net/http.Client).PostForm":    0,
}

func isText(t types.Type) bool {
	if list, ok := t.(*types.Slice); ok {
		t = list.Elem()
	}
	return isKind(t, types.IsString)
}

// store notes what is stored where.
func (a *addresses) store(n ast.Node, self types.Object) {
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if len(n.Rhs) > 0 {
				a.put(lhs, n.Rhs[min(i, len(n.Rhs)-1)])
			}
		}
	case *ast.ValueSpec:
		for i, name := range n.Names {
			if len(n.Values) > 0 {
				a.put(name, n.Values[min(i, len(n.Values)-1)])
			}
		}
	case *ast.RangeStmt:
		if n.Value != nil {
			a.put(n.Value, n.X)
		}
	case *ast.ReturnStmt:
		a.returns[self] = append(a.returns[self], n.Results...)
	case *ast.CompositeLit:
		st, ok := syntax.Underlying(a.g.info.TypeOf(n)).(*types.Struct)
		if !ok {
			return
		}
		for i, elt := range n.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				a.put(kv.Key, kv.Value)
			} else if i < st.NumFields() {
				a.sources[st.Field(i).Origin()] = append(a.sources[st.Field(i).Origin()], elt)
			}
		}
	}
}

func (a *addresses) put(to, from ast.Expr) {
	if v, ok := object(a.g.info, to).(*types.Var); ok {
		a.sources[v.Origin()] = append(a.sources[v.Origin()], from)
	}
}

// A request is an address that is given to somebody, and whose it is.
type request struct {
	address ast.Expr
	asked
}

// requestsTo returns whom a request to an address asks. If it is made of a parameter, each call makes one of its own.
func (a *addresses) requestsTo(e ast.Expr) []request {
	found := make(map[string]bool)
	var params []*types.Var
	a.trace(e, found, &params, make(map[any]bool))
	var known []request
	for host := range found {
		known = append(known, request{e, asked{host: host}})
	}
	if len(known) > 0 {
		return known
	}
	for _, p := range params {
		if given := a.givenTo(p); slices.ContainsFunc(given, func(r request) bool { return r.host != "" }) {
			known = append(known, given...) // others may be a path, or another way to set it
		}
	}
	if len(known) > 0 {
		return known
	}
	return []request{{e, asked{unknown: true}}}
}

func (a *addresses) givenTo(p *types.Var) []request {
	given, ok := a.given[p]
	if !ok {
		a.given[p] = nil
		for _, arg := range a.calls[p] {
			given = append(given, a.requestsTo(arg)...)
		}
		a.given[p] = given
	}
	return given
}

// trace finds the hosts that an address can be of, and the parameters that it is made of.
func (a *addresses) trace(e ast.Expr, found map[string]bool, params *[]*types.Var, seen map[any]bool) {
	e = ast.Unparen(e)
	if tv := a.g.info.Types[e]; tv.Value != nil {
		if tv.Value.Kind() == constant.String {
			if text := constant.StringVal(tv.Value); !namesVendor(text) {
				found[publicHost(text)] = true
				delete(found, "")
			}
		}
		return
	}
	all := func(list []ast.Expr) {
		for _, e := range list {
			a.trace(e, found, params, seen)
		}
	}
	switch x := e.(type) {
	case *ast.Ident, *ast.SelectorExpr:
		v, ok := object(a.g.info, x).(*types.Var)
		if !ok || seen[v.Origin()] {
			return
		}
		v = v.Origin()
		seen[v] = true
		if a.g.paramOf[v] != nil {
			*params = append(*params, v)
		}
		all(a.sources[v])
	case *ast.BinaryExpr:
		all([]ast.Expr{x.X, x.Y})
	case *ast.UnaryExpr:
		all([]ast.Expr{x.X})
	case *ast.StarExpr:
		all([]ast.Expr{x.X})
	case *ast.IndexExpr:
		all([]ast.Expr{x.X})
	case *ast.CompositeLit:
		for _, elt := range x.Elts {
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				elt = kv.Value
			}
			all([]ast.Expr{elt})
		}
	case *ast.CallExpr:
		if callee := a.g.callee(x); callee != nil && callee.Pkg() == a.g.pass.Pkg {
			if callee = callee.Origin(); !seen[callee] {
				seen[callee] = true
				all(a.returns[callee])
			}
		}
		all(x.Args) // of Sprintf, url.Parse, strings.TrimSuffix
		if recv := syntax.Receiver(a.g.info, x); recv != nil {
			all([]ast.Expr{recv}) // u.JoinPath("sms").String()
		}
	}
}
