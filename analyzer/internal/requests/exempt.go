package requests

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
func (ch Change) typ(info *types.Info, of types.Object) types.Type {
	if ch.By != nil {
		return info.TypeOf(ch.By)
	}
	if s, ok := ch.Site.(*ast.IncDecStmt); ok {
		return info.TypeOf(s.X)
	}
	return of.Type()
}

// MakesNone reports whether a variable, or a field, holds what makes no other request: a
// time, a count of attempts.
func MakesNone(v *types.Var) bool {
	return Exempt(v.Type()) || syntax.IsInteger(v.Type()) && attemptName().MatchString(v.Name())
}

// Exempt reports whether values of a type make no other request: deadlines,
// times and delays.
func Exempt(t types.Type) bool {
	if t == nil {
		return false
	}
	return syntax.IsContext(t) || syntax.IsTime(t)
}

// IsIdle reports whether a change to a variable, or to a part of it, makes no other request.
func (ch Change) IsIdle(info *types.Info, of types.Object) bool {
	name := of.Name()
	if i := strings.LastIndex(ch.Place.Path, "."); i >= 0 {
		name = ch.Place.Path[i+1:]
	}
	if attemptName().MatchString(name) && syntax.IsInteger(ch.typ(info, of)) {
		return true
	}
	switch s := ch.Site.(type) {
	case *ast.AssignStmt:
		for i, lhs := range s.Lhs {
			if p, ok := PlaceOf(info, lhs); ok && p == ch.Place && (len(s.Rhs) == 1 || s.Rhs[i] == ch.By) {
				return Exempt(info.TypeOf(lhs))
			}
		}
	case *ast.RangeStmt:
		for _, e := range []ast.Expr{s.Key, s.Value} {
			if e == nil {
				continue
			}
			if p, ok := PlaceOf(info, e); ok && p == ch.Place {
				return Exempt(info.TypeOf(e))
			}
		}
	}
	return false
}
