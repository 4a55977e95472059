// Package c25 keeps the errors of a cloud's interfaces.
//
// Silent, because constants of net/http and undocumented numbers speak
// against the fields, and code is another key.
package c25

import (
	"encoding/json"
	"errors"
	"net/http"
)

// APIError is what the cloud answers.
type APIError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func (e *APIError) Error() string { return e.Message }

type failure struct {
	ResponseCode int
	Text         string
}

func keep(err error) *failure {
	var e *APIError
	if !errors.As(err, &e) || e.Code == 0 {
		return &failure{Text: err.Error()}
	}
	return &failure{ResponseCode: e.Code, Text: e.Message}
}

// Gone says whether a thing is not there any more.
func Gone(err error) bool {
	f := keep(err)
	return f.ResponseCode == http.StatusNotFound || f.ResponseCode == 301
}

// Parse reads an error.
func Parse(data []byte) error {
	var wrapped struct {
		Error *APIError `json:"error"`
	}
	if err := json.Unmarshal(data, &wrapped); err != nil {
		return err
	}
	if responseCode := wrapped.Error.Code; responseCode == 409 || responseCode == 99 {
		return nil
	}
	return wrapped.Error
}
