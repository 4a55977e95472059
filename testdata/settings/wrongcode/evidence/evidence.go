// Package evidence does not show that it uses the API, so nothing is reported
// where that is asked for.
package evidence

import "errors"

type reply struct {
	Code string `json:"responseCode"`
}

func (r reply) err() error {
	if r.Code == "0" {
		return nil
	}
	if r.Code == "88" || r.Code == "0" {
		return errors.New("try again")
	}
	return errors.New("refused")
}
