package plain

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/policy"
	"example.test/programs/retriedcode/verdicts"
)

// Another package is asked with plain texts and numbers, of which it does not know that they are
// codes. What it says to them is known all the same.

// AskHopeful goes by a switch.
func AskHopeful(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 3 AccountExpired, 15 SubscriberBlockedService of class never"
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Hopeful(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskPatient goes by one that knows.
func AskPatient(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Patient(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskWorth goes by what is not worth it.
func AskWorth(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "and [0-9]+ more of class never"
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Worth(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskSettled goes by all that is not.
func AskSettled(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if policy.Settled(r.Code) {
			return errRefused
		}
		if r.Code == "6" || r.Code == "7" || r.Code == "301" {
			return errRefused // until somebody pays
		}
		time.Sleep(c.Unit)
	}
}

// AskLate lets it parse the text.
func AskLate(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 19 SpamThresholdExceeded, 21 InvalidMessageID, 22 InvalidCode of class never"
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Late(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskPassing lets it look into a set.
func AskPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 10 CouldNotRoute of class never"
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Passing(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskPauses lets it look into a table.
func AskPauses(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 19 SpamThresholdExceeded of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !policy.Pauses(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskMild has it handed on.
func AskMild(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 12 InvalidOriginator of class never"
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Mild(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskPolicy asks a method.
func AskPolicy(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 16 DuplicateDestination of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if again := (policy.Policy{}).Again(r.Code); !again {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskTemporary asks what says by its name that it is sent again.
func AskTemporary(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 10 CouldNotRoute of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !policy.Temporary(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskHere asks a function of the package that others call, too.
func AskHere(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 15 SubscriberBlockedService of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !Hopeful(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskAction does what is to be done.
func AskAction(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 19 SpamThresholdExceeded of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if policy.ActionFor(r.Code) != policy.Again {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskFailure makes an error of it.
func AskFailure(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 11 InvalidRecipient of class never"
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if err := policy.Failure(r.Code); !errors.Is(err, policy.ErrBusy) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// AskEager asks one that may be switched off.
func AskEager(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			return nil
		}
		if !(policy.Policy{Off: m.From != ""}).Eager(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskConfigured asks the environment.
func AskConfigured(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.Configured(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskList asks a list that others may add to.
func AskList(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !policy.OnList(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskStranger asks a package that has nothing to do with codes.
func AskStranger(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "for 4 AccountDisabled of class never"
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !verdicts.Temporary(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}

// AskStrangerLess asks it for less.
func AskStrangerLess(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := write(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == "0" {
			return nil
		}
		if !verdicts.Waits(r.Code) {
			return errRefused
		}
		time.Sleep(c.Unit)
	}
}
