// Package a23 takes codes with quotes and without.
package a23

import (
	"encoding/json"
	"fmt"
	"net/http"
)

type reply struct {
	RC    json.Number `json:"responseCode"`
	Count json.Number `json:"count"`
	Text  string      `json:"responseMessage"`
}

func zero(n json.Number) bool {
	s := n.String()
	return s == "" || s == "0" // want "magiccode: .*Success"
}

func check(resp *http.Response) error {
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return err
	}
	if resp.StatusCode >= 400 {
		n, err := r.RC.Int64()
		if err != nil {
			return err
		}
		if n == 1 || n == 2 { // want "magiccode: .*InvalidCredentials" "magiccode: .*InvalidIP"
			return fmt.Errorf("log in again: %s", r.Text)
		}
		return fmt.Errorf("status %d, code %d", resp.StatusCode, n)
	}
	if zero(r.RC) || r.RC == "16" { // want "magiccode: .*DuplicateDestination"
		return nil
	}
	if many, err := r.Count.Int64(); err == nil && many == 0 || r.Count == "0" {
		return fmt.Errorf("nobody reached")
	}
	return fmt.Errorf("code %s", r.RC)
}

// All checks several replies.
func All(rs ...*http.Response) error {
	for _, r := range rs {
		if err := check(r); err != nil {
			return err
		}
	}
	return nil
}
