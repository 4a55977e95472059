// Package a24 tells a code that is missing from one that is zero.
package a24

import "encoding/json"

type apiError struct {
	Code    *int    `json:"responseCode,string,omitempty"`
	Message *string `json:"responseMessage"`
}

// GetErrorCode returns the code, if there is one.
func (e *apiError) GetErrorCode() (code int) {
	if e == nil || e.Code == nil {
		return
	}
	return *e.Code
}

// GetErrorCodeOk also says whether there is one.
func (e *apiError) GetErrorCodeOk() (*int, bool) {
	if e == nil || e.Code == nil {
		return nil, false
	}
	return e.Code, true
}

func again(r *apiError, attempt int) bool {
	return r.Code != nil && (*r.Code == 5 || *r.Code == 18) && attempt == 0 // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*TokenGenerationFailed"
}

// Text is what a person is told.
func Text(data []byte, attempt int) (string, error) {
	e := new(apiError)
	if err := json.Unmarshal(data, e); err != nil {
		return "", err
	}
	if again(e, attempt) {
		return "one moment", nil
	}
	if e.GetErrorCode() == 6 { // want "magiccode: .*InsufficientCredit"
		return "top up", nil
	}
	if c, ok := e.GetErrorCodeOk(); ok && *c == 0 { // want "magiccode: .*Success"
		return "done", nil
	}
	if p := e.Code; p != nil && *p != 99 { // want "magiccode: .*SystemError"
		return *e.Message, nil
	}
	return "call us", nil
}
