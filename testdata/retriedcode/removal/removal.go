// Package removal names too many codes as worth another try, in every way in which
// they can be taken out again, and in some in which they cannot.
package removal

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
	Text string             `json:"text"`
}

var errGivenUp = errors.New("given up")

// again sends until a predicate says no.
func again(ctx context.Context, c *api.Client, m api.Message, worth func(codes.ResponseCode) bool) error {
	for range maxTries {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if !worth(r.Code) {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Line has a list on one line.
func Line(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, func(code codes.ResponseCode) bool { return slices.Contains(lineRetryable, code) })
}

var lineRetryable = []codes.ResponseCode{codes.ResponseThrottlingRateExceeded, codes.ResponseCouldNotRoute, codes.ResponseSystemError} // want "10 CouldNotRoute .*is of class never"

// LineEnd has the wrong ones at the end.
func LineEnd(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, func(code codes.ResponseCode) bool { return endRetryable[code] })
}

var endRetryable = map[codes.ResponseCode]bool{5: true, 88: true, 10: true, 11: true} // want "10 CouldNotRoute" "11 InvalidRecipient"

// LineStart has them at the start, among numbers as text.
func LineStart(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, func(code codes.ResponseCode) bool {
		_, ok := startRetryable[code.Wire()]
		return ok
	})
}

var startRetryable = map[string]struct{}{"16": {}, "17": {}, "5": {}, "99": {}} // want "16 DuplicateDestination" "17 DestinationListTooLong"

// Wired has the text of named codes.
func Wired(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, func(code codes.ResponseCode) bool { return wiredRetryable[code.Wire()] })
}

var wiredRetryable = map[string]bool{
	codes.ResponseThrottlingRateExceeded.Wire(): true,
	codes.ResponseInvalidOriginator.Wire():      true, // want "12 InvalidOriginator"
}

// CaseWired has such a text in a case.
func CaseWired(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, func(code codes.ResponseCode) bool { return isRetryableCode(code.Wire()) })
}

func isRetryableCode(text string) bool {
	switch text {
	case codes.ResponseThrottlingRateExceeded.Wire(), codes.ResponseInvalidCode.Wire(): // want "22 InvalidCode"
		return true
	}
	return false
}

// Lines has one on each line, with a word beside it.
func Lines(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, func(code codes.ResponseCode) bool { return linesRetryable[int(code)] })
}

var linesRetryable = map[int]bool{
	5:  true, // too fast
	19: true, // want "19 SpamThresholdExceeded"
	88: true, // anything
	99: true,
	15: true, // want "15 SubscriberBlockedService"
}

// Counted is used for more than to look codes up, so it stays.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	if len(countedRetryable) == 0 {
		return errGivenUp
	}
	return again(ctx, c, m, func(code codes.ResponseCode) bool { return slices.Contains(countedRetryable, int(code)) })
}

var countedRetryable = []int{5, 12} // want "12 InvalidOriginator"

// Exported may be used by anybody, so it stays.
func Exported(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, func(code codes.ResponseCode) bool { return RetryCodes[code] })
}

// RetryCodes are sent again.
var RetryCodes = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded: true,
	codes.ResponseInvalidOriginator:      true, // want "12 InvalidOriginator"
}

// Case has a value too many.
func Case(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, isTransient)
}

func isTransient(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseInvalidMessageID: // want "21 InvalidMessageID"
		return true
	case codes.ResponseSystemError:
		return true
	}
	return false
}

// CaseOwn has a case too many.
func CaseOwn(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, retryable)
}

func retryable(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		return true
	case codes.ResponseCouldNotRoute: // want "10 CouldNotRoute"
		return true
	default:
		return false
	}
}

// CaseElse says yes to what is in no case, so there is nothing to be gained.
func CaseElse(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, mayRetry)
}

func mayRetry(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseSuccess, codes.ResponseInvalidRecipient:
		return false
	case codes.ResponseCouldNotRoute: // want "10 CouldNotRoute"
		return true
	default:
		return code == codes.ResponseThrottlingRateExceeded || code == codes.ResponseSystemError
	}
}

// Answer has a comparison too many.
func Answer(ctx context.Context, c *api.Client, m api.Message) error {
	return again(ctx, c, m, shouldRetry)
}

func shouldRetry(code codes.ResponseCode) bool {
	return code == codes.ResponseThrottlingRateExceeded || code == codes.ResponseDuplicateDestination || // want "for 14 RouteLimitedByAccount, 16 DuplicateDestination of class never"
		code == codes.ResponseGeneralFailure || code == codes.ResponseRouteLimitedByAccount
}

// AnswerText compares texts.
func AnswerText(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		var r struct {
			ResponseCode string `json:"responseCode"`
		}
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		if !textRetryable(r.ResponseCode) {
			n, err := strconv.Atoi(r.ResponseCode)
			if err != nil {
				return err
			}
			return codes.ResponseCode(n).Err()
		}
	}
	return errGivenUp
}

func textRetryable(responseCode string) bool { return responseCode == "22" || responseCode == "5" } // want "for 22 InvalidCode of class never"
