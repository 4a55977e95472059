package directive

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A kind is a kind of node that a directive can stand on.
type kind int

const (
	packageClause kind = 1 << iota
	typeDecl
	constBlock // or a lone const declaration
	constant
	variable // also what := defines
	field    // of a struct, or a parameter
	function // also a method of an interface, or a literal
	switchStmt
	mapLiteral
	mapEntry
)

// accepts says what the directives of a verb can stand on.
var accepts = map[Verb]struct {
	kinds kind
	where string
}{
	Declare:    {typeDecl | constBlock | variable, "a type, a const block, or a variable whose value is a map literal"},
	Extend:     {constBlock, "a const block"},
	Retry:      {constant | mapEntry, "one constant, or an entry of a map literal that declares codes"},
	Domain:     {packageClause | typeDecl | variable | field | function, "a field, a variable, a type, a function or the package clause"},
	Exhaustive: {switchStmt | mapLiteral, "a switch or a map literal"},
}

// places finds what stands on the lines of a file.
type places struct {
	pass  *analysis.Pass
	file  *ast.File
	nodes map[int][]placed // by the line on which they start, outermost first
	code  map[int]token.Pos
}

type placed struct {
	node ast.Node
	kind kind
}

func newPlaces(pass *analysis.Pass, file *ast.File) *places {
	p := &places{pass: pass, file: file, nodes: make(map[int][]placed), code: make(map[int]token.Pos)}
	ast.PreorderStack(file, nil, func(n ast.Node, stack []ast.Node) bool {
		switch n.(type) {
		case *ast.Comment, *ast.CommentGroup:
			return false
		case *ast.File:
			return true
		}
		start := n.Pos()
		if !start.IsValid() {
			return true // broken code
		}
		if decl, ok := n.(*ast.FuncDecl); ok && decl.Type.Func.IsValid() {
			start = decl.Type.Func
		}
		p.note(start)
		if end := n.End(); end > start {
			p.note(end - 1)
		}
		p.nodes[p.line(start)] = append(p.nodes[p.line(start)], placed{n, p.kindOf(n, stack)})
		return true
	})
	p.note(file.Package)
	return p
}

// note remembers where the code of a line begins.
func (p *places) note(pos token.Pos) {
	line := p.line(pos)
	if first, ok := p.code[line]; !ok || pos < first {
		p.code[line] = pos
	}
}

func (p *places) line(pos token.Pos) int { return p.pass.Fset.PositionFor(pos, false).Line }

func (p *places) kindOf(n ast.Node, stack []ast.Node) kind {
	parent := stack[len(stack)-1]
	switch n := n.(type) {
	case *ast.TypeSpec:
		return typeDecl
	case *ast.GenDecl:
		if n.Tok == token.CONST {
			return constBlock
		}
	case *ast.ValueSpec:
		if decl, ok := parent.(*ast.GenDecl); ok && decl.Tok == token.CONST {
			return constant
		}
		return variable
	case *ast.AssignStmt:
		if n.Tok == token.DEFINE {
			return variable
		}
	case *ast.Field:
		if _, method := n.Type.(*ast.FuncType); method && len(n.Names) == 1 {
			if _, ok := stack[len(stack)-2].(*ast.InterfaceType); ok {
				return function
			}
		}
		return field
	case *ast.FuncDecl, *ast.FuncLit:
		return function
	case *ast.SwitchStmt:
		return switchStmt
	case *ast.CompositeLit:
		if syntax.IsMap(p.pass.TypesInfo.TypeOf(n)) {
			return mapLiteral
		}
	case *ast.KeyValueExpr:
		if lit, ok := parent.(*ast.CompositeLit); ok && syntax.IsMap(p.pass.TypesInfo.TypeOf(lit)) {
			return mapEntry
		}
	}
	return 0
}

// ownLine reports whether a comment has a line for itself.
func (p *places) ownLine(c *ast.Comment) bool {
	first, ok := p.code[p.line(c.Pos())]
	return !ok || first > c.Pos()
}

// target returns the line that a comment is about: its own where it stands behind
// code, else the one below its group.
func (p *places) target(c *ast.Comment, group *ast.CommentGroup) int {
	if p.ownLine(c) {
		return p.line(group.End()-1) + 1
	}
	return p.line(c.Pos())
}

// place finds what a directive stands on.
func (p *places) place(d *Directive, group *ast.CommentGroup) *Problem {
	if d.Verb == Ignore {
		return p.placeIgnore(d, group)
	}
	want := accepts[d.Verb]
	kinds := want.kinds
	if d.Params != nil {
		kinds = function
	}
	if d.Comment.Pos() < p.file.Package && kinds&packageClause != 0 {
		d.Node = p.file
		return nil
	}
	for _, n := range p.nodes[p.target(d.Comment, group)] {
		if n.kind&kinds == 0 {
			continue
		}
		d.Node = n.node
		if d.Verb == Domain && d.Params == nil && n.kind == function {
			return problem(Malformed, "which parameters? On a function write %sdomain %s, and their names", prefix, d.Domain)
		}
		return nil
	}
	switch {
	case d.Params != nil:
		return problem(Misplaced, "there is no function here that has the parameters %s", strings.Join(d.Params, ", "))
	case p.ownLine(d.Comment) && len(p.nodes[p.target(d.Comment, group)]) == 0:
		return problem(Misplaced, "nothing stands below this directive: put it right above %s, or at the end of its line", want.where)
	}
	return problem(Misplaced, "%s%s belongs on %s: right above it, or at the end of its line", prefix, d.Verb, want.where)
}
