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

// byName has the codes that the desk talks of.
var byName = map[string]codes.ResponseCode{
	"throttled": codes.ResponseThrottlingRateExceeded,
	"credit":    codes.ResponseInsufficientCredit,
}

// named answers by the variable that says whether there is a code.
func named(name string) (codes.ResponseCode, bool) {
	code, ok := byName[name]
	if !ok || name == "" {
		return 0, ok
	}
	return code, ok
}

// either looks at one text after the other.
func either(first, second string) (codes.ResponseCode, bool) {
	code, found := byName[first]
	if found {
		return code, found
	}
	if code, ok := byName[second]; ok {
		return code, ok
	} else if second != "" {
		return 0, ok
	}
	return 0, found
}

// sentAtAll answers Success beside what says something else.
func sentAtAll(m message) (codes.ResponseCode, bool) {
	if m.sent {
		return 0, m.sent // want `0 is the response code Success`
	}
	urgent := len(m.last.Wire()) > 1
	if urgent {
		return m.last, true
	}
	return 0, m.last.Retryable() // want `0 is the response code Success`
}
