// Package reports sends again what has not arrived.
package reports

import (
	"context"
	"errors"

	"example.test/programs/reports/sender"
	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errLost = errors.New("not delivered")

func reasonOf(ctx context.Context, c *api.Client, id string) (codes.ReasonCode, error) {
	var report struct {
		Reason codes.ReasonCode `json:"reasonCode"`
	}
	err := c.Get(ctx, "/reports/"+id, &report)
	return report.Reason, err
}

// Surely sends it until it has arrived.
func Surely(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender.Sender{API: c}
	for range 3 { // want "for 3 FormatError, 5 SubscriberUnknown, 6 SubscriberBarred, .* of class never"
		id, err := s.Deliver(ctx, m)
		if err != nil {
			return err
		}
		c.Pause(ctx, 10)
		reason, err := reasonOf(ctx, c, id)
		if err != nil {
			return err
		}
		if reason == codes.ReasonNotApplicable {
			return nil
		}
	}
	return errLost
}

// Patiently sends it again to those that were absent.
func Patiently(ctx context.Context, c *api.Client, m api.Message) error {
	s := &sender.Sender{API: c}
	for range 3 {
		id, err := s.Deliver(ctx, m)
		if err != nil {
			return err
		}
		c.Pause(ctx, 10)
		reason, err := reasonOf(ctx, c, id)
		if err != nil {
			return err
		}
		if !reason.Retryable() {
			return reason.Err()
		}
	}
	return errLost
}

// All asks for the reports of many.
func All(ctx context.Context, c *api.Client, all []api.Message) (lost []string, err error) {
	s := &sender.Sender{API: c}
	for _, m := range all {
		id, err := s.Deliver(ctx, m)
		if err != nil {
			return nil, err
		}
		reason, err := reasonOf(ctx, c, id)
		if err != nil {
			return nil, err
		}
		if reason != codes.ReasonNotApplicable {
			lost = append(lost, m.To)
		}
	}
	return lost, nil
}
