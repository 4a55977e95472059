package chosen

import (
	"github.com/errcodelint/errcodelint/codes"
)

// Account tells of three codes.
func (c *Client) Account(to string) error {
	r, err := c.Post(to)
	if err != nil {
		return err
	}
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit, codes.ResponseInvalidCredentials, codes.ResponseAccountDisabled:
		c.Look(r.ResponseCode)
	}
	return r.ResponseCode.Err()
}

// Look knows two of them.
func (c *Client) Look(code codes.ResponseCode) {
	switch code { // want `happens to the response code 4 AccountDisabled`
	case codes.ResponseInsufficientCredit:
		c.alert("top up")
	case codes.ResponseInvalidCredentials:
		c.alert("log in")
	}
}

// Twice asks in one place, and not in the other.
func (c *Client) Twice(to string) (string, error) {
	r, err := c.Post(to)
	if err != nil {
		return "", err
	}
	if !r.OK() {
		return r.Words(), nil
	}
	if r, err = c.Post(to); err != nil {
		return "", err
	}
	return r.Words(), nil
}

// Words says the same of what was sent.
func (r Reply) Words() string {
	switch r.ResponseCode { // want `takes the response code 0 Success together with 21 codes`
	case codes.ResponseInsufficientCredit:
		return "no credit"
	default:
		return "refused"
	}
}

// Hint is called by nobody here.
func Hint(code codes.ResponseCode) string {
	switch code { // want `takes the response code 0 Success together with 21 codes`
	case codes.ResponseInsufficientCredit:
		return "top up"
	default:
		return "refused"
	}
}

// Loud asks something else before.
func (c *Client) Loud(to string, loud bool) error {
	r, err := c.Post(to)
	if err != nil {
		return err
	}
	if loud {
		c.shout(r.ResponseCode)
	}
	return r.ResponseCode.Err()
}

func (c *Client) shout(code codes.ResponseCode) {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		c.alert("top up")
	case codes.ResponseInvalidCredentials:
		c.alert("log in")
	}
}
