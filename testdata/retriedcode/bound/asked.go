package bound

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/retrying"
	"github.com/errcodelint/errcodelint/codes"
)

// close says what is not to be sent again as the helper wants it.
func (n *notice) close(ctx context.Context) error {
	err := n.send(ctx)
	if final(err) {
		return fmt.Errorf("%w: %w", retrying.ErrClosed, err)
	}
	return err
}

// final says what stays.
func final(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && !code.Retryable()
}

// Own has a helper with a predicate of its own, which knows nothing of codes.
func Own(_ context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	return retrying.Calls(4, n.send) // want "and 10 more of class never"
}

// OwnTold tells it what stays.
func OwnTold(_ context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	return retrying.Calls(4, n.close)
}

// OwnOther has one that knows what it calls again.
func OwnOther(_ context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	return retrying.Reads(4, n.send)
}

// Enough says what ends it.
func Enough(_ context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	return retrying.Unless(4, n.send, func(err error) bool { // want "and 9 more of class never"
		return errors.Is(err, codes.ResponseInvalidRecipient)
	})
}

// EnoughFinal says so of all that stays.
func EnoughFinal(_ context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	return retrying.Unless(4, n.send, final)
}

// Likes says what goes on.
func Likes(_ context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	return retrying.While(4, n.send, func(err error) bool {
		return !errors.Is(err, codes.ResponseInvalidRecipient) // want "and 9 more of class never"
	})
}

// LikesPassing says so of what passes.
func LikesPassing(_ context.Context, c *api.Client, m api.Message) error {
	n := &notice{api: c, message: m}
	return retrying.While(4, n.send, func(err error) bool { return !final(err) })
}
