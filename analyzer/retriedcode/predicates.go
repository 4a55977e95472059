package retriedcode

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/names"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// causes are the codes of class never for which a predicate says yes, and where
// it says so.
type causes struct {
	cases   []cause    // values of cases, elements of sets
	returns []answered // returns that say yes for codes that no case names
	some    bool       // it says no to a code that is no success
	codes   bool       // it has to do with codes
}

type answered struct {
	ret    *ast.ReturnStmt
	domain *domain.Domain
	never  []domain.Member
}

func (cs causes) never() []domain.Member {
	var all []domain.Member
	for _, h := range cs.cases {
		all = append(all, h.member)
	}
	for _, r := range cs.returns {
		all = append(all, r.never...)
	}
	return all
}

// predicates reports functions whose name, or whose result's name, says that they
// say what is sent again.
func (c *checker) predicates() {
	for _, file := range c.Files {
		literals := c.literalNames(file)
		c.functions(file, func(f points.Function) {
			name := ""
			switch n := f.Node.(type) {
			case *ast.FuncDecl:
				name = n.Name.Name
			case *ast.FuncLit:
				name = literals[n]
			}
			if i, ok := c.retryResult(f.Type, name); ok {
				c.reportPredicate(c.predicate(f.Node, f.Body, i))
			}
		})
	}
}

// retryResult returns the index of the boolean result that says whether to try
// again, if the function's or the result's name says so.
func (c *checker) retryResult(typ *ast.FuncType, name string) (int, bool) {
	if typ.Results == nil {
		return 0, false
	}
	i, bools, at := 0, 0, -1
	for _, field := range typ.Results.List {
		n := max(1, len(field.Names))
		if syntax.IsBoolean(c.pass.TypesInfo.TypeOf(field.Type)) {
			bools += n
			at = i
			for j, id := range field.Names {
				if names.SayRetry(id.Name) {
					return i + j, true
				}
			}
		}
		i += n
	}
	return at, i <= 2 && bools == 1 && names.SayRetry(name)
}

// predicate returns for which codes of class never a function's i'th result is
// true.
func (c *checker) predicate(node ast.Node, body *ast.BlockStmt, i int) causes {
	if cs, ok := c.causes[node]; ok {
		return cs
	}
	c.causes[node] = causes{} // while it calls itself
	var cs causes
	yes := make(map[*domain.Domain]map[string]bool)
	var clauses []*ast.CaseClause
	tags := make(map[*ast.CaseClause]ast.Expr)
	var walk func(ast.Node)
	walk = func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.FuncLit:
				return false
			case *ast.SwitchStmt:
				for _, clause := range n.Body.List {
					tags[clause.(*ast.CaseClause)] = n.Tag
				}
			case *ast.CaseClause:
				clauses = append(clauses, n)
				for _, s := range n.Body {
					walk(s)
				}
				clauses = clauses[:len(clauses)-1]
				return false
			case *ast.ReturnStmt:
				if i < len(n.Results) {
					var clause *ast.CaseClause
					if len(clauses) > 0 {
						clause = clauses[len(clauses)-1]
					}
					c.answer(&cs, n, n.Results[i], clause, tags[clause], body, yes)
				}
			}
			return true
		})
	}
	walk(body)
	for d, has := range yes {
		for _, m := range d.Members() {
			if !m.IsSuccess() && !has[m.Text] {
				cs.some = true
			}
		}
	}
	c.causes[node] = cs
	return cs
}
