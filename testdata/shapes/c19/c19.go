// Package c19 logs devices in.
//
// Silent, because words are not documented.
package c19

import (
	"encoding/json"
	"errors"
	"time"
)

type tokenReply struct {
	Error  string `json:"error"`
	Reason string `json:"reasonCode"`
	Token  string `json:"access_token"`
}

var errDenied = errors.New("denied")

// Poll asks until somebody has typed the code in.
func Poll(ask func() ([]byte, error), every time.Duration) (string, error) {
	for {
		data, err := ask()
		if err != nil {
			return "", err
		}
		var r tokenReply
		if err := json.Unmarshal(data, &r); err != nil {
			return "", err
		}
		switch r.Error {
		case "", "0":
			return r.Token, nil
		case "authorization_pending":
		case "slow_down":
			every += 5 * time.Second
		default:
			return "", errDenied
		}
		if r.Reason == "expired_token" || r.Reason == "access_denied" {
			return "", errDenied
		}
		time.Sleep(every)
	}
}
