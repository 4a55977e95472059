package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/token"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
)

// never reports replies in which nothing is ever stored, though their code is read: the
// decode went into another variable, or into a copy, or was forgotten.
func (c *checker) never(b *replies.Body) {
	for v := range b.Declared {
		if !b.Owned(v) || b.Base(v) != v {
			continue
		}
		code, ok := c.codeIn(v.Type())
		if !ok || !code.passes() {
			continue
		}
		trace := b.Trace(v)
		if trace.Aliases || trace.Any(replies.Filled, replies.Written, replies.Gone) || len(b.Values(v)) > 1 {
			continue
		}
		d := &decoded{c: c, b: b, v: v, name: v.Name(), code: code, trace: trace}
		for _, u := range trace.Uses {
			read := d.codeOf(u)
			if u.Kind != replies.Read || read == nil || d.shown(u) || d.meetsAnother(read) {
				continue
			}
			c.report(read, "unfilled", fmt.Sprintf("nothing is ever stored in %s, and %s is read: it is always %s; decode the reply into %s first",
				v.Name(), code.of(v.Name()), code.empty(), v.Name()))
			break
		}
	}
}

// codeOf returns the selection of a code that begins with a mention, or nil.
func (d *decoded) codeOf(u replies.Use) ast.Expr {
	var e ast.Expr = u.Ident
	for {
		sel, ok := d.b.Parent(e).(*ast.SelectorExpr)
		if !ok {
			return nil
		}
		e = sel
		if _, code := d.c.bindings.Of(sel); code {
			return sel
		}
	}
}

// meetsAnother reports whether a code is compared with what is no constant: the empty
// reply may be what others are held against.
func (d *decoded) meetsAnother(code ast.Expr) bool {
	cmp, ok := d.b.Parent(code).(*ast.BinaryExpr)
	if !ok || cmp.Op == token.LAND || cmp.Op == token.LOR {
		return false
	}
	other := cmp.X
	if ast.Unparen(other) == code {
		other = cmp.Y
	}
	_, constant := d.c.bindings.ConstantText(other)
	return !constant
}
