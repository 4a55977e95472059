// Package variation changes programs at random: it takes out, moves, repeats and wraps statements, puts one name for another, and stores
// and jumps where a program did not. What programs are about meets then as nobody would write it down; whoever tests with what comes of it
// runs it, to see what is true.
package variation

import (
	"errors"
	"go/ast"
	"go/format"
	"go/parser"
	"go/printer"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A Variation is a file that changes.
type Variation struct {
	*rand.Rand
	Text   string
	Probes bool // calls of seen(_, code) are added, too

	file *ast.File
}

// Change changes one thing in the file. It fails if nothing that it tries compiles.
func (v *Variation) Change(compiles func(text string) bool) bool {
	for range 100 {
		file, err := parser.ParseFile(token.NewFileSet(), "varied.go", v.Text, parser.SkipObjectResolution)
		if err != nil {
			return false
		}
		v.file = file
		if !pickOne(v.Rand, v.ways())() {
			continue
		}
		text, err := format.Source([]byte(textOf(file)))
		if err == nil && string(text) != v.Text && compiles(string(text)) {
			v.Text = string(text)
			return true
		}
	}
	return false
}

// A list is one of the program's lists of statements.
type list struct {
	stmts *[]ast.Stmt
	in    *ast.FuncDecl
}

func (v *Variation) lists() []list {
	var all []list
	for _, decl := range v.file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		ast.Inspect(fn.Body, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BlockStmt:
				all = append(all, list{&n.List, fn})
			case *ast.CaseClause:
				all = append(all, list{&n.Body, fn})
			case *ast.CommClause:
				all = append(all, list{&n.Body, fn})
			}
			return true
		})
	}
	return all
}

// somewhere picks a statement.
func (v *Variation) somewhere() (l list, i int, ok bool) {
	all := slices.DeleteFunc(v.lists(), func(l list) bool {
		if len(*l.stmts) == 0 {
			return true
		}
		switch (*l.stmts)[0].(type) {
		case *ast.CaseClause, *ast.CommClause:
			return true // of a switch's body
		}
		return false
	})
	if len(all) == 0 {
		return list{}, 0, false
	}
	l = all[v.IntN(len(all))]
	return l, v.IntN(len(*l.stmts)), true
}

// condition returns one that a function has already.
func (v *Variation) condition(in *ast.FuncDecl) (ast.Expr, bool) {
	var all []ast.Expr
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			all = append(all, n.Cond)
		case *ast.BinaryExpr:
			if n.Op.Precedence() == token.EQL.Precedence() {
				all = append(all, n)
			}
		}
		return true
	})
	if len(all) == 0 {
		return nil, false
	}
	return cloneExpr(pickOne(v.Rand, all)), true
}

// cloneExpr returns a copy, which can be put into the original.
func cloneExpr(e ast.Expr) ast.Expr {
	c, err := parser.ParseExpr(textOf(e))
	if err != nil { // the ~int of a constraint
		return ast.NewIdent("_")
	}
	return c
}

func cloneStmt(s ast.Stmt) ast.Stmt {
	file, err := parser.ParseFile(token.NewFileSet(), "", "package p\nfunc f() {\n"+textOf(s)+"\n}", parser.SkipObjectResolution)
	if err != nil {
		return &ast.EmptyStmt{}
	}
	return file.Decls[0].(*ast.FuncDecl).Body.List[0]
}

func textOf(n ast.Node) string {
	var b strings.Builder
	if err := printer.Fprint(&b, token.NewFileSet(), n); err != nil {
		return ""
	}
	return b.String()
}

// names returns the names in a function that may be variables.
func names(in ast.Node) []*ast.Ident {
	var all []*ast.Ident
	ast.Inspect(in, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && id.Name != "_" {
			all = append(all, id)
		}
		return true
	})
	return all
}

func pickOne[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// operand returns a variable, or what stands on either side of a comparison or an assignment.
func (v *Variation) operand(in *ast.FuncDecl) ast.Expr {
	var all []ast.Expr
	ast.Inspect(in, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			all = append(all, n.Lhs...)
			all = append(all, n.Rhs...)
		case *ast.BinaryExpr:
			all = append(all, n.X, n.Y)
		case *ast.SelectorExpr:
			all = append(all, n)
		case *ast.IndexExpr:
			all = append(all, n)
		case *ast.StarExpr:
			all = append(all, n)
		case *ast.Ident:
			all = append(all, n)
		}
		return true
	})
	return cloneExpr(pickOne(v.Rand, all))
}

// Difference returns the lines that two versions do not have in common, as diff -u shows them.
func Difference(before, after string) (string, error) {
	dir, err := os.MkdirTemp("", "")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	old, new := filepath.Join(dir, "before"), filepath.Join(dir, "after")
	for name, text := range map[string]string{old: before, new: after} {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			return "", err
		}
	}
	out, err := exec.Command("diff", "-u", old, new).Output()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) && exit.ExitCode() == 1 { // they differ
		err = nil
	}
	return string(out), err
}
