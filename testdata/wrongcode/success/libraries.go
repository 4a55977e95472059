package success

import (
	pkgerrors "github.com/pkg/errors"

	"github.com/errcodelint/errcodelint/codes"
)

// A library wraps what it is given, and leaves nil alone.
func explained(r reply) error {
	return pkgerrors.Wrap(r.Code, "sms") // want `r.Code becomes an error, and can be 0 \(Success\) here, .*; write r.Code.Err\(\)`
}

func traced(r reply) error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return pkgerrors.WithStack(r.Code)
}

func caused(err error, r reply) bool { return pkgerrors.Is(err, r.Code) }
