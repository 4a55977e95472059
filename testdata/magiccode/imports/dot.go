package imports

import . "github.com/errcodelint/errcodelint/codes"

func dot(r Reply) bool {
	return ResponseCode(r.ResponseCode) == ResponseSuccess || r.ResponseCode == 88 // want `GeneralFailure`
}
