package retriedcode

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// aloneIn checks a function once more, if it calls one that makes several requests for an answer: a
// code of the last of them is enough, if the others succeed.
func (c *checker) aloneIn(f function, all []round) {
	several := false
	syntax.InspectFunc(f.body, func(n ast.Node) {
		if call, ok := n.(*ast.CallExpr); ok && !several {
			several = c.flow.AsksTwice(call)
		}
	})
	if !several {
		return
	}
	one := *c
	one.flow = c.flow.Alone()
	one.arrivals = make(map[arrival]codeSet) // which the flow says
	one.rounds(f, all)
	one.calls(f)
}
