package retriedcode

import (
	"go/ast"
	"go/types"
	"strings"

	"github.com/errcodelint/errcodelint/analyzer/internal/syntax"
	"github.com/errcodelint/errcodelint/internal/lazyregexp"
)

// This file says which values make no other request, however they change: times,
// contexts, counts of attempts, random ids.

// attemptName is what counters of attempts are called. Any other number that
// changes and goes into a request makes another request of it.
var attemptName = lazyregexp.New(`(?i)attempt|tries|retr|^try`)

// random are the packages of ids and jitter.
var random = map[string]bool{
	"math/rand": true, "math/rand/v2": true, "crypto/rand": true,
	"github.com/google/uuid": true, "github.com/gofrs/uuid": true, "github.com/rs/xid": true,
	"github.com/oklog/ulid": true, "github.com/oklog/ulid/v2": true, "github.com/segmentio/ksuid": true,
}

// typ returns the type of what is assigned.
func (ch change) typ(info *types.Info, of types.Object) types.Type {
	if ch.by != nil {
		return info.TypeOf(ch.by)
	}
	if s, ok := ch.site.(*ast.IncDecStmt); ok {
		return info.TypeOf(s.X)
	}
	return of.Type()
}

// makesNoRequest reports whether a variable, or a field, holds what makes no other request: a
// time, a count of attempts.
func makesNoRequest(v *types.Var) bool {
	return exempt(v.Type()) || isNumber(v.Type()) && attemptName().MatchString(v.Name())
}

// exempt reports whether values of a type make no other request: deadlines,
// times and delays.
func exempt(t types.Type) bool {
	if t == nil {
		return false
	}
	return isContext(t) || syntax.IsTime(t)
}

func isContext(t types.Type) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == "context" && named.Obj().Name() == "Context"
}

func isNumber(t types.Type) bool {
	if t == nil {
		return false
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// isIdle reports whether a change to a variable, or to a part of it, makes no other request.
func (ch change) isIdle(info *types.Info, of types.Object) bool {
	name := of.Name()
	if i := strings.LastIndex(ch.place.path, "."); i >= 0 {
		name = ch.place.path[i+1:]
	}
	if attemptName().MatchString(name) && isNumber(ch.typ(info, of)) {
		return true
	}
	switch s := ch.site.(type) {
	case *ast.AssignStmt:
		for i, lhs := range s.Lhs {
			if p, ok := placeOf(info, lhs); ok && p == ch.place && (len(s.Rhs) == 1 || s.Rhs[i] == ch.by) {
				return exempt(info.TypeOf(lhs))
			}
		}
	case *ast.RangeStmt:
		for _, e := range []ast.Expr{s.Key, s.Value} {
			if e == nil {
				continue
			}
			if p, ok := placeOf(info, e); ok && p == ch.place {
				return exempt(info.TypeOf(e))
			}
		}
	}
	return false
}
