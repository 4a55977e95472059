// Package c20 talks to a scheduler, a server of logins and a device.
//
// Silent, because constants of the generated package speak against its field,
// words are not documented, and a byte is never a code.
package c20

import (
	"errors"

	"example.test/programs/shapes/c20/pb"
)

// Err is nil for what was done.
func Err(r *pb.Response) error {
	switch r.GetResponseCode() {
	case pb.ResponseCode_OK:
		return nil
	case pb.ResponseCode_LOCK_ERROR:
		return errors.New("locked")
	}
	if r.ResponseCode == 5 || r.ResponseCode != pb.ResponseCode_INVALID_REQUEST && len(r.Details) == 0 {
		return errors.New("empty")
	}
	return errors.New("refused")
}

// Access says whether somebody may come in.
func Access(reply map[string]string) bool {
	return reply["responseCode"] == "Access-Accept" || reply["responseCode"] == "Access-Challenge"
}

type frame struct {
	ResponseCode byte
	Param        byte
}

// Ready says whether a device is.
func Ready(b []byte) bool {
	if len(b) < 2 {
		return false
	}
	f := frame{b[0], b[1]}
	return f.ResponseCode == 0x04 || f.ResponseCode == 99 && f.Param == 0
}
