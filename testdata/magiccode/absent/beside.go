package absent

import (
	"errors"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// An outcome is a code, or an error.
type outcome struct {
	to   string
	code codes.ResponseCode
	err  error
}

func attempt(to string, post func(string) (codes.ResponseCode, error)) outcome {
	if to == "" {
		return outcome{to, 0, errors.New("no recipient")}
	}
	code, err := post(to)
	if err != nil {
		return outcome{to: to, code: 0, err: err}
	}
	if code == codes.ResponseDuplicateDestination {
		return outcome{to: to, code: 0} // want `0 is the response code Success`
	}
	if code == codes.ResponseSubscriberBlockedService {
		return outcome{to, 0, nil} // want `0 is the response code Success`
	}
	return outcome{to: to, code: 5, err: http.ErrServerClosed} // want `5 is the response code ThrottlingRateExceeded`
}
