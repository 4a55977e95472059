// Code generated from the API's description. DO NOT EDIT.

// Package api compares its codes with nothing: only its importers know what they are.
package api

// Balance is a reply with a code that it hands out.
type Balance struct {
	ResponseCode int     `json:"responseCode"`
	Amount       float64 `json:"balance"`
}

func (b *Balance) GetResponseCode() int {
	if b != nil {
		return b.ResponseCode
	}
	return 0
}

// Sent has a code that may be missing.
type Sent struct {
	ResponseCode *string `json:"responseCode,omitempty"`
	MessageID    *string `json:"messageId,omitempty"`
}

func (s *Sent) GetResponseCode() string {
	if s == nil || s.ResponseCode == nil {
		var ret string
		return ret
	}
	return *s.ResponseCode
}

func (s *Sent) GetResponseCodeOk() (*string, bool) {
	if s == nil {
		return nil, false
	}
	return s.ResponseCode, true
}

func (s *Sent) GetMessageID() string { return *s.MessageID }

// Optional is text that may be missing.
type Optional struct {
	Value string
	Set   bool
}

func (o Optional) Or(other string) string {
	if o.Set {
		return o.Value
	}
	return other
}

// Verified has a code that may be missing, in another way.
type Verified struct {
	Head Header
}

type Header struct {
	ResponseCode Optional `json:"responseCode"`
}

func (v Verified) Code() Optional { return v.Head.ResponseCode }

// Probe is what a page answered.
type Probe struct {
	ResponseCode int `json:"responseCode"`
}

func (p Probe) Code() int { return p.ResponseCode }

// Base is in replies of two kinds.
type Base struct {
	Code int `json:"responseCode"`
}

func (b Base) Number() int { return b.Code }

func (b *Base) Set(code int) { b.Code = code }

// Worse is not always the reply's own code.
func (b Base) Worse(other int) int {
	if other > b.Code {
		return other
	}
	return b.Code
}

type (
	Message  struct{ Base }
	Template struct{ Base }
)
