package sentinels

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var (
	errBarred   = errors.New("blocked")
	errUnusable = errors.New("invalid")
	errSlow     = errors.New("slow")
)

// sorted makes errors of some codes.
func sorted(ctx context.Context, c *api.Client, m api.Message) error {
	err := sendCode(ctx, c, m)
	code, ok := err.(codes.ResponseCode)
	if !ok {
		return err
	}
	switch code {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidIP:
		return errUnusable
	case codes.ResponseSubscriberBlockedService:
		return fmt.Errorf("to %s: %w", m.To, errBarred)
	case codes.ResponseThrottlingRateExceeded:
		return errSlow
	}
	return err
}

func worthIt(err error) bool {
	if errors.Is(err, errUnusable) || errors.Is(err, errBarred) {
		return false
	}
	return true
}

// Several asks for two errors, and forgets all others.
func Several(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 { // want "and 7 more of class never"
		if err = sorted(ctx, c, m); err == nil || !worthIt(err) {
			break
		}
	}
	return err
}

func slowOnly(err error) bool {
	switch {
	case errors.Is(err, errSlow), errors.Is(err, context.DeadlineExceeded):
		return true
	}
	return false
}

// SeveralSlow sends again what passes.
func SeveralSlow(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range 4 {
		if err = sorted(ctx, c, m); err == nil || !slowOnly(err) {
			break
		}
	}
	return err
}
