package repeats

import (
	"go/ast"
	"go/token"
	"go/types"
	"sync"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// stores are the places of a package that put something into variables and fields, but for literals,
// options and fills, of which it is known what they put there.
type stores struct {
	once   sync.Once
	fields map[*types.Var]bool
	shared map[*types.Var]bool // fields of what is not a struct that only a function itself knows
	vars   map[*types.Var]bool // that are assigned after they were declared
}

// storedTo returns the stores of the package.
func (r *Result) storedTo() *stores {
	r.stores.once.Do(func() {
		r.stores.fields, r.stores.shared, r.stores.vars = make(map[*types.Var]bool), make(map[*types.Var]bool), make(map[*types.Var]bool)
		for _, file := range r.pass.Files {
			for _, decl := range file.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok || fn.Body == nil {
					r.note(decl, nil)
					continue
				}
				r.note(fn.Body, fn)
			}
		}
	})
	return &r.stores
}

// note notes what a function puts somewhere.
func (r *Result) note(body ast.Node, decl *ast.FuncDecl) {
	info := r.pass.TypesInfo
	store := func(e ast.Expr) {
		switch x := ast.Unparen(e).(type) {
		case *ast.StarExpr:
			r.noteAll(info.TypeOf(x))
		case *ast.SelectorExpr:
			if v, ok := info.Uses[x.Sel].(*types.Var); ok {
				r.stores.fields[v.Origin()] = true
				if !isOwn(selectedFrom(info, x), decl) {
					r.stores.shared[v.Origin()] = true
				}
			}
		case *ast.Ident:
			if v, ok := info.Uses[x].(*types.Var); ok {
				r.stores.vars[v] = true
			}
		}
	}
	known := r.knownStores(decl)
	ast.Inspect(body, func(n ast.Node) bool {
		if known[n] {
			return false
		}
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				store(lhs)
			}
		case *ast.IncDecStmt:
			store(n.X)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				store(n.X)
			}
		case *ast.CallExpr:
			if !r.isAdapter(decl, n) {
				r.noteApplied(n)
			}
		}
		return true
	})
}

// knownStores returns the nodes of a function in which nothing is put anywhere but what a Maker or an
// Option tells of.
func (r *Result) knownStores(decl *ast.FuncDecl) map[ast.Node]bool {
	known := make(map[ast.Node]bool)
	if decl == nil {
		return known
	}
	fn, _ := r.pass.TypesInfo.Defs[decl.Name].(*types.Func)
	if fn == nil {
		return known
	}
	for _, stmt := range decl.Body.List {
		switch s := stmt.(type) {
		case *ast.ReturnStmt:
			if len(decl.Body.List) != 1 || len(s.Results) != 1 {
				continue
			}
			if lit := syntax.Literal(r.pass.TypesInfo, s.Results[0]); lit != nil {
				_, known[lit] = r.puts(nil, lit.Type, lit.Body)
			}
		case *ast.IfStmt:
			known[s] = r.fillOf(s) != nil
		case *ast.RangeStmt:
			ast.Inspect(s.Body, func(n ast.Node) bool {
				if id, ok := n.(*ast.Ident); ok {
					if v, ok := r.pass.TypesInfo.Uses[id].(*types.Var); ok && structOf(v.Type()) != nil &&
						r.optionsOf(s, fn.Signature().Params(), v) >= 0 && decl.Body.Pos() <= v.Pos() && v.Pos() < decl.Body.End() {
						known[s] = true
					}
				}
				return !known[s]
			})
		}
	}
	return known
}

// noteApplied notes that something of which it is not known what it does may put anything into a
// struct that it gets a pointer to: o(r), o.apply(r).
func (r *Result) noteApplied(call *ast.CallExpr) {
	info := r.pass.TypesInfo
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		if _, ok := info.Uses[fun].(*types.Var); !ok {
			return
		}
	case *ast.SelectorExpr:
		switch obj := info.Uses[fun.Sel].(type) {
		case *types.Func:
			if recv := obj.Signature().Recv(); recv == nil || !types.IsInterface(recv.Type()) && !isFunction(recv.Type()) {
				return
			}
		case *types.Var:
		default:
			return
		}
	case *ast.CallExpr, *ast.IndexExpr: // WithTries(3)(r), options[i](r)
	default:
		return
	}
	for _, arg := range call.Args {
		t := info.TypeOf(arg)
		if t == nil {
			continue
		}
		p, ok := t.Underlying().(*types.Pointer)
		if !ok {
			continue
		}
		r.noteAll(p.Elem())
	}
}

// noteAll notes that something may be put into all fields of a struct.
func (r *Result) noteAll(t types.Type) {
	if t == nil {
		return
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for f := range st.Fields() {
		r.stores.fields[f.Origin()] = true
		r.stores.shared[f.Origin()] = true
	}
}

// isAdapter reports whether a call is what the method of an option does that is a function: o(r).
func (r *Result) isAdapter(decl *ast.FuncDecl, call *ast.CallExpr) bool {
	id, ok := ast.Unparen(call.Fun).(*ast.Ident)
	if !ok || decl == nil || syntax.ReceiverName(decl) == nil {
		return false
	}
	return r.pass.TypesInfo.Uses[id] == r.pass.TypesInfo.Defs[syntax.ReceiverName(decl)]
}

func isFunction(t types.Type) bool {
	_, ok := t.Underlying().(*types.Signature)
	return ok
}

// isOwn reports whether a variable is a struct that a function has declared.
func isOwn(v *types.Var, decl *ast.FuncDecl) bool {
	if v == nil || decl == nil || v.Pos() < decl.Body.Pos() || v.Pos() >= decl.Body.End() {
		return false
	}
	_, ok := v.Type().Underlying().(*types.Struct)
	return ok
}

// isStored reports whether a parameter is assigned something else than the caller's argument.
func (r *Result) isStored(v *types.Var) bool { return r.storedTo().vars[v] }
