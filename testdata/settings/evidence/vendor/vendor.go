// Package vendor uses the API.
package vendor

import "github.com/errcodelint/errcodelint/codes"

type reply struct {
	Code int `json:"responseCode"`
}

// Typed is a reply whose code has a type.
type Typed struct{ Code codes.ResponseCode }

func ok(r reply) bool { return r.Code == 16 } // want `DuplicateDestination`
