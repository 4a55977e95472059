package retriedcode

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// aloneIn checks a function once more, if it calls one that makes several requests for an answer: a
// code of the last of them is enough, if the others succeed.
func (c *checker) aloneIn(f points.Function, all []points.Round) {
	several := false
	syntax.InspectFunc(f.Body, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && !several {
			several = c.Flow.AsksTwice(call)
		}
	})
	if !several {
		return
	}
	one := *c
	one.Package = c.Package.Following(c.Flow.Alone())
	one.Excuses = c.Excuses.Following(one.Package)
	one.Writer = c.Writer.Following(one.Package)
	one.rounds(f, all)
	one.calls(f)
}
