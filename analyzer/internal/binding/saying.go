package binding

import (
	"go/ast"
	"go/types"
	"strings"

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

// wordless takes out what stands between the words of a name.
var wordless = strings.NewReplacer("_", "", " ", "", "-", "")

// saysNothing reports whether a text that stands where a code could stands for none: "", what fmt makes of nil, as of a
// code that a map has not got, and the key itself, which is the head of a column of codes.
func saysNothing(text string) bool {
	if text == "" || text == "<nil>" {
		return true
	}
	name := wordless.Replace(text)
	return strings.EqualFold(name, domain.Response.Key) || strings.EqualFold(name, domain.Reason.Key)
}
