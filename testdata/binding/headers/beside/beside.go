// Package beside uses the API, and speaks another protocol.
package beside

import (
	"encoding/binary"
	"io"

	"github.com/errcodelint/errcodelint/codes"
)

func probe(...any) {}

// A disconnect is a broker's.
type disconnect struct {
	Flags      byte
	ReasonCode byte
	Code       uint16
}

func read(r io.Reader) (d disconnect, err error) {
	err = binary.Read(r, binary.BigEndian, &d)
	return
}

func (d disconnect) lost() bool {
	reasonCode := int(d.ReasonCode)
	probe(reasonCode) // want `not bound`
	return reasonCode == 4 || reasonCode >= 0x80
}

func (d disconnect) refused(b []byte) bool {
	d.Code = binary.BigEndian.Uint16(b)
	responseCode := int32(d.Code)
	probe(responseCode) // want `not bound`
	return responseCode == 16
}

// A kept one is a code of the API's in less memory.
type kept struct {
	to   uint32
	code uint8
}

func keep(to uint32, code codes.ReasonCode) kept { return kept{to, uint8(code)} }

func (k kept) absent() bool {
	reasonCode := int(k.code)
	probe(reasonCode) // want `reason named: .*`
	return reasonCode == 8
}
