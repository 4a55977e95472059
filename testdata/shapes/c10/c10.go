// Package c10 is a service of its own that answers with codes, and calls
// another one inside the house.
//
// Silent, because the answer is a struct that is only marshalled, and because
// "00" is no documented code.
package c10

import (
	"encoding/json"
	"errors"
	"net/http"
)

type answer struct {
	ResponseCode int    `json:"responseCode"`
	Text         string `json:"text"`
}

type cached struct {
	ResponseCode string `json:"responseCode"`
	Value        string `json:"value"`
}

var errMiss = errors.New("miss")

func lookup(get func(string) ([]byte, error), key string) (string, error) {
	data, err := get(key)
	if err != nil {
		return "", err
	}
	var c cached
	if err := json.Unmarshal(data, &c); err != nil {
		return "", err
	}
	if c.ResponseCode != "00" {
		return "", errMiss
	}
	return c.Value, nil
}

// Handler answers with what the other service has.
func Handler(get func(string) ([]byte, error)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		a := answer{ResponseCode: 0}
		text, err := lookup(get, r.FormValue("key"))
		switch {
		case errors.Is(err, errMiss):
			a.ResponseCode = 5
		case err != nil:
			a = answer{99, err.Error()}
		default:
			a.Text = text
		}
		if a.ResponseCode == 99 || a.ResponseCode > 5 {
			w.Header().Set("Retry-After", "5")
		}
		_ = json.NewEncoder(w).Encode(a)
	}
}
