// Package river works on jobs.
package river

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/riverqueue/river"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// send sends a message once. The error is the transport's.
func send(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Args are what a job is about.
type Args struct{ Message api.Message }

// Kind is the job's name.
func (Args) Kind() string { return "sms" }

// Any fails for every code.
type Any struct {
	river.WorkerDefaults[Args]
	API *api.Client
}

// Work sends.
func (w *Any) Work(ctx context.Context, job *river.Job[Args]) error {
	code, err := send(ctx, w.API, job.Args.Message)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return fmt.Errorf("message to %s: %w", job.Args.Message.To, code) // want "and 10 more of class never.*river.JobCancel"
	}
	return nil
}

// Cancels cancels what stays.
type Cancels struct {
	river.WorkerDefaults[Args]
	API *api.Client
}

// Work sends.
func (w *Cancels) Work(ctx context.Context, job *river.Job[Args]) error {
	code, err := send(ctx, w.API, job.Args.Message)
	switch {
	case err != nil:
		return err
	case code == codes.ResponseSuccess:
		return nil
	case code == codes.ResponseThrottlingRateExceeded:
		return river.JobSnooze(time.Minute)
	case code.Retryable():
		return code
	}
	return river.JobCancel(fmt.Errorf("message to %s: %w", job.Args.Message.To, code))
}

// Snoozes puts everything off.
type Snoozes struct {
	river.WorkerDefaults[Args]
	API *api.Client
}

// Work sends.
func (w *Snoozes) Work(ctx context.Context, job *river.Job[Args]) error {
	code, err := send(ctx, w.API, job.Args.Message)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess {
		return river.JobSnooze(time.Minute) // want "and 10 more of class never"
	}
	return nil
}

// Hasty cancels what would pass.
type Hasty struct {
	river.WorkerDefaults[Args]
	API *api.Client
}

// Work sends.
func (w *Hasty) Work(ctx context.Context, job *river.Job[Args]) error {
	code, err := send(ctx, w.API, job.Args.Message)
	if err != nil {
		return err
	}
	if code == codes.ResponseThrottlingRateExceeded {
		return river.JobCancel(errors.New("too fast")) // want "ends the retries for 5 ThrottlingRateExceeded"
	}
	if code.Retryable() {
		return code
	}
	if code != codes.ResponseSuccess {
		return river.JobCancel(code)
	}
	return nil
}

// Clean cancels another job, which is something else.
func Clean(ctx context.Context, client *river.Client[any], c *api.Client, m api.Message) error {
	code, err := send(ctx, c, m)
	if err != nil {
		return err
	}
	if code == codes.ResponseThrottlingRateExceeded {
		_, err = client.JobCancel(ctx, 7)
	}
	return err
}

// Deferred cancels what stays in a deferred function.
type Deferred struct {
	river.WorkerDefaults[Args]
	API *api.Client
}

// Work sends.
func (w *Deferred) Work(ctx context.Context, job *river.Job[Args]) (err error) {
	defer func() {
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			err = river.JobCancel(err)
		}
	}()
	code, err := send(ctx, w.API, job.Args.Message)
	if err != nil {
		return err
	}
	return code.Err()
}
