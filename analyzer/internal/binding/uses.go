package binding

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A use is a constant that the package compares with a value.
type use struct {
	text    string
	obj     *types.Const   // nil for a literal
	stated  *domain.Domain // the constant's own domain, if its type states one
	foreign bool           // declared in another package, and no domain's
	enum    bool           // of the program's own enumeration: no evidence
	status  bool           // a bound between classes of HTTP statuses, or a word for one, which speaks against
	nothing bool           // a negative number, where the program itself stores such: it has no code
	hex     bool           // written in hexadecimal, as a protocol's header is
	label   string         // the domain that a table says it is of
}

// binaryExpr collects the constant of x == c, and of x > c: but an ordering's
// bound says nothing about the domain, unless it is one that HTTP statuses have.
func (g *graph) binaryExpr(e *ast.BinaryExpr, fn *function) {
	switch e.Op {
	case token.EQL, token.NEQ:
		g.equal(e.X, e.Y, Meeting{Kind: Comparison, Test: e}, fn)
	case token.LSS, token.LEQ, token.GTR, token.GEQ:
		for _, xy := range [2][2]ast.Expr{{e.X, e.Y}, {e.Y, e.X}} {
			if g.isConstant(xy[1]) && !g.isConstant(xy[0]) {
				g.meet(g.locate(xy[0], fn), Meeting{Const: xy[1], Kind: Ordering, With: xy[0], Test: e})
				if u, ok := g.constantUse(xy[1]); ok && statusBounds[u.text] {
					u.status = true
					g.use(xy[0], u, fn)
				}
			}
		}
	}
}

func (g *graph) switchStmt(s *ast.SwitchStmt, fn *function) {
	if s.Tag == nil {
		return // the cases are comparisons of their own
	}
	for _, clause := range s.Body.List {
		for _, e := range clause.(*ast.CaseClause).List {
			g.equal(s.Tag, e, Meeting{Kind: Case}, fn)
		}
	}
}

// equal notes that two values are tested for equality.
func (g *graph) equal(x, y ast.Expr, m Meeting, fn *function) {
	switch constX, constY := g.isConstant(x), g.isConstant(y); {
	case constX && constY:
	case constY:
		g.compare(x, y, m, fn)
	case constX:
		g.compare(y, x, m, fn)
	default:
		if _, ok := g.constantUse(y); ok { // codes.ResponseSuccess.Wire()
			g.compare(x, y, m, fn)
		} else if _, ok := g.constantUse(x); ok {
			g.compare(y, x, m, fn)
		} else {
			a, b := g.locate(x, fn), g.locate(y, fn)
			g.noteRow(x, a)
			g.noteRow(y, b)
			g.pairUp(a, b, fn)
		}
	}
}

// noteRow notes that the element at a fixed place of a list is compared with something: row[0] == code. The others may
// be anything.
func (g *graph) noteRow(e ast.Expr, n *node) {
	index, ok := ast.Unparen(e).(*ast.IndexExpr)
	if ok && n != nil && n.elements && g.isConstant(index.Index) && !syntax.IsMap(syntax.Pointee(g.info.TypeOf(index.X))) {
		n.row = true
	}
}

// compare notes that value is compared with a constant.
func (g *graph) compare(value, constant ast.Expr, m Meeting, fn *function) {
	m.Const, m.With = constant, value
	g.meet(g.locate(value, fn), m)
	if u, ok := g.constantUse(constant); ok {
		g.noteHeader(value, u)
		g.use(value, u, fn)
	}
}

// use adds what a constant says to the value it is compared with.
func (g *graph) use(value ast.Expr, u use, fn *function) {
	if fn.test {
		return
	}
	if n := g.locate(value, fn); n != nil {
		u.enum = u.enum || g.ownEnumeration(g.info.TypeOf(value))
		n.uses = append(n.uses, u)
	}
}

