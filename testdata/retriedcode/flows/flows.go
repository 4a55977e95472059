// Package flows decides by tables, policies and states what is sent again.
package flows

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

type text struct{ From, To, Body string }

func (t *text) shorten() { t.Body = t.Body[:min(len(t.Body), 10)] }

func (t *text) normalize() {
	if !strings.HasPrefix(t.To, "+") {
		t.To = "+" + t.To
	}
}

func send(ctx context.Context, c *api.Client, t text) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", map[string]any{"from": t.From, "to": t.To, "text": t.Body}, &r)
	return r.Code, err
}

func textOf(m api.Message) text { return text{m.From, m.To, m.Text} }

var errGivenUp = errors.New("given up")

// Normalized mends the number and sends once more.
func Normalized(ctx context.Context, c *api.Client, m api.Message) error {
	t := textOf(m)
	for try := 0; try < 2; try++ {
		code, err := send(ctx, c, t)
		if err != nil {
			return err
		}
		if code == codes.ResponseInvalidRecipient {
			t.normalize()
			continue
		}
		return code.Err()
	}
	return errGivenUp
}

// Shortened makes it shorter each time.
func Shortened(ctx context.Context, c *api.Client, m api.Message) error {
	t := textOf(m)
	for range 3 {
		code, err := send(ctx, c, t)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		t.shorten()
	}
	return errGivenUp
}

// Rebuilt makes it from the same message each time.
func Rebuilt(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 10 more of class never"
		t := textOf(m)
		t.normalize()
		code, err := send(ctx, c, t)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
	}
	return errGivenUp
}

// tries is how often a code is worth it.
var tries = map[codes.ResponseCode]int{
	codes.ResponseThrottlingRateExceeded: 5,
	codes.ResponseSystemError:            2,
}

// Table has a number of tries for each code.
func Table(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 0; ; attempt++ {
		code, err := send(ctx, c, textOf(m))
		if err != nil {
			return err
		}
		if attempt >= tries[code] {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
}

// TableFunc has a function for that.
func TableFunc(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ {
		code, err := send(ctx, c, textOf(m))
		if err != nil {
			return err
		}
		if attempt > limitOf(code) {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
}

func limitOf(code codes.ResponseCode) int {
	switch code {
	case codes.ResponseThrottlingRateExceeded:
		return 5
	case codes.ResponseGeneralFailure, codes.ResponseSystemError:
		return 2
	}
	return 0
}

// A policy is what to do about a code.
type policy struct {
	again bool
	max   int
	pause time.Duration
}

func (c clientPolicy) of(code codes.ResponseCode) policy {
	if code == codes.ResponseThrottlingRateExceeded {
		return policy{again: true, max: 5, pause: c.unit}
	}
	if code.Retryable() {
		return policy{again: true, max: 2, pause: c.unit}
	}
	return policy{}
}

type clientPolicy struct{ unit time.Duration }

// Policy has a struct of what to do.
func Policy(ctx context.Context, c *api.Client, m api.Message) error {
	policies := clientPolicy{c.Unit}
	for attempt := 1; ; attempt++ {
		code, err := send(ctx, c, textOf(m))
		if err != nil {
			return err
		}
		p := policies.of(code)
		if !p.again || attempt > p.max {
			return code.Err()
		}
		time.Sleep(p.pause)
	}
}

// PolicyMax looks at the number only.
func PolicyMax(ctx context.Context, c *api.Client, m api.Message) error {
	policies := clientPolicy{c.Unit}
	for attempt := 1; attempt < 9; attempt++ {
		code, err := send(ctx, c, textOf(m))
		if err != nil {
			return err
		}
		if p := policies.of(code); attempt > p.max {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Pause has a pause for what passes.
func Pause(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := send(ctx, c, textOf(m))
		if err != nil {
			return err
		}
		pause := pauseOf(c, code)
		if pause <= 0 {
			return code.Err()
		}
		time.Sleep(pause)
	}
}

func pauseOf(c *api.Client, code codes.ResponseCode) time.Duration {
	switch code.Retry() {
	case codes.RetryWithBackoff:
		return c.Unit
	default:
		return 0
	}
}

// A state is where a message is.
type state int

const (
	queued state = iota
	sending
	sent
	failed
)

// Machine goes from state to state.
func Machine(ctx context.Context, c *api.Client, m api.Message) error {
	st, tried := queued, 0
	var last codes.ResponseCode
	for {
		switch st {
		case queued:
			st = sending
		case sending:
			code, err := send(ctx, c, textOf(m))
			if err != nil {
				return err
			}
			last = code
			tried++
			switch {
			case code == codes.ResponseSuccess:
				st = sent
			case code.Retryable() && tried < 4:
				st = queued
			default:
				st = failed
			}
		case sent:
			return nil
		case failed:
			return last.Err()
		}
	}
}

// MachineLoop goes back whatever the code is.
func MachineLoop(ctx context.Context, c *api.Client, m api.Message) error {
	st, tried := queued, 0
	for st != sent { // want "and 10 more of class never"
		code, err := send(ctx, c, textOf(m))
		if err != nil {
			return err
		}
		if tried++; tried > 4 {
			return errGivenUp
		}
		if code == codes.ResponseSuccess {
			st = sent
		}
	}
	return nil
}

// Channel hands results on to somebody who decides.
func Channel(ctx context.Context, c *api.Client, m api.Message) error {
	results := make(chan codes.ResponseCode, 1)
	for attempt := 0; attempt < 3; attempt++ {
		go func() {
			code, err := send(ctx, c, textOf(m))
			if err != nil {
				code = -1
			}
			results <- code
		}()
		if code := <-results; !code.Retryable() {
			return code.Err()
		}
	}
	return errGivenUp
}

// Requeue puts back what passes later.
func Requeue(ctx context.Context, c *api.Client, m api.Message) error {
	queue := []text{textOf(m)}
	for round := 0; len(queue) > 0 && round < 4; round++ {
		t := queue[0]
		queue = queue[1:]
		code, err := send(ctx, c, t)
		switch {
		case err != nil:
			return err
		case code.Retryable():
			queue = append(queue, t)
		case code != codes.ResponseSuccess:
			log.Printf("%s: %v", t.To, code)
		}
	}
	return nil
}

// Counted gives up after three of the same kind.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	busy := 0
	for {
		code, err := send(ctx, c, textOf(m))
		if err != nil {
			return err
		}
		if !code.Retryable() {
			if code == codes.ResponseSuccess {
				return nil
			}
			return fmt.Errorf("refused: %w", code)
		}
		if busy++; busy == 3 {
			return errGivenUp
		}
	}
}

// Errs collects what went wrong.
func Errs(ctx context.Context, c *api.Client, m api.Message) error {
	var errs []error
	for i := range 4 { // want "and 10 more of class never"
		code, err := send(ctx, c, textOf(m))
		if err == nil {
			err = code.Err()
		}
		if err == nil {
			return nil
		}
		errs = append(errs, fmt.Errorf("attempt %d: %w", i+1, err))
	}
	return errors.Join(errs...)
}

// Until has its condition in a literal.
func Until(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	var err error
	try := func() bool {
		code, err = send(ctx, c, textOf(m))
		return err == nil && !code.Retryable()
	}
	for n := 0; n < 4 && !try(); n++ {
		time.Sleep(c.Unit)
	}
	return errors.Join(err, code.Err())
}
