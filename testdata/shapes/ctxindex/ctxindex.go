// Package ctxindex counts codes.
package ctxindex

import (
	"encoding/json"

	"github.com/errcodelint/errcodelint/codes"
)

const rcBusy = "5"

// Stats says how often which code came.
type Stats struct {
	sms    map[codes.ResponseCode]int
	reason map[codes.ReasonCode]int
	lines  map[int]int
	tokens map[string]int
	hours  [24]int
}

type tokenReply struct {
	RC string `json:"responseCode"`
}

// Token counts the answer to a request for a token.
func (s *Stats) Token(data []byte, hour int) error {
	var t tokenReply
	if err := json.Unmarshal(data, &t); err != nil {
		return err
	}
	if s.tokens == nil {
		s.tokens = make(map[string]int)
	}
	s.tokens[t.RC]++
	s.hours[hour]++
	return nil
}

// Good is the number of messages and tokens that came through.
func (s *Stats) Good() int {
	return s.sms[0] + s.reason[codes.ReasonNotApplicable] + s.tokens["0"] // want "magiccode: .*Success" "magiccode: .*Success"
}

// Busy is the number of messages that came too fast.
func (s *Stats) Busy() int {
	n := s.sms[codes.ResponseThrottlingRateExceeded] + s.lines[5] + s.hours[5]
	n += s.sms[88] // want "magiccode: .*GeneralFailure"
	return n + s.tokens[rcBusy]
}

// Forget drops what does not matter.
func (s *Stats) Forget() {
	delete(s.lines, 0)
	s.sms[16] = 0   // want "magiccode: .*DuplicateDestination"
	s.reason[8] = 0 // want "magiccode: .*SubscriberAbsent"
	s.hours[0], s.hours[8] = 0, 0
	if n, ok := s.reason[10]; ok && n == 0 { // want "magiccode: .*SMSCCongestion"
		s.lines[10] = 10
	}
}
