// Package topup buys credits at the gateway of pay and tells the customer by a
// message.
package topup

import (
	"errors"
	"io"
	"net/http"

	"example.test/programs/shapes/cross/b"
	"example.test/programs/shapes/cross/pay"
)

// Buy buys credits.
func Buy(c *http.Client, answer io.Reader, to string) error {
	p, err := pay.Read(answer)
	if err != nil {
		return err
	}
	if p.ResponseCode != "0" && p.Code() != "99" {
		return errors.New("not paid: " + p.ResponseCode)
	}
	if p.Code() == "5" || p.Amount == 5 {
		return errors.New("not paid in full")
	}
	o, err := b.Send(c, to, "Thank you")
	if b.Busy(o, err) {
		return errors.New("later")
	}
	if err == nil && o.Code() != "0" { // want "magiccode: .*Success"
		return errors.New("not told")
	}
	return err
}
