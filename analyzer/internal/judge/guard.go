package judge

import (
	"go/ast"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A guard is the last test before a point that settled a question.
type guard struct {
	found        bool
	pos          token.Pos
	sameDispatch bool // an earlier case of the same switch, chain or ladder
}

// guard walks back from a point of a function, outward and upward, to the last
// test before which the question was open.
func (j *Judge) guard(q *question, path []ast.Node, at ast.Node) guard {
	for i := 1; i < len(path); i++ {
		child, parent := path[i-1], path[i]
		var g guard
		var stop bool
		switch parent := parent.(type) {
		case *ast.FuncDecl, *ast.FuncLit:
			return guard{} // its callers settled it
		case *ast.BinaryExpr:
			if (parent.Op == token.LAND || parent.Op == token.LOR) && child == ast.Node(parent.Y) {
				g, stop = j.open(q, parent.X)
			}
		case *ast.IfStmt:
			if child != ast.Node(parent.Cond) && child != parent.Init {
				g, stop = j.open(q, parent.Cond)
				g.sameDispatch = child == parent.Else && isCondition(path[:i])
			} else if child == ast.Node(parent.Cond) && parent.Init != nil {
				g, stop = j.passed(q, parent.Init)
			}
		case *ast.ForStmt:
			if parent.Cond != nil && (child == ast.Node(parent.Body) || child == parent.Post) {
				g, stop = j.open(q, parent.Cond)
			}
		case *ast.SwitchStmt:
			if clause, ok := enclosingClause(path[:i]); ok {
				g, stop = j.cases(q, parent, clause, at)
			}
			if init := parent.Init; !stop && init != nil && child != init {
				g, stop = j.passed(q, init)
			}
		case *ast.BlockStmt:
			if _, clauses := child.(*ast.CaseClause); !clauses {
				g, stop = j.siblings(q, parent.List, path[:i])
			}
		case *ast.CaseClause:
			g, stop = j.siblings(q, parent.Body, path[:i])
		case *ast.CommClause:
			g, stop = j.siblings(q, parent.Body, path[:i])
		}
		if stop {
			return g
		}
	}
	return guard{}
}

// pathTo returns the nodes around one, the innermost first.
func (j *Judge) pathTo(n ast.Node) []ast.Node {
	for _, file := range j.pass.Files {
		if file.FileStart <= n.Pos() && n.Pos() < file.FileEnd {
			path, _ := astutil.PathEnclosingInterval(file, n.Pos(), n.End())
			return path
		}
	}
	return nil
}

// open returns a guard at a test if the question was open before it. A test that
// somebody can configure is not certain, so then there is none.
func (j *Judge) open(q *question, test ast.Expr) (g guard, stop bool) {
	if !j.wasOpen(q, syntax.FirstTest(test)) {
		return guard{}, false
	}
	return guard{found: j.certain(test), pos: test.Pos()}, true
}

// wasOpen reports whether the question was open before a node that somebody
// reaches.
func (j *Judge) wasOpen(q *question, before ast.Node) bool {
	s := j.flow.Before(before)
	return s.Reachable() && !q.settled(s)
}

// siblings walks back over the statements of a list before the one that a path
// leads out of.
func (j *Judge) siblings(q *question, list []ast.Stmt, path []ast.Node) (g guard, stop bool) {
	of := path[len(path)-1]
	at := -1
	for i, stmt := range list {
		if ast.Node(stmt) == of {
			at = i
		}
	}
	i := at - 1
	var walked []step
	var end result
	for ; i >= 0; i-- {
		key := j.step(q, list[i])
		known, ok := j.walked[key]
		if ok {
			end = known
			break
		}
		walked = append(walked, key)
		if g, stop := j.passed(q, list[i]); stop {
			end = result{g, stop, i, q.code}
			break
		}
	}
	if !end.stop {
		end.code = q.code
	}
	// Whoever comes after these statements with the same question gets the same
	// answer: a ladder of a thousand tests is walked once.
	for _, key := range walked {
		j.walked[key] = end
	}
	if end.code != nil {
		q.code = end.code
	}
	g = end.guard
	g.sameDispatch = g.found && isCondition(path) && j.isLadder(list[end.at:at+1])
	return g, end.stop
}

// A step is a question that comes to a statement from behind.
type step struct {
	stmt ast.Stmt
	code string
	root types.Object
	text string
	only bool
}

// A result is what comes of the walk back from a step.
type result struct {
	guard
	stop bool
	at   int      // index of the statement that stopped it
	code ast.Expr // what the question is about by then
}

func (j *Judge) step(q *question, stmt ast.Stmt) step {
	s := step{stmt: stmt, code: types.ExprString(q.code), text: q.text, only: q.only}
	ast.Inspect(q.code, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && s.root == nil {
			if v, ok := j.pass.TypesInfo.ObjectOf(id).(*types.Var); ok {
				s.root = v
			}
		}
		return s.root == nil
	})
	return s
}

// passed looks at a statement that was executed just before a point at which the
// question is settled. It stops if the question was open before.
func (j *Judge) passed(q *question, stmt ast.Stmt) (g guard, stop bool) {
	before := j.flow.Before(stmt)
	if loop, ok := stmt.(*ast.ForStmt); ok && loop.Cond == nil {
		before = j.flow.Before(loop.Body) // each round asks for it anew
	}
	if q.settled(before) {
		return guard{}, false
	}
	if source := storedIn(q.code, stmt); source != nil {
		// A copy: where was the original settled?
		q.code = source
		return guard{}, !q.settled(before)
	}
	if !before.Reachable() {
		return guard{}, true
	}
	pos, test := j.testIn(q, stmt)
	if test == nil {
		return guard{}, true
	}
	return guard{found: j.certain(test), pos: pos}, true
}

