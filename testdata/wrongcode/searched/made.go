package searched

import (
	"example.test/programs/wrongcode/searched/sets"

	"github.com/errcodelint/errcodelint/codes"
)

// Sets that generic functions make, here and elsewhere.

type set[T comparable] map[T]struct{}

func setOf[T comparable](values ...T) set[T] {
	s := make(set[T])
	for _, v := range values {
		s[v] = struct{}{}
	}
	return s
}

func (s set[T]) has(v T) bool {
	_, ok := s[v]
	return ok
}

var (
	later    = setOf(5, 88, 98)           // want `98 is no documented response code`
	refusing = sets.Of(11, 12, 20)        // want `20 is no documented response code`
	absence  = sets.Of[string]("8", "08") // want `"08" is no documented reason code`
	accepted = setOf(200, 202, 98)
	accounts = sets.Of("98", "99")
	times2xx = sets.Of(200, 201)
)

func (r reply) later() bool { return later.has(r.ResponseCode) }

func (r reply) refused() bool {
	code := int(codes.ResponseCode(r.ResponseCode))
	return refusing.Has(code) || sets.Of(13, 23).Has(code) // want `23 is no documented response code`
}

func (r report) absent() bool { return absence.Has(r.ReasonCode) }

func (r reply) accepted() bool { return accepted.has(r.Status) || times2xx.Has(r.Status) }

func (r reply) known() bool { return accounts.Has(r.MessageID) && accounts.Len() < 98 }

// A policy has sets of its own.
type policy struct {
	stop   *sets.Set[int]
	status set[int]
}

func newPolicy() *policy {
	p := &policy{stop: sets.Of(3, 4, 33), status: setOf(404, 98)} // want `33 is no documented response code`
	p.stop.Add(333)                                               // want `333 is no documented response code`
	return p
}

func (p *policy) stops(r reply) bool { return p.stop.Has(r.ResponseCode) || p.status.has(r.Status) }

// A seen set has whatever has come.
func seen(rs []reply) (n int) {
	seen := sets.Of[int]()
	for _, r := range rs {
		if seen.Add(r.ResponseCode) {
			n++
		}
	}
	return n
}

func (r reply) small() bool { return sets.Span(1, 98).Has(r.ResponseCode) }

var _ = []any{reply.small, reply.later, reply.refused, report.absent, reply.accepted, reply.known, newPolicy, (*policy).stops, seen}
