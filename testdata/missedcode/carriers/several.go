package carriers

import (
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// A batchError has what was refused, by code, and the codes in the order in which they came.
type batchError struct {
	by    map[codes.ResponseCode][]string
	order []codes.ResponseCode
}

func (e *batchError) Error() string { return fmt.Sprintf("%d codes", len(e.by)) }

// divide goes over the codes of an error: none is success, as its default shows.
func divide(err error) (late, wrong []string) {
	var e *batchError
	if !errors.As(err, &e) {
		return nil, nil
	}
	for code, ids := range e.by {
		switch code {
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure, codes.ResponseSystemError:
			late = append(late, ids...)
		default:
			wrong = append(wrong, ids...)
		}
	}
	return late, wrong
}

// first looks at one after the other.
func (e *batchError) first() string {
	for _, code := range e.order {
		switch code {
		case codes.ResponseThrottlingRateExceeded:
			return "late"
		default:
			return "wrong"
		}
	}
	return ""
}

// A batch has the codes of all.
type batch struct {
	by map[codes.ResponseCode][]string
}

// split goes over those of success, too.
func (b *batch) split() (late, wrong []string) {
	for code, ids := range b.by {
		switch code { // want `the default of this switch takes the response code 0 Success together with 21 codes that fail`
		case codes.ResponseThrottlingRateExceeded:
			late = append(late, ids...)
		default:
			wrong = append(wrong, ids...)
		}
	}
	return late, wrong
}
