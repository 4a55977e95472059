package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A map has no field that says what it is. It is a reply where a code is looked up in it, or in
// what another call of the same function returned.

// decodeMap checks a call that fills a map.
func (c *checker) decodeMap(b *replies.Body, call *ast.CallExpr, v *types.Var) {
	d := &decoded{c: c, b: b, call: call, v: v, name: v.Name(), trace: b.Trace(v)}
	if !c.discardsError(b, call) || !d.lookedUp() || d.asksMap() {
		return
	}
	if c.unfilled(d) {
		c.reported[v] = true
	}
}

// lookedUp finds out how a map holds its code: what a lookup gives, if there is nothing in it.
func (d *decoded) lookedUp() bool {
	found := false
	for _, u := range d.trace.Uses {
		x, ok := d.b.CodeLookup(u)
		if !ok || u.Kind != replies.Read {
			continue
		}
		v, _ := d.c.bindings.Of(x)
		if !d.c.settings.Speaks(v) {
			return false
		}
		zero, ok := d.c.missing(d.b, x)
		if ok && (!found || zero != "") {
			found = true
			d.code = coded{name: "[" + types.ExprString(x.Index) + "]", domain: v.Domain, zero: zero}
			if whole, ok := ast.Unparen(x.X).(*ast.Ident); !ok || d.c.info.ObjectOf(whole) != d.v {
				d.code.name = "…" + d.code.name
			}
		}
	}
	return found
}

// missing returns the text of the code that a lookup gives where there is none, and false if
// the program asks whether there is one, or panics.
func (c *checker) missing(b *replies.Body, x *ast.IndexExpr) (zero string, ok bool) {
	var e ast.Expr = x
	t := c.info.TypeOf(x)
	if assert, isAssert := b.Parent(x).(*ast.TypeAssertExpr); isAssert {
		if e = assert; assert.Type == nil {
			return "", false
		}
		t = c.info.TypeOf(assert.Type)
		if _, blank := c.second(b, e); !blank {
			return "", false
		}
	} else if asked, blank := c.second(b, e); asked && !blank {
		return "", false
	}
	if tuple, isTuple := t.(*types.Tuple); isTuple {
		t = tuple.At(0).Type()
	}
	if syntax.IsNumber(t) {
		return "0", true
	}
	return "", true
}

// second reports whether an expression has a second result that is taken, and whether to drop
// it.
func (c *checker) second(b *replies.Body, e ast.Expr) (taken, blank bool) {
	switch p := b.Parent(e).(type) {
	case *ast.AssignStmt:
		if len(p.Lhs) == 2 && len(p.Rhs) == 1 {
			return true, syntax.IsBlank(p.Lhs[1])
		}
	case *ast.ValueSpec:
		if len(p.Names) == 2 && len(p.Values) == 1 {
			return true, syntax.IsBlank(p.Names[1])
		}
	}
	return false, false
}

