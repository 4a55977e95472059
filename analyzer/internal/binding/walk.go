package binding

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A function is the function around a piece of code, as far as binding needs
// it: where its results go, and what its names say.
type function struct {
	obj     types.Object  // the declared function; a literal has its outer one's
	decl    *ast.FuncDecl // the same
	self    callable      // the function or literal itself
	results []result
	named   []*types.Var // named results, for a bare return
	test    bool         // in a _test.go file: no evidence
}

// A result is where a function's return statements store.
type result struct {
	node *node // nil if no code can be in it
	typ  types.Type
}

// walkPackage adds the package's stores, uses and evidence to the graph.
func (g *graph) walkPackage() {
	for _, file := range g.pass.Files {
		g.index(file)
	}
	g.openFunctions()
	g.vendor = g.showsVendor()
	for _, file := range g.pass.Files {
		test := g.inTestFile(file.FileStart)
		for _, decl := range file.Decls {
			fn := &function{test: test}
			if decl, ok := decl.(*ast.FuncDecl); ok {
				g.enter(fn, decl)
			}
			g.walk(decl, fn)
		}
	}
	g.noteFunctionValues()
	g.markEncoded()
	g.openParameters()
	g.fillListed()
	g.fillTypes()
	g.resolveCalls()
}

// enter prepares fn for the body of a declared function.
func (g *graph) enter(fn *function, decl *ast.FuncDecl) {
	obj, ok := g.info.Defs[decl.Name].(*types.Func)
	if !ok {
		return
	}
	fn.obj, fn.decl = obj, decl
	g.resultsOf(fn, obj, obj.Signature())
	if ast.IsExported(decl.Name.Name) {
		g.escaped[obj] = true
	}
	if sig := obj.Signature(); sig.Recv() != nil && obj.Name() == "WriteHeader" && sig.Params().Len() == 1 {
		g.edge(g.status, g.varNode(sig.Params().At(0))) // an http.ResponseWriter's
	}
}

// resultsOf notes where the returns of a callable store.
func (g *graph) resultsOf(fn *function, c callable, sig *types.Signature) {
	fn.self = c
	for i := range sig.Results().Len() {
		v := sig.Results().At(i)
		r := result{typ: v.Type()}
		if carries(v.Type()) && g.statedDomain(v.Type()) == nil {
			r.node = g.resultOfFunc(c, i)
		}
		fn.results = append(fn.results, r)
		if v.Name() != "" {
			fn.named = append(fn.named, v)
		}
	}
}

// nameOf returns the name of a function and what says "template" in it: a path
// that it mentions, as "/whatsapp/message_templates".
func (g *graph) nameOf(fn *function) string {
	if fn.decl == nil {
		return ""
	}
	name, ok := g.funcNames[fn.decl]
	if !ok {
		name = fn.decl.Name.Name + g.templatePath(fn.decl)
		g.funcNames[fn.decl] = name
	}
	return name
}

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
		case *ast.TypeSpec:
			g.declare(n.Name, n.Type)
		case *ast.GenDecl:
			return n.Tok != token.CONST // the name of a constant is what we ask for
		case *ast.AssignStmt:
			g.assignStmt(n, fn)
		case *ast.ValueSpec:
			g.valueSpec(n, fn)
		case *ast.IncDecStmt:
			g.writeKey(n.X, fn)
			g.spoil(n.X, fn)
		case *ast.RangeStmt:
			g.rangeStmt(n, fn)
		case *ast.IfStmt, *ast.BlockStmt, *ast.CaseClause:
			g.branch(n, fn)
			g.noteMissing(n)
		case *ast.ReturnStmt:
			g.returnStmt(n, fn)
		case *ast.SendStmt:
			g.put(g.elementNode(n.Chan, fn), elementType(g.info.TypeOf(n.Chan)), n.Value, Send, fn)
		case *ast.CompositeLit:
			g.compositeLit(n, fn)
		case *ast.TypeSwitchStmt:
			g.typeSwitch(n, fn)
		case *ast.CallExpr:
			g.labelArguments(n)
			g.call(n, fn)
			g.locate(n, fn)
		case *ast.SelectorExpr:
			g.locate(n, fn)
		case *ast.IndexExpr:
			g.indexExpr(n, fn)
			g.locate(n, fn)
		case *ast.BinaryExpr:
			g.binaryExpr(n, fn)
		case *ast.SwitchStmt:
			g.switchStmt(n, fn)
		}
		return true
	})
}

