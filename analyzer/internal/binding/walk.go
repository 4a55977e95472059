package binding

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
)

// A function is the function around a piece of code, as far as binding needs
// it: where its results go, and what its names say.
type function struct {
	obj     types.Object // the declared function; a literal has its outer one's
	name    string       // with the paths that it mentions, to look for "template"
	results []*node
	named   []*types.Var // named results, for a bare return
	test    bool         // in a _test.go file: no evidence
}

// walkPackage adds the package's stores, uses and evidence to the graph.
func (g *graph) walkPackage() {
	for _, file := range g.pass.Files {
		test := g.inTestFile(file.FileStart)
		if !test {
			g.vendor = g.vendor || vendorFile(file)
		}
		for _, decl := range file.Decls {
			fn := &function{test: test}
			if decl, ok := decl.(*ast.FuncDecl); ok {
				g.enter(fn, decl)
			}
			g.walk(decl, fn)
		}
	}
	g.vendor = g.vendor || g.mentionsVendor()
	for _, m := range g.membership {
		g.resolveMembership(m)
	}
	g.openParameters()
}

// openParameters spoils the parameters of functions that code we don't see can
// call: those used as values, and methods called through an interface.
func (g *graph) openParameters() {
	for v, n := range g.vars {
		if fn := g.paramOf[v]; fn != nil && (g.escaped[fn] || fn.Signature().Recv() != nil && g.dynamic[fn.Name()]) {
			n.opaque = true
		}
	}
}

// enter prepares fn for the body of a declared function.
func (g *graph) enter(fn *function, decl *ast.FuncDecl) {
	obj, ok := g.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return
	}
	fn.obj, fn.name = obj, decl.Name.Name+g.templatePath(decl)
	sig := obj.Signature()
	for i := range sig.Params().Len() {
		g.paramOf[sig.Params().At(i)] = obj
	}
	for i := range sig.Results().Len() {
		var n *node
		if carries(sig.Results().At(i).Type()) {
			n = g.resultOfFunc(obj, i)
		}
		fn.results = append(fn.results, n)
		if v := sig.Results().At(i); v.Name() != "" {
			fn.named = append(fn.named, v)
		}
	}
	// Anybody can call an exported function, or one in a method set.
	if ast.IsExported(decl.Name.Name) {
		g.escaped[obj] = true
	}
}

// templatePath returns " template" if the function mentions a path that does,
// as "/whatsapp/message_templates".
func (g *graph) templatePath(decl *ast.FuncDecl) string {
	found := ""
	ast.Inspect(decl, func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok && found == "" {
			if tv, ok := g.info.Types[e]; ok && tv.Value != nil && tv.Value.Kind() == constant.String {
				if s := constant.StringVal(tv.Value); strings.Contains(s, "/") && saysTemplate(s) {
					found = " template"
				}
			}
		}
		return found == ""
	})
	return found
}

func saysTemplate(name string) bool {
	return strings.Contains(strings.ToLower(name), "template")
}

// walk visits the code below root, which stands in fn.
func (g *graph) walk(root ast.Node, fn *function) {
	ast.Inspect(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			g.walkLiteral(n, fn)
			return false
		case *ast.AssignStmt:
			g.assignStmt(n, fn)
		case *ast.ValueSpec:
			g.valueSpec(n, fn)
		case *ast.IncDecStmt:
			g.spoil(n.X, fn)
		case *ast.RangeStmt:
			g.rangeStmt(n, fn)
		case *ast.ReturnStmt:
			g.returnStmt(n, fn)
		case *ast.CompositeLit:
			g.compositeLit(n, fn)
		case *ast.TypeSwitchStmt:
			g.typeSwitch(n, fn)
		case *ast.CallExpr:
			g.call(n, fn)
			g.locate(n, fn)
		case *ast.Ident:
			if f, ok := g.info.Uses[n].(*types.Func); ok && !g.called[n] {
				g.escaped[f.Origin()] = true
			}
		case *ast.SelectorExpr:
			g.locate(n, fn)
		case *ast.IndexExpr:
			g.indexExpr(n, fn)
			g.locate(n, fn)
		case *ast.BinaryExpr:
			g.comparison(n, fn)
		case *ast.SwitchStmt:
			g.switchStmt(n, fn)
		}
		return true
	})
}

