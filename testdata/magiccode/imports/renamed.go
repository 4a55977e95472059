package imports

import api "github.com/errcodelint/errcodelint/codes"

func renamed(r Reply) bool {
	return api.ResponseCode(r.ResponseCode).Retryable() || r.ResponseCode == 88 // want `GeneralFailure`
}
