package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/types/typeutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// preset reports whether every variable that the cases of a dispatch assign has
// a value before it, other than its zero value written as a literal: that is
// what the codes without a case get. A struct literal that gives one of the fields a
// value says what all of them are, but for errors. It also returns the statements
// that give the values.
func (c *checker) preset(d *dispatch) ([]ast.Stmt, bool) {
	all := c.assigned(d, d.branches)
	if len(all.set) == 0 && len(all.added) == 0 { // what follows says nothing beside what is set
		if len(all.appended) > 0 {
			return c.listed(d, all.appended)
		}
		return c.written(d, all.written)
	}
	var by []ast.Stmt
	type partly struct { // a struct, and what gives other fields of it a value, or all of it
		root types.Object
		by   ast.Stmt
	}
	var left []partly
	for _, lhs := range all.set {
		stmt, ok := c.hasValue(d, lhs)
		switch {
		case ok && stmt != nil:
			by = append(by, stmt)
		case ok:
		case stmt == nil || c.keyOf(lhs).path == "" || syntax.IsError(c.pass.TypesInfo.TypeOf(lhs)):
			return nil, false
		default:
			left = append(left, partly{c.keyOf(lhs).root, stmt})
		}
	}
	for _, of := range left {
		says := func(lhs ast.Expr) bool { // also where it has got another value since
			k := c.keyOf(lhs)
			has, _ := c.gives(of.by, k, true)
			return has && (k.path != "" || k.root == of.root)
		}
		if !slices.ContainsFunc(all.set, says) {
			return nil, false
		}
	}
	for _, lhs := range all.added {
		stmt, ok := c.hasValue(d, lhs)
		if !ok || stmt == nil || !c.madeOfCode(d, []ast.Stmt{stmt}) {
			return nil, false
		}
		by = append(by, stmt)
	}
	return by, len(all.set)+len(all.added) > 0
}

// listed is preset for lists, which have the code in them: as it is, or as another package wraps it,
// as slog.Int does.
func (c *checker) listed(d *dispatch, lists []ast.Expr) (by []ast.Stmt, has bool) {
	for _, list := range lists {
		stmt, ok := c.hasValue(d, list)
		if !ok || stmt == nil {
			return nil, false
		}
		in := false
		ast.Inspect(stmt, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				fn, _ := typeutil.Callee(c.pass.TypesInfo, call).(*types.Func)
				return fn == nil || fn.Pkg() != c.pass.Pkg
			}
			x, ok := n.(ast.Expr)
			in = in || ok && c.about(d, x)
			return !in
		})
		if !in {
			return nil, false
		}
		by = append(by, stmt)
	}
	return by, len(lists) > 0
}

// hasValue looks backwards for what a variable holds before a dispatch, and for the
// statement that gives it, which a parameter has not.
func (c *checker) hasValue(d *dispatch, lhs ast.Expr) (by ast.Stmt, has bool) {
	target := c.keyOf(lhs)
	var here ast.Node = d.node
	for i := len(d.path) - 1; i >= 0; i-- {
		outer := d.path[i]
		list := syntax.Statements(outer)
		for j := len(list) - 1; j >= 0; j-- {
			if list[j].Pos() >= here.Pos() || isOtherCase(list[j]) {
				continue
			}
			if has, decided := c.gives(list[j], target, true); decided {
				_, inTheEnd := list[j].(*ast.DeferStmt)
				return list[j], has && (inTheEnd || !c.isNil(d, lhs))
			}
		}
		switch outer := outer.(type) {
		case *ast.IfStmt:
			if outer.Init != nil {
				if has, decided := c.gives(outer.Init, target, true); decided {
					return outer.Init, has
				}
			}
		case *ast.FuncDecl:
			return nil, c.isParameter(outer.Type, target)
		case *ast.FuncLit:
			if c.isParameter(outer.Type, target) {
				return nil, true
			}
		}
		here = outer
	}
	return nil, false
}

// isNil reports whether a variable is an error that is nil when a dispatch begins: what came
// of a call before, and has been looked at.
func (c *checker) isNil(d *dispatch, lhs ast.Expr) bool {
	return syntax.IsError(c.pass.TypesInfo.TypeOf(lhs)) && !c.flow.Before(d.node).Fails(lhs, true).Reachable()
}

// isOtherCase reports whether a statement is a case that does not go on to the
// next.
func isOtherCase(s ast.Stmt) bool {
	switch s := s.(type) {
	case *ast.CaseClause:
		return !fallsThrough(s.Body)
	case *ast.CommClause:
		return true
	}
	return false
}

// isParameter reports whether a variable is a parameter, for which the caller has
// a value. What a pointer leads to was given by nobody for this purpose.
func (c *checker) isParameter(f *ast.FuncType, target key) bool {
	for _, field := range f.Params.List {
		for _, name := range field.Names {
			if obj := c.pass.TypesInfo.Defs[name]; obj != nil && obj == target.root {
				_, pointer := obj.Type().Underlying().(*types.Pointer)
				return target.path == "" || !pointer
			}
		}
	}
	return false
}

