package missedcode

import (
	"go/ast"
	"go/token"
	"go/types"
	"iter"

	"github.com/errcodelint/errcodelint/analyzer/internal/binding"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A kind is a form of dispatch.
type kind int

const (
	aSwitch kind = iota
	aChain
	aLadder
)

func (k kind) category() string { return [...]string{"switch", "chain", "ladder"}[k] }

func (k kind) String() string {
	return [...]string{"switch", "if/else-if chain", "ladder of ifs"}[k]
}

// A dispatch is a place where a program does different things for different
// codes.
type dispatch struct {
	kind      kind
	node      ast.Stmt   // the switch, or the first if
	last      ast.Stmt   // the same, or a ladder's last if
	path      []ast.Node // what encloses node, outermost first
	label     string     // of a switch, "" if it has none
	tag       ast.Expr   // of a switch
	branches  []branch
	otherwise *branch // the default or else

	code  ast.Expr // the code that it is about
	key   key      // what tells it from others
	value binding.Value
	named bool                  // code is an error that holds one: the branches ask errors.Is
	kin   map[types.Object]bool // see relatives; nil until asked for
	names map[key]bool          // see names; nil until asked for
	hints map[types.Object]bool // texts that are empty for codes without a case: see saidBeside
}

// A branch is a case clause, or an if's body.
type branch struct {
	tests  []ast.Expr // the values of a case, or the conditions any of which leads here
	body   []ast.Stmt
	clause *ast.CaseClause // of a switch
	block  *ast.BlockStmt  // of an if
}

// Fewer branches on a code are no dispatch.
const (
	minCases = 2 // of a switch without a tag
	minIfs   = 3
)

// dispatches yields the dispatches on codes in a file, in the order of the
// source.
func (c *checker) dispatches() iter.Seq[*dispatch] {
	return func(yield func(*dispatch) bool) {
		seen := make(map[*ast.IfStmt]bool) // as part of a dispatch or chain
		stopped := false
		ast.PreorderStack(c.file, nil, func(n ast.Node, stack []ast.Node) bool {
			if stopped {
				return false
			}
			var d *dispatch
			switch n := n.(type) {
			case *ast.FuncDecl:
				return c.flow.Concerns(n)
			case *ast.SwitchStmt:
				d = c.switchDispatch(n, stack)
			case *ast.IfStmt:
				if !seen[n] {
					d = c.ifDispatch(n, stack, seen)
				}
			}
			if d != nil {
				d.path = append([]ast.Node(nil), stack...)
				stopped = !yield(d)
			}
			return !stopped
		})
	}
}

// switchDispatch returns a switch as a dispatch, nil if it is none on a code.
func (c *checker) switchDispatch(s *ast.SwitchStmt, stack []ast.Node) *dispatch {
	d := &dispatch{kind: aSwitch, node: s, last: s, tag: s.Tag}
	if len(stack) > 0 {
		if l, ok := stack[len(stack)-1].(*ast.LabeledStmt); ok {
			d.label = l.Label.Name
		}
	}
	for _, stmt := range s.Body.List {
		clause, ok := stmt.(*ast.CaseClause)
		if !ok {
			return nil
		}
		b := branch{tests: clause.List, body: clause.Body, clause: clause}
		if clause.List == nil {
			d.otherwise = &b
		} else {
			d.branches = append(d.branches, b)
		}
	}
	if d.tag != nil && isTrue(c.pass.TypesInfo, d.tag) {
		d.tag = nil
	}
	if d.tag == nil {
		if !c.findCode(d, minCases) {
			return nil
		}
		return d
	}
	value, ok := c.bindings.Of(d.tag)
	if !ok || c.pass.TypesInfo.Types[d.tag].Value != nil {
		return nil
	}
	d.code, d.key, d.value = d.tag, c.keyOf(d.tag), value
	return d
}

// isTrue reports whether e is the constant true.
func isTrue(info *types.Info, e ast.Expr) bool {
	id, ok := ast.Unparen(e).(*ast.Ident)
	return ok && info.Uses[id] == types.Universe.Lookup("true")
}

// ifDispatch returns the chain or ladder that starts with an if, nil if there is
// none. It notes which ifs it has seen.
func (c *checker) ifDispatch(first *ast.IfStmt, stack []ast.Node, seen map[*ast.IfStmt]bool) *dispatch {
	var next []ast.Stmt
	if len(stack) > 0 {
		next = following(stack[len(stack)-1], first)
	}
	d := &dispatch{kind: aChain, node: first, last: first, branches: branchesOf(first)}
	d.otherwise = otherwiseOf(first)
	for other := first; other != nil; other, _ = other.Else.(*ast.IfStmt) {
		seen[other] = true
	}
	if len(d.branches) < minIfs && !startsLadder(len(d.branches), next) {
		return nil // before anybody looks for codes
	}
	if c.allLeave(d) {
		c.extend(d, next, seen)
	}
	if !c.findCode(d, minIfs) {
		return nil
	}
	return d
}

// startsLadder reports whether enough ifs follow each other for a ladder, whatever
// they ask.
func startsLadder(branches int, next []ast.Stmt) bool {
	for _, stmt := range next {
		more, ok := stmt.(*ast.IfStmt)
		if !ok {
			break
		}
		if branches += len(branchesOf(more)); branches >= minIfs {
			return true
		}
	}
	return false
}

// extend makes a ladder of a chain and the ifs behind it, as long as they are about
// one code, and leave.
func (c *checker) extend(d *dispatch, next []ast.Stmt, seen map[*ast.IfStmt]bool) {
	named := c.named(append(d.branches[:len(d.branches):len(d.branches)], ifsIn(next)...))
	common := c.commonKeys(d.branches, nil, named)
	for _, stmt := range next {
		more, ok := stmt.(*ast.IfStmt)
		if !ok || d.otherwise != nil || len(common) == 0 {
			return
		}
		rungs := &dispatch{kind: aLadder, branches: branchesOf(more)}
		keys := c.commonKeys(rungs.branches, common, named)
		if len(keys) == 0 || !c.allLeave(rungs) {
			return
		}
		common = keys
		d.kind, d.last = aLadder, more
		d.branches = append(d.branches, rungs.branches...)
		d.otherwise = otherwiseOf(more)
		for other := more; other != nil; other, _ = other.Else.(*ast.IfStmt) {
			seen[other] = true
		}
	}
}

// ifsIn returns the branches of the ifs at the start of a list.
func ifsIn(list []ast.Stmt) (all []branch) {
	for _, stmt := range list {
		s, ok := stmt.(*ast.IfStmt)
		if !ok {
			break
		}
		all = append(all, branchesOf(s)...)
	}
	return all
}

// branchesOf returns the branches of an if and of those in its else.
func branchesOf(s *ast.IfStmt) []branch {
	var all []branch
	for ; s != nil; s, _ = s.Else.(*ast.IfStmt) {
		all = append(all, branch{tests: []ast.Expr{s.Cond}, body: s.Body.List, block: s.Body})
	}
	return all
}

// otherwiseOf returns the else at the end of a chain, nil if there is none.
func otherwiseOf(s *ast.IfStmt) *branch {
	for {
		switch other := s.Else.(type) {
		case *ast.IfStmt:
			s = other
			continue
		case *ast.BlockStmt:
			return &branch{body: other.List, block: other}
		}
		return nil
	}
}

// following returns the statements after s in the list that a node holds.
func following(in ast.Node, s ast.Stmt) []ast.Stmt {
	list := syntax.Statements(in)
	for i, stmt := range list {
		if stmt == s {
			return list[i+1:]
		}
	}
	return nil
}

// tests returns all conditions of a dispatch without a tag, in the order in which
// they are evaluated.
func (d *dispatch) tests() []ast.Expr {
	var all []ast.Expr
	for _, b := range d.branches {
		all = append(all, b.tests...)
	}
	return all
}

// function returns the type and body of the function around a dispatch.
func (d *dispatch) function() (*ast.FuncType, *ast.BlockStmt) {
	for i := len(d.path) - 1; i >= 0; i-- {
		switch f := d.path[i].(type) {
		case *ast.FuncLit:
			return f.Type, f.Body
		case *ast.FuncDecl:
			return f.Type, f.Body
		}
	}
	return nil, nil
}

// end is where a dispatch ends.
func (d *dispatch) end() token.Pos { return d.last.End() }
