// Package statuses has a type of its own for the API's codes, with methods that say what they mean.
package statuses

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
)

const maxTries = 4

// Status is how the API answers.
type Status int

// What it answers.
const (
	OK           Status = 0
	BadLogin     Status = 1
	Throttled    Status = 5
	NoCredit     Status = 6
	Expired      Status = 7
	BadRecipient Status = 11
	BadSender    Status = 12
	Failure      Status = 88
	SystemError  Status = 99
	NoSession    Status = 301
)

type answer struct {
	Status Status `json:"responseCode,string"`
}

func (s Status) isOK() bool { return s == OK }

// isFinal forgets most of them.
func (s Status) isFinal() bool {
	switch s {
	case BadLogin, BadRecipient, BadSender, NoCredit, Expired, NoSession:
		return true
	}
	return false
}

func (s Status) passes() bool { return s == Throttled || s == Failure || s == SystemError }

// Error is a refusal.
type Error struct{ Status Status }

func (e *Error) Error() string { return fmt.Sprintf("status %d", int(e.Status)) }

func post(ctx context.Context, c *api.Client, m api.Message) error {
	var a answer
	if err := c.Post(ctx, "/sms", m, &a); err != nil {
		return err
	}
	if !a.Status.isOK() {
		return &Error{a.Status}
	}
	return nil
}

// Final asks a method which codes are final.
func Final(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries { // want "and 7 more of class never"
		if err = post(ctx, c, m); err == nil {
			return nil
		}
		if e, ok := err.(*Error); ok && e.Status.isFinal() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}

// Passing asks a method which codes pass.
func Passing(ctx context.Context, c *api.Client, m api.Message) (err error) {
	for range maxTries {
		err = post(ctx, c, m)
		var e *Error
		if !errors.As(err, &e) || !e.Status.passes() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return err
}
