package wrongcode

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// conversions reports the codes of a file that become errors while they can
// still be a success.
func (c *checker) conversions(file *ast.File) {
	for _, decl := range file.Decls {
		if fn, ok := decl.(*ast.FuncDecl); ok && !c.flow.Concerns(fn) {
			continue
		}
		for e, way := range c.errorsIn(decl) {
			c.becomesError(decl, e, way)
		}
	}
}

func (c *checker) becomesError(decl ast.Decl, e ast.Expr, way way) {
	t := c.pass.TypesInfo.TypeOf(e)
	if t == nil || types.IsInterface(t) || !syntax.ImplementsError(t) {
		return
	}
	v, ok := c.bindings.Of(e)
	if !ok || !c.settings.Speaks(v) {
		return
	}
	code := e
	if addr, ok := ast.Unparen(e).(*ast.UnaryExpr); ok && addr.Op == token.AND {
		code = addr.X // return &code
	}
	can, may := func(text string) bool { return false }, "can be %s here"
	certain := false
	if says, ok := c.bindings.Says(e); ok && c.pass.TypesInfo.Types[e].Value != nil {
		can, may = func(text string) bool { return text == says.Text }, "is %s"
	} else if at, ok := c.flow.At(code); ok {
		can = at.Has
		if certain = onlySuccess(at, v.Domain); certain {
			may = "is %s here"
		}
	}
	for _, m := range v.Domain.Members() {
		if !m.IsSuccess() || !can(m.Text) {
			continue
		}
		if !certain && (c.programKnows(decl, code, m.Text) || c.setRight(decl, e, code, v.Domain)) {
			return
		}
		name := types.ExprString(e)
		write := "test it first, and return nil for success"
		consequence := "which is then an error that is not nil"
		var fixes []analysis.SuggestedFix
		if way == wrapped {
			consequence = "and what wraps it is then an error that is not nil"
			if certain || c.pass.TypesInfo.Types[e].Value != nil {
				write = "wrap a code that fails"
			}
		} else if fix, ok := c.namer(e).Call(e, "Err"); ok && hasErr(t) {
			write = "write " + fix.Text
			fixes = []analysis.SuggestedFix{{Message: "Write " + fix.Text, TextEdits: fix.Edits}}
		}
		c.report(e, "success", fmt.Sprintf("%s becomes an error, and "+may+", %s; %s",
			name, named(m), consequence, write), fixes...)
		return
	}
}

// onlySuccess reports whether a code can be nothing but a success.
func onlySuccess(at codeflow.Codes, d *domain.Domain) bool {
	for _, m := range d.Members() {
		if !m.IsSuccess() && at.Has(m.Text) {
			return false
		}
	}
	return !at.Undocumented()
}

// programKnows reports whether the program may know that a code is no success where code
// flow does not.
func (c *checker) programKnows(decl ast.Decl, code ast.Expr, success string) bool {
	return c.doubts.AskedTogether(decl, code) ||
		c.doubts.AskedBeside(code) ||
		c.doubts.OfFailure(decl, code) ||
		c.doubts.AskedInVain(decl, code, success, code.Pos()) ||
		c.doubts.SourceAsked(decl, code, success, code.Pos()) ||
		c.doubts.KeptFailure(decl, code, success) ||
		c.doubts.KeptState(decl, code) ||
		c.doubts.MadeOfFailures(decl, code, success) ||
		c.doubts.Gathered(decl, code)
}

// hasErr reports whether a type has a method Err() error, as those of package
// codes do.
func hasErr(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Err")
	fn, ok := obj.(*types.Func)
	if !ok {
		return false
	}
	sig := fn.Signature()
	return sig.Params().Len() == 0 && sig.Results().Len() == 1 && syntax.IsError(sig.Results().At(0).Type())
}