// declare notes the keyed and named fields of a struct type, also those that the
// package itself never selects: importers do.
func (g *graph) declare(name *ast.Ident, typ ast.Expr) {
	st, ok := syntax.Pointee(g.info.TypeOf(typ)).(*types.Struct)
	if !ok {
		return
	}
	for i := range st.NumFields() {
		if f := st.Field(i).Origin(); f.Pkg() == g.pass.Pkg {
			if s := g.declaration(f, st); s != nil {
				s.home = name.Name
				if owner, ok := g.info.Defs[name].(*types.TypeName); ok && g.typeNode(f.Type()) != nil {
					g.classNode([]fieldClass{{f, owner, f.Name()}}, st, nil) // the type is for codes, too
				}
			}
		}
	}
}

// noteFunctionValues notes the functions that are used other than by calling them. A variable
// that holds one is followed.
func (g *graph) noteFunctionValues() {
	for id, obj := range g.info.Uses {
		switch obj := obj.(type) {
		case *types.Func:
			if !g.called[id] && !g.followed[id] {
				g.escaped[obj.Origin()] = true
			}
		case *types.Var:
			if fn := g.funcVars[obj]; fn != nil && !g.called[id] {
				g.escaped[fn] = true
			}
		}
	}
}

// walkLiteral visits a function literal, whose returns are its own.
func (g *graph) walkLiteral(lit *ast.FuncLit, outer *function) {
	fn := &function{obj: outer.obj, decl: outer.decl, test: outer.test}
	if sig, ok := g.info.TypeOf(lit).(*types.Signature); ok {
		g.resultsOf(fn, lit, sig)
	}
	if !g.followedLits[lit] {
		g.escaped[lit] = true
	}
	g.walk(lit.Body, fn)
}

// call stores arguments in parameters, and notes what else a call says.
func (g *graph) call(call *ast.CallExpr, fn *function) {
	if id := syntax.CalledName(call.Fun); id != nil {
		g.called[id] = true
	} else if lit, ok := ast.Unparen(call.Fun).(*ast.FuncLit); ok {
		g.followedLits[lit] = true // called in place
	}
	if tv := g.info.Types[call.Fun]; tv.IsType() {
		g.conversion(call, tv.Type, fn)
		return
	}
	if isAppend(g.info, call) {
		g.appendCall(call, fn)
		return
	}
	if syntax.IsBuiltin(g.info, call, "delete") && len(call.Args) == 2 {
		g.deleteCall(call, fn)
		return
	}
	raw := g.unmarshalRaw(call, fn)
	for _, arg := range call.Args {
		if arg == raw {
			continue
		}
		// A callee that has the address may store anything.
		if addr, ok := ast.Unparen(arg).(*ast.UnaryExpr); ok && addr.Op == token.AND {
			g.spoil(addr.X, fn)
			if c := g.containerOf(addr.X); c != nil && syntax.IsMap(g.info.TypeOf(addr.X)) && !fn.test {
				g.partOf(g.written, c).opaque = true
			}
		}
	}
	g.parseCall(call, fn)
	name := "" // that a table has, as few functions'
	if callee := g.callee(call); callee != nil {
		name = g.fullName(callee)
	}
	if name != "" {
		g.listCall(call, name, fn)
		g.lookupCall(call, name, fn)
	}
	g.comparers(call, fn)
	g.askedOfSet(call, fn)
	g.cellCall(call, fn)
	g.codingCall(call, name, fn)
	g.statusSink(call, name, fn)
	g.wordedCall(call, fn)
	g.arguments(call, fn)
}
