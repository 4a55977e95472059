package ending

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Marked asks a map in the loop's head.
func Marked(ctx context.Context, c *api.Client, m api.Message) error {
	refused := make(map[string]bool)
	for try := 0; try < maxTries && !refused[m.To]; try++ {
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		refused[m.To] = !codes.ResponseCode(r.Code).Retryable()
	}
	return errRejected
}

// MarkedInside asks it before it sends.
func MarkedInside(ctx context.Context, c *api.Client, m api.Message) error {
	refused := make(map[string]bool)
	for range maxTries {
		if refused[m.To] {
			return errRejected
		}
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		if !codes.ResponseCode(r.Code).Retryable() {
			refused[m.To] = true
		}
	}
	return errGivenUp
}

// MarkedSent notes only what was sent.
func MarkedSent(ctx context.Context, c *api.Client, m api.Message) error {
	sent := make(map[string]bool)
	for try := 0; try < maxTries && !sent[m.To]; try++ { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code == 0 {
			sent[m.To] = true
			break
		}
		time.Sleep(c.Unit)
	}
	return nil
}

type traits uint8

const (
	passes traits = 1 << iota
	costs
)

func traitsOf(code codes.ResponseCode) traits {
	var t traits
	if code.Retryable() {
		t |= passes
	}
	if code == codes.ResponseInsufficientCredit {
		t |= costs
	}
	return t
}

// Traits asks for a bit.
func Traits(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		if traitsOf(codes.ResponseCode(r.Code))&passes == 0 {
			return errRejected
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Literal tells a function literal, which cancels.
func Literal(ctx context.Context, c *api.Client, m api.Message) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	note := func(code codes.ResponseCode) {
		if !code.Retryable() {
			cancel()
		}
	}
	for ctx.Err() == nil {
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		note(codes.ResponseCode(r.Code))
	}
	return ctx.Err()
}

// LiteralStops tells one that sets what the loop asks.
func LiteralStops(ctx context.Context, c *api.Client, m api.Message) error {
	stop := false
	note := func(code codes.ResponseCode) {
		if !code.Retryable() {
			stop = true
		}
	}
	for !stop {
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		note(codes.ResponseCode(r.Code))
	}
	return errRejected
}

// LiteralCounts tells one that only counts.
func LiteralCounts(ctx context.Context, c *api.Client, m api.Message) error {
	seen := make(map[codes.ResponseCode]int)
	note := func(code codes.ResponseCode) { seen[code]++ }
	for range maxTries { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		note(codes.ResponseCode(r.Code))
	}
	return errRejected
}

// LiteralCaptured looks at the code by itself.
func LiteralCaptured(ctx context.Context, c *api.Client, m api.Message) error {
	var r reply
	over := false
	look := func() {
		if !codes.ResponseCode(r.Code).Retryable() {
			over = true
		}
	}
	for !over {
		var err error
		if r, err = post(ctx, c, m); err != nil || r.Code == 0 {
			return err
		}
		look()
	}
	return errRejected
}

// MarkedKnown asks whether there is an element at all.
func MarkedKnown(ctx context.Context, c *api.Client, m api.Message) error {
	why := make(map[string]codes.ResponseCode)
	for range maxTries {
		if code, refused := why[m.To]; refused {
			return code
		}
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		if code := codes.ResponseCode(r.Code); !code.Retryable() {
			why[m.To] = code
		}
	}
	return errGivenUp
}

// MarkedCounted counts how often.
func MarkedCounted(ctx context.Context, c *api.Client, m api.Message) error {
	tried := make(map[string]int)
	for tried[m.To] < maxTries { // want "and 10 more of class never"
		r, err := post(ctx, c, m)
		if err != nil || r.Code == 0 {
			return err
		}
		tried[m.To] = tried[m.To] + 1
	}
	return errGivenUp
}