// testIn returns the test by which a statement guards what comes after it.
func (j *Judge) testIn(q *question, stmt ast.Stmt) (token.Pos, ast.Node) {
	switch stmt := stmt.(type) {
	case *ast.LabeledStmt:
		return j.testIn(q, stmt.Stmt)
	case *ast.IfStmt:
		if elseIf, ok := stmt.Else.(*ast.IfStmt); ok && j.wasOpen(q, elseIf) {
			return j.testIn(q, elseIf)
		}
		return stmt.Cond.Pos(), stmt.Cond
	case *ast.ForStmt:
		if stmt.Cond == nil {
			return stmt.Pos(), stmt.Body // a break in it
		}
		return stmt.Cond.Pos(), stmt
	case *ast.SwitchStmt:
		var test ast.Node = stmt
		for _, clause := range stmt.Body.List {
			for _, e := range clause.(*ast.CaseClause).List {
				if j.wasOpen(q, e) {
					test = e // the last of these decides
				}
			}
		}
		return test.Pos(), test
	}
	return token.NoPos, nil
}

// cases looks at the cases of a switch that come before a point in it: those
// before the case expression that the point is in, or all that led to the body
// that it is in.
func (j *Judge) cases(q *question, s *ast.SwitchStmt, clause *ast.CaseClause, at ast.Node) (g guard, stop bool) {
	inBody := at.Pos() > clause.Colon
	var last ast.Expr
	for _, c := range s.Body.List {
		c := c.(*ast.CaseClause)
		if c == clause && inBody && c.List != nil {
			// The body is entered by one of its own cases, which come last.
			for _, e := range c.List {
				if j.wasOpen(q, e) {
					last = e
				}
			}
			break
		}
		for _, e := range c.List {
			if c == clause && e.End() > at.Pos() {
				break
			}
			if j.wasOpen(q, e) {
				last = e
			}
		}
		if c == clause && c.List != nil {
			break
		}
	}
	if last == nil {
		return guard{}, false
	}
	return guard{found: j.certain(last), pos: last.Pos(), sameDispatch: !inBody}, true
}

// enclosingClause returns the clause of a switch that a path leads out of.
func enclosingClause(path []ast.Node) (*ast.CaseClause, bool) {
	for i := len(path) - 1; i >= 0; i-- {
		switch n := path[i].(type) {
		case *ast.BlockStmt: // the switch's body
		case *ast.CaseClause:
			return n, true
		default:
			return nil, false
		}
	}
	return nil, false
}

// isCondition reports whether a path begins in the condition of the chain of
// ifs that it leads out of.
func isCondition(path []ast.Node) bool {
	for i := len(path) - 1; i >= 1; i-- {
		s, ok := path[i].(*ast.IfStmt)
		if !ok {
			return false
		}
		if path[i-1] == ast.Node(s.Cond) {
			return true
		}
		if path[i-1] != ast.Node(s.Else) {
			return false
		}
	}
	return false
}

// isLadder reports whether statements are ifs whose bodies all leave.
func (j *Judge) isLadder(list []ast.Stmt) bool {
	for _, stmt := range list {
		s, ok := stmt.(*ast.IfStmt)
		if !ok || s.Else != nil || !j.leaves(s.Body) {
			return false
		}
	}
	return true
}

// leaves reports whether what follows a statement is not for those who come to it.
func (j *Judge) leaves(stmt ast.Stmt) bool {
	switch stmt := stmt.(type) {
	case *ast.ReturnStmt, *ast.BranchStmt:
		return true
	case *ast.ExprStmt:
		call, ok := ast.Unparen(stmt.X).(*ast.CallExpr)
		return ok && !j.flow.MayReturn(call)
	case *ast.BlockStmt:
		return len(stmt.List) > 0 && j.leaves(stmt.List[len(stmt.List)-1])
	case *ast.IfStmt:
		return stmt.Else != nil && j.leaves(stmt.Body) && j.leaves(stmt.Else)
	}
	return false
}

// storedIn returns the expression that a statement stores in a variable or field,
// if it stores just one there.
func storedIn(code ast.Expr, stmt ast.Stmt) ast.Expr {
	var lhs, rhs []ast.Expr
	switch stmt := stmt.(type) {
	case *ast.AssignStmt:
		lhs, rhs = stmt.Lhs, stmt.Rhs
	case *ast.DeclStmt:
		decl, ok := stmt.Decl.(*ast.GenDecl)
		if !ok || len(decl.Specs) != 1 {
			return nil
		}
		if spec, ok := decl.Specs[0].(*ast.ValueSpec); ok {
			for _, name := range spec.Names {
				lhs = append(lhs, name)
			}
			rhs = spec.Values
		}
	}
	root := unconverted(code)
	if root == nil {
		return nil
	}
	for i, l := range lhs {
		if id, ok := l.(*ast.Ident); !ok || id.Name != root.Name {
			continue
		}
		switch {
		case len(lhs) == len(rhs):
			return rhs[i]
		case len(rhs) == 1 && i == 0: // n, err := strconv.Atoi(text)
			return rhs[0]
		}
	}
	return nil
}

// unconverted returns the variable that an expression is, apart from conversions and
// the like around it.
func unconverted(e ast.Expr) *ast.Ident {
	for {
		switch x := ast.Unparen(e).(type) {
		case *ast.Ident:
			return x
		case *ast.CallExpr:
			if len(x.Args) == 1 {
				e = x.Args[0]
				continue
			}
			sel, ok := x.Fun.(*ast.SelectorExpr)
			if !ok || len(x.Args) > 0 {
				return nil
			}
			e = sel.X
		default:
			return nil
		}
	}
}
