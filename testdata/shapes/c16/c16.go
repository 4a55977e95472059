// Package c16 reads from three kinds of queues.
//
// Silent, because an int16 and a uint16 are no carriers, nor is a type with a
// constant that is not documented, and words are not documented either.
package c16

import (
	"encoding/binary"
	"errors"
)

// KError is one broker's errors.
type KError int16

// Some of them.
const (
	ErrUnknown    KError = -1
	ErrNone       KError = 0
	ErrLeader     KError = 5
	ErrTooLarge   KError = 10
	ErrOutOfOrder KError = 45
)

func (e KError) Error() string { return "broker" }

type fetched struct {
	ResponseCode KError
	Bytes        []byte
}

func (f *fetched) err() error {
	if f.ResponseCode == 0 || f.ResponseCode == 11 {
		return nil
	}
	return f.ResponseCode
}

type oldFrame struct {
	ResponseCode int16
	Key          int16
}

func (f oldFrame) ok() bool { return f.ResponseCode == 0 || f.ResponseCode == 11 && f.Key != 11 }

const (
	responseCodeOK       = uint16(1)
	responseCodeNoStream = uint16(2)
)

func frame(b []byte) error {
	if len(b) < 2 {
		return errors.New("short")
	}
	responseCode := binary.BigEndian.Uint16(b)
	switch responseCode {
	case responseCodeOK, 0:
		return nil
	case responseCodeNoStream, 11:
		return errors.New("no stream")
	}
	return errors.New("frame")
}

func ext(fields map[string]string) bool {
	return fields["reasonCode"] == "TOPIC_NOT_EXIST" || fields["responseCode"] == "SYSTEM_BUSY"
}

// Read reads.
func Read(f *fetched, b []byte, fields map[string]string) error {
	if ext(fields) && (oldFrame{}).ok() {
		return errors.New("ext")
	}
	return errors.Join(f.err(), frame(b))
}
