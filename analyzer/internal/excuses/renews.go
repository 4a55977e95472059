package excuses

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/requests"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// This file is about what sends a message and has the next request be another one, for some codes:
//
//	func (c *client) send(m Message) error {
//		if c.token == "" {
//			c.login()
//		}
//		…
//		if r.Code == codes.ResponseInvalidCredentials {
//			c.token = ""
//		}

// Renewed is which codes they are, by the id of their domain and by text.
type Renewed map[string]map[string]bool

// Add adds a code.
func (all Renewed) Add(domain, text string) {
	if all[domain] == nil {
		all[domain] = make(map[string]bool)
	}
	all[domain][text] = true
}

// unlessRenewed leaves the codes for which what is called changes nothing that it makes the next request of.
func (ex *Excuses) unlessRenewed(o points.Source, members []domain.Member) []domain.Member {
	if len(members) == 0 || o.Call == nil {
		return members
	}
	all, known := ex.renewing[o.Call]
	if !known {
		all = make(Renewed)
		ex.renewedBy(o.Call, all, make(map[ast.Node]bool), 0)
		ex.renewing[o.Call] = all
	}
	return points.Without(members, func(text string) bool { return all[o.Domain.ID][text] })
}

// RenewedBy returns for which codes a function of the package has the next request be another one.
func (ex *Excuses) RenewedBy(decl *ast.FuncDecl) Renewed {
	all := make(Renewed)
	ex.renewedIn(decl, all, make(map[ast.Node]bool), 0)
	return all
}

func (ex *Excuses) renewedBy(call *ast.CallExpr, all Renewed, seen map[ast.Node]bool, depth int) {
	fn, _ := syntax.Callee(ex.pass.TypesInfo, call).(*types.Func)
	if decl := ex.DeclOfFunc(fn); decl != nil {
		ex.renewedIn(decl, all, seen, depth+1)
		return
	}
	if fn == nil {
		return
	}
	for id, texts := range ex.elsewhere.Renews(fn) {
		for text := range texts {
			all.Add(id, text)
		}
	}
}

func (ex *Excuses) renewedIn(decl *ast.FuncDecl, all Renewed, seen map[ast.Node]bool, depth int) {
	if decl.Body == nil || seen[decl] || depth > points.Deepest || !ex.Flow.Concerns(decl) {
		return
	}
	seen[decl] = true
	read := ex.requests.ReadIn(decl)
	ast.Inspect(decl.Body, func(n ast.Node) bool {
		changes := false
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, lhs := range n.Lhs {
				f := syntax.Field(ex.pass.TypesInfo, lhs)
				changes = changes || f != nil && read[f.Origin()] && !requests.MakesNone(f) && ex.isContent(lhs)
			}
		case *ast.CallExpr:
			for f := range ex.requests.StoredBy(n) {
				changes = changes || read[f] && !syntax.ImplementsError(f.Type()) && !syntax.IsInteger(f.Type()) && ex.bindings.OfType(f.Type()) == nil
			}
			ex.renewedBy(n, all, seen, depth)
		}
		if changes {
			for _, at := range ex.Before(n).Origins() {
				if at.Failing() == 0 || at.Failures() {
					continue // of a success, or of any failure
				}
				for _, m := range at.Domain.Members() {
					if at.Codes.Has(m.Text) {
						all.Add(at.Domain.ID, m.Text)
					}
				}
			}
		}
		return true
	})
}

// isContent reports whether a request may be made of what is in a place: no code, count or error.
func (ex *Excuses) isContent(e ast.Expr) bool {
	t := ex.pass.TypesInfo.TypeOf(e)
	_, code := ex.bindings.Of(e)
	return t != nil && !code && !syntax.IsInteger(t) && !syntax.ImplementsError(t)
}
