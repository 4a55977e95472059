package maps

import (
	"encoding/json"
	"errors"
	"net/http"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

var (
	errNoCode  = errors.New("no code")
	errRefused = errors.New("refused")
)

func decoded(resp *http.Response) (m map[string]any, err error) {
	return m, json.NewDecoder(resp.Body).Decode(&m)
}

// What is no number passes.
func letPass(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if code, ok := m["responseCode"].(float64); ok && code != 0 { // want `if m\["responseCode"\] came as text, or is missing, this goes on as for 0, which is Success; take text, too`
		return errRefused
	}
	return nil
}

// The same by two questions.
func letPassNested(resp *http.Response) (string, error) {
	m, err := decoded(resp)
	if err != nil {
		return "", err
	}
	code, ok := m["responseCode"].(float64) // want `came as text, or is missing`
	if ok {
		if codes.ResponseCode(code) != codes.ResponseSuccess {
			return "", codes.ResponseCode(code)
		}
	}
	id, _ := m["messageId"].(string)
	return id, nil
}

// What is no number is refused.
func refuse(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	code, ok := m["responseCode"].(float64)
	if !ok {
		return errNoCode
	}
	if code != 0 {
		return errRefused
	}
	return nil
}

// Text is taken, too.
func takeText(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if code, ok := m["responseCode"].(float64); ok && code != 0 {
		return errRefused
	}
	if text, ok := m["responseCode"].(string); ok && text != "0" {
		return errRefused
	}
	return nil
}

// Text is taken first.
func takeTextFirst(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	var n int
	if text, ok := m["responseCode"].(string); ok {
		if n, err = strconv.Atoi(text); err != nil {
			return err
		}
	} else if code, ok := m["responseCode"].(float64); ok && code != 0 {
		n = int(code)
	}
	return codes.ResponseCode(n).Err()
}

// Without an identifier it is no success.
func asksForIdentifier(resp *http.Response) (string, error) {
	m, err := decoded(resp)
	if err != nil {
		return "", err
	}
	if code, ok := m["responseCode"].(float64); ok && code != 0 {
		return "", errRefused
	}
	id, ok := m["messageId"].(string)
	if !ok {
		return "", errNoCode
	}
	return id, nil
}

// Something else becomes of what is none.
func otherwise(resp *http.Response) error {
	m, err := decoded(resp)
	if err != nil {
		return err
	}
	if code, ok := m["responseCode"].(float64); ok && code != 0 {
		return errRefused
	} else if !ok {
		return errNoCode
	}
	return nil
}

// Somebody else looks at the map.
func handOn(resp *http.Response) (string, error) {
	m, err := decoded(resp)
	if err != nil {
		return "", err
	}
	if code, ok := m["responseCode"].(float64); ok && code != 0 {
		return "", errRefused
	}
	return identifier(m)
}

func identifier(m map[string]any) (string, error) {
	if id, ok := m["messageId"].(string); ok {
		return id, nil
	}
	return "", errNoCode
}

// A failure of one kind is looked for, and that is all.
func isBusy(m map[string]any) bool {
	if code, ok := m["responseCode"].(float64); ok && code == 5 {
		return true
	}
	return false
}