// walkLiteral visits a function literal, whose returns are its own.
func (g *graph) walkLiteral(lit *ast.FuncLit, outer *function) {
	fn := &function{obj: outer.obj, name: outer.name, test: outer.test}
	for _, field := range lit.Type.Params.List {
		for _, name := range field.Names {
			g.spoil(name, fn) // called by whoever gets it
		}
	}
	g.walk(lit.Body, fn)
}

// store adds the edge for "dst holds src".
func (g *graph) store(dst *node, src ast.Expr, fn *function) {
	if dst == nil || src == nil {
		return
	}
	if fn.test && !g.testNode(dst) {
		return
	}
	if g.isConstant(src) {
		if g.isHTTPStatusConst(src) {
			g.edge(g.httpStatus, dst)
		}
		return
	}
	g.edgeFrom(g.locate(src, fn), dst)
}

func (g *graph) edgeFrom(src, dst *node) {
	if src == nil {
		dst.opaque = true
		return
	}
	g.edge(src, dst)
}

func (g *graph) edge(src, dst *node) {
	if src != dst {
		src.out = append(src.out, dst)
		dst.in = append(dst.in, src)
	}
}

// testNode reports whether a node's declaration is in a test file, so that a
// test may add to it.
func (g *graph) testNode(n *node) bool {
	return n.obj != nil && n.obj.Pkg() == g.pass.Pkg && g.inTestFile(n.obj.Pos())
}

// spoil notes that something unknown is stored in what e denotes.
func (g *graph) spoil(e ast.Expr, fn *function) {
	if n := g.destination(e, fn); n != nil && (!fn.test || g.testNode(n)) {
		n.opaque = true
	}
}

// destination returns the node that an assignment to e stores in.
func (g *graph) destination(e ast.Expr, fn *function) *node {
	if id, ok := ast.Unparen(e).(*ast.Ident); ok {
		v, ok := g.info.ObjectOf(id).(*types.Var)
		if !ok || id.Name == "_" {
			return nil
		}
		g.stores[v]++
		if !carries(v.Type()) || statedDomain(v.Type()) != nil {
			return nil
		}
		return g.varNode(v)
	}
	return g.locate(e, fn)
}

func (g *graph) assignStmt(s *ast.AssignStmt, fn *function) {
	switch {
	case s.Tok != token.ASSIGN && s.Tok != token.DEFINE:
		g.spoil(s.Lhs[0], fn)
	case len(s.Lhs) == len(s.Rhs):
		for i, lhs := range s.Lhs {
			g.noteList(lhs, s.Rhs[i])
			g.store(g.destination(lhs, fn), s.Rhs[i], fn)
		}
	case len(s.Rhs) == 1:
		g.storeTuple(s.Lhs, s.Rhs[0], fn)
	}
}

// storeTuple stores a call's results, or a comma-ok expression's value.
func (g *graph) storeTuple(lhs []ast.Expr, rhs ast.Expr, fn *function) {
	call, isCall := ast.Unparen(rhs).(*ast.CallExpr)
	for i, l := range lhs {
		dst := g.destination(l, fn)
		if dst == nil || fn.test && !g.testNode(dst) {
			continue
		}
		switch {
		case isCall:
			g.edgeFrom(g.locateResult(call, i, fn), dst)
		case i == 0:
			g.edgeFrom(g.locate(rhs, fn), dst)
		}
	}
}

func (g *graph) valueSpec(s *ast.ValueSpec, fn *function) {
	switch {
	case len(s.Values) == len(s.Names):
		for i, name := range s.Names {
			if _, ok := g.info.Defs[name].(*types.Var); ok {
				g.noteList(name, s.Values[i])
				g.store(g.destination(name, fn), s.Values[i], fn)
			}
		}
	case len(s.Values) == 1:
		lhs := make([]ast.Expr, len(s.Names))
		for i, name := range s.Names {
			lhs[i] = name
		}
		g.storeTuple(lhs, s.Values[0], fn)
	}
}

func (g *graph) rangeStmt(s *ast.RangeStmt, fn *function) {
	for _, e := range []ast.Expr{s.Key, s.Value} {
		if e != nil {
			g.spoil(e, fn)
		}
	}
}

