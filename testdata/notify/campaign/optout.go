package campaign

import (
	"sync"

	gc "github.com/errcodelint/errcodelint/codes"

	"example.test/programs/notify/geniq"
)

// OptOuts remembers who should not be sent to any more.
type OptOuts struct {
	mu   sync.Mutex
	last map[string]gc.ResponseCode
}

// Note keeps what the API said about a recipient.
func (o *OptOuts) Note(rcp geniq.Recipient) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.last == nil {
		o.last = make(map[string]gc.ResponseCode)
	}
	o.last[rcp.To] = rcp.ResponseCode
}

// Blocked tells whether a number is out: its owner said so, or it is none.
func (o *OptOuts) Blocked(to string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.last[to] == gc.ResponseSubscriberBlockedService || o.last[to] == 11 // want "magiccode: .*InvalidRecipient"
}
