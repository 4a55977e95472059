package judged

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/policy"
	"example.test/programs/retriedcode/retrying"
	"github.com/errcodelint/errcodelint/codes"
)

// Until asks until there is a success.
func Until(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := until(3, func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool { // want "for 1 InvalidCredentials, .* and 10 more of class never"
		return r.Code == codes.ResponseSuccess
	})
	return errors.Join(err, r.Code.Err())
}

// UntilFinal asks until it is over.
func UntilFinal(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := until(3, func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool {
		return !r.Code.Retryable()
	})
	return errors.Join(err, r.Code.Err())
}

// UntilKnown forgets one.
func UntilKnown(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := until(3, func() (reply, error) { // want "for 19 SpamThresholdExceeded of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return reply{}, err
		}
		return r, nil
	}, over)
	return errors.Join(err, r.Code.Err())
}

func over(r reply) bool { return !r.Code.Retryable() && r.Code != codes.ResponseSpamThresholdExceeded }

// UntilFails leaves for the errors that the operation makes.
func UntilFails(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := until(3, func() (reply, error) {
		r, err := send(ctx, c, m)
		if err == nil && !r.Code.Retryable() {
			err = r.Code.Err()
		}
		return r, err
	}, func(r reply) bool { return r.Code == codes.ResponseSuccess })
	return err
}

func sendChecked(ctx context.Context, c *api.Client, m api.Message) (reply, error) {
	r, err := send(ctx, c, m)
	if err == nil {
		err = r.Code.Err()
	}
	return r, err
}

// UntilChecked does, too.
func UntilChecked(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := until(3, func() (reply, error) { return sendChecked(ctx, c, m) }, func(r reply) bool { return r.Code == codes.ResponseSuccess })
	return err
}

// InsistChecked does not: it goes on for errors.
func InsistChecked(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := insist(ctx, func(ctx context.Context) (reply, error) { // want "and 10 more of class never"
		return sendChecked(ctx, c, m)
	}, func(r reply) bool { return true })
	return err
}

// Insist goes on until it may not pass.
func Insist(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := insist(ctx, func(ctx context.Context) (reply, error) { return send(ctx, c, m) }, func(r reply) bool { return !r.Code.Retryable() })
	return errors.Join(err, r.Code.Err())
}

// While says what is sent again.
func While(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := while(3, func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool {
		return r.Code != codes.ResponseSuccess // want "true for .* and 10 more of class never"
	})
	return err
}

// WhilePassing says it rightly.
func WhilePassing(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := while(3, func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool { return r.Code.Retryable() })
	return err
}

// WhileHopeful has a package say it that knows of no codes.
func WhileHopeful(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := while(3, func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool { return policy.Temporary(int(r.Code)) }) // want "for 10 CouldNotRoute of class never"
	return err
}

// Settle gets a pointer, and the error.
func Settle(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := settle(3, func() (*reply, error) { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return nil, err
		}
		return &r, nil
	}, func(r *reply, err error) bool { return err != nil || r.Code == codes.ResponseSuccess })
	return err
}

// SettleFinal knows better.
func SettleFinal(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := settle(3, func() (*reply, error) {
		r, err := send(ctx, c, m)
		if err != nil {
			return nil, err
		}
		return &r, nil
	}, func(r *reply, err error) bool { return err != nil || !r.Code.Retryable() })
	return err
}

// Longer goes on for what it knows.
func Longer(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := longer(func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool {
		return r.Code == codes.ResponseSystemError || r.Code == codes.ResponseInvalidCode // want "22 InvalidCode of class never"
	})
	return err
}

// Checked does not ask again.
func Checked(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := checked(func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool { return r.Code == codes.ResponseSuccess })
	return err
}

// Handed is two helpers away.
func Handed(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := handed(func(r reply) bool { return r.Code == codes.ResponseSuccess }, func() (reply, error) { return send(ctx, c, m) }) // want "and 10 more of class never"
	return err
}

// Elsewhere has the helper in another package.
func Elsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := retrying.Poll(3, func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool { return r.Code == codes.ResponseSuccess }) // want "and 10 more of class never"
	return err
}

// Delivered waits for something else than the code.
func Delivered(ctx context.Context, c *api.Client, m api.Message) error {
	id := ""
	_, err := until(3, func() (reply, error) { return send(ctx, c, m) }, func(r reply) bool {
		id = r.MessageID
		return id != "" || !r.Code.Retryable()
	})
	return err
}

// Named has results with names.
func Named(ctx context.Context, c *api.Client, m api.Message) error {
	_, err := until(3, func() (r reply, err error) { // want "and 10 more of class never"
		r, err = send(ctx, c, m)
		return
	}, func(r reply) bool { return r.Code == codes.ResponseSuccess })
	return err
}

// NamedFinal asks until it is over.
func NamedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	r, err := until(3, func() (r reply, err error) {
		r, err = send(ctx, c, m)
		return
	}, func(r reply) bool { return !r.Code.Retryable() })
	return errors.Join(err, r.Code.Err())
}
