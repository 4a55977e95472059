package methods

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errNotListed = errors.New("the recipient is not in the reply")

// A recipient is what became of one of those that a batch was for.
type recipient struct {
	To   string             `json:"to"`
	Code codes.ResponseCode `json:"responseCode"`
}

// A batch is the reply to one message for a number of ours and the customer's.
type batch struct {
	Details struct {
		Recipients []recipient `json:"recipients"`
	} `json:"details"`
}

const customer = 1 // behind ours

// Check says what became of the message to the customer.
func (b *batch) Check() error {
	if len(b.Details.Recipients) <= customer {
		return errNotListed
	}
	return b.Details.Recipients[customer].Code.Err()
}

func (b *batch) Arrived() bool {
	return len(b.Details.Recipients) > customer && b.Details.Recipients[customer].Code == codes.ResponseSuccess
}

func codeOf(list []recipient) codes.ResponseCode {
	if len(list) <= customer {
		return codes.ResponseSystemError
	}
	return list[customer].Code
}

func sendBoth(ctx context.Context, c *api.Client, m api.Message, b *batch) error {
	return c.Post(ctx, "/batch_sms", struct {
		From, Text string
		To         []string
	}{m.From, m.Text, []string{"60120000009", m.To}}, b)
}

// ElementChecked has a method make an error of an element's code.
func ElementChecked(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "and 10 more of class never"
		var b batch
		if err = sendBoth(ctx, c, m, &b); err != nil {
			return err
		}
		if err = b.Check(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// ElementCheckedPassing goes on with what may pass.
func ElementCheckedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries {
		var b batch
		if err = sendBoth(ctx, c, m, &b); err != nil {
			return err
		}
		err = b.Check()
		var code codes.ResponseCode
		if !errors.As(err, &code) || !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// ElementAsked asks by a method.
func ElementAsked(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		var b batch
		if err := sendBoth(ctx, c, m, &b); err != nil {
			return err
		}
		if b.Arrived() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ElementPicked has a function pick it out of the list.
func ElementPicked(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		var b batch
		if err := sendBoth(ctx, c, m, &b); err != nil {
			return err
		}
		if codeOf(b.Details.Recipients) == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ElementPickedPassing leaves for what does not pass.
func ElementPickedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		var b batch
		if err := sendBoth(ctx, c, m, &b); err != nil {
			return err
		}
		code := codeOf(b.Details.Recipients)
		if !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
