// Package cargeneric has replies and helpers with type parameters.
package cargeneric

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

type envelope[T any] struct {
	ResponseCode string `json:"responseCode"`
	Data         T      `json:"data"`
}

type message struct {
	ID    string `json:"messageId"`
	Parts int    `json:"parts"`
}

type recipient struct {
	Code int    `json:"responseCode,string"`
	To   string `json:"mobileNumber"`
}

func doCall[T any](ctx context.Context, c *http.Client, url string) (T, error) {
	var env envelope[T]
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return env.Data, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return env.Data, err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&env); err != nil {
		return env.Data, err
	}
	if env.ResponseCode != "0" { // want "magiccode: .*Success"
		return env.Data, fmt.Errorf("%s: code %s", url, env.ResponseCode)
	}
	return env.Data, nil
}

func fill[T any](data []byte) (T, error) {
	var v T
	err := json.Unmarshal(data, &v)
	return v, err
}

func or[T ~int | ~string](v, other T) T {
	var zero T
	if v == zero {
		return other
	}
	return v
}

func text[T int | string](v T) string { return fmt.Sprint(v) }

// Send returns the message's id.
func Send(ctx context.Context, c *http.Client, url string) (string, error) {
	m, err := doCall[message](ctx, c, url)
	if err != nil || m.Parts == 0 {
		return "", err
	}
	return m.ID, nil
}

// Busy says whether one recipient of a batch should get the message again.
func Busy(data []byte) (bool, error) {
	env, err := fill[envelope[[]recipient]](data)
	if err != nil || env.ResponseCode == "99" { // want "magiccode: .*SystemError"
		return false, err
	}
	for _, r := range env.Data {
		if r.Code == 5 || slow(r) { // want "magiccode: .*ThrottlingRateExceeded"
			return true, nil
		}
	}
	return false, nil
}

func slow(r recipient) bool {
	return text(r.Code) == "18" || text(r.To) == "18" // want "magiccode: .*TokenGenerationFailed"
}

// Worse prefers the second recipient's code if the first has none.
func Worse(a, b recipient) bool {
	return or(a.Code, b.Code) == 6 && or(a.To, b.To) != "6" // want "magiccode: .*InsufficientCredit"
}
