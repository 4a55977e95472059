// Package tests is looked at with its tests.
package tests

import "github.com/errcodelint/errcodelint/codes"

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func (r reply) ok() bool { return r.Code == codes.ResponseSuccess }
