package absent

import "github.com/errcodelint/errcodelint/codes"

type message struct {
	sent  bool
	reply reply
	last  codes.ResponseCode
}

// A code that is absent is no Success.
func (m message) Code() (codes.ResponseCode, bool) {
	if !m.sent {
		return 0, false
	}
	return m.last, true
}

func (m message) number() (code int, ok bool) {
	if m.reply.ResponseCode == nil {
		return 0, false
	}
	return *m.reply.ResponseCode, true
}

func (m message) throttled() (codes.ResponseCode, bool) {
	if !m.sent {
		return 5, false // want `5 is the response code ThrottlingRateExceeded`
	}
	if code, ok := m.number(); ok && code == 0 { // want `0 is the response code Success`
		return 0, true // want `0 is the response code Success`
	}
	return m.last, false
}