// constantUse returns what a constant operand says. Booleans, nil, and what saysNothing
// names say nothing.
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
	if !ok || saysNothing(text) {
		return use{}, false
	}
	u := use{text: text, hex: g.isHex(e), label: g.labels[e]}
	if c, ok := object(g.info, g.unconverted(e)).(*types.Const); ok {
		u.obj = c
		u.stated = g.view.OfConst(c)
		u.foreign = u.stated == nil && c.Pkg() != nil && c.Pkg() != g.pass.Pkg && !g.importedConstant(c)
		u.enum = g.ownEnumeration(c.Type()) || g.isCounted(c)
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

// isConstant reports whether e is a constant or nil: nothing that a code can
// come from.
func (g *graph) isConstant(e ast.Expr) bool {
	tv, ok := g.info.Types[ast.Unparen(e)]
	return ok && (tv.Value != nil || tv.IsNil())
}

// conversion notes a conversion to a stated type: it takes the operand for a
// code of that domain.
func (g *graph) conversion(call *ast.CallExpr, to types.Type, fn *function) {
	if len(call.Args) != 1 {
		return
	}
	d := g.statedDomain(to)
	switch {
	case d == nil && g.isConstant(call.Args[0]):
		g.meet(g.typeNode(to), Meeting{Const: call, Kind: Conversion})
	case d == nil:
		g.noteConverted(to, call.Args[0], fn)
	case g.isConstant(call.Args[0]):
		g.meet(g.statedNode(d), Meeting{Const: call, Kind: Conversion})
	default:
		g.use(call.Args[0], use{stated: d}, fn)
	}
}

// parseCall notes a parse function of package codes, which says the same.
func (g *graph) parseCall(call *ast.CallExpr, fn *function) {
	callee := g.callee(call)
	if callee == nil || callee.Pkg() == nil || len(call.Args) != 1 ||
		callee.Pkg().Path() != codesPath && !strings.HasPrefix(callee.Name(), "Parse") {
		return
	}
	sig := callee.Signature()
	if sig.Recv() != nil || sig.Results().Len() == 0 || g.isConstant(call.Args[0]) {
		return
	}
	// A declared domain's parse function stands beside its type.
	if d := g.statedDomain(sig.Results().At(0).Type()); d != nil && d.Path == declaredIn(callee) {
		g.use(call.Args[0], use{stated: d}, fn)
	}
}

// indexExpr notes a membership test, retryable[r.ResponseCode], or a constant
// index.
func (g *graph) indexExpr(e *ast.IndexExpr, fn *function) {
	t := g.info.TypeOf(e.X)
	if t == nil {
		return
	}
	switch key := keyType(t); {
	case key == nil:
	case g.isConstant(e.Index):
		if _, wire := g.wireKey(e.Index); !wire {
			g.storeKey(e, fn)
		}
	case g.canHold(key):
		index, keys := g.locate(e.Index, fn), g.keyNode(e.X)
		if index == nil && keys != nil {
			keys.listed = true
		}
		g.pairUp(index, keys, fn)
	}
}

// storeKey notes the constant index of set[5] and set[5] = true.
func (g *graph) storeKey(e *ast.IndexExpr, fn *function) {
	key := keyType(g.info.TypeOf(e.X))
	if key == nil || !g.canHold(key) || !g.isConstant(e.Index) {
		return
	}
	keys := g.keyNode(e.X)
	if keys != nil && syntax.IsMap(syntax.Pointee(g.info.TypeOf(e.X))) {
		keys.keyed = true
	}
	g.put(keys, key, e.Index, Index, fn)
}

// deleteCall notes the constant key of delete(counts, 5).
func (g *graph) deleteCall(call *ast.CallExpr, fn *function) {
	key := keyType(g.info.TypeOf(call.Args[0]))
	if _, wire := g.wireKey(call.Args[1]); wire || key == nil || !g.canHold(key) || !g.isConstant(call.Args[1]) {
		return
	}
	g.put(g.keyNode(call.Args[0]), key, call.Args[1], Index, fn)
}

// writeKey notes a key under which something is stored in a map: of the constants, words, which are none of the API's.
func (g *graph) writeKey(lhs ast.Expr, fn *function) {
	index, ok := ast.Unparen(lhs).(*ast.IndexExpr)
	if !ok || fn.test || g.isConstant(index.Index) && !g.isWord(index.Index) {
		return
	}
	t := g.info.TypeOf(index.X)
	if t == nil || !syntax.IsMap(syntax.Pointee(t)) || !g.canHold(keyType(t)) {
		return
	}
	if keys := g.keyNode(index.X); keys != nil {
		if g.isConstant(index.Index) {
			g.keyWrites = append(g.keyWrites, keyWrite{nil, keys})
			return
		}
		key := g.locate(index.Index, fn)
		g.keyWrites = append(g.keyWrites, keyWrite{key, keys})
		g.storeNode(g.partOf(g.written, g.containerOf(index.X)), key, fn)
	}
}

// isWord reports whether a constant is a text of anything but digits.
func (g *graph) isWord(e ast.Expr) bool {
	u, says := g.constantUse(e)
	_, digits := domain.Value(u.text)
	return says && !digits
}

// listFunctions search a list, their first argument, for a value.
var listFunctions = map[string]bool{
	"slices.Contains":                  true,
	"slices.Index":                     true,
	"slices.BinarySearch":              true,
	"golang.org/x/exp/slices.Contains": true,
	"golang.org/x/exp/slices.Index":    true,
	"github.com/samber/lo.Contains":    true,
}

// listCall notes slices.Contains(list, x) and strings.EqualFold(x, "0").
func (g *graph) listCall(call *ast.CallExpr, name string, fn *function) {
	if len(call.Args) != 2 {
		return
	}
	switch {
	case name == "strings.EqualFold":
		g.equal(call.Args[0], call.Args[1], Meeting{Kind: Comparison, Folds: true}, fn)
	case listFunctions[name]:
		g.searched(call.Args[1], g.elementNode(call.Args[0], fn), Comparison, fn)
	}
}

// searched notes that a value is looked for among others.
func (g *graph) searched(x ast.Expr, among *node, kind Kind, fn *function) {
	if !g.isConstant(x) {
		g.pairUp(g.locate(x, fn), among, fn)
		return
	}
	g.meet(among, Meeting{Const: x, Kind: kind})
	if u, ok := g.constantUse(x); ok && among != nil && !fn.test {
		among.uses = append(among.uses, u)
	}
}
