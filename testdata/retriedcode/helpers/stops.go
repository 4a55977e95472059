package helpers

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// ended is an error that is returned at once.
type ended struct{ err error }

func (f *ended) Error() string { return "final: " + f.err.Error() }
func (f *ended) Unwrap() error { return f.err }

func finally(err error) error {
	if err == nil {
		return nil
	}
	return &ended{err}
}

// tenacious calls fn until that succeeds, or says that it is over.
func tenacious(unit time.Duration, fn func() error) error {
	var err error
	for n := 1; n < 4; n++ {
		if err = fn(); err == nil {
			return nil
		}
		var f *ended
		if errors.As(err, &f) {
			return f.err
		}
		slog.Debug("once more", "n", n, "err", err)
		time.Sleep(unit)
	}
	return err
}

// FinalNumber says so of a wrong number alone.
func FinalNumber(ctx context.Context, c *api.Client, m api.Message) error {
	return tenacious(c.Unit, func() error { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 9 more of class never"
		err := post(ctx, c, m)
		if errors.Is(err, codes.ResponseInvalidRecipient) {
			return finally(err)
		}
		return err
	})
}

// FinalAll says so of all that does not pass.
func FinalAll(ctx context.Context, c *api.Client, m api.Message) error {
	return tenacious(c.Unit, func() error {
		err := post(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			return fmt.Errorf("to %s: %w", m.To, finally(err))
		}
		return err
	})
}

// FinalCases tells more of them apart.
func FinalCases(ctx context.Context, c *api.Client, m api.Message) error {
	return tenacious(c.Unit, func() error { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 8 more of class never"
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return err
		}
		switch r.Code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseSubscriberBlockedService, codes.ResponseSpamThresholdExceeded:
			return &ended{r.Code}
		}
		return errors.New("refused")
	})
}

// marks says for which codes it is over.
var marks map[codes.ResponseCode]func(error) error

// FinalMarked has marks from elsewhere.
func FinalMarked(ctx context.Context, c *api.Client, m api.Message) error {
	marks = make(map[codes.ResponseCode]func(error) error)
	for code := range codes.ResponseCodes() {
		marks[code] = func(err error) error { return err }
		if !code.Retryable() {
			marks[code] = finally
		}
	}
	return tenacious(c.Unit, func() error {
		var r reply
		if err := c.Post(ctx, "/sms", m, &r); err != nil {
			return finally(err)
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		return marks[r.Code](r.Code)
	})
}

// FinalDeferred says so at the end.
func FinalDeferred(ctx context.Context, c *api.Client, m api.Message) error {
	return tenacious(c.Unit, func() (err error) {
		defer func() {
			var code codes.ResponseCode
			if errors.As(err, &code) && !code.Retryable() {
				err = finally(err)
			}
		}()
		return post(ctx, c, m)
	})
}

// FinalAsked asks whether there is something that is final.
func FinalAsked(ctx context.Context, c *api.Client, m api.Message) error {
	return tenacious(c.Unit, func() error {
		err := post(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && code.Retryable() {
			return err
		}
		if over := finally(err); over != nil {
			return over
		}
		return err
	})
}
