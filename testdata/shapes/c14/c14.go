// Package c14 submits messages to a centre that speaks SMPP.
//
// Silent, because constants of another package speak against the value: its
// 0x0b and 0x58 are the messaging API's 11 and 88 by chance.
package c14

import (
	"errors"

	"example.test/programs/shapes/c14/pdu"
)

type submitResp struct {
	ResponseCode uint32
	MessageID    string
}

var errThrottled = errors.New("throttled")

func (s *submitResp) err() error {
	switch s.ResponseCode {
	case pdu.StatusOK:
		return nil
	case pdu.StatusThrottled, pdu.StatusQueueFull:
		return errThrottled
	case 0x0b:
		return errors.New("destination")
	}
	return errors.New("refused")
}

// Submit returns a message's id.
func Submit(call func() (uint32, string)) (string, error) {
	for tries := 0; ; tries++ {
		responseCode, id := call()
		if responseCode == pdu.StatusThrottled && tries < 88 {
			continue
		}
		if responseCode == 0x58 || responseCode == 0 && id == "" {
			return "", errThrottled
		}
		s := submitResp{responseCode, id}
		return s.MessageID, s.err()
	}
}
