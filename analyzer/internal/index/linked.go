package index

import (
	"go/ast"
	"go/types"
	"strings"
)

// noteLinked notes the functions and variables of the package that a file's comments give to others by their names
// alone: to C, or to any package of the program. The functions are as good as values, the variables as pointed to.
func (w *indexer) noteLinked(file *ast.File) {
	for _, group := range file.Comments {
		for _, c := range group.List {
			name, ok := strings.CutPrefix(c.Text, "//go:linkname ")
			if !ok {
				name, ok = strings.CutPrefix(c.Text, "//export ")
			}
			if fields := strings.Fields(name); ok && len(fields) > 0 {
				switch obj := w.Pkg.Scope().Lookup(fields[0]).(type) {
				case *types.Func:
					w.Valued[obj] = true
				case *types.Var:
					w.Variable(obj).Pointed = true
				}
			}
		}
	}
}
