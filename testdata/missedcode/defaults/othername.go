package defaults

import "github.com/errcodelint/errcodelint/codes"

// A parcel is what an outbox keeps of a message, with what the API said last.
type parcel struct {
	Code codes.ResponseCode `json:"responseCode"`
	To   string
}

type outbox struct {
	refused []parcel
	seen    map[string]int
}

// Settle keeps what has failed, whole: the switch has another name for the code.
func (o *outbox) Settle(p parcel) error {
	switch code := p.Code; code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInvalidRecipient:
		o.seen["address"]++
	}
	o.refused = append(o.refused, p)
	return nil
}

// Classify asks by one name, and keeps by the other.
func (o *outbox) Classify(p parcel) error {
	switch code := p.Code; {
	case code == codes.ResponseSuccess:
		return nil
	case code.Retryable():
		o.seen["later"]++
	case code == codes.ResponseInvalidRecipient:
		o.seen["address"]++
	}
	o.refused = append(o.refused, p)
	return nil
}

// Count hands on the code that the parcel has.
func (o *outbox) Count(p parcel) error {
	switch code := p.Code; code {
	case codes.ResponseInvalidRecipient:
		o.seen["address"]++
	}
	return p.Code.Err()
}

// CountEarly hands on a copy made before.
func (o *outbox) CountEarly(p parcel) error {
	code := p.Code
	switch p.Code {
	case codes.ResponseInvalidRecipient:
		o.seen["address"]++
	}
	return code.Err()
}

// Hint writes behind a text that says the code already.
func Hint(p parcel) string {
	text := p.Code.Description()
	switch code := p.Code; code {
	case codes.ResponseInvalidRecipient:
		text += "; look at the number"
	case codes.ResponseInsufficientCredit:
		text += "; top up"
	}
	return text
}

// Word says what the code is, where there is no word of its own.
func Word(p parcel) string {
	switch code := p.Code; code {
	case codes.ResponseInvalidRecipient:
		return "bad number"
	case codes.ResponseInsufficientCredit:
		return "no credit"
	}
	return p.Code.Description()
}

// Either hands on the code of one parcel, and has asked for that of the other.
func (o *outbox) Either(p, q parcel) error {
	code := p.Code
	if code == codes.ResponseSuccess {
		code = q.Code
	}
	switch code { // want `this switch does not say what happens to 22 response codes`
	case codes.ResponseInvalidRecipient:
		o.seen["address"]++
	}
	return p.Code.Err()
}
