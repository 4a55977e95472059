// Package resent resends messages, in ways that were judged wrongly.
package resent

import (
	"context"
	"errors"
	"log"
	"math/rand"
	"strconv"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type message struct{ From, To, Text, ID string }

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// transport sends, and gets a new token.
type transport interface {
	Post(ctx context.Context, path string, in, out any) error
}

type client struct{ transport }

func (c *client) send(ctx context.Context, m message) (reply, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

// deliver returns the code as its error.
func deliver(ctx context.Context, c *client, m message) error {
	r, err := c.send(ctx, m)
	if err != nil {
		return err
	}
	return r.Code.Err()
}

type refusal struct{ code codes.ResponseCode }

func (r *refusal) Error() string { return r.code.String() }

// submit returns an error with a field.
func submit(ctx context.Context, c *client, m message) error {
	r, err := c.send(ctx, m)
	if err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return &refusal{r.Code}
	}
	return nil
}

var passing = map[codes.ResponseCode]bool{
	codes.ResponseThrottlingRateExceeded: true,
	codes.ResponseSystemError:            true,
}

// LookedUp looks the code up that errors.As has found.
func LookedUp(ctx context.Context, c *client, m message) error {
	for {
		err := deliver(ctx, c, m)
		if err == nil {
			return nil
		}
		var code codes.ResponseCode
		if errors.As(err, &code) && !passing[code] {
			return err
		}
		time.Sleep(time.Second)
	}
}

var rules = map[codes.ResponseCode]struct{ Retryable bool }{
	codes.ResponseThrottlingRateExceeded: {Retryable: true},
}

// Ruled asks a table.
func Ruled(ctx context.Context, c *client, m message) error {
	for {
		err := deliver(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && rules[code].Retryable {
			continue
		}
		return err
	}
}

// Classed asks for the class of what errors.As has found.
func Classed(ctx context.Context, c *client, m message) error {
	for {
		err := submit(ctx, c, m)
		if err == nil {
			return nil
		}
		var r *refusal
		if errors.As(err, &r) && r.code.Retry() != codes.RetryWithBackoff {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Expired sends again after an error that no code makes.
func Expired(ctx context.Context, c *client, m message) error {
	for {
		err := submit(ctx, c, m)
		if !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		time.Sleep(time.Second)
	}
}

// Passing is for other packages, too.
var Passing = map[codes.ResponseCode]bool{codes.ResponseGeneralFailure: true}

// Exported asks a table that others see.
func Exported(ctx context.Context, c *client, m message) error {
	for {
		r, err := c.send(ctx, m)
		if err != nil || r.Code == codes.ResponseSuccess {
			return err
		}
		if !Passing[r.Code] {
			return r.Code
		}
	}
}

// refused are codes that end it, if they are billed.
var refused = map[codes.ResponseCode]bool{
	codes.ResponseInvalidRecipient: true,
	codes.ResponseCouldNotRoute:    true,
}

// Billed gives up for some codes only sometimes, so the list is not what has them
// sent again.
func Billed(ctx context.Context, c *client, m message, billed bool) error {
	for { // want "retriedcode: this loop sends the same request again .line 147. for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 10 more of class never"
		r, err := c.send(ctx, m)
		if err != nil || r.Code == codes.ResponseSuccess {
			return err
		}
		if refused[r.Code] && billed {
			return r.Code
		}
	}
}

// Again is true once it is out: nobody asks it what to send again.
func Again(ctx context.Context, c *client, m message, attempt int) bool {
	if attempt > 3 {
		return false
	}
	r, err := c.send(ctx, m)
	if err != nil || r.Code == codes.ResponseInvalidRecipient {
		return false
	}
	if r.Code == codes.ResponseSuccess {
		return true
	}
	return Again(ctx, c, m, attempt+1) // want "retriedcode: this call sends the same request again"
}

// Numbered gives its own copy of the message another number.
func Numbered(ctx context.Context, c *client, m message, attempt int) error {
	m.ID = strconv.FormatUint(rand.Uint64(), 36)
	r, err := c.send(ctx, m)
	if err != nil || r.Code == codes.ResponseSuccess || attempt > 3 {
		return err
	}
	return Numbered(ctx, c, m, attempt+1) // want "retriedcode: this call sends the same request again"
}

// Ticked does so in a clause.
func Ticked(ctx context.Context, c *client, m message) {
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for { // want "retriedcode: this loop sends the same request again"
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			m.ID = strconv.FormatUint(rand.Uint64(), 36)
			r, err := c.send(ctx, m)
			if err != nil || r.Code == codes.ResponseSuccess {
				return
			}
			log.Print(r.Code)
		}
	}
}

// untilDone calls f until it is done.
func untilDone(n int, f func() error) error {
	err := f()
	for i := 0; i < n && err != nil; i++ {
		err = f()
	}
	return err
}

// First is sent before the helper's loop, and in it.
func First(ctx context.Context, c *client, m message) error {
	return untilDone(3, func() error { // want "retriedcode: this call has the same request sent again"
		return deliver(ctx, c, m)
	})
}

// Relaunched sends again without credit: that it calls itself is not something that it does about it.
func Relaunched(ctx context.Context, c *client, m message) {
	err := deliver(ctx, c, m)
	if errors.Is(err, codes.ResponseInsufficientCredit) {
		go Relaunched(ctx, c, m) // want "retriedcode: this call sends the same request again .line \\d+. for 6 InsufficientCredit of class fix, which can succeed only once somebody has acted, and nothing is done about it on the way"
	}
}

// Returned hands on what comes of the next try.
func Returned(ctx context.Context, c *client, m message) (sent bool) {
	r, err := c.send(ctx, m)
	if err != nil {
		return false
	}
	if r.Code == codes.ResponseInsufficientCredit {
		sent = Returned(ctx, c, m) // want "retriedcode: this call sends the same request again .line \\d+. for 6 InsufficientCredit of class fix, which can succeed only once somebody has acted, and nothing is done about it on the way"
		return sent
	}
	return r.Code == codes.ResponseSuccess
}

// account buys credit.
type account interface {
	TopUp(ctx context.Context) error
}

// ToppedUp does something about it.
func ToppedUp(ctx context.Context, c *client, a account, m message) (sent bool) {
	r, err := c.send(ctx, m)
	if err != nil {
		return false
	}
	if r.Code == codes.ResponseInsufficientCredit && a.TopUp(ctx) == nil {
		sent = ToppedUp(ctx, c, a, m)
		return sent
	}
	return r.Code == codes.ResponseSuccess
}
