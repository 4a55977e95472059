// Package c17 charges for services with Diameter.
//
// Silent, because 2001 and 5001 are not documented; 268 is a key.
package c17

import "errors"

// Numbers of attributes and results.
const (
	resultCode = 268
	success    = 2001
	unknown    = 5001
)

type message map[int]uint32

type charged struct {
	ResponseCode uint32
	Session      string
}

func read(m message) charged { return charged{ResponseCode: m[resultCode]} }

// Err says why nothing was charged.
func Err(m message) error {
	c := read(m)
	switch c.ResponseCode {
	case success, 2002:
		return nil
	case unknown:
		return errors.New("unknown user")
	case 0, 11:
		return errors.New("no result")
	}
	if responseCode := m[resultCode]; responseCode == 4012 || responseCode == 5 {
		return errors.New("credit")
	}
	return errors.New("refused")
}
