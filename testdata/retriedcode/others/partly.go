package others

import (
	"context"
	"errors"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// For some codes the next request is another one, and for the rest it is the same.

// PartlySender sends from somebody else where there is no credit, and waits for everything else.
func PartlySender(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 10 more of class never, which cannot succeed, and for 301 NoWhatsAppSession"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch r.Code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
			m.From = "Partner"
		default:
			c.Pause(ctx, 1)
		}
	}
	return errors.New("not sent")
}

// PartlyRecipient mends the recipient, and is patient with one code that stays.
func PartlyRecipient(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "19 SpamThresholdExceeded of class never"
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch r.Code {
		case codes.ResponseSpamThresholdExceeded:
			c.Pause(ctx, 1)
		case codes.ResponseNoWhatsAppSession:
			m.To = "+" + m.To
		default:
			return r.Code.Err()
		}
	}
	return errors.New("not sent")
}

// PartlyNext goes on with the next message when one was taken.
func PartlyNext(ctx context.Context, c *api.Client, m api.Message) error {
	list := []api.Message{m}
	for i := 0; i < len(list); { // want "and 10 more of class never"
		r, err := send(ctx, c, list[i])
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			c.Pause(ctx, 1)
			continue
		}
		i++
	}
	return nil
}

// PartlyNextRefused goes on also when it was refused.
func PartlyNextRefused(ctx context.Context, c *api.Client, m api.Message) error {
	list := []api.Message{m}
	for i := 0; i < len(list); {
		r, err := send(ctx, c, list[i])
		if err != nil {
			return err
		}
		if r.Code.Retryable() {
			c.Pause(ctx, 1)
			continue
		}
		i++
	}
	return nil
}

// A tray has messages that wait.
type tray struct{ waiting, refused []api.Message }

func (t *tray) first() api.Message { return t.waiting[0] }

func (t *tray) drop() { t.waiting = t.waiting[1:] }

func (t *tray) refuse() {
	t.refused = append(t.refused, t.first())
	t.drop()
}

// PartlyTray takes the first message, and puts aside what is refused.
func PartlyTray(ctx context.Context, c *api.Client, m api.Message) error {
	t := &tray{waiting: []api.Message{m}}
	for len(t.waiting) > 0 {
		r, err := send(ctx, c, t.first())
		if err != nil {
			return err
		}
		switch r.Code.Retry() {
		case codes.RetryNotNeeded:
			t.drop()
		case codes.RetryWithBackoff:
			c.Pause(ctx, 1)
		default:
			t.refuse()
		}
	}
	return nil
}

// PartlyCursor keeps where it is in a variable that a closure moves on.
func PartlyCursor(ctx context.Context, c *api.Client, m api.Message) error {
	list, i := []api.Message{m}, 0
	next := func() { i++ }
	for i < len(list) {
		r, err := send(ctx, c, list[i])
		if err != nil {
			return err
		}
		if r.Code.Retryable() {
			continue
		}
		next()
	}
	return nil
}

// PartlyForever goes through the messages again and again, as often as it was told.
func PartlyForever(ctx context.Context, c *api.Client, m api.Message) error {
	list := []api.Message{m, m}
	for i, n := 0, 0; n < 6; n++ {
		r, err := send(ctx, c, list[i])
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseSuccess {
			c.Pause(ctx, 1)
			continue
		}
		i = (i + 1) % len(list)
	}
	return nil
}
