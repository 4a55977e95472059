package uncheckedcode

import (
	"go/ast"
	"go/types"
	"slices"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about replies that are decoded into what nobody keeps: c.call(ctx, m, &reply{}).

// unkept reports a call that fills a reply which has no name, if what it calls does not look at its code.
func (c *checker) unkept(b *replies.Body, call *ast.CallExpr, target ast.Expr) {
	t := c.made(target)
	code, ok := c.codeIn(t)
	fn, at := c.replies.Callee(call), slices.Index(call.Args, target)
	if !ok || fn == nil || at < 0 || fn.Pkg() == nil || fn.Pkg().Path() != "encoding/json" && !syntax.InModule(c.pass, fn.Pkg()) {
		return // a client may give it back: SetResult(&reply{}) and resp.Result()
	}
	if e := c.replies.Effect(fn, at); !e.Fills || e.Reads || e.Odd || e.Gone || e.Hands || c.asks(t, e.Asks) {
		return
	}
	d := &decoded{c: c, b: b, call: call, name: types.TypeString(t, types.RelativeTo(c.pass.Pkg)), code: code}
	if named, ok := t.(*types.Named); ok {
		d.name = named.Obj().Name()
	}
	if !c.elsewhere(b, call, nil) && !d.alwaysFails() && !d.afterFailure() {
		c.unread(d, c.decodedBy(call))
	}
}

// made returns the type of a struct that an expression makes where it stands, empty and for its address alone; nil if it is anything
// else.
func (c *checker) made(e ast.Expr) types.Type {
	switch x := ast.Unparen(e).(type) {
	case *ast.UnaryExpr:
		if lit, ok := ast.Unparen(x.X).(*ast.CompositeLit); ok && len(lit.Elts) == 0 {
			return types.Unalias(c.info.TypeOf(lit))
		}
	case *ast.CallExpr:
		if syntax.IsBuiltin(c.info, x, "new") && len(x.Args) == 1 {
			return types.Unalias(c.info.TypeOf(x.Args[0]))
		}
	}
	return nil
}

// asks reports whether a type has one of some methods, by which what it is handed to may look at its code.
func (c *checker) asks(t types.Type, methods string) bool {
	return methods != "" && slices.ContainsFunc(strings.Fields(methods), func(name string) bool {
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), true, c.pass.Pkg, name)
		_, ok := obj.(*types.Func)
		return ok
	})
}
