package requests

import (
	"go/ast"
	"go/types"
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Prepares reports whether a call stores to a field that a request is made
// of: s.login() to s.token, which s.send() reads, or the region that sends it. Both are looked into.
func (c *Comparer) Prepares(call, fetch *ast.CallExpr, reg Region) bool {
	if call == fetch || c.fillsFresh(call, reg) {
		return false
	}
	by, of := c.declOf(call), c.declOf(fetch)
	stored := make(map[*types.Var]bool)
	if value, manner := atomicOf(c.pass.TypesInfo, call); value != nil && manner == atomicStore {
		if f := syntax.Field(c.pass.TypesInfo, value); f != nil && !MakesNone(f) {
			stored[f] = true
		}
	} else if by != nil && by != of {
		stored = maps.Clone(c.touched(by).stored)
		maps.Copy(stored, c.touched(by).contents)
	}
	if len(stored) == 0 {
		return false
	}
	read := c.madeOf(fetch, reg)
	for f := range stored {
		if read[f] || c.handedField(fetch, f) {
			return true
		}
	}
	return false
}

// StoredBy returns the fields of which a function of the package that is called stores something, or changes what
// the map or list in them holds.
func (c *Comparer) StoredBy(call *ast.CallExpr) map[*types.Var]bool {
	all := make(map[*types.Var]bool)
	if decl := c.declOf(call); decl != nil {
		maps.Copy(all, c.touched(decl).stored)
		maps.Copy(all, c.touched(decl).elements)
		maps.Copy(all, c.touched(decl).atomics)
	}
	return all
}

// ReadBy returns the fields, and variables of packages, that an expression reads, also by functions of the package.
func (c *Comparer) ReadBy(e ast.Expr) map[*types.Var]bool {
	read := make(map[*types.Var]bool)
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if decl := c.declOf(n); decl != nil {
				maps.Copy(read, c.touched(decl).read)
			}
		case *ast.Ident:
			if v := c.global(n); v != nil {
				read[v] = true
			}
		case *ast.SelectorExpr:
			if f, ok := c.pass.TypesInfo.Uses[n.Sel].(*types.Var); ok && f.IsField() {
				read[f.Origin()] = true
			}
		}
		return true
	})
	return read
}

// ReadIn returns the fields, and variables of packages, that a function reads, also by others.
func (c *Comparer) ReadIn(decl *ast.FuncDecl) map[*types.Var]bool { return c.touched(decl).read }

// madeOf returns the fields that a request is made of: those that the call reads which sends it, and those of which the
// region has made what that gets. What a function both stores and gives, as an item that it takes from a queue or a token
// that it keeps, is judged where its result is: see callVaries.
func (c *Comparer) madeOf(fetch *ast.CallExpr, reg Region) map[*types.Var]bool {
	info := c.pass.TypesInfo
	made := c.ReadBy(fetch)
	changes := c.Changes(fetch, reg)
	met := make(map[types.Object]bool)
	var of func(ast.Expr)
	of = func(e ast.Expr) {
		ast.Inspect(e, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if decl := c.declOf(n); decl != nil {
					t := c.touched(decl)
					for f := range t.read {
						if !t.stored[f] && !t.contents[f] && !t.elements[f] {
							made[f] = true
						}
					}
				}
			case *ast.SelectorExpr:
				if f := syntax.Field(info, n); f != nil {
					made[f] = true
				}
			case *ast.Ident:
				if v := c.global(n); v != nil {
					made[v] = true
				}
				v, ok := info.Uses[n].(*types.Var)
				if !ok || met[v] || v.Pos() < reg.From || v.Pos() >= reg.To {
					break
				}
				met[v] = true
				for _, ch := range changes {
					if ch.Place.Root == v && ch.By != nil && ch.Site.End() <= fetch.Pos() {
						of(ch.By)
					}
				}
			}
			return true
		})
	}
	of(fetch)
	return made
}

// global returns the variable of the package that a name is, nil for anything else.
func (c *Comparer) global(id *ast.Ident) *types.Var {
	v, ok := c.pass.TypesInfo.Uses[id].(*types.Var)
	if !ok || v.IsField() || v.Pkg() != c.pass.Pkg || v.Parent() != v.Pkg().Scope() || syntax.ImplementsError(v.Type()) {
		return nil
	}
	return v
}

// handedField reports whether one of a call's arguments has a field, or what a method of another package is called
// on: a client with a token.
func (c *Comparer) handedField(call *ast.CallExpr, f *types.Var) bool {
	with := call.Args
	if recv := syntax.Receiver(c.pass.TypesInfo, call); recv != nil && c.declOf(call) == nil {
		with = append(slices.Clone(with), recv)
	}
	for _, arg := range with {
		if t := c.pass.TypesInfo.TypeOf(arg); t != nil && hasField(t, f, 3) {
			return true
		}
	}
	return false
}

func hasField(t types.Type, f *types.Var, depth int) bool {
	st, ok := syntax.Pointee(t).Underlying().(*types.Struct)
	if !ok || depth == 0 {
		return false
	}
	for i := range st.NumFields() {
		if st.Field(i).Origin() == f || hasField(st.Field(i).Type(), f, depth-1) {
			return true
		}
	}
	return false
}

// elementOf returns the field of which an expression is an element: r.failures[i]; nil for none.
func elementOf(info *types.Info, e ast.Expr) *types.Var {
	x, ok := ast.Unparen(e).(*ast.IndexExpr)
	if !ok {
		return nil
	}
	return syntax.Field(info, x.X)
}

// learns reports whether a function reads a map or list of which the region changes the elements, by itself or by
// another function: it may choose by what the rounds before have brought.
func (q *requester) learns(decl *ast.FuncDecl) bool {
	info := q.c.pass.TypesInfo
	read := q.c.touched(decl).read
	found := false
	syntax.InspectFunc(q.reg.Node, func(n ast.Node) {
		if found || n.Pos() < q.reg.From || n.End() > q.reg.To {
			return
		}
		switch n := n.(type) {
		case *ast.CallExpr:
			if by := q.c.declOf(n); by != nil && by != decl && n != q.fetch && !q.c.OnFresh(n, q.reg) {
				for f := range q.c.touched(by).elements {
					found = found || read[f]
				}
			}
		case *ast.IncDecStmt:
			found = read[elementOf(info, n.X)]
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				found = found || read[elementOf(info, lhs)]
			}
		}
	})
	return found
}

// outsideOf reports whether a selector leads to what is there before a function
// is called, and after it: not into a variable that the function declares, nor
// into its own copy of an argument.
func (c *Comparer) outsideOf(sel *ast.SelectorExpr, decl *ast.FuncDecl) bool {
	p, ok := PlaceOf(c.pass.TypesInfo, sel)
	if !ok || p.Root.Pos() < decl.Pos() || p.Root.Pos() >= decl.End() {
		return true
	}
	return p.Root.Pos() < decl.Body.Pos() && !c.withinCopy(sel)
}

// withinCopy reports whether a selector stays in the variable that it begins with:
// it follows no pointer.
func (c *Comparer) withinCopy(sel *ast.SelectorExpr) bool {
	for {
		if t := c.pass.TypesInfo.TypeOf(sel.X); t == nil || !IsValue(t) {
			return false
		}
		switch x := ast.Unparen(sel.X).(type) {
		case *ast.SelectorExpr:
			sel = x
		case *ast.Ident:
			return true
		default:
			return false
		}
	}
}
