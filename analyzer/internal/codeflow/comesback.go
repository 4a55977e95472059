package codeflow

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// anyChecks is a quick look at a package without codes: whether it has a function like
// check(err) or require(ok), which others may call before they look at a code.
func anyChecks(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Name.IsExported() && fn.Body != nil && (takes(fn.Type, "error") || takes(fn.Type, "bool")) && endsSomewhere(fn.Body) {
				return true
			}
		}
	}
	return false
}

// takes reports whether a function takes something of a type of that name.
func takes(fn *ast.FuncType, name string) bool {
	return slices.ContainsFunc(fn.Params.List, func(field *ast.Field) bool {
		id, ok := field.Type.(*ast.Ident)
		return ok && id.Name == name
	})
}

// endsSomewhere reports whether a call in a body has the name of one that does not return.
func endsSomewhere(body *ast.BlockStmt) bool {
	found := false
	ast.Inspect(body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			id := syntax.CalledName(call.Fun)
			found = found || id != nil && hasPrefix(id.Name, "panic", "Panic", "Fatal", "Exit", "Goexit", "Skip", "FailNow")
		}
		return !found
	})
	return found
}

// exportChecks tells importers of a package without codes which of its functions return only
// if they get no error, or a yes.
func (e *engine) exportChecks() {
	for fn, decl := range e.declared() {
		if !fn.Exported() || decl.Body == nil || !e.checks(decl) {
			continue
		}
		if s := e.summary(decl); s != nil && s.restricts() {
			s.handed = e.handedBack(fn, decl)
			e.export(fn, s)
		}
	}
}

// A handedBack is a part of what a function got.
type handedBack struct {
	Param int
	Path  string // from the parameter, or receiver
}

// handsBack reports whether a result always is a part of what the function got.
func (s *summary) handsBack(result int) bool {
	if s == nil {
		return false
	}
	_, ok := s.handed[result]
	return ok
}

// accessor returns which results of a function are an error in what it got, if it does nothing but return them:
//
//	func (r *result) Err() error { return r.err }
//	func (r *result) Get() (string, error) { return r.id, r.err }
func (e *engine) accessor(node ast.Node) map[int]handedBack {
	decl, ok := node.(*ast.FuncDecl)
	if !ok || decl.Body == nil || len(decl.Body.List) != 1 {
		return nil
	}
	ret, ok := decl.Body.List[0].(*ast.ReturnStmt)
	if !ok {
		return nil
	}
	handed := make(map[int]handedBack)
	for i, x := range ret.Results {
		if _, field := ast.Unparen(x).(*ast.SelectorExpr); !field || !syntax.IsErrorInterface(e.info.TypeOf(x)) {
			continue
		}
		f := e.flow(node)
		if f == nil {
			return nil
		}
		l := f.locate(x)
		if l == nil || l.parent == nil || !f.isGiven(l) {
			continue
		}
		if at, ok := f.parameter(l.root.(*types.Var)); ok {
			handed[i] = handedBack{at, l.path}
		}
	}
	if len(handed) == 0 {
		return nil
	}
	return handed
}

// handedBack returns which results of a function are always the parameter that it got, as that
// of must(send()): result → parameter.
func (e *engine) handedBack(fn *types.Func, decl *ast.FuncDecl) map[int]handedBack {
	handed := make(map[int]handedBack)
	sig := fn.Signature()
	for i := range sig.Results().Len() {
		for at := range sig.Params().Len() {
			if p := sig.Params().At(at); types.Identical(p.Type(), sig.Results().At(i).Type()) && e.returnsOnly(decl, i, p) {
				handed[i] = handedBack{Param: at}
			}
		}
	}
	return handed
}

// returnsOnly reports whether a result is a parameter in every return statement.
func (e *engine) returnsOnly(decl *ast.FuncDecl, result int, p *types.Var) bool {
	if known := e.index.Vars[p]; known != nil && (known.Stores > 0 || known.Pointed) {
		return false
	}
	only := true
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		if _, lit := n.(*ast.FuncLit); lit {
			return false
		}
		if ret, ok := n.(*ast.ReturnStmt); ok {
			only = only && result < len(ret.Results) && e.info.Uses[syntax.Name(ret.Results[result])] == types.Object(p)
		}
		return only
	})
	return only
}

// The rules of functions of other modules that come back only for some of what they
// get: for the rest they panic, or end the program or the test. What the program's own
// functions of that kind come back for is in their summaries.

// nilOnly is the rule of a function that comes back if an argument is nil. What it
// returns, if anything, is its first argument.
func nilOnly(at int) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if at >= len(c.args) {
			return nil, false
		}
		var x ast.Expr
		if len(c.args) == len(c.Args) { // not f(g())
			x = c.Args[at]
		}
		equal, _ := f.compareValues(st, x, c.args[at], token.EQL, nil, known(out{kind: isNil}))
		st.become(equal)
		if t := f.typeOf(c.CallExpr); at == 0 || t == nil {
			return nil, true
		}
		return []value{st.held(c.args[0])}, true
	}
}

// equalOnly is the rule of a function that comes back if an argument and the next one
// are equal, as reflect.DeepEqual has it: where their types differ, it never does.
func equalOnly(at int) rule {
	return func(f *flow, st *state, c *call) ([]value, bool) {
		if at+1 >= len(c.args) || len(c.args) != len(c.Args) {
			return nil, false
		}
		equal, _ := f.compareValues(st, c.Args[at], c.args[at], token.EQL, c.Args[at+1], c.args[at+1])
		st.become(equal)
		return nil, true
	}
}

func hasPrefix(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}
