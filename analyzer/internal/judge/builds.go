package judge

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"

	"github.com/errcodelint/errcodelint/analyzer/internal/edit"
	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// A constant can have another value in another build, or be what somebody
// changes and builds again. What rests on it is not certain.

// buildDependent reports whether a constant may have another value when the file
// around pos is built with other tags.
func (j *Judge) buildDependent(c *types.Const, pos token.Pos) bool {
	if c == nil || c.Pkg() == nil {
		return false
	}
	if c.Pkg() != j.pass.Pkg {
		return c.Pkg().Path() == "runtime"
	}
	for _, file := range j.pass.Files {
		if file.FileStart <= c.Pos() && c.Pos() < file.FileEnd {
			same := file.FileStart <= pos && pos < file.FileEnd
			return !same && edit.Constrained(j.pass.Fset.File(file.FileStart).Name(), file)
		}
	}
	return false
}

// certain reports whether a test is the same in every build, and tests what it
// is meant to test: what follows from a wrong constant is no news beside it.
func (j *Judge) certain(test ast.Node) bool { return !j.configured(test) && !j.mistaken(test) }

// mistaken reports whether a node has a constant that does not fit.
func (j *Judge) mistaken(n ast.Node) bool {
	j.misfits.Do(func() {
		for m := range j.bindings.Meetings() {
			if misfit, _ := j.Misfit(m); misfit != Fits {
				j.wrong = append(j.wrong, m.Const.Pos())
			}
		}
	})
	return slices.ContainsFunc(j.wrong, func(pos token.Pos) bool { return n.Pos() <= pos && pos < n.End() })
}

// configured reports whether an expression mentions a constant that somebody
// may change: a switch of the program, as const strict = true, or one that
// depends on the build.
func (j *Judge) configured(n ast.Node) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return !found
		}
		switch obj := j.pass.TypesInfo.Uses[id].(type) {
		case *types.Const:
			found = found || j.buildDependent(obj, id.Pos()) || obj.Pkg() != nil && syntax.IsBoolean(obj.Type())
		case *types.Func:
			found = found || j.elsewhere(obj)
		}
		return !found
	})
	return found
}

// elsewhere reports whether a function is one of this package that other builds
// may have another version of.
func (j *Judge) elsewhere(fn *types.Func) bool {
	if fn.Pkg() != j.pass.Pkg {
		return false
	}
	for _, file := range j.pass.Files {
		if file.FileStart <= fn.Pos() && fn.Pos() < file.FileEnd {
			return edit.Constrained(j.pass.Fset.File(file.FileStart).Name(), file)
		}
	}
	return false
}
