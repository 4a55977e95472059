// Package c13 is a broker's view of acknowledgements.
//
// Silent, because a byte is never a code, and 130 and 145 are not documented.
package c13

import "errors"

// Ack acknowledges a message.
type Ack struct {
	PacketID   uint16
	ReasonCode byte
}

// Reasons.
const (
	Success       byte = 0x00
	NoSubscribers byte = 0x10
)

// Err is nil for what went well.
func (a *Ack) Err() error {
	switch a.ReasonCode {
	case Success, 16:
		return nil
	case 0x82:
		return errors.New("protocol")
	case 0x91:
		return errors.New("id in use")
	}
	return errors.New("refused")
}

// Quiet says whether nobody was listening.
func Quiet(reasonCode byte) bool { return reasonCode == 0 || reasonCode == 12 || reasonCode == 13 }

type stored struct {
	ReasonCode int
}

// Count counts stored reasons.
func Count(as []*Ack) (n int) {
	for _, a := range as {
		s := stored{int(a.ReasonCode)}
		if s.ReasonCode == 0x82 || s.ReasonCode == 0 || s.ReasonCode == 13 {
			n++
		}
	}
	return n
}
