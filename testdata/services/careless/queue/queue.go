// Package queue sends messages in the background, and again if need be.
package queue

import (
	"context"
	"errors"
	"time"

	"example.test/programs/services/careless/geniq"
	"github.com/errcodelint/errcodelint/codes"
)

const maxAttempts = 3

// Job is a message on its way.
type Job struct {
	Message  geniq.Message
	Attempts int
	LastCode codes.ResponseCode
	Held     bool
}

// Sender sends messages.
type Sender interface {
	SendSMS(context.Context, geniq.Message) (string, error)
}

// Queue is a queue of jobs. It is not safe for concurrent use.
type Queue struct {
	api   Sender
	pause func(context.Context, time.Duration) error
	jobs  []*Job
	dead  []string
	held  bool
}

// New returns an empty queue.
func New(api Sender, pause func(context.Context, time.Duration) error) *Queue {
	return &Queue{api: api, pause: pause}
}

// Add puts a message into the queue.
func (q *Queue) Add(m geniq.Message) *Job {
	j := &Job{Message: m}
	if m.To == "" {
		j.LastCode = 11 // want "magiccode: .*InvalidRecipient"
		return j
	}
	q.jobs = append(q.jobs, j)
	return j
}

// Dead lists the numbers whose messages were given up.
func (q *Queue) Dead() []string { return q.dead }

// Run works until the queue is empty, or the account is. It returns how many
// messages were sent.
func (q *Queue) Run(ctx context.Context) int {
	sent := 0
	for len(q.jobs) > 0 && !q.held {
		j := q.jobs[0]
		q.jobs = q.jobs[1:]
		j.LastCode = q.deliver(ctx, j)
		switch {
		case j.LastCode == 0: // want "magiccode: .*Success"
			sent++
		case needsMoney(j.LastCode):
			j.Held, q.held = true, true
		default:
			q.dead = append(q.dead, j.Message.To)
		}
	}
	return sent
}

// deliver sends a message until it is clear what becomes of it.
func (q *Queue) deliver(ctx context.Context, j *Job) codes.ResponseCode {
	for {
		j.Attempts++
		_, err := q.api.SendSMS(ctx, j.Message)
		code := codeOf(err)
		if !shouldRetry(code) || j.Attempts == maxAttempts {
			return code
		}
		if err := q.pause(ctx, delay(int(code), j.Attempts)); err != nil {
			return 88 // want "magiccode: .*GeneralFailure"
		}
	}
}

var transient = map[codes.ResponseCode]bool{
	5:                                   true, // want "magiccode: .*ThrottlingRateExceeded"
	88:                                  true, // want "magiccode: .*GeneralFailure"
	99:                                  true, // want "magiccode: .*SystemError"
	codes.ResponseTokenGenerationFailed: true,
}

func shouldRetry(code codes.ResponseCode) bool { return transient[code] }

func needsMoney(code codes.ResponseCode) bool {
	return code > 5 && code <= 7 // want "magiccode: .*> 5" "magiccode: .*<= 7"
}

var seconds = map[int]int{5: 30, 88: 5} // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"

// delay is how long to wait. The wait grows with every attempt.
func delay(responseCode, attempt int) time.Duration {
	s, ok := seconds[responseCode]
	if !ok {
		s = 1
	}
	return time.Duration(s*attempt) * time.Second
}

// sentinels are the errors that the client has made of codes.
var sentinels = map[error]codes.ResponseCode{
	geniq.ErrNoCredit:    6,  // want "magiccode: .*InsufficientCredit"
	geniq.ErrUnavailable: 18, // want "magiccode: .*TokenGenerationFailed"
	geniq.ErrCredentials: codes.ResponseInvalidCredentials,
	geniq.ErrAccount:     codes.ResponseAccountDisabled,
}

func codeOf(err error) codes.ResponseCode {
	var apiErr *geniq.APIError
	switch {
	case err == nil:
		return 0 // want "magiccode: .*Success"
	case errors.As(err, &apiErr):
		return codes.ResponseCode(apiErr.ResponseCode)
	}
	for sentinel, code := range sentinels {
		if errors.Is(err, sentinel) {
			return code
		}
	}
	return 12 // want "magiccode: .*InvalidOriginator"
}
