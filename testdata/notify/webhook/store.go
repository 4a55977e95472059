package webhook

import (
	"maps"
	"slices"
	"sync"

	"github.com/errcodelint/errcodelint/codes"
)

// State is what became of a message.
type State string

const (
	Delivered State = "delivered"
	Waiting   State = "waiting"
	Dead      State = "dead number"
	Rejected  State = "rejected"
	Failed    State = "failed"
)

// Record is the last that was heard of a message.
type Record struct {
	MessageID string
	To        string
	Channel   string
	State     State
	Reason    codes.ReasonCode
	Away      bool // try again tomorrow
	Reports   int
}

// Store keeps the records. The zero value is ready.
type Store struct {
	mu      sync.Mutex
	records map[string]Record
}

// Put keeps a record in place of an older one of the same message.
func (s *Store) Put(rec Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.records == nil {
		s.records = make(map[string]Record)
	}
	rec.Reports = s.records[rec.MessageID].Reports + 1
	s.records[rec.MessageID] = rec
}

// Get returns what is known of a message.
func (s *Store) Get(id string) (Record, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	rec, ok := s.records[id]
	return rec, ok
}

// Undelivered returns the messages that have not arrived.
func (s *Store) Undelivered() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(s.records)) {
		if rec := s.records[id]; rec.Reason != 0 { // want "magiccode: .*NotApplicable"
			ids = append(ids, id)
		}
	}
	return ids
}

// Causes returns the reasons behind all that went wrong, each once.
func (s *Store) Causes() []int {
	s.mu.Lock()
	defer s.mu.Unlock()
	var codes []int
	for _, rec := range s.records {
		if code := int(rec.Reason); code != 0 && !slices.Contains(codes, code) { // want "magiccode: .*NotApplicable"
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	return codes
}

// Stuck returns the messages that are reported on over and over.
func (s *Store) Stuck() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []string
	for _, id := range slices.Sorted(maps.Keys(s.records)) {
		rec := s.records[id]
		if rec.Reports >= 5 && rec.Reason != codes.ReasonNotApplicable {
			ids = append(ids, id)
		}
	}
	return ids
}

// stateOf takes a reason for what it means to a message.
func stateOf(reason codes.ReasonCode) State {
	switch {
	case reason == 0: // want "magiccode: .*NotApplicable"
		return Delivered
	case reason == codes.ReasonSubscriberUnknown || reason == 6: // want "magiccode: .*SubscriberBarred"
		return Dead
	case reason == codes.ReasonInvalidWhatsAppTemplate:
		return Rejected
	case reason.Retryable():
		return Waiting
	default:
		return Failed
	}
}
