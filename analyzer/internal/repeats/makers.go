package repeats

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// MakerOf returns the maker that a call calls, nil if it calls none.
func (r *Result) MakerOf(call *ast.CallExpr) *Maker {
	if r.pass == nil {
		return nil
	}
	fn, ok := typeutil.Callee(r.pass.TypesInfo, call).(*types.Func)
	if !ok {
		return nil
	}
	return r.maker(fn.Origin(), 0)
}

// MakerIn returns what has made the config that a variable of another package holds, nil if that is not known.
func (r *Result) MakerIn(v *types.Var) *Maker {
	var fact makerFact
	if r.pass == nil || v.Pkg() == nil || v.Pkg() == r.pass.Pkg || !r.pass.ImportObjectFact(v, &fact) {
		return nil
	}
	return fact.maker()
}

// sharedConfigs returns what has made the configs that the package has in variables for others, as far as it sets nothing in them
// later.
func (r *Result) sharedConfigs() map[*types.Var]*Maker {
	all := make(map[*types.Var]*Maker)
	for _, spec := range r.pass.TypesInfo.InitOrder {
		v := spec.Lhs[0]
		if len(spec.Lhs) != 1 || !v.Exported() || structOf(v.Type()) == nil || r.storedTo().vars[v] {
			continue
		}
		m := r.base(nil, nil, spec.Rhs, 0)
		if m == nil || m.Options >= 0 {
			continue
		}
		for field := range structOf(v.Type()).Fields() {
			if r.storedTo().shared[field.Origin()] {
				m.Values[field.Name()] = Value{}
			}
		}
		all[v] = m
	}
	return all
}

func (r *Result) maker(fn *types.Func, depth int) *Maker {
	if fn.Pkg() != r.pass.Pkg {
		var fact makerFact
		if !r.pass.ImportObjectFact(fn, &fact) {
			return nil
		}
		return fact.maker()
	}
	decl := r.all[fn]
	if decl == nil || depth > deepest || fn.Signature().Results().Len() == 0 || structOf(fn.Signature().Results().At(0).Type()) == nil {
		return nil
	}
	var made ast.Expr
	returns := 0
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		if ret, ok := n.(*ast.ReturnStmt); ok && len(ret.Results) > 0 && !r.pass.TypesInfo.Types[ret.Results[0]].IsNil() {
			returns++
			made = ret.Results[0]
		}
	})
	if returns != 1 {
		return nil
	}
	params := fn.Signature().Params()
	if id, ok := ast.Unparen(made).(*ast.Ident); ok {
		if v, ok := r.pass.TypesInfo.Uses[id].(*types.Var); ok {
			return r.makes(decl, params, v, depth)
		}
		return nil
	}
	return r.base(decl, params, made, depth)
}

const deepest = 3 // how many makers are called in one another

// makes returns the maker that a function is because of what it puts into a variable of its own.
func (r *Result) makes(decl *ast.FuncDecl, params *types.Tuple, v *types.Var, depth int) *Maker {
	info := r.pass.TypesInfo
	var m *Maker
	defined := 0
	ok := true
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			if r.isFill(decl, n) {
				return
			}
			for i, lhs := range n.Lhs {
				if selectedFrom(info, lhs) == v && m != nil {
					put := r.value(params, n.Rhs[min(i, len(n.Rhs)-1)])
					if n.Tok != token.ASSIGN || len(n.Lhs) != len(n.Rhs) || !slices.Contains(decl.Body.List, ast.Stmt(n)) {
						put = Value{}
					}
					m.Values[ast.Unparen(lhs).(*ast.SelectorExpr).Sel.Name] = put
				}
				id, isIdent := ast.Unparen(lhs).(*ast.Ident)
				if isIdent && info.ObjectOf(id) == types.Object(v) {
					defined++
					if ok = ok && len(n.Lhs) == len(n.Rhs); ok {
						m = r.base(decl, params, n.Rhs[i], depth)
					}
				}
			}
		case *ast.ValueSpec:
			for i, id := range n.Names {
				if info.Defs[id] != types.Object(v) {
					continue
				}
				defined++
				switch {
				case len(n.Values) == len(n.Names):
					m = r.base(decl, params, n.Values[i], depth)
				case len(n.Values) == 0 && !syntax.IsPointer(v.Type()):
					m = &Maker{Options: -1, Values: make(map[string]Value)}
				}
			}
		case *ast.RangeStmt:
			options := r.optionsOf(n, params, v)
			if options >= 0 {
				ok = ok && m != nil && m.Options < 0
				if m != nil {
					m.Options = options
				}
			}
		}
	})
	if !ok || defined != 1 || m == nil {
		return nil
	}
	for name, fill := range r.fills(decl, v) {
		if m.Fills == nil {
			m.Fills = make(map[string]Value)
		}
		m.Fills[name] = fill
	}
	return m
}

// base returns the maker that an expression is: a literal, or what another maker makes.
func (r *Result) base(decl *ast.FuncDecl, params *types.Tuple, e ast.Expr, depth int) *Maker {
	info := r.pass.TypesInfo
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if x.Op == token.AND {
			return r.base(decl, params, x.X, depth)
		}
	case *ast.CompositeLit:
		return r.literal(params, x)
	case *ast.CallExpr:
		fn, ok := typeutil.Callee(info, x).(*types.Func)
		if !ok || fn.Pkg() == nil {
			return nil
		}
		inner := r.maker(fn.Origin(), depth+1)
		if inner == nil {
			return nil
		}
		m := &Maker{Options: -1, Values: make(map[string]Value), Fills: inner.Fills}
		for name, v := range inner.Values {
			if v.Kind == Parameter {
				if int(v.N) >= len(x.Args) {
					return nil
				}
				v = r.value(params, x.Args[v.N])
			}
			m.Values[name] = v
		}
		if inner.Options >= 0 {
			// newConfig(opts...)
			last := len(x.Args) - 1
			if last != inner.Options || !x.Ellipsis.IsValid() {
				if len(x.Args) <= inner.Options {
					return m
				}
				return nil
			}
			id, ok := ast.Unparen(x.Args[last]).(*ast.Ident)
			if m.Options = indexOf(params, info.Uses[id]); !ok || m.Options < 0 {
				return nil
			}
		}
		return m
	}
	return nil
}

// literal returns the maker that a literal is.
func (r *Result) literal(params *types.Tuple, lit *ast.CompositeLit) *Maker {
	t := r.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return nil
	}
	st, ok := t.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	m := &Maker{Options: -1, Values: make(map[string]Value)}
	for i, elt := range lit.Elts {
		switch kv, keyed := elt.(*ast.KeyValueExpr); {
		case keyed:
			if id, ok := kv.Key.(*ast.Ident); ok {
				m.Values[id.Name] = r.value(params, kv.Value)
			}
		case i < st.NumFields():
			m.Values[st.Field(i).Name()] = r.value(params, elt)
		}
	}
	return m
}
