// Package a01 logs in and asks for the balance; each call has a reply of its
// own, declared where it is decoded.
package a01

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

const accepted = "0"

type Account struct {
	HTTP *http.Client
	Base string
}

// Token exchanges the password for a bearer token.
func (a *Account) Token(user, password string) (string, error) {
	body, err := json.Marshal(map[string]string{"username": user, "password": password})
	if err != nil {
		return "", err
	}
	resp, err := a.HTTP.Post(a.Base+"/token", "application/json", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var reply struct {
		Code  string `json:"responseCode"`
		Token string `json:"token"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil {
		return "", err
	}
	if reply.Code != "0" { // want "magiccode: .*Success"
		return "", fmt.Errorf("login refused with %s", reply.Code)
	}
	return reply.Token, nil
}

// Balance says how many credits are left.
func (a *Account) Balance() (credits float64, err error) {
	resp, err := a.HTTP.Get(a.Base + "/balance")
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var reply struct {
		Code    string  `json:"responseCode"`
		Balance float64 `json:"balance"`
	}
	if err = json.NewDecoder(resp.Body).Decode(&reply); err != nil {
		return
	}
	if reply.Code == accepted && reply.Balance != 0 {
		return reply.Balance, nil
	}
	if "6" == reply.Code { // want "magiccode: .*InsufficientCredit"
		return 0, nil
	}
	return 0, fmt.Errorf("no balance: %s", reply.Code)
}
