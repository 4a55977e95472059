package binding

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// A use is a constant that the package compares with a value.
type use struct {
	text    string
	obj     *types.Const   // nil for a literal
	stated  *domain.Domain // the constant's own domain, if its type states one
	foreign bool           // declared in another package, and no domain's
	enum    bool           // of the program's own enumeration: no evidence
}

// A membership is a test of a value against a list of constants, whose
// elements are known only when the whole package has been walked.
type membership struct {
	value *node
	list  ast.Expr
}

// comparison collects the constant of x == c, c != x. Ordering bounds say
// nothing about the domain.
func (g *graph) comparison(e *ast.BinaryExpr, fn *function) {
	if e.Op != token.EQL && e.Op != token.NEQ {
		return
	}
	g.compare(e.X, e.Y, fn)
	g.compare(e.Y, e.X, fn)
}

func (g *graph) switchStmt(s *ast.SwitchStmt, fn *function) {
	if s.Tag == nil {
		return // the cases are comparisons of their own
	}
	for _, clause := range s.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			g.compare(s.Tag, e, fn)
		}
	}
}

// compare notes that value is compared with operand, if that is a constant.
func (g *graph) compare(value, operand ast.Expr, fn *function) {
	if fn.test || g.isConstant(value) {
		return
	}
	u, ok := g.constantUse(operand)
	if !ok {
		return
	}
	if n := g.locate(value, fn); n != nil {
		u.enum = u.enum || g.ownEnumeration(g.info.TypeOf(value))
		n.uses = append(n.uses, u)
	}
}

// constantUse returns what a constant operand says. The empty string, booleans
// and nil say nothing.
func (g *graph) constantUse(e ast.Expr) (use, bool) {
	e = ast.Unparen(e)
	if call, ok := e.(*ast.CallExpr); ok && !g.isConstant(e) {
		// codes.ResponseSuccess.Wire(), strconv.Itoa(rcSuccess)
		if x := g.passedThrough(call); x != nil {
			return g.constantUse(x)
		}
		return use{}, false
	}
	tv := g.info.Types[e]
	if tv.Value == nil {
		return use{}, false
	}
	text, ok := domain.Text(tv.Value)
	if !ok || text == "" {
		return use{}, false
	}
	u := use{text: text}
	if c, ok := object(g.info, g.unconverted(e)).(*types.Const); ok {
		u.obj = c
		u.stated = statedDomain(c.Type())
		u.foreign = u.stated == nil && c.Pkg() != nil && c.Pkg() != g.pass.Pkg && !g.importedConstant(c)
		u.enum = g.ownEnumeration(c.Type())
	}
	return u, true
}

// unconverted strips conversions off a constant expression: int(codes.X).
func (g *graph) unconverted(e ast.Expr) ast.Expr {
	for {
		call, ok := ast.Unparen(e).(*ast.CallExpr)
		if !ok || len(call.Args) != 1 || !g.info.Types[call.Fun].IsType() {
			return ast.Unparen(e)
		}
		e = call.Args[0]
	}
}

// isConstant reports whether e is a constant, nil, or the zero value written
// out: nothing that evidence can come from.
func (g *graph) isConstant(e ast.Expr) bool {
	tv, ok := g.info.Types[ast.Unparen(e)]
	return ok && (tv.Value != nil || tv.IsNil())
}

// statedUse notes that a conversion or a parse function of package codes takes
// a value for a code of its domain.
func (g *graph) statedUse(call *ast.CallExpr, fn *function) {
	if fn.test || len(call.Args) != 1 {
		return
	}
	var d *domain.Domain
	if tv := g.info.Types[call.Fun]; tv.IsType() {
		d = statedDomain(tv.Type)
	} else if callee := g.callee(call); callee != nil && callee.Pkg() != nil && callee.Pkg().Path() == codesPath {
		if res := callee.Signature().Results(); res.Len() > 0 && callee.Signature().Recv() == nil {
			d = statedDomain(res.At(0).Type())
		}
	}
	if d == nil || g.isConstant(call.Args[0]) {
		return
	}
	if n := g.locate(call.Args[0], fn); n != nil {
		n.uses = append(n.uses, use{stated: d})
	}
}

// indexExpr notes a membership test: retryable[r.ResponseCode].
func (g *graph) indexExpr(e *ast.IndexExpr, fn *function) {
	if t := g.info.TypeOf(e.X); t != nil && isMap(t) {
		g.member(e.Index, e.X, fn)
	}
}

// listFunctions search a list, their first argument, for a value.
var listFunctions = map[string]bool{
	"slices.Contains":                  true,
	"slices.Index":                     true,
	"golang.org/x/exp/slices.Contains": true,
	"golang.org/x/exp/slices.Index":    true,
}

// listCall notes slices.Contains(list, x) and strings.EqualFold(x, "0").
func (g *graph) listCall(call *ast.CallExpr, fn *function) {
	if len(call.Args) != 2 {
		return
	}
	callee := g.callee(call)
	if callee == nil {
		return
	}
	switch name := fullName(callee); {
	case listFunctions[name]:
		g.member(call.Args[1], call.Args[0], fn)
	case name == "strings.EqualFold":
		g.compare(call.Args[0], call.Args[1], fn)
		g.compare(call.Args[1], call.Args[0], fn)
	}
}

func (g *graph) member(value, list ast.Expr, fn *function) {
	if fn.test || g.isConstant(value) {
		return
	}
	if n := g.locate(value, fn); n != nil {
		g.membership = append(g.membership, membership{n, list})
	}
}

// noteList remembers the literal that a list variable starts with.
func (g *graph) noteList(lhs, rhs ast.Expr) {
	lit, ok := ast.Unparen(rhs).(*ast.CompositeLit)
	if !ok {
		return
	}
	if id, ok := lhs.(*ast.Ident); ok {
		if v, ok := g.info.ObjectOf(id).(*types.Var); ok {
			g.lists[v] = lit
		}
	}
}

// resolveMembership adds a list's constants to the uses of the value that is
// searched in it.
func (g *graph) resolveMembership(m membership) {
	for _, e := range g.listElements(m.list) {
		if u, ok := g.constantUse(e); ok {
			m.value.uses = append(m.value.uses, u)
		}
	}
}

// listElements returns the elements of a slice or array, or the keys of a map,
// that a literal gives or a variable has from its only assignment.
func (g *graph) listElements(list ast.Expr) []ast.Expr {
	lit, ok := ast.Unparen(list).(*ast.CompositeLit)
	if !ok {
		v, ok := object(g.info, list).(*types.Var)
		if !ok || g.stores[v] != 1 {
			return nil
		}
		if lit = g.lists[v]; lit == nil {
			return nil
		}
	}
	t := g.info.TypeOf(lit)
	if t == nil {
		return nil
	}
	var elements []ast.Expr
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		switch {
		case ok && isMap(t):
			elements = append(elements, kv.Key)
		case ok:
			elements = append(elements, kv.Value)
		default:
			elements = append(elements, elt)
		}
	}
	return elements
}
