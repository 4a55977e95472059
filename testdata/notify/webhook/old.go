package webhook

import (
	"net/url"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// stateOfText is for the reports that we keep as they came.
func stateOfText(report string) State {
	q, err := url.ParseQuery(report)
	if err != nil {
		return stateOf(codes.ReasonFormatError)
	}
	n, _ := strconv.Atoi(q.Get("reasonCode")) // want "wrongcode: the error of strconv.Atoi is dropped"
	return stateOf(codes.ReasonCode(n))
}

// errorOf is what the log says of a record.
func errorOf(rec Record) (err error) {
	err = rec.Reason // want "wrongcode: rec.Reason becomes an error, and can be 0 \\(NotApplicable\\) here, .*; write rec.Reason.Err\\(\\)"
	return err
}
