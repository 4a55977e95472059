package webhook

import (
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// State is what became of a message.
type State string

const (
	Unknown   State = "unknown"
	Delivered State = "delivered"
	Waiting   State = "waiting"
	Dead      State = "dead"
	Failed    State = "failed"
)

// Record is the last that was heard of a message.
type Record struct {
	ID      string
	Channel string
	State   State
	Reason  codes.ReasonCode
}

// String is for the log.
func (r Record) String() string {
	return fmt.Sprintf("%s %s: %s, reason %d", r.Channel, r.ID, r.State, r.Reason)
}

// Store keeps records. The zero value is ready.
type Store struct {
	mu      sync.Mutex
	records map[string]Record
	counts  map[codes.ReasonCode]int
}

// Put keeps a record in place of an older one.
func (s *Store) Put(rec Record) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.records == nil {
		s.records = make(map[string]Record)
		s.counts = map[codes.ReasonCode]int{0: 0} // want "magiccode: .*NotApplicable"
	}
	s.records[rec.ID] = rec
	s.counts[rec.Reason]++
}

// Get returns what is known of a message.
func (s *Store) Get(id string) Record {
	s.mu.Lock()
	defer s.mu.Unlock()
	if rec, ok := s.records[id]; ok {
		return rec
	}
	return Record{id, "", Unknown, 4} // want "magiccode: .*OtherError"
}

// All returns all records by their ids.
func (s *Store) All() []Record {
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Record
	for _, id := range slices.Sorted(maps.Keys(s.records)) {
		all = append(all, s.records[id])
	}
	return all
}

// Reasons is how many reasons there are for all that has happened, the one
// for no failure included.
func (s *Store) Reasons() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.counts)
}

// Away is how often a phone was off or full.
func (s *Store) Away() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.counts[8] + s.counts[13] // want "magiccode: .*SubscriberAbsent" "magiccode: .*HandsetMemoryExceeded"
}

// Trouble lists the messages that a network lost.
func (s *Store) Trouble() []string {
	inNetwork := func(c codes.ReasonCode) bool {
		return c > 0 && c < 3 || c == 9 || c == 10 // want "magiccode: .*> 0" "magiccode: .*< 3" "magiccode: .*SMSCFailure" "magiccode: .*SMSCCongestion"
	}
	var ids []string
	for _, rec := range s.All() {
		if inNetwork(rec.Reason) {
			ids = append(ids, rec.ID)
		}
	}
	return ids
}

var pauses = map[codes.ReasonCode]time.Duration{
	8:                                 time.Hour,        // want "magiccode: .*SubscriberAbsent"
	10:                                10 * time.Minute, // want "magiccode: .*SMSCCongestion"
	codes.ReasonHandsetMemoryExceeded: 24 * time.Hour,
}

// Again is when to send a message again, 0 for never.
func (s *Store) Again(id string) time.Duration { return pauses[s.Get(id).Reason] }
