// Package night sends at night what was refused by day, by the book.
package night

import (
	"context"
	"errors"
	"slices"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/manual"
	"github.com/errcodelint/errcodelint/codes"
)

const tries = 3

type receipt struct {
	Code codes.ResponseCode `json:"responseCode"`
}

type note struct {
	Code string `json:"responseCode"`
}

var errNight = errors.New("the night is over")

func init() { delete(manual.Regional, codes.ResponseSpamThresholdExceeded) }

func submit(ctx context.Context, c *api.Client, m api.Message) (receipt, error) {
	var r receipt
	err := c.Post(ctx, "/sms", m, &r)
	return r, err
}

// ByBusy sends again what the manual calls busy.
func ByBusy(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if !manual.Busy[r.Code] {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errNight
}

// ByTired sends again what the manual calls tired.
func ByTired(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ { // want "for 16 DuplicateDestination, 19 SpamThresholdExceeded of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if _, tired := manual.Tired[r.Code]; !tired || attempt == tries {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
}

// ByWaiting looks into a list.
func ByWaiting(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "for 10 CouldNotRoute of class never"
		var n note
		if err := c.Post(ctx, "/sms", m, &n); err != nil {
			return err
		}
		if n.Code == "0" {
			return nil
		}
		if !slices.Contains(manual.Waiting, n.Code) {
			return errors.New("refused with " + n.Code)
		}
		time.Sleep(c.Unit)
	}
	return errNight
}

// ByRefused gives up for what the manual says is refused, and forgets the rest.
func ByRefused(ctx context.Context, c *api.Client, m api.Message) error {
again:
	r, err := submit(ctx, c, m)
	switch {
	case err != nil:
		return err
	case r.Code == codes.ResponseSuccess:
		return nil
	case slices.Contains(manual.Refused, r.Code):
		return r.Code.Err()
	}
	time.Sleep(c.Unit)
	goto again // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 19 SpamThresholdExceeded of class never"
}

// ByEntry reads what the manual says.
func ByEntry(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries { // want "for 10 CouldNotRoute of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		entry := manual.Entries[r.Code]
		if entry.Lasts {
			return r.Code.Err()
		}
		time.Sleep(time.Duration(entry.Wait) * c.Unit)
	}
	return errNight
}

// ByOverride does what the operator wants, of which nobody knows what it is.
func ByOverride(ctx context.Context, c *api.Client, m api.Message) error {
	manual.Override(codes.ResponseSpamThresholdExceeded, false)
	for range tries {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if !manual.Overrides[r.Code] {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errNight
}

// ByRegion does what init has left.
func ByRegion(ctx context.Context, c *api.Client, m api.Message) error {
	for range tries {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if !manual.Regional[r.Code] {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errNight
}
