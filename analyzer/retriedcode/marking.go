package retriedcode

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A marking is what a function of the program makes of a code: an error that ends what a
// library does, or one that does not.
//
//	func failure(code codes.ResponseCode) error {
//		if code == codes.ResponseInvalidRecipient {
//			return backoff.Permanent(code)
//		}
//		return code.Err()
//	}
type marking struct {
	from *ast.CallExpr   // that brought the code
	goes map[string]bool // the codes whose errors do not end it
}

// ends reports whether a reply's code becomes an error that ends it.
func (m *marking) ends(o points.Source, code domain.Member) bool {
	return m != nil && m.from == o.Call && !m.goes[code.Text]
}

// unmarkedBy returns what an error's function makes of the code that it gets. It fails if
// that is not a code that has come from one call, or what it returns is not known to end
// it, or not to.
func (c *checker) unmarkedBy(err ast.Expr, at points.Point, pkg *types.Package) (*marking, bool) {
	call, ok := ast.Unparen(err).(*ast.CallExpr)
	if !ok || len(call.Args) != 1 {
		return nil, false
	}
	decl := c.DeclOf(call)
	if decl == nil || decl.Body == nil || len(decl.Type.Params.List) != 1 || len(decl.Type.Params.List[0].Names) != 1 {
		return nil, false
	}
	param := decl.Type.Params.List[0].Names[0]
	v, ok := c.pass.TypesInfo.Defs[param].(*types.Var)
	if !ok || len(c.Assigned(v)) > 0 {
		return nil, false
	}
	m := &marking{from: at.From(call.Args[0]), goes: make(map[string]bool)}
	known := m.from != nil
	syntax.InspectFunc(decl.Body, func(n ast.Node) {
		ret, ok := n.(*ast.ReturnStmt)
		if !ok || !known {
			return
		}
		if len(ret.Results) != 1 {
			known = false
			return
		}
		switch c.stops(ret.Results[0], pkg, decl.Body) {
		case yes:
			return
		case maybe:
			known = false
			return
		}
		here := c.Before(ret).Fails(ret.Results[0], true)
		if !here.Reachable() {
			return
		}
		codes, ok := here.Codes(param)
		if !ok {
			known = false
			return
		}
		for _, member := range codes.Members() {
			m.goes[member.Text] = true
		}
	})
	return m, known
}
