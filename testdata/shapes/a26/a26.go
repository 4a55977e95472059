// Package a26 sorts refusals into kinds of errors.
package a26

import "encoding/json"

type refusal struct {
	code string
	text string
}

func (r refusal) Error() string { return r.text + " (" + r.code + ")" }

// RetryableError may pass later.
type RetryableError struct{ refusal }

// DeniedError will not.
type DeniedError struct {
	refusal
	Permanent bool
}

type reply struct {
	Code      string `json:"responseCode"`
	Text      string `json:"responseMessage"`
	Retryable bool   `json:"-"`
}

func (r *reply) err() error {
	what := refusal{r.Code, r.Text}
	switch r.Code {
	case "0": // want "magiccode: .*Success"
		return nil
	case "5", "88", "99": // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return &RetryableError{what}
	default:
		return &DeniedError{what, r.Code != "6"} // want "magiccode: .*InsufficientCredit"
	}
}

func isRetryable(code string) bool {
	return code == "5" || code == "18" // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*TokenGenerationFailed"
}

func decode(data []byte) (*reply, error) {
	r := &reply{}
	if err := json.Unmarshal(data, r); err != nil {
		return nil, err
	}
	r.Retryable = isRetryable(r.Code)
	return r, nil
}

// Deliver hands a reply's error on, and sends once more where that makes sense.
func Deliver(send func() []byte) error {
	for tries := 0; ; tries++ {
		r, err := decode(send())
		if err != nil {
			return err
		}
		if !r.Retryable || tries == 5 {
			return r.err()
		}
	}
}
