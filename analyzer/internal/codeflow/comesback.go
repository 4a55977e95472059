package codeflow

import (
	"go/ast"
	"go/token"
)

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
		f.compareValues(st, x, c.args[at], token.EQL, nil, known(out{kind: isNil}), true)
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
		f.compareValues(st, c.Args[at], c.args[at], token.EQL, c.Args[at+1], c.args[at+1], true)
		return nil, true
	}
}
