package retriedcode

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/types"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/domain"
	"github.com/errcodelint/errcodelint/analyzer/internal/names"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/codes"
)

// A cause is a code that is to be sent again, and where the program says so.
type cause struct {
	at     ast.Node
	member domain.Member
}

// A set is a literal that lists codes: a map's keys, a list's elements.
type set struct {
	lit   *ast.CompositeLit
	holds []cause
}

// sets reports codes that cannot succeed in the sets whose names say that they
// are sent again.
func (c *checker) sets() {
	for _, file := range c.Files {
		for _, decl := range file.Decls {
			if c.hasConstants(decl) {
				c.setsOf(decl)
			}
		}
	}
}

// hasConstants reports whether constants that meet a code are in a declaration, as they are in few.
func (c *checker) hasConstants(decl ast.Decl) bool {
	c.met()
	i, _ := slices.BinarySearch(c.metAt, decl.Pos())
	return i < len(c.metAt) && c.metAt[i] < decl.End()
}

func (c *checker) setsOf(decl ast.Decl) {
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, name := range n.Names {
				if i < len(n.Values) {
					c.namedSet(name.Name, n.Values[i])
				}
			}
		case *ast.AssignStmt:
			for i, lhs := range n.Lhs {
				if id, ok := lhs.(*ast.Ident); ok && len(n.Lhs) == len(n.Rhs) {
					c.namedSet(id.Name, n.Rhs[i])
				}
			}
		case *ast.KeyValueExpr:
			if id, ok := n.Key.(*ast.Ident); ok {
				c.namedSet(id.Name, n.Value)
			}
		case *ast.CompositeLit:
			if c.isTable(n) {
				c.reportSet(c.setOf(n))
			}
		}
		return true
	})
}

func (c *checker) namedSet(name string, e ast.Expr) {
	lit, ok := ast.Unparen(e).(*ast.CompositeLit)
	if ok && names.SayRetry(name) && !c.isTable(lit) && !c.listsStructs(lit) {
		c.reportSet(c.setOf(lit))
	}
}

// listsStructs reports whether a literal is a list of structs, which may be many things if nothing searches it by a code.
func (c *checker) listsStructs(lit *ast.CompositeLit) bool {
	t := syntax.OrInvalid(c.pass.TypesInfo.TypeOf(lit))
	return syntax.IsList(t) && structIn(t) != nil
}

// setOf returns the codes that a literal lists as members. Keys that are mapped
// to false are none.
func (c *checker) setOf(lit *ast.CompositeLit) *set {
	t := c.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return nil
	}
	s := &set{lit: lit}
	var elem types.Type
	switch t := t.Underlying().(type) {
	case *types.Map:
		elem = t.Elem()
	case *types.Slice, *types.Array:
		if st := structIn(t); st != nil {
			c.rowsIn(s, lit, st)
			return s
		}
	default:
		return nil
	}
	for _, elt := range lit.Elts {
		e := elt
		if kv, ok := elt.(*ast.KeyValueExpr); ok {
			if elem == nil || !c.included(kv.Value, elem) {
				continue
			}
			e = kv.Key
		} else if elem != nil {
			continue
		}
		if m, ok := c.constant(e); ok {
			s.holds = append(s.holds, cause{e, m})
		}
	}
	return s
}

// structIn returns the struct that the elements of a list are, nil for anything else.
func structIn(list types.Type) *types.Struct {
	l, ok := list.Underlying().(interface{ Elem() types.Type })
	if !ok {
		return nil
	}
	st, _ := l.Elem().Underlying().(*types.Struct)
	return st
}

// rowsIn adds the codes that the structs in a list hold, but for those of which they say that they are not sent again.
func (c *checker) rowsIn(s *set, list *ast.CompositeLit, st *types.Struct) {
	for _, elt := range list.Elts {
		row, ok := ast.Unparen(elt).(*ast.CompositeLit)
		if !ok || saysRetry(st) && !c.included(row, st) {
			continue
		}
		for _, e := range row.Elts {
			if kv, ok := e.(*ast.KeyValueExpr); ok {
				e = kv.Value
			}
			if m, ok := c.constant(e); ok {
				s.holds = append(s.holds, cause{e, m})
			}
		}
	}
}

// saysRetry reports whether a struct has a field that says whether something is sent again.
func saysRetry(st *types.Struct) bool {
	for field := range st.Fields() {
		if b, ok := field.Type().Underlying().(*types.Basic); ok && b.Kind() == types.Bool && names.SayRetry(field.Name()) {
			return true
		}
	}
	return false
}

