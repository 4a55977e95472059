package others

import (
	"context"
	"errors"
	"net"
	"slices"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Policy is what somebody has configured.
type Policy struct {
	Codes   map[codes.ResponseCode]bool
	List    []codes.ResponseCode
	Again   func(error) bool
	Reports map[codes.ResponseCode]time.Duration
}

var policy = Policy{
	Codes: map[codes.ResponseCode]bool{},
	Again: func(error) bool { return false },
}

// Configured asks a set that is filled elsewhere.
func Configured(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !policy.Codes[r.Code] {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
}

// ConfiguredList asks a list that is filled elsewhere.
func ConfiguredList(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if !slices.Contains(policy.List, r.Code) {
			return r.Code.Err()
		}
	}
}

// ConfiguredPause asks a table of pauses that is filled elsewhere.
func ConfiguredPause(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		pause, ok := policy.Reports[r.Code]
		if !ok {
			return r.Code.Err()
		}
		time.Sleep(pause)
	}
}

// ConfiguredFunc asks a function that somebody sets.
func ConfiguredFunc(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err == nil {
			err = r.Code.Err()
		}
		if err == nil || !policy.Again(err) {
			return err
		}
	}
}

// Network asks for errors of the network.
func Network(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err == nil {
			err = r.Code.Err()
		}
		var timeout net.Error
		if !errors.As(err, &timeout) || !timeout.Timeout() {
			return err
		}
	}
}

// Drain works on a queue until it is empty.
func Drain(ctx context.Context, c *api.Client, m api.Message) error {
	q := &queue{api: c, jobs: []api.Message{m}}
	for {
		if err := q.next(ctx); errors.Is(err, errEmpty) {
			return nil
		}
	}
}

// DrainUntil ends with the first message that is out.
func DrainUntil(ctx context.Context, c *api.Client, m api.Message) error {
	q := &queue{api: c, jobs: []api.Message{m}}
	for {
		err := q.next(ctx)
		if err == nil || errors.Is(err, errEmpty) {
			return err
		}
	}
}

var errEmpty = errors.New("empty")

type queue struct {
	mu   sync.Mutex
	api  *api.Client
	jobs []api.Message
}

func (q *queue) next(ctx context.Context) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.jobs) == 0 {
		return errEmpty
	}
	m := q.jobs[0]
	q.jobs = q.jobs[1:]
	r, err := send(ctx, q.api, m)
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// Alternative changes the sender for the second try.
func Alternative(ctx context.Context, c *api.Client, m api.Message) error {
	for tries := 0; tries < 2; tries++ {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseInvalidOriginator && r.Code != codes.ResponseInvalidAlphanumericOriginator {
			return r.Code.Err()
		}
		m.From = "60120000009"
	}
	return errors.New("no sender may")
}

// Trimmed leaves those out that were refused.
func Trimmed(ctx context.Context, c *api.Client, m api.Message) error {
	to := []string{m.To}
	for len(to) > 0 {
		var r reply
		if err := c.Post(ctx, "/sms", map[string]any{"to": to[0], "all": to}, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		to = to[:len(to)-1]
	}
	return errors.New("nobody is left")
}

// Stopped looks at a flag of its own, which a code has set.
func Stopped(ctx context.Context, c *api.Client, m api.Message) error {
	var last codes.ResponseCode
	stop := false
	for tries := 0; tries < 4 && !stop; tries++ {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		last = r.Code
		switch {
		case r.Code == codes.ResponseSuccess:
			return nil
		case r.Code.Retry() == codes.RetryNever, r.Code.Retry() == codes.RetryAfterFix:
			stop = true
		}
	}
	return last.Err()
}

// Refused keeps the error and decides after it.
func Refused(ctx context.Context, c *api.Client, m api.Message) error {
	var err error
	for tries := 0; tries < 4; tries++ {
		var r reply
		if err = c.Post(ctx, "/sms", m, &r); err == nil {
			err = r.Code.Err()
		}
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() {
			break
		}
	}
	return err
}

// Kinds has a verdict of its own for each code.
func Kinds(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		switch verdictOf(r.Code) {
		case sent:
			return nil
		case later:
			time.Sleep(c.Unit)
		default:
			return r.Code.Err()
		}
	}
}

type verdict int

const (
	sent verdict = iota
	later
	refused
)

func verdictOf(code codes.ResponseCode) verdict {
	switch {
	case code == codes.ResponseSuccess:
		return sent
	case code.Retryable():
		return later
	}
	return refused
}

// Held has what it needs in a struct.
func Held(ctx context.Context, c *api.Client, m api.Message) error {
	s := &session{api: c, m: m}
	for !s.done {
		s.step(ctx)
	}
	return s.err
}

type session struct {
	api  *api.Client
	m    api.Message
	done bool
	err  error
}

func (s *session) step(ctx context.Context) {
	r, err := send(ctx, s.api, s.m)
	if err != nil {
		s.done, s.err = true, err
		return
	}
	s.done, s.err = !r.Code.Retryable(), r.Code.Err()
}

// A Pauser knows how long to wait, and whether at all.
type Pauser interface {
	Pause(attempt int, err error) (time.Duration, bool)
}

// refuses waits for what passes.
type refuses struct{ unit time.Duration }

func (p refuses) Pause(attempt int, err error) (time.Duration, bool) {
	var code codes.ResponseCode
	return p.unit, attempt < 4 && errors.As(err, &code) && code.Retryable()
}

func attemptBy(ctx context.Context, c *api.Client, m api.Message, p Pauser) error {
	for attempt := 1; ; attempt++ {
		r, err := send(ctx, c, m)
		if err == nil {
			err = r.Code.Err()
		}
		if err == nil {
			return nil
		}
		pause, ok := p.Pause(attempt, err)
		if !ok {
			return err
		}
		time.Sleep(pause)
	}
}

// Paused hands over who knows it.
func Paused(ctx context.Context, c *api.Client, m api.Message) error {
	return attemptBy(ctx, c, m, refuses{c.Unit})
}

// PausedBy asks for the pause alone: none is the end.
func PausedBy(ctx context.Context, c *api.Client, m api.Message) error {
	var by Pauser = refuses{c.Unit}
	for attempt := 1; ; attempt++ {
		r, err := send(ctx, c, m)
		if err == nil {
			err = r.Code.Err()
		}
		if err == nil {
			return nil
		}
		if pause := after(by, attempt, err); pause < 0 {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func after(by Pauser, attempt int, err error) time.Duration {
	if pause, ok := by.Pause(attempt, err); ok {
		return pause
	}
	return -1
}

// numbers are those of the codes that somebody has configured.
type numbers []int

var configured numbers

// retry is only asked about failures, and tells nothing of which.
func (n numbers) retry(code int) bool {
	for _, other := range n {
		if other == code {
			return true
		}
	}
	return false
}

// ConfiguredNumbers goes by plain numbers.
func ConfiguredNumbers(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		if !configured.retry(int(r.Code)) {
			return r.Code
		}
		time.Sleep(c.Unit)
	}
}
