package uncheckedcode

import (
	"fmt"
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/replies"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// unread reports a reply whose code nobody reads.
func (c *checker) unread(d *decoded, from string) {
	blank := ""
	if d.trace != nil && d.trace.Any(replies.Blank) {
		blank = "; a comment beside the _ = would say why nobody wants to know"
	}
	if d.partly {
		c.report(d.call, "unread", fmt.Sprintf("the code of the reply that %s is not read here, and the error beside it does not tell of every failure: nothing here looks at %s, so %s; test it before the rest of the reply is used%s",
			from, d.code.of(d.name), passing(d.code.domain), blank))
		return
	}
	c.report(d.call, "unread", fmt.Sprintf("the code of the reply that %s is never read: nothing looks at %s, so %s; test it before the rest of the reply is used%s",
		from, d.code.of(d.name), passing(d.code.domain), blank))
}

// unfilledMessage tells of a code that is read though the decode may have failed.
func (c *checker) unfilledMessage(d *decoded) string {
	if d.swallowed != nil {
		return fmt.Sprintf("%s does not say whether %s has failed, and %s is read: if nothing was decoded, it holds %s; have it return the error",
			c.callName(d.call), c.callName(d.swallowed), d.code.of(d.name), d.code.empty())
	}
	return fmt.Sprintf("the error of %s is dropped, and %s is read: if nothing was decoded, it holds %s; handle the error before the code is read",
		c.callName(d.call), d.code.of(d.name), d.code.empty())
}

// discarded reports a call whose reply is thrown away.
func (c *checker) discarded(call *ast.CallExpr, fn *types.Func, code coded) {
	but := ""
	if results := fn.Signature().Results(); results.Len() > 1 && syntax.IsError(results.At(results.Len()-1).Type()) {
		but = ", and the error beside it does not tell of every failure"
	}
	c.report(call, "discarded", fmt.Sprintf("the reply that %s is thrown away, and with it %s%s: %s; keep the reply and test its code",
		c.returnedBy(fn), code.name, but, passing(code.domain)))
}

// passing says what happens if nobody looks at a code.
func passing(d *domain.Domain) string {
	var failing []domain.Member
	for _, m := range d.Members() {
		if !m.IsSuccess() {
			failing = append(failing, m)
		}
	}
	if len(failing) == 0 {
		return "a failure passes for a success"
	}
	example := failing[0]
	for _, m := range failing {
		if m.Retry == codes.RetryAfterFix { // what people run into
			example = m
			break
		}
	}
	text := example.Text
	if example.Name != "" && example.Name != text {
		text += " " + example.Name
	}
	return fmt.Sprintf("a failure that comes with HTTP status 200 (one of %d %s codes, such as %s) passes for a success", len(failing), d.Name, text)
}

// decodedBy says where a decoded reply came from.
func (c *checker) decodedBy(call *ast.CallExpr) string {
	return c.callName(call) + " fills"
}

func (c *checker) returnedBy(fn *types.Func) string { return c.funcName(fn) + " returns" }

func (c *checker) callName(call *ast.CallExpr) string {
	if fn := c.replies.Callee(call); fn != nil {
		return c.funcName(fn)
	}
	return types.ExprString(call.Fun)
}

// funcName is a function's name with its type's or package's: Client.Send, json.Unmarshal,
// json.Decoder.Decode.
func (c *checker) funcName(fn *types.Func) string {
	name, recv := fn.Name(), fn.Signature().Recv()
	if recv != nil {
		if named, ok := syntax.Pointee(recv.Type()).(*types.Named); ok {
			name = named.Obj().Name() + "." + name
		}
	}
	if fn.Pkg() == nil || recv != nil && fn.Pkg() == c.pass.Pkg {
		return name
	}
	return fn.Pkg().Name() + "." + name
}

// name returns what an expression that is filled is called: reply of &reply.
func name(e ast.Expr) string {
	e = ast.Unparen(e)
	if addr, ok := e.(*ast.UnaryExpr); ok {
		e = addr.X
	}
	return types.ExprString(e)
}
