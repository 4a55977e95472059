package excuses

import (
	"go/ast"
	"go/types"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// IsStandard reports whether something is an error of the standard library.
func IsStandard(obj types.Object) bool { return standard[obj.Pkg().Path()] }

var standard = map[string]bool{
	"context": true, "database/sql": true, "io": true, "io/fs": true, "net": true, "net/http": true, "net/url": true, "os": true, "syscall": true,
}

// isSentinel reports whether an expression is an error that the program, or a library, has
// made of failures: a type's method Is may take any of its errors for one.
func (ex *Excuses) isSentinel(e ast.Expr) bool {
	v := syntax.PackageVariable(ex.pass.TypesInfo, e)
	return v != nil && !IsStandard(v)
}
