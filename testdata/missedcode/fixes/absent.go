package fixes

import gc "github.com/errcodelint/errcodelint/codes"

// known does not ask what is not there: a case more would.
func known(code *gc.ReasonCode) (text string) {
	switch { // want `happens to 13 reason codes`
	case code != nil && *code == gc.ReasonNotApplicable:
		text = "delivered"
	case code != nil && *code == gc.ReasonSubscriberAbsent:
		text = "switched off"
	}
	return text
}

// asked has asked already.
func asked(code *gc.ReasonCode) (text string) {
	if code == nil {
		return "on its way"
	}
	switch { // want `happens to 13 reason codes`
	case *code == gc.ReasonNotApplicable:
		text = "delivered"
	case *code == gc.ReasonSubscriberAbsent:
		text = "switched off"
	}
	return text
}
