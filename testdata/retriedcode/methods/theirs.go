package methods

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// Theirs asks the method of another package's result.
func Theirs(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if r := client.Try(ctx, c, m); r.OK() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// TheirsFinal asks it for more.
func TheirsFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r := client.Try(ctx, c, m)
		if r.OK() || r.Final() {
			return r.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// TheirsErr asks for its error.
func TheirsErr(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		if err = client.Try(ctx, c, m).Err(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// TheirsErrRetryable asks that for the class.
func TheirsErrRetryable(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		r := client.Try(ctx, c, m)
		if err = r.Err(); !retryable(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// TheirsGood asks what holds a reply.
func TheirsGood(ctx context.Context, c *api.Client, m api.Message) error {
	var r client.Receipt
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r = client.Submit(ctx, c, m)
		if r.Good() {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return r.Err()
}

// TheirsPassing asks by a method that it has from the reply in it.
func TheirsPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r := client.Submit(ctx, c, m)
		if r.Good() || !r.Passing() {
			return r.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// TheirsReceiptErr asks it for its error.
func TheirsReceiptErr(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "for 1 InvalidCredentials, 2 InvalidIP"
		r := client.Submit(ctx, c, m)
		if err := r.Err(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// TheirsReceiptPassing asks that for the class.
func TheirsReceiptPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		err := client.Submit(ctx, c, m).Err()
		if err == nil || !retryable(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}
