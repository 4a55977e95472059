// Package carnamed has codes in fields, variables and parameters that are
// known by their names alone.
package carnamed

import (
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Line is a line of the gateway's log: "id;ResponseCode;seconds".
type Line struct {
	ID           string
	ResponseCode int
	Seconds      int
}

// Parse reads a line.
func Parse(s string) (*Line, error) {
	f := strings.Split(s, ";")
	if len(f) != 3 {
		return nil, errors.New("want 3 fields")
	}
	code, err := strconv.Atoi(f[1])
	if err != nil {
		return nil, err
	}
	seconds, err := strconv.Atoi(f[2])
	return &Line{f[0], code, seconds}, err
}

// Kind is for the report at the end of the month.
func (l *Line) Kind() string {
	switch l.ResponseCode {
	case 0, 16: // want "magiccode: .*Success" "magiccode: .*DuplicateDestination"
		return "sent"
	case 11, 12: // want "magiccode: .*InvalidRecipient" "magiccode: .*InvalidOriginator"
		return "address"
	}
	if l.Seconds == 0 || l.Seconds > 11 {
		return "broken"
	}
	return "other"
}

// Slow reads the field again.
func Slow(s string) bool {
	var responseCode string
	if f := strings.Split(s, ";"); len(f) > 1 {
		responseCode = f[1]
	}
	return responseCode == "5" || responseCode == "88" // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
}

// Explain is called by the other tools.
func Explain(to string, responseCode int32) error {
	if responseCode == 0 || to == "0" { // want "magiccode: .*Success"
		return nil
	}
	if responseCode == 301 { // want "magiccode: .*NoWhatsAppSession"
		return errors.New("no session with " + to)
	}
	return fmt.Errorf("%s: code %d", to, responseCode)
}

// Frame is the gateway's binary log; its byte is not the API's code.
type Frame struct {
	ResponseCode byte
	ReasonCode   uint16
	Length       uint32
}

// Unmarshal reads a frame.
func (f *Frame) Unmarshal(b []byte) bool {
	if len(b) < 11 {
		return false
	}
	f.ResponseCode, f.ReasonCode, f.Length = b[0], binary.BigEndian.Uint16(b[1:]), binary.BigEndian.Uint32(b[3:])
	return f.ResponseCode == 11 && f.ReasonCode != 12 && f.Length > 0
}
