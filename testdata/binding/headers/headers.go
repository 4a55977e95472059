// Package headers speaks protocols whose headers have codes of a byte or two, and keeps these in wider fields.
package headers

import "encoding/binary"

func probe(...any) {}

// A packet is what a network access server sends.
type packet struct {
	Code       byte
	ReasonCode uint8
}

type session struct {
	reasonCode int
	user       string
}

func (s *session) stop(p packet) { s.reasonCode = int(p.ReasonCode) }

func (s *session) lost() bool {
	probe(s.reasonCode) // want `not bound`
	switch s.reasonCode {
	case 2, 4, 5:
		return true
	case 1, 11:
		return false
	}
	return false
}

// A frame is a broker's.
type frame struct {
	key          uint16
	responseCode uint16
}

const (
	responseCodeOK            = 1
	responseCodeNoStream      = 2
	responseCodeAccessRefused = 16
)

func read(b []byte) frame {
	return frame{binary.BigEndian.Uint16(b), binary.BigEndian.Uint16(b[8:])}
}

func (f frame) ok() bool { return f.responseCode == responseCodeOK }

// name is for what the frame's code says, and is handed that as an int.
func name(responseCode int) string {
	probe(responseCode) // want `not bound`
	switch responseCode {
	case responseCodeOK:
		return "ok"
	case responseCodeNoStream:
		return "no stream"
	case responseCodeAccessRefused:
		return "refused"
	}
	return ""
}

// A row has the code as a smallint.
type row struct {
	Code int16
}

func (r row) absent() bool {
	reasonCode := int(r.Code)
	probe(reasonCode) // want `reason`
	return reasonCode == 13
}

// A device answers in two bytes.
func answered(answer []byte) (responseCode int) {
	responseCode = int(answer[0])<<8 | int(answer[1])
	probe(responseCode) // want `not bound`
	if responseCode == 21 {
		return 0
	}
	return responseCode
}

func reckoned(high, low int) bool {
	responseCode := high<<8 | low
	probe(responseCode) // want `response named: .*`
	return responseCode == 21
}