// receivedMap checks a call that returns a map, of a function in whose maps codes are looked up
// elsewhere.
func (c *checker) receivedMap(decl *ast.FuncDecl, call *ast.CallExpr, at int) {
	fn := c.replies.Callee(call)
	if fn == nil {
		return
	}
	other, ok := c.replies.LookedUp(fn, at)
	if !ok || !c.sameAPI(call, other.Call) {
		return
	}
	x := other.Index
	value, _ := c.bindings.Of(x)
	if o := c.replies.Origin(fn, at); !o.IsReply() || o.Reads || !c.settings.Speaks(value) {
		return
	}
	code := coded{name: "[" + types.ExprString(x.Index) + "]", domain: value.Domain}
	b := c.replies.Body(decl)
	stmt, lhs := c.at(b, call, at)
	if stmt == nil || c.elsewhere(b, call, nil) {
		return
	}
	if lhs == nil || syntax.IsBlank(lhs) {
		c.discarded(call, fn, code)
		return
	}
	id, ok := lhs.(*ast.Ident)
	if !ok {
		return
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || !b.Local(v) {
		return
	}
	d := &decoded{c: c, b: b, call: call, v: v, name: id.Name, code: code, trace: b.Trace(v)}
	changed := slices.ContainsFunc(d.trace.Uses, func(u replies.Use) bool { return u.Kind == replies.Written && !u.Whole })
	if !changed && !d.read() && !d.alwaysFails() {
		c.unread(d, c.returnedBy(fn))
	}
}

// sameAPI reports whether two calls of a function ask the same API, as far as their addresses
// say: a function that gets all of the address asks anybody.
func (c *checker) sameAPI(call, other *ast.CallExpr) bool {
	for i, arg := range other.Args {
		known, ok := c.address(arg)
		if !ok {
			continue
		}
		if i >= len(call.Args) {
			return false
		}
		if address, ok := c.address(call.Args[i]); !ok || address != known {
			return false
		}
	}
	return true
}

// address returns what a text that begins with an address leads to: a host, or "" for a path.
func (c *checker) address(e ast.Expr) (host string, ok bool) {
	text, ok := c.beginning(e)
	switch {
	case !ok:
		return "", false
	case strings.HasPrefix(text, "/"):
		return "", true
	}
	scheme, rest, ok := strings.Cut(text, "://")
	if !ok || !strings.HasPrefix(scheme, "http") {
		return "", false
	}
	host, _, _ = strings.Cut(rest, "/")
	return host, true
}

// beginning returns the constant text that an expression begins with.
func (c *checker) beginning(e ast.Expr) (string, bool) {
	e = ast.Unparen(e)
	if tv := c.info.Types[e]; tv.Value != nil && tv.Value.Kind() == constant.String {
		return constant.StringVal(tv.Value), true
	}
	switch x := e.(type) {
	case *ast.BinaryExpr:
		return c.beginning(x.X)
	case *ast.CallExpr:
		if fn := c.replies.Callee(x); fn != nil && syntax.IsFunction(fn, "fmt", "Sprintf") && len(x.Args) > 0 {
			return c.beginning(x.Args[0])
		}
	}
	return "", false
}

// mapResult returns the index of the first result of a call that is a map, -1 for none.
func (c *checker) mapResult(call *ast.CallExpr) int {
	switch t := c.info.TypeOf(call).(type) {
	case nil:
	case *types.Tuple:
		for i := range t.Len() {
			if replies.IsMap(t.At(i).Type()) {
				return i
			}
		}
	default:
		if replies.IsMap(t) && !c.info.Types[call.Fun].IsType() {
			return 0
		}
	}
	return -1
}

// unasked reports an assertion that a looked up code is a number, whose answer is dropped: what
// is missing, or a text, then is 0. Of an answer that is asked, see letPass.
func (c *checker) unasked(decl *ast.FuncDecl, assert *ast.TypeAssertExpr, x *ast.IndexExpr) {
	if !syntax.IsNumber(c.info.TypeOf(assert.Type)) {
		return
	}
	value, ok := c.bindings.Of(x)
	if !ok || !c.settings.Speaks(value) {
		return
	}
	b := c.replies.Body(decl)
	if c.reported[b.Variable(x.X)] {
		return
	}
	m, ok := value.Domain.Lookup("0")
	if !ok || !m.IsSuccess() || c.lookedUpTwice(b, x) {
		return
	}
	if _, blank := c.second(b, assert); !blank {
		c.letPass(b, assert, x, m)
		return
	}
	stmt, isAssign := b.Parent(assert).(*ast.AssignStmt)
	if !isAssign {
		return
	}
	code, ok := stmt.Lhs[0].(*ast.Ident)
	if !ok {
		return
	}
	v, ok := c.info.ObjectOf(code).(*types.Var)
	if !ok || !c.meetsSuccess(b, v) && !c.isReturned(b, v) {
		return
	}
	asked, is := types.ExprString(x), types.ExprString(assert.Type)
	if types.Unalias(c.info.TypeOf(assert.Type)) != types.Typ[types.Float64] {
		article := "a"
		if strings.HasPrefix(is, "i") { // int
			article = "an"
		}
		c.report(assert, "unfilled", fmt.Sprintf("whether %s is %s %s is not asked: if it is missing, or anything else, %s is 0, which is %s, and encoding/json makes a float64 or a string of it; ask for the second result, and take those two",
			asked, article, is, code.Name, m.Name))
		return
	}
	c.report(assert, "unfilled", fmt.Sprintf("whether %s is a %s is not asked: if it is missing, or came as text, %s is 0, which is %s; ask for the second result, and take text, too",
		asked, is, code.Name, m.Name))
}

// lookedUpTwice reports whether a function looks a code up in two ways: one may be for what
// the other misses.
func (c *checker) lookedUpTwice(b *replies.Body, x *ast.IndexExpr) bool {
	n := 0
	text := types.ExprString(x)
	ast.Inspect(b.Decl.Body, func(node ast.Node) bool {
		if other, ok := node.(*ast.IndexExpr); ok && types.ExprString(other) == text {
			n++
		}
		return true
	})
	return n > 1 || c.isText(x.Index) && c.mentions(b.Decl, constant.StringVal(c.info.Types[x.Index].Value), 2) > 1
}

// meetsSuccess reports whether a variable that holds a code is compared with a success code, or asked for an error.
func (c *checker) meetsSuccess(b *replies.Body, v *types.Var) bool {
	return slices.ContainsFunc(b.Uses(v), func(id *ast.Ident) bool { return c.meets(b, c.passedOn(b, id)) })
}

// passedOn returns what becomes of a code that is converted, and the like.
func (c *checker) passedOn(b *replies.Body, e ast.Expr) ast.Expr {
	for {
		call, ok := b.Parent(e).(*ast.CallExpr)
		if !ok || c.bindings.PassedThrough(call) == nil {
			return e
		}
		e = call
	}
}

// meets reports whether a code is compared with a success code where it stands, or asked for its error, which success has none of.
func (c *checker) meets(b *replies.Body, e ast.Expr) bool {
	switch p := b.Parent(e).(type) {
	case *ast.SelectorExpr:
		return p.Sel.Name == "Err"
	case *ast.BinaryExpr:
		return (p.Op == token.EQL || p.Op == token.NEQ) && (c.isSuccessCode(p.X, e) || c.isSuccessCode(p.Y, e))
	case *ast.SwitchStmt:
		for _, s := range p.Body.List {
			if clause, ok := s.(*ast.CaseClause); ok && slices.ContainsFunc(clause.List, func(value ast.Expr) bool { return c.isSuccessCode(value, e) }) {
				return true
			}
		}
	}
	return false
}

func (c *checker) isSuccessCode(e, code ast.Expr) bool {
	value, ok := c.bindings.Of(code)
	if !ok || e == code {
		return false
	}
	text, ok := c.bindings.ConstantText(e)
	if !ok {
		return false
	}
	m, ok := value.Domain.Lookup(text)
	return ok && m.IsSuccess()
}
