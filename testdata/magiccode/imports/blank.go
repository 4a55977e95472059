package imports

import (
	_ "github.com/errcodelint/errcodelint/codes"
)

func blank(r Reply) bool {
	return r.ResponseCode == 88 // want `GeneralFailure`
}
