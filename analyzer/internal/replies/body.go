package replies

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A Body is a declared function, with the literals in it: its variables, and
// where they are mentioned.
type Body struct {
	Decl    *ast.FuncDecl
	r       *Result
	parents map[ast.Node]ast.Node // of all nodes but names, and of the names of variables
	uses    map[*types.Var][]*ast.Ident
	defs    map[*types.Var][]def
	parts   map[*types.Var][]def    // the replies that are stored in a field of a variable, or of what it leads to
	given   map[*types.Var]bool     // parameters and results, of literals too
	empty   map[*types.Var]ast.Node // the declarations that leave a variable as its zero value is
	traces  map[traced]*Trace
	orders  map[ast.Node]*Order
	lits    []*ast.FuncLit      // outer ones first
	owning  map[*types.Var]bool // those of which it is being asked whether they are owned

	inPlace map[ast.Node]*ast.CallExpr // the calls by which literals are called that do nothing but return something, and by their statements
}

type traced struct {
	v    *types.Var
	mode mode
}

// Body returns the body of a declared function.
func (r *Result) Body(decl *ast.FuncDecl) *Body {
	if b, ok := r.bodies[decl]; ok {
		return b
	}
	b := &Body{
		Decl: decl, r: r,
		parents: make(map[ast.Node]ast.Node, int(decl.End()-decl.Pos())/6), // about as many nodes as there are
		uses:    make(map[*types.Var][]*ast.Ident),
		defs:    make(map[*types.Var][]def),
		parts:   make(map[*types.Var][]def),
		given:   make(map[*types.Var]bool),
		empty:   make(map[*types.Var]ast.Node),
		traces:  make(map[traced]*Trace),
		orders:  make(map[ast.Node]*Order),
		owning:  make(map[*types.Var]bool),
		inPlace: make(map[ast.Node]*ast.CallExpr),
	}
	r.bodies[decl] = b
	var stack []ast.Node
	ast.Inspect(decl, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		id, isName := n.(*ast.Ident)
		v, isVar := r.info.Uses[id].(*types.Var)
		isVar = isVar && !v.IsField()
		if isVar {
			b.uses[v] = append(b.uses[v], id)
		}
		if len(stack) > 0 && (isVar || !isName) {
			b.parents[n] = stack[len(stack)-1]
		}
		stack = append(stack, n)
		switch n := n.(type) {
		case *ast.CallExpr:
			if ret := syntax.Returning(n); ret != nil {
				b.inPlace[ret], b.inPlace[ast.Unparen(n.Fun)] = n, n
			}
		case *ast.FuncLit:
			if b.inPlace[n] == nil {
				b.lits = append(b.lits, n)
			}
		case *ast.FuncType:
			b.take(n.Params)
			b.take(n.Results)
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				b.define(lhs, n.Rhs, i)
			}
			if n.Tok == token.DEFINE && len(n.Lhs) == len(n.Rhs) {
				for i, lhs := range n.Lhs {
					b.begin(lhs, n.Rhs[i], n)
				}
			}
		case *ast.ValueSpec:
			for i, name := range n.Names {
				b.define(name, n.Values, i)
				switch len(n.Values) {
				case 0:
					b.begin(name, nil, n)
				case len(n.Names):
					b.begin(name, n.Values[i], n)
				}
			}
		case *ast.TypeSwitchStmt:
			b.defineClauses(n)
		case *ast.RangeStmt:
			b.define(n.Key, []ast.Expr{nil}, 0)
			b.define(n.Value, []ast.Expr{nil}, 0)
		}
		return true
	})
	b.take(decl.Recv)
	return b
}

func (b *Body) take(fields *ast.FieldList) {
	if fields == nil {
		return
	}
	for _, f := range fields.List {
		for _, name := range f.Names {
			if v, ok := b.r.info.Defs[name].(*types.Var); ok {
				b.given[v] = true
			}
		}
	}
}

// Uses returns the places where a variable is mentioned after its declaration.
func (b *Body) Uses(v *types.Var) []*ast.Ident { return b.uses[v] }

// Local reports whether a variable is declared in the function, and is no
// parameter or result.
func (b *Body) Local(v *types.Var) bool {
	return !v.IsField() && !b.given[v] && b.Decl.Body.Pos() <= v.Pos() && v.Pos() < b.Decl.Body.End()
}

// Function returns the innermost function that a node is in, a FuncDecl or FuncLit.
func (b *Body) Function(n ast.Node) ast.Node {
	if len(b.lits) == 0 {
		return b.Decl
	}
	for p := b.parents[n]; p != nil; p = b.parents[p] {
		switch p.(type) {
		case *ast.FuncLit, *ast.FuncDecl:
			if b.inPlace[p] == nil {
				return p
			}
		}
	}
	return b.Decl
}

// InLoop reports whether a node is executed again by a loop of its function.
func (b *Body) InLoop(n ast.Node) bool {
	for p := b.parents[n]; p != nil; p = b.parents[p] {
		switch p.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return true
		case *ast.FuncLit, *ast.FuncDecl:
			if b.inPlace[p] == nil {
				return false
			}
		}
	}
	return false
}

// Parent returns the node around another, without parentheses, and without literals that are called where they stand to
// return it.
func (b *Body) Parent(n ast.Node) ast.Node {
	p := b.parents[n]
	for {
		switch x := p.(type) {
		case *ast.ParenExpr:
		case *ast.ReturnStmt:
			call := b.inPlace[x]
			if call == nil {
				return p
			}
			p = call
		default:
			return p
		}
		p = b.parents[p]
	}
}

// Variable returns the local variable that an expression denotes, or whose
// address it takes, or in which a part of it is; else nil.
func (b *Body) Variable(e ast.Expr) *types.Var {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			v, _ := b.r.info.ObjectOf(x).(*types.Var)
			return v
		case *ast.UnaryExpr:
			if x.Op != token.AND {
				return nil
			}
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.SelectorExpr:
			if sel := b.r.info.Selections[x]; sel == nil || sel.Kind() != types.FieldVal || sel.Indirect() {
				return nil
			}
			e = x.X
		default:
			return nil
		}
	}
}

// Home returns the function, a FuncDecl or FuncLit, that declares a local variable.
func (b *Body) Home(v *types.Var) ast.Node {
	var home ast.Node = b.Decl
	for _, lit := range b.lits { // inner ones after those around them
		if lit.Pos() <= v.Pos() && v.Pos() < lit.End() {
			home = lit
		}
	}
	return home
}

// Follow returns what becomes of one of a call's results where it has no name.
func (b *Body) Follow(call *ast.CallExpr, at int) Kind {
	t := newTracer(b, reply)
	t.result = at
	t.follow(nil, call)
	kind := Harmless
	for _, u := range t.trace.Uses {
		kind = max(kind, u.Kind)
	}
	if t.trace.Aliases {
		return Gone
	}
	return kind
}

// OnlyBlank reports whether a variable is mentioned only as what is assigned to _, and to store something in it.
func (b *Body) OnlyBlank(v *types.Var) bool {
	for _, id := range b.uses[v] {
		p, ok := b.Parent(id).(*ast.AssignStmt)
		if ok && slices.Contains(p.Lhs, ast.Expr(id)) {
			continue
		}
		if !ok || len(p.Lhs) != 1 || p.Rhs[0] != ast.Expr(id) {
			return false
		}
		if blank, ok := p.Lhs[0].(*ast.Ident); !ok || blank.Name != "_" {
			return false
		}
	}
	return true
}

func (b *Body) encloses(n ast.Node) bool { return b.Decl.Pos() <= n.Pos() && n.End() <= b.Decl.End() }