func (g *graph) returnStmt(s *ast.ReturnStmt, fn *function) {
	if len(fn.results) == 0 {
		return
	}
	switch {
	case len(s.Results) == 0:
		for i, v := range fn.named {
			if dst := fn.results[i]; dst != nil && statedDomain(v.Type()) == nil {
				g.edge(g.varNode(v), dst)
			}
		}
	case len(s.Results) == len(fn.results):
		for i, e := range s.Results {
			g.store(fn.results[i], e, fn)
		}
	default: // return f()
		call, ok := ast.Unparen(s.Results[0]).(*ast.CallExpr)
		for i, dst := range fn.results {
			if dst != nil && ok {
				g.edgeFrom(g.locateResult(call, i, fn), dst)
			}
		}
	}
}

// compositeLit stores the elements of a struct literal in its fields.
func (g *graph) compositeLit(lit *ast.CompositeLit, fn *function) {
	t := g.info.TypeOf(lit)
	if t == nil {
		return
	}
	st, ok := deref(t).Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, elt := range lit.Elts {
		value := elt
		var field *types.Var
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			value = kv.Value
			if id, ok := kv.Key.(*ast.Ident); ok {
				field, _ = g.info.ObjectOf(id).(*types.Var)
			}
		} else if i < st.NumFields() {
			field = st.Field(i)
		}
		if field == nil || !carries(field.Type()) || statedDomain(field.Type()) != nil {
			continue
		}
		field = field.Origin()
		class := fieldClass{field: field}
		if named, ok := deref(t).(*types.Named); ok {
			class.owner, class.path = named.Origin().Obj(), field.Name()
		}
		g.store(g.classNode(class, st, fn), value, fn)
	}
}

// typeSwitch stores the switched value in each clause's variable.
func (g *graph) typeSwitch(s *ast.TypeSwitchStmt, fn *function) {
	assign, ok := s.Assign.(*ast.AssignStmt)
	if !ok {
		return
	}
	assert, ok := assign.Rhs[0].(*ast.TypeAssertExpr)
	if !ok {
		return
	}
	for _, clause := range s.Body.List {
		if v, ok := g.info.Implicits[clause].(*types.Var); ok && carries(v.Type()) && statedDomain(v.Type()) == nil {
			g.store(g.varNode(v), assert.X, fn)
		}
	}
}

// call stores arguments in parameters, and notes what else a call says.
func (g *graph) call(call *ast.CallExpr, fn *function) {
	if id := calledName(call.Fun); id != nil {
		g.called[id] = true
	}
	for _, arg := range call.Args {
		// A callee that has the address may store anything.
		if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND {
			g.spoil(addr.X, fn)
		}
	}
	g.statedUse(call, fn)
	g.listCall(call, fn)
	g.codingCall(call, fn)
	g.statusSink(call, fn)

	callee := g.callee(call)
	if callee == nil {
		return
	}
	callee = callee.Origin()
	if callee.Pkg() != g.pass.Pkg {
		return
	}
	sig := callee.Signature()
	if recv := sig.Recv(); recv != nil && types.IsInterface(recv.Type()) {
		g.dynamic[callee.Name()] = true
		return
	}
	for i := range sig.Params().Len() {
		p := sig.Params().At(i)
		if !carries(p.Type()) || statedDomain(p.Type()) != nil {
			continue
		}
		switch {
		case sig.Variadic() && i == sig.Params().Len()-1:
		case len(call.Args) == sig.Params().Len():
			g.store(g.varNode(p), call.Args[i], fn)
		case len(call.Args) == 1: // f(g())
			if inner, ok := ast.Unparen(call.Args[0]).(*ast.CallExpr); ok {
				g.edgeFrom(g.locateResult(inner, i, fn), g.varNode(p))
			}
		}
	}
}

// calledName returns the identifier that names what a call calls.
func calledName(fun ast.Expr) *ast.Ident {
	switch fun := ast.Unparen(fun).(type) {
	case *ast.Ident:
		return fun
	case *ast.SelectorExpr:
		return fun.Sel
	case *ast.IndexExpr: // an instantiation
		return calledName(fun.X)
	case *ast.IndexListExpr:
		return calledName(fun.X)
	}
	return nil
}
