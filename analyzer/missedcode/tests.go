package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A key tells which code an expression holds: the same variable and path of
// fields, or the same text.
type key struct {
	root types.Object
	path string
}

// keyOf returns the key of an expression.
func (c *checker) keyOf(e ast.Expr) key {
	switch x := c.bindings.Core(e).(type) {
	case *ast.Ident:
		v := c.pass.TypesInfo.ObjectOf(x)
		if from := c.inits()[v]; from != nil {
			return c.keyOf(from)
		}
		return key{root: v}
	case *ast.StarExpr:
		return c.keyOf(x.X)
	case *ast.SelectorExpr:
		k := c.keyOf(x.X)
		k.path += "." + x.Sel.Name
		return k
	case *ast.CallExpr:
		if sel, ok := x.Fun.(*ast.SelectorExpr); ok && len(x.Args) == 0 {
			k := c.keyOf(sel.X)
			k.path += "." + sel.Sel.Name + "()"
			return k
		}
		return key{path: types.ExprString(x)}
	default:
		return key{path: types.ExprString(x)}
	}
}

// An equality is a test of a code against one constant.
type equality struct {
	code    ast.Expr // what is tested: a code, or an error that holds one
	text    string
	negated bool // !=
	wrapped bool // by errors.Is
	value   binding.Value
}

// equality returns what a condition without && || ! tests for, if it compares a
// code with a constant.
func (c *checker) equality(e ast.Expr) (equality, bool) {
	eq, ok := c.equalities[e]
	if !ok {
		if found, is := c.findEquality(e); is {
			eq = &found
		}
		c.equalities[e] = eq
	}
	if eq == nil {
		return equality{}, false
	}
	return *eq, true
}

func (c *checker) findEquality(e ast.Expr) (equality, bool) {
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if e.Op != token.EQL && e.Op != token.NEQ {
			break
		}
		eq, ok := c.compared(e.X, e.Y)
		eq.negated = e.Op == token.NEQ
		return eq, ok
	case *ast.CallExpr:
		if len(e.Args) != 2 {
			break
		}
		switch c.callee(e) {
		case "strings.EqualFold":
			return c.compared(e.Args[0], e.Args[1])
		case "errors.Is":
			text, ok := c.bindings.ConstantText(e.Args[1])
			value, bound := c.bindings.Of(e.Args[1])
			return equality{code: e.Args[0], text: text, wrapped: true, value: value}, ok && bound
		}
	}
	return equality{}, false
}

func (c *checker) compared(x, y ast.Expr) (equality, bool) {
	text, ok := c.bindings.ConstantText(y)
	if !ok {
		if text, ok = c.bindings.ConstantText(x); !ok {
			return equality{}, false
		}
		x = y
	}
	value, ok := c.bindings.Of(x)
	if _, constant := c.bindings.ConstantText(x); constant {
		return equality{}, false
	}
	return equality{code: x, text: text, value: value}, ok
}

// callee returns the full name of a function that is called.
func (c *checker) callee(call *ast.CallExpr) string {
	var id *ast.Ident
	switch f := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id = f.Sel
	default:
		return ""
	}
	if fn, ok := c.pass.TypesInfo.Uses[id].(*types.Func); ok {
		return syntax.FullName(fn)
	}
	return ""
}

// atoms yields the conditions that e combines by && || and !, and whether an
// odd number of ! stands before each.
func atoms(e ast.Expr, negated bool, yield func(atom ast.Expr, negated bool)) {
	switch x := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		if x.Op == token.LAND || x.Op == token.LOR {
			atoms(x.X, negated, yield)
			atoms(x.Y, negated, yield)
			return
		}
	case *ast.UnaryExpr:
		if x.Op == token.NOT {
			atoms(x.X, !negated, yield)
			return
		}
	}
	yield(e, negated)
}

// keysIn returns the codes that a condition is about, by key: of those that others name, also where it calls a method
// of the reply, or a function that gets it, which is about the code.
func (c *checker) keysIn(cond ast.Expr, named map[key]equality) map[key]bool {
	keys := make(map[key]bool)
	atoms(cond, false, func(atom ast.Expr, _ bool) {
		if eq, ok := c.equality(atom); ok {
			keys[c.keyOf(eq.code)] = true
			return
		}
		found := false
		ast.Inspect(atom, func(n ast.Node) bool {
			if e, ok := n.(ast.Expr); ok && c.isCode(e) {
				keys[c.keyOf(e)] = true
				found = true
				return false
			}
			return true
		})
		if call, ok := ast.Unparen(atom).(*ast.CallExpr); ok && !found {
			for k, eq := range named {
				if c.asksReply(call, k, eq.code) {
					keys[k] = true
				}
			}
		}
	})
	return keys
}

// asksReply reports whether a call that gets a reply, as r.OK() does, answers by the code that is in it.
func (c *checker) asksReply(call *ast.CallExpr, k key, code ast.Expr) bool {
	gets := func(e ast.Expr) bool {
		if e == nil {
			return false
		}
		if addr, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && addr.Op == token.AND {
			e = addr.X
		}
		got := c.keyOf(e)
		return got.root != nil && got.root == k.root && len(got.path) < len(k.path) && strings.HasPrefix(k.path, got.path)
	}
	if !gets(receiver(call)) && !slices.ContainsFunc(call.Args, gets) {
		return false
	}
	before := c.flow.Before(call)
	all, known := before.Codes(code)
	yes, also := before.Assume(call, true).Codes(code)
	no, too := before.Assume(call, false).Codes(code)
	return known && also && too && (!sameDocumented(all, yes) || !sameDocumented(all, no))
}

