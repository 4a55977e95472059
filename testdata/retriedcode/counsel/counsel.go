// Package counsel asks functions that count, too, whether there is another round.
package counsel

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const tries = 3

func send(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return fmt.Errorf("text to %s: %w", m.To, r.Code)
	}
	return nil
}

func shouldRetry(err error, attempt int) bool {
	if err == nil || attempt >= tries {
		return false
	}
	return true
}

// Counted asks for the number, and whether there was an error.
func Counted(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ { // want "and 10 more of class never"
		err := send(ctx, c, m)
		if !shouldRetry(err, attempt) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func passes(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

func worthIt(err error, attempt int) bool { return passes(err) && attempt < tries }

// CountedPassing looks at the code, too.
func CountedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ {
		err := send(ctx, c, m)
		if !worthIt(err, attempt) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func isBusy(err error, attempt int) bool {
	return err != nil && strings.Contains(err.Error(), "throttling") && attempt < tries
}

// CountedText reads what the error says.
func CountedText(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ {
		err := send(ctx, c, m)
		if !isBusy(err, attempt) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func pause(err error, attempt int, unit time.Duration) (time.Duration, bool) {
	if err == nil || attempt >= tries {
		return 0, false
	}
	return unit << attempt, true
}

// Pause gets the pause beside the answer.
func Pause(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 0; ; attempt++ { // want "and 10 more of class never"
		err := send(ctx, c, m)
		wait, again := pause(err, attempt, c.Unit)
		if !again {
			return err
		}
		time.Sleep(wait)
	}
}

func pauseIfItHelps(err error, attempt int, unit time.Duration) (time.Duration, bool) {
	if attempt >= tries || !passes(err) {
		return 0, false
	}
	return unit << attempt, true
}

// PausePassing has one only where that helps.
func PausePassing(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 0; ; attempt++ {
		err := send(ctx, c, m)
		wait, again := pauseIfItHelps(err, attempt, c.Unit)
		if !again {
			return err
		}
		time.Sleep(wait)
	}
}

// PauseFound finds the code before it asks.
func PauseFound(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	decide := func(err error, n int) (time.Duration, bool) {
		if err == nil || n >= tries || !code.Retryable() {
			return 0, false
		}
		return c.Unit << n, true
	}
	for n := 0; ; n++ {
		err := send(ctx, c, m)
		if err != nil && !errors.As(err, &code) {
			return err
		}
		wait, again := decide(err, n)
		if !again {
			return err
		}
		time.Sleep(wait)
	}
}

// A budget is spent by all that is sent.
type budget struct {
	left int
	last codes.ResponseCode
}

func (b *budget) allows(err error) bool { return err != nil && b.left > 0 }

// Budget is spent on whatever fails.
func Budget(ctx context.Context, c *api.Client, m api.Message) error {
	b := &budget{left: tries}
	for { // want "and 10 more of class never"
		err := send(ctx, c, m)
		if !b.allows(err) {
			return err
		}
		b.left--
		time.Sleep(c.Unit)
	}
}

func (b *budget) send(ctx context.Context, c *api.Client, m api.Message) error {
	err := send(ctx, c, m)
	b.last = codes.ResponseSuccess
	errors.As(err, &b.last)
	return err
}

func (b *budget) mayPass(err error) bool { return err != nil && b.left > 0 && b.last.Retryable() }

// BudgetKept keeps the code where it asks for it.
func BudgetKept(ctx context.Context, c *api.Client, m api.Message) error {
	b := &budget{left: tries}
	for {
		err := b.send(ctx, c, m)
		if !b.mayPass(err) {
			return err
		}
		b.left--
		time.Sleep(c.Unit)
	}
}

// A diary knows what was refused.
type diary struct{ refused map[string]bool }

func (d *diary) note(m api.Message, err error) {
	if err != nil && !passes(err) {
		d.refused[m.To] = true
	}
}

func (d *diary) open(m api.Message, err error, n int) bool {
	return err != nil && n < tries && !d.refused[m.To]
}

// Diary asks it what it has been told.
func Diary(ctx context.Context, c *api.Client, m api.Message) error {
	d := &diary{make(map[string]bool)}
	for n := 0; ; n++ {
		err := send(ctx, c, m)
		d.note(m, err)
		if !d.open(m, err, n) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// temporary is what errors may say.
type temporary interface{ Temporary() bool }

func isTemporary(err error, attempt int) bool {
	var t temporary
	return errors.As(err, &t) && t.Temporary() && attempt < tries
}

// trouble says whether it passes.
type trouble struct {
	error
	passes bool
}

func (t *trouble) Temporary() bool { return t.passes }

func sendTelling(ctx context.Context, c *api.Client, m api.Message) error {
	if err := send(ctx, c, m); err != nil {
		return &trouble{err, passes(err)}
	}
	return nil
}

// Temporary asks what is found in the error.
func Temporary(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 0; ; attempt++ {
		err := sendTelling(ctx, c, m)
		if !isTemporary(err, attempt) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func isOpen(err error, final map[codes.ResponseCode]bool) bool {
	var code codes.ResponseCode
	if errors.As(err, &code) && final[code] {
		return false
	}
	return err != nil
}

// Final says which are.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	final := make(map[codes.ResponseCode]bool)
	for code := range codes.ResponseCodes() {
		final[code] = !code.Retryable()
	}
	for {
		err := send(ctx, c, m)
		if !isOpen(err, final) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

type kind int

const (
	final kind = iota
	passing
)

var kinds = make(map[codes.ResponseCode]kind)

func learn() {
	for code := range codes.ResponseCodes() {
		if code.Retryable() {
			kinds[code] = passing
		}
	}
}

func isPassing(err error, attempt int) bool {
	var code codes.ResponseCode
	if !errors.As(err, &code) {
		return err != nil
	}
	switch kinds[code] {
	case passing:
		return attempt < tries
	}
	return false
}

// Kinds have been learnt.
func Kinds(ctx context.Context, c *api.Client, m api.Message) error {
	learn()
	for attempt := 0; ; attempt++ {
		err := send(ctx, c, m)
		if !isPassing(err, attempt) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// masked says what it is only to who asks.
type masked struct{ code codes.ResponseCode }

func (e *masked) Error() string { return "not sent" }

func (e *masked) As(target any) bool {
	if code, ok := target.(*codes.ResponseCode); ok {
		*code = e.code
		return true
	}
	return false
}

func sendMasked(ctx context.Context, c *api.Client, m api.Message) error {
	var code codes.ResponseCode
	if err := send(ctx, c, m); errors.As(err, &code) {
		return &masked{code}
	} else if err != nil {
		return err
	}
	return nil
}

// Masked asks it.
func Masked(ctx context.Context, c *api.Client, m api.Message) error {
	for attempt := 1; ; attempt++ {
		err := sendMasked(ctx, c, m)
		if !worthIt(err, attempt) {
			return err
		}
		time.Sleep(c.Unit)
	}
}
