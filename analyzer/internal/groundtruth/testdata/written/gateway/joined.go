// Package gateway has a client whose errors are of three kinds.
package gateway

var ErrBusy = errors.New("busy")

var ErrRejected = errors.New("rejected")

type CodeError struct {
	Code  codes.ResponseCode
	Op    string
	Cause error
}

func (e *CodeError) Error() string { return e.Op + ": " + e.Code.String() }

func Fill(code codes.ResponseCode) *CodeError {
	e := &CodeError{Code: code, Op: "send"}
	if code == codes.ResponseDuplicateDestination {
		e.Code = codes.ResponseSuccess
	}
	return e
}

func Check(code codes.ResponseCode) (err error) {
	defer func() {
		if err == nil {
			err = ErrBusy
		}
	}()
	switch code {
	case codes.ResponseDuplicateDestination:
		return nil
	case codes.ResponseSpamThresholdExceeded:
		return Fill(code)
	default:
		return fmt.Errorf("send: %v", ErrBusy)
	}
}

func CheckPlain(code codes.ResponseCode) error {
	switch code {
	case codes.ResponseDuplicateDestination:
		return ErrBusy
	case codes.ResponseSpamThresholdExceeded:
		return Fill(code)
	default:
		return fmt.Errorf("send: %v", ErrBusy)
	}
}
