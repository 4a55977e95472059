package geniq

import "sync"

// Stats counts the answers to messages. The zero value is ready.
type Stats struct {
	mu   sync.Mutex
	sms  map[string]int
	last string
}

func (s *Stats) note(responseCode string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sms == nil {
		s.sms = make(map[string]int)
	}
	s.sms[responseCode]++
	s.last = responseCode
}

// Sent is the number of messages that are on their way.
func (s *Stats) Sent() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sms["0"] // want "magiccode: .*Success"
}

// Lost is the number of messages that nobody will read.
func (s *Stats) Lost() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.sms["11"] + s.sms["15"] // want "magiccode: .*InvalidRecipient" "magiccode: .*SubscriberBlockedService"
}

// Calm tells whether the API kept up with us when it was last asked.
func (s *Stats) Calm() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.last != "5" // want "magiccode: .*ThrottlingRateExceeded"
}
