// Package sentinels looks up in tables what error a code is.
package sentinels

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var (
	errBusy    = errors.New("busy")
	errInvalid = errors.New("invalid")
	errAccount = errors.New("account")
	errUnknown = errors.New("unknown")
)

type reply struct {
	Code string `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message) (string, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// errorOf has a blocked subscriber wait with those that are too fast.
var errorOf = map[string]error{
	"1":  errAccount,
	"3":  errAccount,
	"5":  errBusy,
	"11": errInvalid,
	"12": errInvalid,
	"15": errBusy,
	"88": errBusy,
}

// known returns the error of a code, which may be one that nobody knows.
func known(code string) error {
	if code == "0" {
		return nil
	}
	if err, ok := errorOf[code]; ok {
		return err
	}
	return fmt.Errorf("%w: code %s", errUnknown, code)
}

// passing has what passes alone.
var passing = map[string]error{
	"5":  errBusy,
	"18": errBusy,
	"88": errBusy,
	"99": errors.New("broken"),
}

// own has the API's own errors, and none for what is no failure.
var own = map[string]error{
	"0":  nil,
	"5":  codes.ResponseThrottlingRateExceeded,
	"10": codes.ResponseCouldNotRoute,
	"88": codes.ResponseGeneralFailure,
}

var registered = map[string]error{"5": errBusy}

// Register adds an error to what is known.
func Register(code string, err error) { registered[code] = err }
