package binding

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
)

// A Saying is what a constant says where it meets a code.
type Saying struct {
	Text   string         // under which it is looked up
	Const  *types.Const   // nil for a literal
	Domain *domain.Domain // that the constant belongs to; nil: none that we know of
	Stated bool           // its type says so, rather than what it is compared with
}

// Says returns what the constant of a meeting says. It fails for "", booleans
// and nil, which say nothing.
func (r *Result) Says(e ast.Expr) (Saying, bool) {
	if r.graph == nil {
		return Saying{}, false
	}
	g := r.graph
	g.mu.Lock()
	defer g.mu.Unlock()
	u, ok := g.constantUse(e)
	if !ok {
		return Saying{}, false
	}
	s := Saying{Text: u.text, Const: u.obj, Domain: u.stated, Stated: u.stated != nil}
	if s.Domain == nil && u.obj != nil {
		s.Domain = g.constants[u.obj]
	}
	return s, true
}
