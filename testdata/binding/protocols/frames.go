package protocols

import (
	"encoding/binary"
	"errors"
)

var errShort = errors.New("short frame")

// acknowledged reads what a modem answers over a serial line.
func acknowledged(frame []byte) (bool, error) {
	if len(frame) < 5 {
		return false, errShort
	}
	responseCode := int(frame[4])
	probe(responseCode) // want `not bound`
	switch responseCode {
	case 0x00, 0x06:
		return true, nil
	case 0x15:
		return false, nil
	}
	return false, errors.New("neither ACK nor NAK")
}

// A header is one of DNS.
type header struct {
	ID           uint16
	ResponseCode int
}

func parse(packet []byte) (h header) {
	h.ID = binary.BigEndian.Uint16(packet)
	h.ResponseCode = int(packet[3] & 0x0f)
	probe(h.ResponseCode) // want `not bound`
	return h
}

func (h header) refused() bool { return h.ResponseCode == 5 || h.ResponseCode == 11 }

// closed reads why a WebSocket was closed.
func closed(payload []byte) bool {
	reasonCode := uint32(binary.BigEndian.Uint16(payload))
	probe(reasonCode) // want `not bound`
	return reasonCode == 12
}

// stored reads what our own table has as a smallint: it is a code still.
func stored(column int16) bool {
	reasonCode := int(column)
	probe(reasonCode) // want `reason`
	return reasonCode == 13
}

// Statuses of a message centre: 11 and 88 in decimal, but nobody writes them so.
const (
	statusDestination = 0x0b
	statusThrottled   = 0x58
)

// retryable gets what others read.
func retryable(responseCode uint32) bool {
	probe(responseCode) // want `not bound`
	return responseCode == statusThrottled || responseCode == 0x14 || responseCode == 0
}

func refused(responseCode uint32) bool {
	probe(responseCode) // want `not bound`
	return responseCode != 0 && responseCode != statusDestination
}
