package carriers

import (
	"encoding/json"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// SendFailed is an event: what was accepted has another one.
type SendFailed struct {
	ID   string             `json:"id"`
	Code codes.ResponseCode `json:"responseCode"`
}

// SendFinished is an event, too.
type SendFinished struct {
	ID   string             `json:"id"`
	Code codes.ResponseCode `json:"responseCode"`
}

// onFailed has a default for all that fails.
func onFailed(e SendFailed, again, alert func(text string)) {
	switch e.Code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		again(e.ID)
	default:
		alert(e.ID)
	}
}

// onFailedText has a text for all that fails.
func onFailedText(payload []byte) (string, error) {
	e := new(SendFailed)
	if err := json.Unmarshal(payload, e); err != nil {
		return "", err
	}
	text := "message " + e.ID + " was not sent"
	switch e.Code {
	case codes.ResponseInsufficientCredit:
		text = "top up"
	case codes.ResponseInvalidIP:
		text = "this host may not send"
	}
	return text, nil
}

// onFailedSome forgets some of what fails.
func onFailedSome(e SendFailed, again func(text string)) {
	switch e.Code { // want `happens to 21 response codes that can reach it: 1 InvalidCredentials`
	case codes.ResponseThrottlingRateExceeded:
		again(e.ID)
	}
}

// onFinished takes what was accepted for refused.
func onFinished(e SendFinished, again, alert func(text string)) {
	switch e.Code { // want `takes the response code 0 Success together with 20 codes that fail`
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		again(e.ID)
	default:
		alert(fmt.Sprint(e.ID, " was refused"))
	}
}

// A job keeps what became of it.
type job struct {
	failed bool
	code   codes.ResponseCode
}

// advice asks first whether there is a code that failed.
func (j *job) advice() string {
	if !j.failed {
		return ""
	}
	switch j.code {
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	default:
		return "never"
	}
}

// adviceUnasked does not ask.
func (j *job) adviceUnasked() string {
	switch j.code { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		return "later"
	default:
		return "never"
	}
}

// FailureText has a text for all that fails.
func FailureText(code codes.ResponseCode) string {
	switch code {
	case codes.ResponseInsufficientCredit:
		return "top up"
	default:
		return "not sent"
	}
}

// OutcomeText takes what was accepted for refused.
func OutcomeText(code codes.ResponseCode) string {
	switch code { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseInsufficientCredit:
		return "top up"
	default:
		return "not sent"
	}
}
