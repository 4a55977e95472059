// Package predicates asks functions and tables what to send again.
package predicates

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const maxTries = 4

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// Error is a refusal.
type Error struct{ Code codes.ResponseCode }

func (e *Error) Error() string { return fmt.Sprintf("code %d", int(e.Code)) }

func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Switch asks a predicate with a code too many.
func Switch(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !shouldRetry(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

func shouldRetry(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure,
		codes.ResponseCouldNotRoute: // want "10 CouldNotRoute .*is of class never"
		return true
	}
	return false
}

// SwitchExact asks one without.
func SwitchExact(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !retryExact(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errors.New("given up")
}

func retryExact(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		return true
	}
	return false
}

// Default asks a predicate that knows what stays, but not all of it.
func Default(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 6 InsufficientCredit, 7 PrepaidAccountExpired, 301 NoWhatsAppSession of class fix"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		if !isTransient(code) {
			return code.Err()
		}
	}
	return errors.New("given up")
}

func isTransient(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP, codes.ResponseAccountExpired, codes.ResponseAccountDisabled:
		return false
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return false
	}
	return true // want "true for 10 CouldNotRoute, 13 InvalidAlphanumericOriginator, .* and 4 more of class never"
}

// Set looks codes up.
func Set(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !retryable[code] {
			return code.Err()
		}
	}
	return errors.New("given up")
}

var retryable = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded: true,
	codes.ResponseSpamThresholdExceeded:  true, // want "19 SpamThresholdExceeded .*is of class never"
	codes.ResponseInvalidRecipient:       false,
}

// SetExact looks them up in a set of those that pass.
func SetExact(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if _, ok := again[code]; !ok {
			return code.Err()
		}
	}
	return errors.New("given up")
}

var again = map[codes.ResponseCode]struct{}{
	codes.ResponseThrottlingRateExceeded: {},
	codes.ResponseSystemError:            {},
}

// List searches a list.
func List(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !slices.Contains(retryCodes, code) {
			return code.Err()
		}
	}
	return errors.New("given up")
}

var retryCodes = []codes.ResponseCode{
	codes.ResponseThrottlingRateExceeded,
	codes.ResponseDuplicateDestination, // want "16 DuplicateDestination .*is of class never"
	codes.ResponseSystemError,
}

// Denied asks a list of what is not sent again.
func Denied(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 6 InsufficientCredit, 7 PrepaidAccountExpired, 301 NoWhatsAppSession of class fix"
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		if !mayRetry(code) {
			return code
		}
	}
	return errors.New("given up")
}

var permanent = map[codes.ResponseCode]bool{
	codes.ResponseInvalidCredentials: true,
	codes.ResponseInvalidIP:          true,
	codes.ResponseAccountExpired:     true,
	codes.ResponseAccountDisabled:    true,
	codes.ResponseInvalidRecipient:   true,
	codes.ResponseInvalidOriginator:  true,
}

func mayRetry(code codes.ResponseCode) bool {
	return !permanent[code] // want "true for 10 CouldNotRoute, .* and 4 more of class never"
}

// ErrorMethod asks a method of the error.
func ErrorMethod(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		err := sendErr(ctx, c, m)
		var refused *Error
		if !errors.As(err, &refused) || !refused.Retryable() {
			return err
		}
	}
	return errors.New("given up")
}

// Retryable is wrong about one code.
func (e *Error) Retryable() bool {
	return e.Code == codes.ResponseGeneralFailure || e.Code == codes.ResponseRouteLimitedByAccount // want "14 RouteLimitedByAccount"
}

func sendErr(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return &Error{code}
	}
	return nil
}

// Unnamed asks a function whose name does not say it, so the loop does.
func Unnamed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !soft(code) {
			return code.Err()
		}
	}
	return errors.New("given up")
}

func soft(code codes.ResponseCode) bool {
	return code == codes.ResponseThrottlingRateExceeded || code == codes.ResponseAccountExpired // want "3 AccountExpired"
}

// Table has an entry for each code that it knows.
func Table(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !table[code].Retryable {
			return errors.New(table[code].Text)
		}
	}
	return errors.New("given up")
}

type entry struct {
	Text      string
	Retryable bool
}

var table = map[codes.ResponseCode]entry{
	codes.ResponseThrottlingRateExceeded: {Text: "slow down", Retryable: true},
	codes.ResponseInvalidCode:            {Text: "wrong code", Retryable: true}, // want "22 InvalidCode .*is of class never: .*; set Retryable to false"
	codes.ResponseInvalidRecipient:       {Text: "no such number"},
}

// Pair returns (retry bool, err error).
func Pair(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 6 InsufficientCredit, 7 PrepaidAccountExpired, 301 NoWhatsAppSession of class fix"
		again, err := sendPair(ctx, c, m)
		if !again {
			return err
		}
	}
	return errors.New("given up")
}

func sendPair(ctx context.Context, c *api.Client, m api.Message) (retry bool, err error) {
	code, err := send(ctx, c, m)
	if err != nil {
		return false, err
	}
	switch code {
	case codes.ResponseSuccess:
		return false, nil
	case codes.ResponseInvalidRecipient:
		return false, code.Err()
	}
	return true, code.Err() // want "true for 1 InvalidCredentials, .* and 9 more of class never"
}

// PairExact returns it as it should.
func PairExact(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		again, err := sendPairExact(ctx, c, m)
		if !again {
			return err
		}
	}
	return errors.New("given up")
}

func sendPairExact(ctx context.Context, c *api.Client, m api.Message) (retry bool, err error) {
	code, err := send(ctx, c, m)
	if err != nil {
		return false, err
	}
	return code.Retryable(), code.Err()
}

// PairOf asks a function that gets the code.
func PairOf(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		again, err := verdict(code)
		if !again {
			return err
		}
	}
	return errors.New("given up")
}

func verdict(code codes.ResponseCode) (retry bool, err error) {
	switch code {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseDuplicateDestination: // want "16 DuplicateDestination"
		return true, code
	}
	return false, code.Err()
}

// These say nothing about what is sent again.
var noRetry = map[codes.ResponseCode]bool{codes.ResponseInvalidRecipient: true}

func neverRetry(code codes.ResponseCode) bool { return noRetry[code] }

func stopRetrying(code codes.ResponseCode) bool {
	return code == codes.ResponseSubscriberBlockedService || code == codes.ResponseInvalidIP
}

func isNonRetryable(code codes.ResponseCode) bool {
	switch code {
	case codes.ResponseInvalidCredentials, codes.ResponseInvalidIP:
		return true
	}
	return neverRetry(code) || stopRetrying(code)
}

// Stops asks the other way round.
func Stops(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess || isNonRetryable(code) || !code.Retryable() {
			return code.Err()
		}
	}
	return errors.New("given up")
}
