package discarded

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/errcodelint/errcodelint/codes"
)

type answer struct {
	Code      codes.ResponseCode `json:"responseCode"`
	MessageID string             `json:"messageId"`
}

// submit returns the code by itself.
func submit(h *http.Client, text io.Reader) (codes.ResponseCode, error) {
	resp, err := h.Post("https://api.geniq.io/rest/v1/sms", "application/json", text)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return codes.ResponseSystemError, err
	}
	return a.Code, nil
}

// submitted returns the id, too.
func submitted(h *http.Client, text io.Reader) (id string, code codes.ResponseCode, err error) {
	resp, err := h.Post("https://api.geniq.io/rest/v1/sms", "application/json", text)
	if err != nil {
		return "", 0, err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", 0, err
	}
	return a.MessageID, a.Code, nil
}

// refused has an error for every code that fails.
func refused(h *http.Client, text io.Reader) (codes.ResponseCode, error) {
	resp, err := h.Post("https://api.geniq.io/rest/v1/sms", "application/json", text)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return 0, err
	}
	return a.Code, a.Code.Err()
}

// inTheEnd has one, too, by what it defers.
func inTheEnd(h *http.Client, text io.Reader) (code codes.ResponseCode, err error) {
	resp, err := h.Post("https://api.geniq.io/rest/v1/sms", "application/json", text)
	if err != nil {
		return 0, err
	}
	defer func() {
		if err == nil {
			err = code.Err()
		}
	}()
	defer resp.Body.Close()
	var a answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return 0, err
	}
	return a.Code, nil
}

// kept reads a file.
func kept(name string) (codes.ResponseCode, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	var a answer
	if err := json.Unmarshal(text, &a); err != nil {
		return 0, err
	}
	return a.Code, nil
}

// noted tells somebody else.
func noted(text []byte, note func(codes.ResponseCode)) (codes.ResponseCode, error) {
	var a answer
	if err := json.Unmarshal(text, &a); err != nil {
		return 0, err
	}
	note(a.Code)
	return a.Code, nil
}

func alarms(h *http.Client, text io.Reader) (string, error) {
	if _, err := submit(h, text); err != nil { // want `the code that discarded.submit returns is thrown away, and the error beside it does not tell of every failure: a failure that comes with HTTP status 200 \(one of 22 response codes, such as 6 InsufficientCredit\) passes for a success; keep the code and test it`
		return "", err
	}
	submit(h, text)    // want `the code that discarded.submit returns is thrown away`
	go submit(h, text) // want `the code that discarded.submit returns is thrown away`
	if _, err := refused(h, text); err != nil {
		return "", err
	}
	if _, err := inTheEnd(h, text); err != nil {
		return "", err
	}
	kept("last.json")
	noted(nil, func(code codes.ResponseCode) { fmt.Println(code) })
	id, _, err := submitted(h, text) // want `the code that discarded.submitted returns is thrown away`
	if err != nil {
		return "", err
	}
	if code, err := submit(h, text); err != nil || code != codes.ResponseSuccess {
		return "", err
	}
	return id, nil
}
