package retriedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/libraries"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about functions of the program that hand a parameter to a library:
//
//	func withRetry(ctx context.Context, send func() error) error {
//		return backoff.Retry(send, backoff.WithContext(policy(), ctx))
//	}
//
// A call of such a function is one of the library.

// A wrapper is what a function does with a parameter.
type wrapper struct {
	param   int           // its index
	call    *ast.CallExpr // of the library, which gets it; nil in another package
	library *types.Package
	runner  libraries.Runner

	// In another package.
	replaced  bool // the library's stops mean nothing
	predicate int  // index, plus one, of a parameter that is asked about the error; 0 for none
}

// givenBy returns what a call of a wrapper gives its last parameters, if that is what hands on to the library itself.
func (c *checker) givenBy(call *ast.CallExpr, w *wrapper) map[*types.Var][]ast.Expr {
	decl := c.DeclOf(call)
	if decl == nil || w.call.Pos() < decl.Pos() || decl.End() <= w.call.Pos() {
		return nil
	}
	return c.givenTo(decl, call)
}

// wrapperOf returns what the function that a call calls hands to a library, or nil.
func (c *checker) wrapperOf(call *ast.CallExpr, depth int) *wrapper {
	decl := c.DeclOf(call)
	if decl == nil {
		return c.importedWrapper(call)
	}
	if decl.Body == nil || call.Ellipsis.IsValid() {
		return nil
	}
	if w := c.declaredWrapper(decl, depth); w != nil && w.param < len(call.Args) {
		return w
	}
	return nil
}

// declaredWrapper returns what a function of the package hands to a library, or nil.
func (c *checker) declaredWrapper(decl *ast.FuncDecl, depth int) *wrapper {
	if depth > points.Deepest {
		return nil
	}
	if w, ok := c.wrappers[decl]; ok {
		return w
	}
	c.wrappers[decl] = nil // in a recursion
	for i, p := range c.parametersOf(decl) {
		if p == nil || !isFailing(p.Type()) {
			continue
		}
		if w := c.handsToLibrary(decl, p, depth); w != nil {
			w.param = i
			c.wrappers[decl] = w
			return w
		}
	}
	return nil
}

// isFailing reports whether a type is that of functions whose last result is an error.
func isFailing(t types.Type) bool {
	sig, ok := t.Underlying().(*types.Signature)
	return ok && sig.Results().Len() > 0 && syntax.ImplementsError(sig.Results().At(sig.Results().Len()-1).Type())
}

// handsToLibrary returns the wrapper that a function is if it hands a parameter to a library, by
// itself or in a function that only calls it, and does nothing else with it.
func (c *checker) handsToLibrary(decl *ast.FuncDecl, p *types.Var, depth int) *wrapper {
	if len(c.Assigned(p)) > 0 {
		return nil
	}
	e, parents := c.onlyUse(decl, p)
	for e != nil && len(parents) > 0 {
		call, ok := parents[len(parents)-1].(*ast.CallExpr)
		if !ok {
			return nil
		}
		if ast.Unparen(call.Fun) == e {
			lit := c.onlyCalls(decl, parents, call)
			if lit == nil {
				return nil
			}
			if e, parents = c.placeOfLiteral(decl, lit); e == nil {
				return nil
			}
			continue
		}
		if c.pass.TypesInfo.Types[call.Fun].IsType() { // backoff.Operation(send)
			e, parents = call, withoutParens(parents[:len(parents)-1])
			continue
		}
		return c.handedTo(decl, call, e, depth)
	}
	return nil
}

// handedTo returns the wrapper around a call, if it is one of a library that calls e again.
func (c *checker) handedTo(decl *ast.FuncDecl, call *ast.CallExpr, e ast.Expr, depth int) *wrapper {
	obj := syntax.Callee(c.pass.TypesInfo, call)
	if obj == nil {
		return nil
	}
	at := -1
	for i, arg := range call.Args {
		if ast.Unparen(arg) == e {
			at = i
		}
	}
	lib := libraries.Of(obj.Pkg())
	if lib == nil {
		inner := c.wrapperOf(call, depth+1)
		if inner != nil && inner.param == at && !c.mayTryOnce(call, nil) && !c.endedBeside(call, libraries.Runner{Arg: at}, libraries.Of(inner.library)) {
			w := *inner
			if w.predicate > 0 {
				fn, _ := c.pass.TypesInfo.Defs[decl.Name].(*types.Func)
				if fn == nil || w.predicate > len(call.Args) {
					return nil
				}
				if w.predicate = c.parameterIn(fn, call.Args[w.predicate-1]) + 1; w.predicate == 0 {
					return nil // it asks one of its own
				}
			}
			return &w
		}
		return nil
	}
	name := syntax.ObjectName(obj)
	for _, r := range lib.Runs {
		if r.Name == name && c.functionFrom(call, r.Arg) == at {
			r.Arg = at
			return &wrapper{call: call, library: obj.Pkg(), runner: r}
		}
	}
	return nil
}

