package uncheckedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// decode checks a call that fills a reply.
func (c *checker) decode(b *replies.Body, call *ast.CallExpr, target ast.Expr) {
	v := b.Variable(target)
	if v == nil {
		c.unkept(b, call, target)
		return
	}
	if !b.Local(v) || !b.Owned(v) || b.LeadsOn(v) {
		return
	}
	named := name(target)
	if base := b.Base(v); base == nil {
		return // one of several replies
	} else if base != v {
		v, named = base, base.Name()
	}
	t := c.info.TypeOf(target)
	if t != nil && types.IsInterface(t) {
		if t = v.Type(); types.IsInterface(t) {
			return
		}
	}
	if replies.IsMap(v.Type()) {
		c.decodeMap(b, call, v)
		return
	}
	code, ok := c.codeIn(t)
	if !ok {
		return
	}
	d := &decoded{c: c, b: b, call: call, v: v, name: named, code: code}
	d.trace = b.Trace(v)
	if !d.read() {
		if !c.elsewhere(b, call, v) && !d.alwaysFails() && !d.afterFailure() {
			c.unread(d, c.decodedBy(call))
		}
		return
	}
	if code.mayBeMissing {
		return
	}
	if d.swallowed = c.swallows(call, target); d.swallowed != nil || c.discardsError(b, call) {
		c.unfilled(d)
		return
	}
	if !c.passed(d) { // one thing at a time
		c.skipped(d)
	}
}

// A decoded is a reply in a variable, and the call that it came by.
type decoded struct {
	c     *checker
	b     *replies.Body
	call  *ast.CallExpr
	v     *types.Var
	name  string // as the message calls it
	code  coded
	trace *replies.Trace

	swallowed *ast.CallExpr // the decode within the call of whose failure nobody hears, nil if there is none

	returned bool // by the call, rather than filled by it
	partly   bool // who returns it has looked at its code for some failures
}

// read reports whether the code may be read after the call, or the reply goes
// where nobody follows it.
func (d *decoded) read() bool {
	if !d.trace.Any(replies.Read, replies.Gone, replies.Returned) {
		return false
	}
	if d.trace.Aliases || !d.straight() || d.ledTo() {
		return true
	}
	return d.after(func(u replies.Use) bool {
		return u.Kind == replies.Read || u.Kind == replies.Gone || u.Kind == replies.Returned
	})
}

// ledTo reports whether somebody has got what leads to the reply, before it was filled perhaps.
func (d *decoded) ledTo() bool {
	for _, u := range d.trace.Uses {
		if u.Leads {
			return true
		}
	}
	return false
}

// straight reports whether the variable is mentioned only in the function that
// declares it, not in a literal within.
func (d *decoded) straight() bool {
	home := d.b.Function(d.call)
	for _, u := range d.trace.Uses {
		if d.b.Function(u.Ident) != home {
			return false
		}
	}
	return d.b.Home(d.v) == home
}

// received checks a call that returns a reply.
func (c *checker) received(b *replies.Body, call *ast.CallExpr, at int) {
	fn := c.replies.Callee(call)
	if fn == nil {
		return
	}
	code, _ := c.codeIn(resultType(c.info, call, at))
	stmt, lhs := c.at(b, call, at)
	if d := c.valueIn(b, call, lhs, code); d != nil && !code.mayBeMissing {
		if o := c.replies.Origin(fn, at); o.Fresh && !o.Other {
			if d.swallowed = c.swallowsResult(fn); d.swallowed != nil || c.discardsError(b, call) {
				c.unfilled(d)
			} else {
				c.passed(d)
			}
		}
	}
	if !c.loses(b, call, fn, at) {
		return
	}
	if stmt != nil && (lhs == nil || syntax.IsBlank(lhs)) {
		if !c.elsewhere(b, call, nil) {
			c.discarded(call, fn, code)
		}
		return
	}
	if stmt == nil {
		if use := b.Follow(call, at); use == replies.Harmless || use == replies.Blank {
			c.unread(&decoded{c: c, b: b, call: call, code: code, partly: c.looksAtSome(fn, at)}, c.returnedBy(fn))
		}
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
	d := &decoded{c: c, b: b, call: call, v: v, name: id.Name, code: code, trace: b.Trace(v), partly: c.looksAtSome(fn, at)}
	if !d.read() && !c.elsewhere(b, call, v) && !d.alwaysFails() && !d.afterFailure() {
		c.unread(d, c.returnedBy(fn))
	}
}

// valueIn returns the variable that a call's reply is stored in, if it is no
// pointer: a nil pointer does not pass for a success.
func (c *checker) valueIn(b *replies.Body, call *ast.CallExpr, lhs ast.Expr, code coded) *decoded {
	id, ok := lhs.(*ast.Ident)
	if !ok || id.Name == "_" {
		return nil
	}
	v, ok := c.info.ObjectOf(id).(*types.Var)
	if !ok || !b.Local(v) {
		return nil
	}
	if _, ok := v.Type().Underlying().(*types.Struct); !ok {
		return nil
	}
	return &decoded{c: c, b: b, call: call, v: v, name: id.Name, code: code, trace: b.Trace(v), returned: true}
}

// elsewhere reports whether the text that a reply is decoded from did not just come
// from the API, or somebody else reads its code.
func (c *checker) elsewhere(b *replies.Body, call *ast.CallExpr, v *types.Var) bool {
	t := c.replies.Text(b, call, v)
	return t.Request || t.Stored || t.Read || t.Handed
}

func resultType(info *types.Info, call *ast.CallExpr, at int) types.Type {
	t := info.TypeOf(call)
	if tuple, ok := t.(*types.Tuple); ok {
		return tuple.At(at).Type()
	}
	return t
}

// loses reports whether a function returns a reply that just came in, and does not
// tell of all its failures by its error, or another result.
func (c *checker) loses(b *replies.Body, call *ast.CallExpr, fn *types.Func, at int) bool {
	recv := fn.Signature().Recv()
	if recv != nil && types.IsInterface(recv.Type()) {
		loses := false
		for _, impl := range c.replies.Implementations(fn) {
			if o := c.replies.Origin(impl, at); !o.Fresh && !o.Gone {
				continue // one that asks nobody
			}
			if !c.losesBy(impl, at) {
				return false
			}
			loses = true
		}
		return loses
	}
	return c.losesBy(fn, at)
}

// looksAtSome reports whether a function looks at the code of the reply that it returns, without its error telling of every
// failure.
func (c *checker) looksAtSome(fn *types.Func, at int) bool {
	o := c.replies.Origin(fn, at)
	return o.Reads && o.Tells == codeflow.Passes
}

func (c *checker) losesBy(fn *types.Func, at int) bool {
	o := c.replies.Origin(fn, at)
	if !o.IsReply() {
		return false
	}
	results := fn.Signature().Results()
	for i := range results.Len() {
		if i != at && !syntax.IsError(results.At(i).Type()) && o.Reads {
			return false // an ok, or what was made of the code
		}
	}
	switch o.Tells {
	case codeflow.Settled:
		return false
	case codeflow.Passes:
		return true
	case codeflow.Silent:
		return !o.Odd // what was read may have been answered in a way that nobody followed
	}
	return !o.Reads
}
