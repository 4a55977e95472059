package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A resultPredicate is one that a helper of the program asks about what an operation has brought:
//
//	until(func() (reply, error) { return send(m) }, func(r reply) bool { return r.Code == codes.ResponseSuccess })
type resultPredicate struct {
	fun    ast.Expr
	again  bool // the answer for which the operation is called again
	errors repeats.Errors
}

// byResultPredicate looks at the predicate that a call hands to a helper. If it says by a yes what is done again,
// and knows of codes, that is reported where it says so.
func (c *checker) byResultPredicate(h *repeats.Helper, call *ast.CallExpr, typ *ast.FuncType, operation *ast.BlockStmt) filter {
	if h.Result >= len(call.Args) || call.Ellipsis.IsValid() {
		return decided
	}
	fun := call.Args[h.Result]
	if !h.Leaves {
		if fn, ok := syntax.Callee(c.pass.TypesInfo, &ast.CallExpr{Fun: fun}).(*types.Func); ok && c.SaidThere(fn) {
			return decided
		}
		if node, _, body := c.operationOf(fun); body != nil {
			if cs := c.predicate(node, body, 0); cs.codes {
				c.reportPredicate(cs)
				return decided
			}
		}
	}
	syntax.InspectFunc(operation, func(n ast.Node) {
		if ret, ok := n.(*ast.ReturnStmt); ok {
			c.Flow.Heed(fun, returned(typ, ret))
		}
	})
	return filter{results: &resultPredicate{fun, !h.Leaves, h.Errors}}
}

// disliked returns the points at which an operation is called again: where the predicate does not like what
// it returns, and where it fails, if that alone is enough. It fails if there are codes for which
// the predicate may say both.
func (c *checker) disliked(at points.Point, results []ast.Expr, j *resultPredicate) ([]points.Point, bool) {
	noError := j.errors != repeats.Asked
	again, ok := at.AnswersAbout(j.fun, results, noError, j.again)
	not, _ := at.AnswersAbout(j.fun, results, noError, !j.again)
	if again.Reachable() && not.Reachable() && !parted(again, not) {
		return nil, false
	}
	all := []points.Point{again}
	if j.errors == repeats.Again {
		all = append(all, at.Fails(results[len(results)-1], true))
	}
	return all, ok
}

// parted reports whether a reply has no code that fails at both of two points, if it has one at either.
func parted(p, q points.Point) bool {
	both := false
	for _, s := range p.Origins() {
		for _, o := range q.Origins() {
			if !s.Is(o) || s.Failing()+o.Failing() == 0 {
				continue
			}
			if !s.Shares(o) {
				return true
			}
			both = true
		}
	}
	return !both
}
