package missedcode

import (
	"go/ast"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// uses are what a package stores in fields: one walk over it, when it is first asked for.
type uses struct {
	pass *analysis.Pass
	// What is stored in a field by assignments and literals of the struct that it is in, and the fields in which something may be
	// stored in another way.
	stored    map[*types.Var][]ast.Expr
	otherwise map[*types.Var]bool
}

// valuesOf returns what the package stores in a field. It fails if something may be stored there in another way.
func (u *uses) valuesOf(field *types.Var) ([]ast.Expr, bool) {
	u.find()
	return u.stored[field], !u.otherwise[field]
}

func (u *uses) find() {
	if u.stored != nil {
		return
	}
	u.stored = make(map[*types.Var][]ast.Expr)
	u.otherwise = make(map[*types.Var]bool)
	for _, file := range u.pass.Files {
		ast.Inspect(file, u.visit)
	}
}

func (u *uses) visit(n ast.Node) bool {
	other := func(e ast.Expr) {
		if field := u.field(e); field != nil {
			u.otherwise[field] = true
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			if field := u.field(lhs); field != nil && len(n.Lhs) == len(n.Rhs) {
				u.stored[field] = append(u.stored[field], n.Rhs[i])
			} else {
				other(lhs)
			}
		}
	case *ast.UnaryExpr:
		other(n.X)
	case *ast.IncDecStmt:
		other(n.X)
	case *ast.RangeStmt:
		other(n.Key)
		other(n.Value)
	case *ast.CompositeLit:
		u.literal(n)
	}
	return true
}

// field returns the field that an expression selects, nil for anything else.
func (u *uses) field(e ast.Expr) *types.Var {
	if e == nil {
		return nil
	}
	return syntax.Field(u.pass.TypesInfo, e)
}

// literal notes what a literal gives the fields of its struct.
func (u *uses) literal(lit *ast.CompositeLit) {
	t := u.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for i, e := range lit.Elts {
		var field *types.Var
		kv, keyed := e.(*ast.KeyValueExpr)
		if keyed {
			if id, ok := kv.Key.(*ast.Ident); ok {
				field, _ = u.pass.TypesInfo.Uses[id].(*types.Var)
			}
			e = kv.Value
		} else if i < s.NumFields() {
			field = s.Field(i)
		}
		if field != nil {
			u.stored[field.Origin()] = append(u.stored[field.Origin()], e)
		}
	}
}
