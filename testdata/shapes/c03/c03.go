// Package c03 reads the parts of a batch request to a file store.
//
// Silent, because the cases are constants of net/http.
package c03

import (
	"encoding/json"
	"errors"
	"net/http"
)

type part struct {
	ID           string `json:"id"`
	ResponseCode int    `json:"responseCode"`
}

var errAgain = errors.New("again")

func (p *part) err() error {
	switch p.ResponseCode {
	case http.StatusOK, http.StatusCreated:
		return nil
	case http.StatusTooManyRequests:
		return errAgain
	case 0:
		return errors.New(p.ID + ": not run")
	}
	return errors.New(p.ID + ": " + http.StatusText(p.ResponseCode))
}

// Parts reads the parts.
func Parts(data []byte) error {
	var ps []*part
	if err := json.Unmarshal(data, &ps); err != nil {
		return err
	}
	var errs []error
	for _, p := range ps {
		if p.ResponseCode != http.StatusNoContent {
			errs = append(errs, p.err())
		}
	}
	return errors.Join(errs...)
}
