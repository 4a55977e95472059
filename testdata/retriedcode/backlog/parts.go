package backlog

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An attempt knows how often something was tried, and what came of it.
type attempt struct {
	message api.Message
	last    codes.ResponseCode
	tries   int
	next    time.Time
}

// Attempts counts how often.
func Attempts(ctx context.Context, c *api.Client, m api.Message) error {
	open := []attempt{{message: m}}
	for len(open) > 0 {
		var again []attempt
		for _, a := range open {
			code, err := send(ctx, c, a.message)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess && a.tries < maxRounds {
				again = append(again, attempt{message: a.message, last: code, tries: a.tries + 1, next: time.Now()}) // want "and 10 more of class never"
			}
		}
		open = again
	}
	return nil
}

// AttemptsAsked looks at what came of it the last time.
func AttemptsAsked(ctx context.Context, c *api.Client, m api.Message) error {
	open := []attempt{{message: m}}
	for len(open) > 0 {
		var again []attempt
		for _, a := range open {
			if a.tries > 0 && !a.last.Retryable() {
				continue
			}
			code, err := send(ctx, c, a.message)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess && a.tries < maxRounds {
				again = append(again, attempt{message: a.message, last: code, tries: a.tries + 1})
			}
		}
		open = again
	}
	return nil
}

// AttemptsRewritten sends another text.
func AttemptsRewritten(ctx context.Context, c *api.Client, m api.Message) error {
	open := []attempt{{message: m}}
	for len(open) > 0 {
		var again []attempt
		for _, a := range open {
			code, err := send(ctx, c, a.message)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess && a.tries < 2 {
				a.message.Text = "parcel"
				again = append(again, attempt{message: a.message, last: code, tries: a.tries + 1})
			}
		}
		open = again
	}
	return nil
}

// Requeued puts it back into its channel.
func Requeued(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan attempt, 1)
	queue <- attempt{message: m}
	for a := range queue {
		code, err := send(ctx, c, a.message)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess || a.tries == maxRounds {
			return code.Err()
		}
		queue <- attempt{message: a.message, last: code, tries: a.tries + 1} // want "and 10 more of class never"
	}
	return nil
}

// RequeuedPassing looks at the code.
func RequeuedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan *attempt, 1)
	queue <- &attempt{message: m}
	for a := range queue {
		code, err := send(ctx, c, a.message)
		if err != nil {
			return err
		}
		if !code.Retryable() || a.tries == maxRounds {
			return code.Err()
		}
		queue <- &attempt{message: a.message, last: code, tries: a.tries + 1}
	}
	return nil
}

// RequeuedLook looks at it when it comes back.
func RequeuedLook(ctx context.Context, c *api.Client, m api.Message) error {
	queue := make(chan *attempt, 1)
	queue <- &attempt{message: m}
	for a := range queue {
		switch {
		case a.tries == maxRounds:
			return errGivenUp
		case a.tries > 0 && !a.last.Retryable():
			return a.last
		}
		code, err := send(ctx, c, a.message)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		queue <- &attempt{message: a.message, last: code, tries: a.tries + 1}
	}
	return nil
}

// FailuresLonger puts what it keeps behind what is left.
func FailuresLonger(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		failed := make([]failure, 0, len(pending))
		for _, next := range pending {
			code, err := send(ctx, c, next)
			switch {
			case err != nil:
				return err
			case code == codes.ResponseSuccess:
			case code == codes.ResponseInvalidRecipient, code == codes.ResponseInvalidOriginator:
				return code
			default:
				failed = append(failed, failure{message: next, code: code}) // want "and 8 more of class never"
			}
		}
		pending = nil
		for _, f := range failed {
			pending = append(pending, f.message)
		}
	}
	return nil
}

// FailuresFiltered leaves it to a function.
func FailuresFiltered(ctx context.Context, c *api.Client, m api.Message) error {
	pending := []api.Message{m}
	for range maxRounds {
		var failed []failure
		for _, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				failed = append(failed, failure{next, code})
			}
		}
		pending = worth(failed)
	}
	return nil
}

func worth(failed []failure) (all []api.Message) {
	for _, f := range failed {
		if f.code.Retryable() {
			all = append(all, f.message)
		}
	}
	return all
}

type stage int

const (
	fresh stage = iota
	doubtful
	hopeless
)

type staged struct {
	message api.Message
	stage   stage
	wait    time.Duration
}

func stageOf(code codes.ResponseCode) stage {
	if code.Retryable() {
		return doubtful
	}
	return hopeless
}

// Staged keeps what is to be thought of it.
func Staged(ctx context.Context, c *api.Client, m api.Message) error {
	open := []staged{{message: m}}
	for range maxRounds {
		var again []staged
		for _, s := range open {
			if s.stage == hopeless {
				continue
			}
			code, err := send(ctx, c, s.message)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				again = append(again, staged{message: s.message, stage: stageOf(code)})
			}
		}
		open = again
	}
	return nil
}

func waitFor(code codes.ResponseCode) time.Duration {
	if code.Retryable() {
		return time.Microsecond
	}
	return -1
}

// Waiting keeps how long to wait, or that there is no point in it.
func Waiting(ctx context.Context, c *api.Client, m api.Message) error {
	open := []staged{{message: m}}
	for range maxRounds {
		var again []staged
		for _, s := range open {
			if s.wait < 0 {
				continue
			}
			time.Sleep(s.wait)
			code, err := send(ctx, c, s.message)
			if err != nil {
				return err
			}
			if code != codes.ResponseSuccess {
				again = append(again, staged{message: s.message, wait: waitFor(code)})
			}
		}
		open = again
	}
	return nil
}

func describe(a attempt) string { return a.message.To }

// Whole hands on what it has taken as a whole, which is none of its parts.
func Whole(ctx context.Context, c *api.Client, m api.Message) error {
	open := []attempt{{message: m}}
	for range maxRounds {
		var again []attempt
		for _, a := range open {
			if settledBefore(a) {
				continue
			}
			code, err := send(ctx, c, a.message)
			if err != nil {
				return errors.New(describe(a))
			}
			if code != codes.ResponseSuccess {
				again = append(again, attempt{message: a.message, last: code, tries: a.tries + 1})
			}
		}
		open = again
	}
	return nil
}

func settledBefore(a attempt) bool { return a.tries > 0 && !a.last.Retryable() }
