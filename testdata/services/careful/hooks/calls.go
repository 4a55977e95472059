package hooks

import "github.com/errcodelint/errcodelint/codes"

// Calls says what the people at the telephones have to do about a message.
func (e Entry) Calls() string {
	if e.Reason == nil || *e.Reason == codes.ReasonNotApplicable {
		return "nothing"
	}
	reason := *e.Reason
	if reason == codes.ReasonSubscriberUnknown || reason == codes.ReasonSubscriberBarred {
		return "ask for another number"
	}
	if reason == codes.ReasonSubscriberAbsent {
		return "try in the evening"
	}
	if reason == codes.ReasonSMSCRoaming {
		return "write a mail"
	}
	if e.remote() {
		return "wait"
	}
	return "tell the network"
}

// remote tells whether the trouble is where the customer is.
func (e Entry) remote() bool {
	if e.Reason == nil {
		return false
	}
	switch *e.Reason {
	case codes.ReasonSubscriberAbsent, codes.ReasonSMSCRoaming, codes.ReasonHandsetError:
		return true
	}
	return false
}
