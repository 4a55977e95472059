// Package tests has bare codes in its tests.
package tests

type reply struct {
	Code int `json:"responseCode"`
}

func (r reply) ok() bool { return r.Code == 0 } // want `Success`
