// Package receivers has methods of types whose names say nothing of codes.
package receivers

import (
	"fmt"
	"net/http"
)

const base = "https://api.geniq.io/rest/v1"

func probe(...any) {}

// A status is what the API answers, and nothing else.
type status int

const (
	fine    status = 0
	busy    status = 5
	unknown status = 11
)

type reply struct {
	Status status `json:"responseCode,string"`
}

func (s status) passes() bool {
	probe(s) // want `response keyed: its constants`
	return s == busy
}

func (s status) final() bool {
	again := s.passes()
	probe(s) // want `response keyed: its constants`
	return !again && s != fine
}

// Name may be asked by anybody.
func (s status) Name() string {
	probe(s) // want `not bound`
	return fmt.Sprint(base, int(s))
}

func check(r reply) bool { return r.Status.final() || r.Status == unknown }

// A state is also what another server says.
type state int

type answer struct {
	State state `json:"responseCode,string"`
}

func (s state) passes() bool {
	probe(s) // want `not bound`
	return s == 5
}

func states(a answer, resp *http.Response) bool {
	return a.State == 11 || a.State.passes() || state(resp.StatusCode).passes()
}

// A level is asked by an interface, too.
type level int

type rater interface{ rate() int }

type record struct {
	Level level `json:"responseCode,string"`
}

func (l level) rate() int {
	probe(l) // want `not bound`
	return 2 * int(l)
}

func rate(by rater) int { return by.rate() }

func levels(r record) int {
	if r.Level == 11 {
		return 0
	}
	return r.Level.rate() + rate(level(3))
}
