// Package a25 lets errors carry the code to whoever can do something about it.
package a25

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

type reply struct {
	RC   string `json:"responseCode"`
	Text string `json:"responseMessage"`
}

// APIError is a refusal by the service.
type APIError struct {
	Code    string
	Text    string
	Attempt int
}

func (e *APIError) Error() string { return fmt.Sprintf("%s (%s)", e.Text, e.Code) }

func parse(data []byte, attempt int) error {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	if r.RC != "0" { // want "magiccode: .*Success"
		return &APIError{Code: r.RC, Text: r.Text, Attempt: attempt}
	}
	return nil
}

// Delay says when to send again, and zero if never.
func Delay(data []byte) time.Duration {
	err := parse(data, 1)
	if err == nil {
		return 0
	}
	var refused *APIError
	if errors.As(err, &refused) && refused.Attempt < 5 {
		switch refused.Code { // want "missedcode: .*19 response codes"
		case "5": // want "magiccode: .*ThrottlingRateExceeded"
			return time.Second
		case "88", "99": // want "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
			return time.Minute
		}
	}
	return 0
}

// Broke says whether a top-up would help.
func Broke(err error) bool {
	if e, ok := err.(*APIError); ok {
		return e.Code == "6" || e.Text == "6" // want "magiccode: .*InsufficientCredit"
	}
	return false
}

// Blocked is Broke for recipients who opted out.
func Blocked(err error) bool {
	return err.(*APIError).Code == "15" // want "magiccode: .*SubscriberBlockedService"
}