// included reports whether a map's value says that its key is in the set.
func (c *checker) included(v ast.Expr, t types.Type) bool {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		val := c.pass.TypesInfo.Types[v].Value
		return val != nil && val.Kind() == constant.Bool && constant.BoolVal(val)
	case *types.Struct:
		if u.NumFields() == 0 {
			return true
		}
		lit, ok := ast.Unparen(v).(*ast.CompositeLit)
		if !ok {
			return false
		}
		for i, elt := range lit.Elts {
			name, value := "", elt
			if kv, ok := elt.(*ast.KeyValueExpr); ok {
				if id, ok := kv.Key.(*ast.Ident); ok {
					name = id.Name
				}
				value = kv.Value
			} else if i < u.NumFields() {
				name = u.Field(i).Name()
			}
			val := c.pass.TypesInfo.Types[value].Value
			if names.SayRetry(name) && val != nil && val.Kind() == constant.Bool && constant.BoolVal(val) {
				return true
			}
		}
	}
	return false
}

// isTable reports whether a literal is a table that says for each code whether it
// is sent again, in a field of that name.
func (c *checker) isTable(lit *ast.CompositeLit) bool {
	t := c.pass.TypesInfo.TypeOf(lit)
	if t == nil {
		return false
	}
	m, ok := t.Underlying().(*types.Map)
	if !ok {
		return false
	}
	st, ok := m.Elem().Underlying().(*types.Struct)
	return ok && saysRetry(st)
}

// constant returns the documented code that a constant stands for, where a code
// belongs; also one that a call only spells differently, codes.X.Wire().
func (c *checker) constant(e ast.Expr) (domain.Member, bool) {
	d, ok := c.met()[ast.Unparen(e)]
	if !ok {
		return domain.Member{}, false
	}
	says, ok := c.bindings.Says(e)
	if !ok {
		return domain.Member{}, false
	}
	return d.Lookup(says.Text)
}

// met returns the domains of the constants that meet a code.
func (c *checker) met() map[ast.Expr]*domain.Domain {
	if c.constants == nil {
		c.constants = make(map[ast.Expr]*domain.Domain)
		for m := range c.bindings.Meetings() {
			if c.settings.Speaks(m.Value) {
				c.constants[m.Const] = m.Value.Domain
				c.metAt = append(c.metAt, m.Const.Pos()) // which rise
			}
		}
	}
	return c.constants
}

func (c *checker) reportSet(s *set) {
	if s == nil {
		return
	}
	for _, h := range s.holds {
		if h.member.Retry == codes.RetryNever {
			c.reportCause(h, "set", c.takeBack(h))
		}
	}
}

// reportCause reports a code that the program says is to be sent again.
func (c *checker) reportCause(h cause, category, advice string) {
	if c.reported[h.at.Pos()] || !c.inFiles(h.at) {
		return
	}
	c.reported[h.at.Pos()] = true
	c.report.Report(analysis.Diagnostic{
		Pos: h.at.Pos(), End: h.at.End(), Category: category,
		Message:        fmt.Sprintf("%s is of class never: sent again, it is refused again; %s", meaning(h.member), advice),
		SuggestedFixes: c.removal(h.at),
	})
}

// inFiles reports whether a node is in a file that the check reports in.
func (c *checker) inFiles(n ast.Node) bool { return syntax.FileAt(c.Files, n.Pos()) != nil }

// setsIn calls visit with the sets that are searched in an expression or
// statement.
func (c *checker) setsIn(n ast.Node, visit func(*set)) {
	info := c.pass.TypesInfo
	ast.Inspect(n, func(n ast.Node) bool {
		var e ast.Expr
		switch n := n.(type) {
		case *ast.IndexExpr:
			e = n.X
		case *ast.CallExpr:
			fn, _ := syntax.Callee(info, n).(*types.Func)
			if fn == nil || fn.Pkg() == nil || fn.Pkg().Path() != "slices" || len(n.Args) < 2 {
				return true
			}
			e = n.Args[0]
		case *ast.RangeStmt:
			if c.Flow.ByHand(n) == nil {
				return true
			}
			e = n.X
		default:
			return true
		}
		lit, ok := ast.Unparen(e).(*ast.CompositeLit)
		if !ok {
			if v := c.Once(e); v != nil {
				lit, ok = ast.Unparen(v).(*ast.CompositeLit)
			}
		}
		if ok {
			if s := c.setOf(lit); s != nil && len(s.holds) > 0 {
				visit(s)
			}
		}
		return true
	})
}
