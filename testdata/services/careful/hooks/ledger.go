package hooks

import (
	"maps"
	"slices"
	"sync"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// State is what became of a message.
type State string

const (
	OnItsWay  State = "on its way"
	Delivered State = "delivered"
	Delayed   State = "delayed"
	Lost      State = "lost"
)

// Entry is a report.
type Entry struct {
	ID      string
	Channel string
	Reason  *codes.ReasonCode // nil as long as nothing is known
	Reports int
}

// State makes something of the reason.
func (e Entry) State() State {
	switch {
	case e.Reason == nil:
		return OnItsWay
	case *e.Reason == codes.ReasonNotApplicable:
		return Delivered
	case e.Reason.Retryable():
		return Delayed
	default:
		return Lost
	}
}

// resendAfter is how long a message may wait before it is sent again.
var resendAfter = map[codes.ReasonCode]time.Duration{
	codes.ReasonSubscriberAbsent:      2 * time.Hour,
	codes.ReasonHandsetMemoryExceeded: 24 * time.Hour,
	codes.ReasonSMSCCongestion:        5 * time.Minute,
}

// Resend tells when to send the message again, if ever.
func (e Entry) Resend() (time.Duration, bool) {
	if e.State() != Delayed {
		return 0, false
	}
	if d, ok := resendAfter[*e.Reason]; ok {
		return d, true
	}
	return time.Hour, true
}

// Ledger keeps the last report on every message. The zero value is ready.
type Ledger struct {
	mu      sync.Mutex
	entries map[string]Entry
}

// Put keeps a report.
func (l *Ledger) Put(e Entry) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.entries == nil {
		l.entries = make(map[string]Entry)
	}
	e.Reports = l.entries[e.ID].Reports + 1
	l.entries[e.ID] = e
}

// Get returns the last report on a message.
func (l *Ledger) Get(id string) (Entry, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	e, ok := l.entries[id]
	return e, ok
}

// All returns the last reports, by message.
func (l *Ledger) All() []Entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	var all []Entry
	for _, id := range slices.Sorted(maps.Keys(l.entries)) {
		all = append(all, l.entries[id])
	}
	return all
}

// unreachable are the reasons to take a number off the lists.
var unreachable = []codes.ReasonCode{
	codes.ReasonSubscriberUnknown,
	codes.ReasonSubscriberBarred,
	codes.ReasonSubscriberNotProvisioned,
}

// Unreachable lists the messages whose numbers are no good, and those that
// were reported on five times or more without ever getting through.
func (l *Ledger) Unreachable() []string {
	var ids []string
	for _, e := range l.All() {
		if e.Reason == nil {
			continue
		}
		if slices.Contains(unreachable, *e.Reason) || e.Reports >= 5 && *e.Reason != codes.ReasonNotApplicable {
			ids = append(ids, e.ID)
		}
	}
	return ids
}
