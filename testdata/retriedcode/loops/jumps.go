package loops

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Labelled goes on with the outer loop from inside a switch.
func Labelled(ctx context.Context, c *api.Client, m api.Message) error {
	tries := 0
again:
	for { // want "and 10 more of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		tries++
		switch {
		case r.Code == codes.ResponseSuccess:
			break again
		case tries < maxTries:
			time.Sleep(c.Unit)
			continue again
		}
		return r.Code.Err()
	}
	return nil
}

// LabelledRetryable asks the code first.
func LabelledRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	tries := 0
again:
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		tries++
		switch {
		case r.Code == codes.ResponseSuccess:
			break again
		case r.Code.Retryable() && tries < maxTries:
			time.Sleep(c.Unit)
			continue again
		}
		return r.Code.Err()
	}
	return nil
}

// Goto jumps back.
func Goto(ctx context.Context, c *api.Client, m api.Message) error {
	tries := 0
redo:
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess && tries < maxTries {
		tries++
		time.Sleep(c.Unit)
		goto redo // want "and 10 more of class never"
	}
	return r.Code.Err()
}

// GotoRetryable jumps back for the codes that pass.
func GotoRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	tries := 0
redo:
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if r.Code.Retryable() && tries < maxTries {
		tries++
		time.Sleep(c.Unit)
		goto redo
	}
	return r.Code.Err()
}

// GotoDecide jumps from a switch that knows too few codes.
func GotoDecide(ctx context.Context, c *api.Client, m api.Message) error {
retry:
	r, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return r.Code
	}
	time.Sleep(c.Unit)
	goto retry // want "and 8 more of class never"
}

// Nested sends every part of a message, each until it is out: the inner loop
// is the retry.
func Nested(ctx context.Context, c *api.Client, m api.Message) error {
	for _, text := range []string{"part one of " + m.Text} {
		part := m
		part.Text = text
		for tries := 0; ; tries++ { // want "and 10 more of class never"
			r, err := send(ctx, c, part)
			if err != nil {
				return err
			}
			if r.Code == codes.ResponseSuccess {
				break
			}
			if tries == maxTries {
				return r.Code
			}
		}
	}
	return nil
}

// NestedRetryable is the same for the codes that pass; the next part is another
// request.
func NestedRetryable(ctx context.Context, c *api.Client, m api.Message) error {
parts:
	for _, text := range []string{"part one of " + m.Text} {
		part := m
		part.Text = text
		for tries := 0; tries < maxTries; tries++ {
			r, err := send(ctx, c, part)
			if err != nil {
				return err
			}
			if !r.Code.Retryable() {
				continue parts
			}
		}
	}
	return nil
}
