package defaults

import "github.com/errcodelint/errcodelint/codes"

type state string

const (
	unknown   state = ""
	delivered state = "delivered"
	waiting   state = "waiting"
	failed    state = "failed"
)

// stateOf starts from the worst.
func stateOf(code codes.ResponseCode) state {
	s := failed
	switch code {
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		s = waiting
	}
	return s
}

// stateOrNone starts from nothing.
func stateOrNone(code codes.ResponseCode) state {
	var s state
	switch code { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		s = waiting
	}
	return s
}

// stateFromZero starts from a constant whose name says what it is, although it is
// the zero value.
func stateFromZero(code codes.ResponseCode) state {
	s := unknown
	switch code {
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		s = waiting
	}
	return s
}

// hopeful starts from success, which is not for the codes that fail.
func hopeful(code codes.ResponseCode) state {
	s := delivered
	switch code { // want `happens to 21 response codes .*: 0 Success`
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		s = waiting
	}
	return s
}

type record struct {
	State  state
	Reason codes.ResponseCode
	Tries  int
	Note   string
}

// recordOf presets a field in the literal.
func recordOf(code codes.ResponseCode) record {
	rec := record{State: failed, Reason: code}
	switch code {
	case codes.ResponseSuccess:
		rec.State = delivered
	case codes.ResponseThrottlingRateExceeded:
		rec.State = waiting
	}
	return rec
}

// recordWithoutState does not.
func recordWithoutState(code codes.ResponseCode) record {
	rec := record{Reason: code}
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		rec.State = delivered
	case codes.ResponseThrottlingRateExceeded:
		rec.State = waiting
	}
	return rec
}

// recordHalf presets one of two.
func recordHalf(code codes.ResponseCode) record {
	rec := record{Reason: code}
	rec.State = failed
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		rec.State = delivered
	case codes.ResponseThrottlingRateExceeded:
		rec.State = waiting
		rec.Note = "slow down"
	}
	return rec
}

// recordWhole says by its literal what all of a record is, and then presets one of two.
func recordWhole(code codes.ResponseCode, late bool) record {
	rec := record{Reason: code, State: waiting}
	if late {
		rec.State = failed
		switch code {
		case codes.ResponseSuccess:
			rec.State = delivered
		case codes.ResponseThrottlingRateExceeded:
			rec.State, rec.Note = waiting, "slow down"
		}
	}
	return rec
}

// recordCounted presets all that is assigned; what is only counted up needs no preset.
func recordCounted(rec record, code codes.ResponseCode) record {
	rec.State = failed
	switch code {
	case codes.ResponseSuccess:
		rec.State = delivered
	case codes.ResponseThrottlingRateExceeded:
		rec.State = waiting
		rec.Tries += 1
	}
	return rec
}

// counted has a counter that does not start at zero, which is no default.
func counted(all []reply) int {
	n := len(all)
	for _, r := range all {
		switch r.ResponseCode { // want `happens to 21 response codes`
		case codes.ResponseSuccess:
			n -= 1
		case codes.ResponseThrottlingRateExceeded:
			n += 2
		}
	}
	return n
}

// update leaves a record of somebody else's as it was.
func update(rec *record, code codes.ResponseCode) {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		rec.State = delivered
	case codes.ResponseThrottlingRateExceeded:
		rec.State = waiting
	}
}

// updated presets it through the pointer.
func updated(rec *record, code codes.ResponseCode) {
	rec.State = failed
	switch code {
	case codes.ResponseSuccess:
		rec.State = delivered
	case codes.ResponseThrottlingRateExceeded:
		rec.State = waiting
	}
}

// either has a preset from one branch or the other.
func either(code codes.ResponseCode, test bool) state {
	var s state
	if test {
		s = "test"
	} else {
		s = failed
	}
	switch code {
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded:
		s = waiting
	}
	return s
}

// late gives it a value only where it returns.
func late(rec *record, code codes.ResponseCode, gone bool) string {
	if gone {
		rec.State = failed
		return "gone"
	}
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		rec.State = delivered
	case codes.ResponseThrottlingRateExceeded:
		rec.State = waiting
	}
	return rec.Note
}

// last gives it the value of the last round.
func last(all []record, code codes.ResponseCode) state {
	var s state
	for _, rec := range all {
		if rec.Tries > 3 {
			s = rec.State
			break
		}
	}
	switch code {
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded:
		s = waiting
	}
	return s
}

// locked gives it a value in a function that returns at once.
func locked(lock func(func() error), code codes.ResponseCode) state {
	var s state
	lock(func() error {
		s = failed
		return nil
	})
	switch code {
	case codes.ResponseSuccess:
		s = delivered
	case codes.ResponseThrottlingRateExceeded:
		s = waiting
	}
	return s
}

// byChannel gives it a value in another case, which comes to nothing in this one.
func byChannel(channel string, code codes.ResponseCode) (s state) {
	switch channel {
	case "mail":
		s = failed
	case "sms":
		switch code { // want `happens to 21 response codes`
		case codes.ResponseSuccess:
			s = delivered
		case codes.ResponseThrottlingRateExceeded:
			s = waiting
		}
	case "push":
		s = waiting
		fallthrough
	case "letter":
		switch code {
		case codes.ResponseSuccess:
			s = delivered
		case codes.ResponseThrottlingRateExceeded:
			s = failed
		}
	}
	return s
}

// hinted adds a hint to the vendor's words.
func hinted(r reply) (text string) {
	if r.ResponseCode == codes.ResponseSuccess {
		return "sent"
	}
	text = r.ResponseCode.Description()
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		text += " (slow down)"
	case codes.ResponseInsufficientCredit:
		text += " (top up)"
	}
	return text
}

// added has nothing to add to.
func added(r reply) string {
	text := ""
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		text += "slow down"
	case codes.ResponseInsufficientCredit:
		text += "top up"
	}
	return text
}

// worded starts from the vendor's words, for success, too.
func worded(r reply) string {
	text := r.ResponseCode.Description()
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		text += " (slow down)"
	case codes.ResponseInsufficientCredit:
		text = "top up"
	}
	return text
}

// prefixed adds to what says nothing of the code.
func prefixed(r reply) string {
	text := "answer:"
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		text += " slow down"
	case codes.ResponseInsufficientCredit:
		text += " top up"
	}
	return text
}

// A course is what to do next.
type course struct {
	drop  bool
	alert string
}

// courseOf gives all of it another value in one case, and a part in another.
func courseOf(code codes.ResponseCode) course {
	c := course{drop: true}
	switch code {
	case codes.ResponseSuccess:
		c = course{}
	case codes.ResponseInsufficientCredit:
		c.alert = "top up"
	}
	return c
}

// courseOfNone starts from nothing.
func courseOfNone(code codes.ResponseCode) course {
	c := course{}
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		c = course{alert: "none"}
	case codes.ResponseInsufficientCredit:
		c.alert = "top up"
	}
	return c
}
