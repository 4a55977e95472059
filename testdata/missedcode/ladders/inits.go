package ladders

import "github.com/errcodelint/errcodelint/codes"

// Each if has a name of its own for the code.

type named struct {
	Code codes.ResponseCode `json:"responseCode"`
	To   string
}

func (n named) code() codes.ResponseCode { return n.Code }

func (n named) word() string {
	if c := n.Code; c == codes.ResponseSuccess { // want `this ladder of ifs does not say what happens to 20 response codes that can reach it: 1 InvalidCredentials`
		return "sent"
	}
	if c := n.Code; c == codes.ResponseInsufficientCredit {
		return "top up"
	}
	if code := n.Code; code == codes.ResponseInvalidRecipient {
		return "check " + n.To
	}
	return ""
}

// wordAfter has dealt with some before.
func (n named) wordAfter() string {
	if c := n.Code; c.Retryable() { // want `this ladder of ifs does not say what happens to 16 response codes that can reach it: 1 InvalidCredentials`
		return "later"
	}
	if c := n.Code; c == codes.ResponseSuccess {
		return "sent"
	}
	if c := n.Code; c == codes.ResponseInsufficientCredit {
		return "top up"
	}
	if c := n.Code; c == codes.ResponseInvalidRecipient {
		return "check " + n.To
	}
	return ""
}

func (n named) wordByMethod() string {
	if c := n.code(); c == codes.ResponseSuccess { // want `this ladder of ifs does not say what happens to 20 response codes`
		return "sent"
	}
	if c := n.code(); c == codes.ResponseInsufficientCredit {
		return "top up"
	}
	if c := n.code(); c == codes.ResponseInvalidRecipient {
		return "check " + n.To
	}
	return ""
}

func (n named) wordInChain() (word string) {
	if c := n.Code; c == codes.ResponseSuccess { // want `this if/else-if chain does not say what happens to 20 response codes`
		word = "sent"
	} else if d := n.Code; d == codes.ResponseInsufficientCredit {
		word = "top up"
	} else if c == codes.ResponseInvalidRecipient {
		word = "check " + n.To
	}
	return word
}

// wordForAll has one for the rest.
func (n named) wordForAll() string {
	if c := n.Code; c == codes.ResponseSuccess {
		return "sent"
	}
	if c := n.Code; c == codes.ResponseInsufficientCredit {
		return "top up"
	}
	if c := n.Code; c == codes.ResponseInvalidRecipient {
		return "check " + n.To
	}
	return n.Code.Description()
}

// wordOfTwo asks for two codes.
func wordOfTwo(a, b named) string {
	if c := a.Code; c == codes.ResponseSuccess {
		return "sent"
	}
	if c := b.Code; c == codes.ResponseInsufficientCredit {
		return "top up"
	}
	if c := a.Code; c == codes.ResponseInvalidRecipient {
		return "check " + a.To
	}
	return ""
}

// wordOfOther has another code in the name by then.
func wordOfOther(a, b named) string {
	if c := a.Code; c == codes.ResponseSuccess {
		return "sent"
	}
	if c := a.Code; c == codes.ResponseInsufficientCredit {
		return "top up"
	}
	if c := a.Code; a.To == "" {
		c = b.Code
		if c == codes.ResponseInvalidRecipient {
			return "check"
		}
		return c.Description()
	}
	return ""
}

// wordOnce has a name for the code in one if alone.
func (n named) wordOnce() string {
	if n.Code == codes.ResponseSuccess {
		return ""
	}
	if n.Code == codes.ResponseInsufficientCredit {
		return "top up"
	}
	if c := n.Code; c == codes.ResponseInvalidRecipient || c == codes.ResponseInvalidOriginator {
		return "check " + n.To
	}
	return ""
}