// gives reports whether a statement gives a variable a value that is no zero
// literal, and whether that decides the matter: not if it may not be executed.
func (c *checker) gives(s ast.Stmt, target key, certain bool) (has, decided bool) {
	switch s := s.(type) {
	case *ast.AssignStmt:
		for i, lhs := range s.Lhs {
			var rhs ast.Expr
			if len(s.Lhs) == len(s.Rhs) {
				rhs = s.Rhs[i]
			}
			if has, decided := c.stores(lhs, rhs, target); decided && (has || certain && s.Tok != token.ADD_ASSIGN) {
				return has, true
			}
		}
		return false, false
	case *ast.DeclStmt:
		decl, ok := s.Decl.(*ast.GenDecl)
		if !ok {
			return false, false
		}
		for _, spec := range decl.Specs {
			spec, ok := spec.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, name := range spec.Names {
				if c.pass.TypesInfo.Defs[name] != target.root || target.root == nil {
					continue
				}
				switch {
				case len(spec.Values) == 0:
					return false, true
				case len(spec.Values) == len(spec.Names):
					has, _ := c.stores(name, spec.Values[i], target)
					return has, true
				}
				return true, true
			}
		}
		return false, false
	}
	// Anything in a statement of another kind may be executed, or not. What returns
	// does not get to the dispatch, unless it returns from a closure.
	inClosure := token.NoPos // up to here
	ast.Inspect(s, func(n ast.Node) bool {
		if lit, ok := n.(*ast.FuncLit); ok {
			inClosure = max(inClosure, lit.End())
		}
		if n != nil && n.Pos() >= inClosure && c.returns(syntax.Statements(n)) {
			return false
		}
		if inner, ok := n.(ast.Stmt); ok && inner != s {
			switch inner.(type) {
			case *ast.AssignStmt, *ast.DeclStmt:
				if h, ok := c.gives(inner, target, false); ok && h {
					has, decided = true, true
				}
			}
		}
		return !decided
	})
	return has, decided
}

// returns reports whether a list of statements always leaves the function, once it
// is reached.
func (c *checker) returns(list []ast.Stmt) bool {
	if !c.terminates(list) {
		return false
	}
	jumps := false
	for _, stmt := range list {
		ast.Inspect(stmt, func(n ast.Node) bool {
			_, is := n.(*ast.BranchStmt)
			jumps = jumps || is
			return !jumps
		})
	}
	return !jumps
}

// stores returns what lhs = rhs means for a variable: a rhs of nil is one of
// several results.
func (c *checker) stores(lhs, rhs ast.Expr, target key) (has, decided bool) {
	k := c.keyOf(lhs)
	if k.root == nil || k.root != target.root {
		return false, false
	}
	switch {
	case k.path == target.path:
		return rhs == nil || !c.isZero(rhs), true
	case len(k.path) < len(target.path) && target.path[:len(k.path)] == k.path && target.path[len(k.path)] == '.':
		// A struct that the variable is a field of.
		lit := compositeOf(rhs)
		if lit == nil {
			return rhs == nil || !c.isZero(rhs), true
		}
		return c.fieldSet(lit, target.path[len(k.path)+1:]), true
	}
	return false, false
}

// compositeOf returns the composite literal that e is, or is the address of.
func compositeOf(e ast.Expr) *ast.CompositeLit {
	if e == nil {
		return nil
	}
	e = ast.Unparen(e)
	if u, ok := e.(*ast.UnaryExpr); ok && u.Op == token.AND {
		e = u.X
	}
	lit, _ := ast.Unparen(e).(*ast.CompositeLit)
	return lit
}

// fieldSet reports whether a struct literal gives a field a value.
func (c *checker) fieldSet(lit *ast.CompositeLit, field string) bool {
	for _, e := range lit.Elts {
		kv, ok := e.(*ast.KeyValueExpr)
		if !ok {
			return true // by position: all fields have one
		}
		id, ok := kv.Key.(*ast.Ident)
		if !ok || id.Name != field && !(len(field) > len(id.Name) && field[:len(id.Name)+1] == id.Name+".") {
			continue
		}
		if inner := compositeOf(kv.Value); inner != nil && id.Name != field {
			return c.fieldSet(inner, field[len(id.Name)+1:])
		}
		return !c.isZero(kv.Value)
	}
	return false
}

// isZero reports whether e is a zero value written as such, and not by a name.
func (c *checker) isZero(e ast.Expr) bool {
	switch x := ast.Unparen(e).(type) {
	case *ast.BasicLit:
		return zeroLiterals[x.Value]
	case *ast.Ident:
		obj := c.pass.TypesInfo.Uses[x]
		return obj == types.Universe.Lookup("nil") || obj == types.Universe.Lookup("false")
	case *ast.CompositeLit:
		t := c.pass.TypesInfo.TypeOf(x)
		if t == nil || len(x.Elts) > 0 {
			return false
		}
		switch t.Underlying().(type) {
		case *types.Struct, *types.Array:
			return true
		}
	case *ast.CallExpr: // a conversion
		return len(x.Args) == 1 && c.pass.TypesInfo.Types[x.Fun].IsType() && c.isZero(x.Args[0])
	case *ast.UnaryExpr:
		return x.Op == token.SUB && c.isZero(x.X)
	}
	return false
}

var zeroLiterals = map[string]bool{"0": true, "0.0": true, "0.": true, "0x0": true, `""`: true, "``": true, `'\x00'`: true, `'\000'`: true}
