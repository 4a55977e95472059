package errs

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
)

// FunctionAsks has a function ask what an error says of its code.
func FunctionAsks(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 10 more of class never"
		err := client.Answers(ctx, c, m)
		if err == nil || !passes(err) || tries == maxTries {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// hopeful counts, too.
func hopeful(err error, tries int) bool {
	var a client.Answer
	if errors.As(err, &a) {
		return a.Temporary && tries < maxTries
	}
	return false
}

// FunctionCounts tells it how often it was tried.
func FunctionCounts(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ { // want "and 10 more of class never"
		err := client.Answers(ctx, c, m)
		if err == nil || !hopeful(err, tries) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// FunctionCountsPassing asks about what passes alone.
func FunctionCountsPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 1; ; tries++ {
		err := client.AnswersPassing(ctx, c, m)
		if err == nil || !hopeful(err, tries) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func isPassing(err error) bool {
	var e *client.KindError
	return errors.As(err, &e) && e.Kind == client.Passing
}

// FunctionKind has a function ask of what kind it is.
func FunctionKind(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "for 11 InvalidRecipient of class never"
		if err = client.Kinds(ctx, c, m); err == nil || !isPassing(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// isFinal says so by the kinds that are no more use.
func isFinal(err error) bool {
	var e *client.KindError
	if !errors.As(err, &e) {
		return false
	}
	return e.Kind == client.Final
}

// FunctionFinal leaves for one kind.
func FunctionFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "for 11 InvalidRecipient of class never"
		if err = client.Kinds(ctx, c, m); err == nil || isFinal(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// isAnything asks nothing that a code has to do with.
func isAnything(err error) bool {
	var e *client.KindError
	return errors.As(err, &e)
}

// FunctionAnything is no better.
func FunctionAnything(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for range maxTries { // want "and 10 more of class never"
		if err = client.Kinds(ctx, c, m); err == nil || !isAnything(err) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}
