package billing

import (
	"context"
	"errors"

	"example.test/programs/notify/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

// A texter sends texts: the client, or what is between it and the watcher.
type texter interface {
	SendSMS(ctx context.Context, m geniq.SMS) (*geniq.SMSReply, error)
}

var errNotReminded = errors.New("billing: nobody could be reminded")

// remind tells the owner of an account that its credit runs out, until it gets through.
func remind(ctx context.Context, t texter, owner string) error {
	m := geniq.SMS{To: owner, Text: "Your credit runs out."}
	for range 3 { // want "retriedcode: this loop .*and 10 more of class never"
		r, err := t.SendSMS(ctx, m)
		if err != nil {
			return err
		}
		if r.Succeeded() {
			return nil
		}
	}
	return errNotReminded
}

// remindOnce goes round for what may pass.
func remindOnce(ctx context.Context, t texter, owner string) error {
	m := geniq.SMS{To: owner, Text: "Your credit runs out."}
	for range 3 {
		r, err := t.SendSMS(ctx, m)
		if err != nil {
			return err
		}
		if code := codes.ResponseCode(r.Code()); !code.Retryable() {
			return code.Err()
		}
	}
	return errNotReminded
}
