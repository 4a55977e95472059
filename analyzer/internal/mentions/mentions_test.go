package mentions

import (
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"testing"
)

const text = `package p

type reply struct{ code int }

func send(r reply, all []reply) (n int) {
	if last := r; last.code > 0 {
		n++
	}
	for _, r := range all {
		func() {
			n += r.code
		}()
	}
	switch {
	case r.code == n, n > 3:
		return len(all)
	}
	return n
}
`

// TestInspect holds what is visited for each variable, alone and with another one, against a walk over everything: it is what has
// one of its names in it, in the same order, be there nodes that are not looked into or none.
func TestInspect(t *testing.T) {
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", text, 0)
	if err != nil {
		t.Fatal(err)
	}
	info := &types.Info{Defs: make(map[*ast.Ident]types.Object), Uses: make(map[*ast.Ident]types.Object)}
	cfg := types.Config{Importer: importer.Default()}
	if _, err := cfg.Check("p", fset, []*ast.File{file}, info); err != nil {
		t.Fatal(err)
	}
	decl := file.Decls[1]
	var vars []types.Object
	for _, obj := range info.Defs {
		if v, ok := obj.(*types.Var); ok && v.Pos() > decl.Pos() && v.Name() != "_" {
			vars = append(vars, v)
		}
	}
	if len(vars) != 5 {
		t.Fatalf("the function has %d variables", len(vars))
	}
	into := map[string]func(ast.Node) bool{
		"all":         func(ast.Node) bool { return true },
		"no literals": func(n ast.Node) bool { _, lit := n.(*ast.FuncLit); return !lit },
		"no tests":    func(n ast.Node) bool { _, test := n.(*ast.BinaryExpr); return !test },
		"nothing":     func(ast.Node) bool { return false },
	}
	x := New(info)
	for name, into := range into {
		for _, v := range vars {
			for _, w := range vars {
				want := visited(func(visit func(ast.Node) bool) {
					ast.Inspect(decl, func(n ast.Node) bool { return n != nil && mentions(info, n, v, w) && visit(n) })
				}, into)
				got := visited(func(visit func(ast.Node) bool) { x.Inspect(decl, visit, v, w) }, into)
				if !slices.Equal(got, want) {
					t.Errorf("%s and %s, %s: visited %v, want %v", v.Name(), w.Name(), name, got, want)
				}
			}
		}
		want := visited(func(visit func(ast.Node) bool) {
			ast.Inspect(decl, func(n ast.Node) bool { return n != nil && visit(n) })
		}, into)
		got := visited(func(visit func(ast.Node) bool) { x.Inspect(decl, visit, vars[0], nil) }, into)
		if !slices.Equal(got, want) {
			t.Errorf("an unknown variable, %s: visited %v, want %v", name, got, want)
		}
	}
}

// visited returns the nodes that a walk visits, if it goes into some alone.
func visited(walk func(visit func(ast.Node) bool), into func(ast.Node) bool) (all []ast.Node) {
	walk(func(n ast.Node) bool {
		all = append(all, n)
		return into(n)
	})
	return all
}

func mentions(info *types.Info, n ast.Node, of ...types.Object) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && slices.Contains(of, info.ObjectOf(id)) {
			found = true
		}
		return !found
	})
	return found
}
