package awaited

import (
	"context"
	"errors"
	"log/slog"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A job is a message, and how often it was sent.
type job struct {
	message  api.Message
	attempts int
}

// A result is what has become of a job.
type result struct {
	job  job
	code codes.ResponseCode
	err  error
}

func worker(ctx context.Context, c *api.Client, jobs <-chan job, results chan<- result) {
	for j := range jobs {
		code, err := post(ctx, c, j.message)
		results <- result{j, code, err}
	}
}

// Pool puts back whatever failed.
func Pool(ctx context.Context, c *api.Client, m api.Message) error {
	jobs, results := make(chan job, 1), make(chan result)
	defer close(jobs)
	for range 2 {
		go worker(ctx, c, jobs, results)
	}
	jobs <- job{message: m}
	for open := 1; open > 0; {
		r := <-results
		if r.err != nil {
			return r.err
		}
		if r.code != codes.ResponseSuccess && r.job.attempts < tries {
			r.job.attempts++
			jobs <- r.job // want "and 10 more of class never"
			continue
		}
		open--
	}
	return nil
}

// PoolPassing puts back what may pass.
func PoolPassing(ctx context.Context, c *api.Client, m api.Message) error {
	jobs, results := make(chan job, 1), make(chan result)
	defer close(jobs)
	for range 2 {
		go worker(ctx, c, jobs, results)
	}
	jobs <- job{message: m}
	for open := 1; open > 0; {
		switch r := <-results; {
		case r.err != nil:
			return r.err
		case r.code.Retryable() && r.job.attempts < tries:
			r.job.attempts++
			jobs <- r.job
		default:
			slog.Debug("done", "code", r.code)
			open--
		}
	}
	return nil
}

// PoolSender has it sent by somebody else.
func PoolSender(ctx context.Context, c *api.Client, m api.Message) error {
	jobs, results := make(chan job, 1), make(chan result)
	defer close(jobs)
	go worker(ctx, c, jobs, results)
	jobs <- job{message: m}
	for r := range results {
		if r.err != nil || r.code == codes.ResponseSuccess || r.job.attempts > 0 {
			return errors.Join(r.err, r.code.Err())
		}
		r.job.message.From = "OTHER"
		r.job.attempts++
		jobs <- r.job
	}
	return nil
}

// PoolText has the goroutine look at what was sent before.
func PoolText(ctx context.Context, c *api.Client, m api.Message) error {
	jobs, results := make(chan job, 1), make(chan result)
	defer close(jobs)
	go func() {
		for j := range jobs {
			if j.attempts > 0 {
				j.message.Text = "in short: " + j.message.Text
			}
			code, err := post(ctx, c, j.message)
			results <- result{j, code, err}
		}
	}()
	jobs <- job{message: m}
	for r := range results {
		if r.err != nil || r.code == codes.ResponseSuccess || r.job.attempts == tries {
			return errors.Join(r.err, r.code.Err())
		}
		r.job.attempts++
		jobs <- r.job
	}
	return nil
}

// PoolErrors has workers that tell of errors.
func PoolErrors(ctx context.Context, c *api.Client, m api.Message) error {
	jobs, failed := make(chan *job, 1), make(chan result)
	go func() {
		for j := range jobs {
			err := send(ctx, c, j.message)
			failed <- result{job: *j, err: err}
		}
	}()
	defer close(jobs)
	jobs <- &job{message: m}
	for r := range failed {
		if !passes(r.err) || r.job.attempts == tries {
			return r.err
		}
		r.job.attempts++
		jobs <- &r.job
	}
	return nil
}

// PoolOther puts it into another queue.
func PoolOther(ctx context.Context, c *api.Client, m api.Message) error {
	jobs, refused, results := make(chan job, 1), make(chan job, 1), make(chan result)
	defer close(jobs)
	go worker(ctx, c, jobs, results)
	jobs <- job{message: m}
	r := <-results
	if r.err == nil && r.code != codes.ResponseSuccess {
		refused <- r.job
	}
	return errors.Join(r.err, r.code.Err())
}

// shorten makes the text half as long.
func (j *job) shorten() { j.message.Text = j.message.Text[:len(j.message.Text)/2] }

// PoolShortened sends less.
func PoolShortened(ctx context.Context, c *api.Client, m api.Message) error {
	type sent struct {
		*job
		code codes.ResponseCode
	}
	jobs, results := make(chan *job, 1), make(chan sent)
	defer close(jobs)
	go func() {
		for j := range jobs {
			code, err := post(ctx, c, j.message)
			if err != nil {
				code = codes.ResponseSystemError
			}
			results <- sent{j, code}
		}
	}()
	jobs <- &job{message: m}
	for r := range results {
		if r.code == codes.ResponseSuccess || r.attempts == tries {
			return r.code.Err()
		}
		r.attempts++
		r.shorten()
		jobs <- r.job
	}
	return nil
}