// onlyUse returns the place at which a function uses a variable, and what is around it, if there
// is only one.
func (c *checker) onlyUse(decl *ast.FuncDecl, v *types.Var) (ast.Expr, []ast.Node) {
	var found ast.Expr
	var around []ast.Node
	uses := 0
	ast.PreorderStack(decl.Body, nil, func(n ast.Node, stack []ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && c.pass.TypesInfo.Uses[id] == types.Object(v) {
			uses++
			found, around = id, withoutParens(append([]ast.Node(nil), stack...))
		}
		return true
	})
	if uses != 1 {
		return nil, nil
	}
	return found, around
}

func withoutParens(parents []ast.Node) []ast.Node {
	for len(parents) > 0 {
		if _, ok := parents[len(parents)-1].(*ast.ParenExpr); !ok {
			break
		}
		parents = parents[:len(parents)-1]
	}
	return parents
}

// onlyCalls returns the function literal around a call, if it does nothing but return what that
// returns.
func (c *checker) onlyCalls(decl *ast.FuncDecl, parents []ast.Node, call *ast.CallExpr) *ast.FuncLit {
	var lit *ast.FuncLit
	for _, n := range parents {
		if l, ok := n.(*ast.FuncLit); ok {
			lit = l
		}
	}
	if lit == nil || !c.getsTheSame(decl, parents, call) {
		return nil
	}
	var err *types.Var // that the call has assigned
	for i, stmt := range lit.Body.List {
		switch s := stmt.(type) {
		case *ast.DeclStmt:
		case *ast.DeferStmt: // which cannot change a result without a name
			if lit.Type.Results.NumFields() > 0 && len(lit.Type.Results.List[0].Names) > 0 {
				return nil
			}
		case *ast.AssignStmt:
			if err == nil && s.Tok == token.DEFINE && s.End() < call.Pos() {
				continue // ctx, cancel := context.WithTimeout(ctx, limit)
			}
			id, ok := ast.Unparen(s.Lhs[len(s.Lhs)-1]).(*ast.Ident)
			if !ok || len(s.Rhs) != 1 || ast.Unparen(s.Rhs[0]) != ast.Expr(call) {
				return nil
			}
			err, _ = c.pass.TypesInfo.ObjectOf(id).(*types.Var)
		case *ast.ReturnStmt:
			if i != len(lit.Body.List)-1 || len(s.Results) == 0 {
				return nil
			}
			last := ast.Unparen(s.Results[len(s.Results)-1])
			if last == ast.Expr(call) {
				return lit
			}
			if id, ok := last.(*ast.Ident); ok && err != nil && c.pass.TypesInfo.Uses[id] == types.Object(err) {
				return lit
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// getsTheSame reports whether a call's arguments make no other request of it: they are times and contexts, or what
// a function around it has got, and only reads elsewhere.
func (c *checker) getsTheSame(decl *ast.FuncDecl, parents []ast.Node, call *ast.CallExpr) bool {
	info := c.pass.TypesInfo
	for _, arg := range call.Args {
		if t := info.TypeOf(arg); t != nil && (requests.Exempt(t) || syntax.IsInteger(t)) {
			continue
		}
		p, _ := info.Uses[syntax.Name(arg)].(*types.Var)
		around := append([]ast.Node{decl}, parents...)
		if p == nil || len(c.Assigned(p)) > 0 || !slices.ContainsFunc(around, func(n ast.Node) bool { return isParameterOf(info, n, p) }) {
			return false
		}
		if !syntax.OnlyRead(info, decl.Body, p, syntax.Name(arg)) {
			return false
		}
	}
	return true
}

// isParameterOf reports whether a variable is a parameter of a function, a declaration or a literal.
func isParameterOf(info *types.Info, fn ast.Node, v *types.Var) bool {
	var typ *ast.FuncType
	switch fn := fn.(type) {
	case *ast.FuncDecl:
		typ = fn.Type
	case *ast.FuncLit:
		typ = fn.Type
	default:
		return false
	}
	return slices.ContainsFunc(typ.Params.List, func(field *ast.Field) bool {
		return slices.ContainsFunc(field.Names, func(name *ast.Ident) bool { return info.Defs[name] == types.Object(v) })
	})
}

// placeOfLiteral returns the expression by which a function hands on one of its literals: itself,
// or the variable that holds it.
func (c *checker) placeOfLiteral(decl *ast.FuncDecl, lit *ast.FuncLit) (ast.Expr, []ast.Node) {
	_, path := c.PathTo(lit)
	for _, around := range path {
		switch n := around.(type) {
		case *ast.ParenExpr:
			continue
		case *ast.CallExpr:
			return lit, []ast.Node{n}
		case *ast.AssignStmt:
			if id, ok := n.Lhs[0].(*ast.Ident); ok && len(n.Lhs) == 1 {
				if v, ok := c.pass.TypesInfo.Defs[id].(*types.Var); ok && c.holdsOnly(v, lit) {
					return c.onlyUse(decl, v)
				}
			}
		}
		return nil, nil
	}
	return nil, nil
}
