// Package refusing has types of codes that refuse what is no success when they are decoded, and one that does not.
package refusing

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// success is a code that has to be 0.
type success string

func (s *success) UnmarshalJSON(b []byte) error {
	*s = success(strings.Trim(string(b), `"`))
	if *s != "0" {
		return fmt.Errorf("api.geniq.io: code %s", string(*s))
	}
	return nil
}

type reply struct {
	ResponseCode success `json:"responseCode"`
	ID           string  `json:"messageId"`
}

func send() (string, error) {
	resp, err := http.Get("https://api.geniq.io/rest/v1/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	return r.ID, nil
}

// lenient is a code that comes as a text or as a number.
type lenient int

func (c *lenient) UnmarshalJSON(b []byte) error {
	n, err := strconv.Atoi(strings.Trim(string(b), `"`))
	if err != nil {
		return fmt.Errorf("api.geniq.io: code %s: %w", b, err)
	}
	*c = lenient(n)
	return nil
}

type lenientReply struct {
	ResponseCode lenient `json:"responseCode"`
	ID           string  `json:"messageId"`
}

func forgets() (string, error) {
	resp, err := http.Get("https://api.geniq.io/rest/v1/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r lenientReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.ID, nil
}

// counted is one that has to be known.
type counted int

func (c *counted) UnmarshalJSON(b []byte) error {
	n, err := strconv.Atoi(strings.Trim(string(b), `"`))
	if err != nil {
		return err
	}
	switch n {
	case 0:
	case 6:
		return errors.New("credit used up")
	default:
		return fmt.Errorf("code %d", n)
	}
	*c = counted(n)
	return nil
}

func counts() (string, error) {
	resp, err := http.Get("https://api.geniq.io/rest/v1/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r struct {
		ResponseCode counted `json:"responseCode"`
		ID           string  `json:"messageId"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	return r.ID, nil
}