// isCode reports whether e is a code that is no constant.
func (c *checker) isCode(e ast.Expr) bool {
	if _, ok := e.(*ast.KeyValueExpr); ok {
		return false
	}
	if tv, ok := c.pass.TypesInfo.Types[e]; !ok || !tv.IsValue() || tv.Value != nil {
		return false
	}
	_, ok := c.bindings.Of(e)
	return ok
}

// commonKeys returns the codes that the conditions of all branches are about, of
// those among the given ones, if there are any.
func (c *checker) commonKeys(branches []branch, among map[key]bool, named map[key]equality) map[key]bool {
	for _, b := range branches {
		keys := c.keysIn(b.tests[0], named)
		if among == nil {
			among = keys
			continue
		}
		common := make(map[key]bool)
		for k := range among {
			if keys[k] {
				common[k] = true
			}
		}
		among = common
	}
	return among
}

// findCode finds the code that a dispatch without a tag is about: the one that
// most branches ask for. It fails if there are fewer than least, if none of them
// names a documented code, and if it cannot tell which of two codes it is.
func (c *checker) findCode(d *dispatch, least int) bool {
	branches := make(map[key]int)
	names := c.named(d.branches)
	for _, b := range d.branches {
		asked := make(map[key]bool)
		for _, test := range b.tests {
			for k := range c.keysIn(test, names) {
				asked[k] = true
			}
		}
		for k := range asked {
			branches[k]++
		}
	}
	best := 0
	for k, eq := range names {
		switch n := branches[k]; {
		case n < least || n < best:
		case n == best:
			d.code = nil
		default:
			best = n
			d.code, d.key, d.value, d.named = eq.code, k, eq.value, eq.wrapped
		}
	}
	if d.code != nil && c.severalNames(d) {
		d.code = c.inits()[c.rootOf(d.code)]
	}
	return d.code != nil
}

// named returns the codes of which branches name documented ones, each with the first test that does.
func (c *checker) named(branches []branch) map[key]equality {
	names := make(map[key]equality)
	for _, b := range branches {
		for _, test := range b.tests {
			atoms(test, false, func(atom ast.Expr, _ bool) {
				eq, ok := c.equality(atom)
				if !ok || !eq.value.Domain.Has(eq.text) {
					return
				}
				if k := c.keyOf(eq.code); names[k].code == nil {
					names[k] = eq
				}
			})
		}
	}
	return names
}

// holds returns what a condition comes to if the dispatch's code is the one with
// that text.
func (c *checker) holds(d *dispatch, cond ast.Expr, text string) syntax.Truth {
	return syntax.Decide(cond, func(test ast.Expr) syntax.Truth { return c.answers(d, test, text) })
}

// answers is holds for a condition that is a single test.
func (c *checker) answers(d *dispatch, cond ast.Expr, text string) syntax.Truth {
	if result, ok := c.asksError(d, cond, text); ok {
		return result
	}
	eq, ok := c.equality(cond)
	if !ok || c.keyOf(eq.code) != d.key || !eq.value.Domain.Is(d.value.Domain) {
		return syntax.Unknown
	}
	return syntax.TruthOf((eq.text == text) != eq.negated)
}

// asksError returns what a condition comes to that compares the error with nil which holds
// the dispatch's code, or which it came out of, if the code is that of a failure: such an
// error is not nil.
func (c *checker) asksError(d *dispatch, cond ast.Expr, text string) (syntax.Truth, bool) {
	test, ok := ast.Unparen(cond).(*ast.BinaryExpr)
	if !ok || test.Op != token.EQL && test.Op != token.NEQ {
		return syntax.Unknown, false
	}
	err := test.X
	switch {
	case c.pass.TypesInfo.Types[test.Y].IsNil():
	case c.pass.TypesInfo.Types[test.X].IsNil():
		err = test.Y
	default:
		return syntax.Unknown, false
	}
	if !syntax.IsError(c.pass.TypesInfo.TypeOf(err)) {
		return syntax.Unknown, false
	}
	if m, ok := d.value.Domain.Lookup(text); !ok || m.IsSuccess() {
		return syntax.Unknown, false
	}
	if c.keyOf(err) != d.key && !c.relatives(d)[c.rootOf(err)] {
		return syntax.Unknown, false
	}
	return syntax.TruthOf(test.Op == token.NEQ), true
}

// mentioned returns the codes that a dispatch's conditions ask for, perhaps
// together with more: code == 5 && attempt < 3 says what happens to 5.
func (c *checker) mentioned(d *dispatch) map[string]bool {
	texts := make(map[string]bool)
	for _, test := range d.tests() {
		atoms(test, false, func(atom ast.Expr, negated bool) {
			if eq, ok := c.equality(atom); ok && eq.negated == negated && c.keyOf(eq.code) == d.key {
				texts[eq.text] = true
			}
		})
	}
	return texts
}
