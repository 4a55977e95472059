package uncheckedcode

import (
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
)

// makers are the functions that return an error in any case, but for those of which [syntax.MakesPlainError] knows.
var makers = map[string]bool{
	"fmt.Errorf": true, "errors.Join": true, "golang.org/x/xerrors.Errorf": true,
	"github.com/cockroachdb/errors.New": true, "github.com/cockroachdb/errors.Newf": true, "github.com/cockroachdb/errors.Errorf": true,
	"google.golang.org/grpc/status.Error": true, "google.golang.org/grpc/status.Errorf": true,
}

// makesError reports whether a function returns an error in any case. One of another package does if it is
// called so.
func (c *checker) makesError(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	if syntax.MakesPlainError(fn) || makers[fn.Pkg().Path()+"."+fn.Name()] {
		return true
	}
	decl := c.replies.Declaration(fn)
	if decl == nil {
		return strings.HasPrefix(fn.Name(), "New") && fn.Pkg() != c.pass.Pkg
	}
	makes, known := c.making[fn]
	if !known {
		c.making[fn] = false // by calling itself it makes none
		b := c.replies.Body(decl)
		if blocks := b.Order(decl.Body).Blocks(); len(blocks) > 0 {
			makes = c.errorWalk(b, decl).allFail(blocks[0], 0)
		}
		c.making[fn] = makes
	}
	return makes
}
