package others

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// onCall are those of whom one has to hear of it.
func onCall(m api.Message) []string { return []string{m.To, "60120000002", "60120000003"} }

// RecipientFirst asks one after the other until somebody gets the message.
func RecipientFirst(ctx context.Context, c *api.Client, m api.Message) error {
	for _, to := range onCall(m) {
		r, err := send(ctx, c, api.Message{From: m.From, To: to, Text: m.Text})
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
	}
	return errNotSent
}

// RecipientRounds begins anew when nobody got it: that depends on all of them.
func RecipientRounds(ctx context.Context, c *api.Client, m api.Message) error {
	for range 2 {
		for _, to := range onCall(m) {
			m.To = to
			r, err := send(ctx, c, m)
			if err != nil {
				return err
			}
			if r.Code == codes.ResponseSuccess {
				return nil
			}
		}
		time.Sleep(c.Unit)
	}
	return errNotSent
}
