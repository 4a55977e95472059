package doubts

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// Stored returns what the package stores in a field. It fails if something may be stored there in another way.
func (d *Doubts) Stored(field *types.Var) ([]ast.Expr, bool) {
	s := d.storesOf()
	return s.stored[field], !s.otherwise[field]
}

// stores are what a package stores in fields: one walk over it, when it is first asked for.
type stores struct {
	info *types.Info
	// What is stored in a field by assignments and literals of the struct that it is in, and the fields in which something may be
	// stored in another way.
	stored    map[*types.Var][]ast.Expr
	otherwise map[*types.Var]bool
	// The fields that literals of their struct give a value, and those that one with other fields leaves out.
	given, omitted map[*types.Var]bool
	filled         map[level]*filling
	unlike         map[*types.Var]bool // fields that hold more lists or maps than what is filled
}

func (d *Doubts) storesOf() *stores {
	if d.stores == nil {
		d.stores = &stores{
			info:      d.pass.TypesInfo,
			stored:    make(map[*types.Var][]ast.Expr),
			otherwise: make(map[*types.Var]bool),
			given:     make(map[*types.Var]bool),
			omitted:   make(map[*types.Var]bool),
			filled:    make(map[level]*filling),
			unlike:    make(map[*types.Var]bool),
		}
		for _, file := range d.pass.Files {
			ast.Inspect(file, d.stores.visit)
		}
	}
	return d.stores
}

func (u *stores) visit(n ast.Node) bool {
	other := func(e ast.Expr) {
		if field := u.field(e); field != nil {
			u.otherwise[field] = true
		}
	}
	switch n := n.(type) {
	case *ast.AssignStmt:
		for i, lhs := range n.Lhs {
			var value ast.Expr
			if len(n.Lhs) == len(n.Rhs) && (n.Tok == token.ASSIGN || n.Tok == token.DEFINE) {
				value = n.Rhs[i]
			}
			u.fill(lhs, value)
			if field := u.field(lhs); field != nil && len(n.Lhs) == len(n.Rhs) {
				u.stored[field] = append(u.stored[field], n.Rhs[i])
				u.unlike[field] = u.unlike[field] || !u.appendTo(field, n.Rhs[i])
			} else {
				other(lhs)
			}
		}
	case *ast.UnaryExpr:
		other(n.X)
	case *ast.IncDecStmt:
		u.fill(n.X, nil)
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
func (u *stores) field(e ast.Expr) *types.Var {
	if e == nil {
		return nil
	}
	return syntax.Field(u.info, e)
}

// literal notes what a literal gives the fields of its struct.
func (u *stores) literal(lit *ast.CompositeLit) {
	t := u.info.TypeOf(lit)
	if t == nil {
		return
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	here := make(map[*types.Var]bool)
	for i, e := range lit.Elts {
		var field *types.Var
		kv, keyed := e.(*ast.KeyValueExpr)
		if keyed {
			if id, ok := kv.Key.(*ast.Ident); ok {
				field, _ = u.info.Uses[id].(*types.Var)
			}
			e = kv.Value
		} else if i < s.NumFields() {
			field = s.Field(i)
		}
		if field != nil {
			field = field.Origin()
			here[field], u.given[field] = true, true
			u.stored[field] = append(u.stored[field], e)
			u.unlike[field] = u.unlike[field] || !u.appendTo(field, e)
		}
	}
	for field := range s.Fields() {
		if field = field.Origin(); len(lit.Elts) > 0 && !here[field] {
			u.omitted[field] = true
		}
	}
}
