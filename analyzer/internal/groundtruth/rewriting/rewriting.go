// Package rewriting writes programs in other ways that do the same: a condition in a variable of its own, an else instead
// of an early return, a call in a function of its own. What is reported of a program is reported of each, and of a correct
// one nothing: a check that knows only one way to write a thing is found out.
//
//   - rewriting.go: a file, and its text with edits in it
//   - ways.go: the table of ways
//   - conditions.go, branches.go, loops.go, calls.go: what they do
//   - former.go: the functions of the file before; types.go: types, and the variables of an expression, as they are written
package rewriting

import (
	"fmt"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// A File is one of a package that has been type-checked.
type File struct {
	Fset *token.FileSet
	AST  *ast.File
	Info *types.Info
	Pkg  *types.Package
	Text string

	added strings.Builder // declarations that a way needs, which come behind the file's own
}

// An edit replaces a part of the text, by offsets.
type edit struct {
	from, to int
	text     string
}

// Rewritten returns the file's text with all in it rewritten in one way, but for what is in a part that is
// rewritten already, and in how many places that is.
func (f *File) Rewritten(w Way) (text string, places int, err error) {
	f.added.Reset()
	var edits []edit
	ast.PreorderStack(f.AST, nil, func(n ast.Node, stack []ast.Node) bool {
		added := f.added.Len()
		more := w.rewrite(&site{f, stack}, n)
		if len(more) == 0 {
			return true
		}
		for _, e := range more {
			if slices.ContainsFunc(edits, func(o edit) bool { return e.from < o.to && o.from < e.to || e.from == o.from && e.to == o.to }) {
				rest := f.added.String()[:added]
				f.added.Reset()
				f.added.WriteString(rest)
				return true
			}
		}
		edits = append(edits, more...)
		places++
		return true
	})
	if places == 0 {
		return f.Text, 0, nil
	}
	slices.SortStableFunc(edits, func(e, o edit) int { return e.from - o.from })
	text = f.Text
	for _, e := range slices.Backward(edits) {
		text = text[:e.from] + e.text + text[e.to:]
	}
	formatted, err := format.Source([]byte(text + f.added.String()))
	if err != nil {
		return "", 0, fmt.Errorf("%s does not make a program: %w", w.Name, err)
	}
	return string(formatted), places, nil
}

// A site is where a node stands.
type site struct {
	*File
	stack []ast.Node
}

func (s *site) parent() ast.Node {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1]
}

func (f *File) offset(p token.Pos) int { return f.Fset.Position(p).Offset }

// source returns what is written of a node.
func (f *File) source(n ast.Node) string { return f.Text[f.offset(n.Pos()):f.offset(n.End())] }

func (f *File) replace(n ast.Node, text string) edit {
	return edit{f.offset(n.Pos()), f.offset(n.End()), text}
}

// between replaces what stands between two nodes, or positions.
func (f *File) between(from, to token.Pos, text string) edit {
	return edit{f.offset(from), f.offset(to), text}
}

func (f *File) before(n ast.Node, text string) edit { return f.between(n.Pos(), n.Pos(), text) }

func (f *File) behind(p token.Pos, text string) edit { return f.between(p, p, text) }

// name returns a new one, for something at a node.
func (f *File) name(base string, at ast.Node) string {
	return fmt.Sprintf("%s%d", base, f.offset(at.Pos()))
}

// siblings returns the list in which a statement stands, and where; nil if it is none of a list.
func (s *site) siblings(stmt ast.Node) (list []ast.Stmt, at int) {
	switch p := s.parent().(type) {
	case *ast.BlockStmt:
		list = p.List
	case *ast.CaseClause:
		list = p.Body
	case *ast.CommClause:
		list = p.Body
	}
	at = slices.IndexFunc(list, func(s ast.Stmt) bool { return ast.Node(s) == stmt })
	if at < 0 {
		return nil, 0
	}
	return list, at
}

// function returns the declaration around.
func (s *site) function() *ast.FuncDecl {
	for _, n := range s.stack {
		if decl, ok := n.(*ast.FuncDecl); ok {
			return decl
		}
	}
	return nil
}

// body returns the innermost function's body around.
func (s *site) body() *ast.BlockStmt {
	for _, n := range slices.Backward(s.stack) {
		switch n := n.(type) {
		case *ast.FuncDecl:
			return n.Body
		case *ast.FuncLit:
			return n.Body
		}
	}
	return nil
}

// has reports whether there is a node of some kind below another one.
func has(root ast.Node, is func(ast.Node) bool) bool {
	found := false
	ast.Inspect(root, func(n ast.Node) bool {
		found = found || n != nil && is(n)
		return !found
	})
	return found
}
