package enclosed

import (
	"context"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Said goes on until the literal says that it is done.
func Said(ctx context.Context, c *api.Client, m api.Message) error {
	done := false
	for i := 0; i < tries && !done; i++ { // want "and 10 more of class never"
		func() {
			r, err := post(ctx, c, m)
			if err != nil {
				return
			}
			done = r.ResponseCode == codes.ResponseSuccess
		}()
		time.Sleep(c.Unit)
	}
	if !done {
		return errTooMany
	}
	return nil
}

// SaidPassing is done with all that does not pass.
func SaidPassing(ctx context.Context, c *api.Client, m api.Message) error {
	done := false
	for i := 0; i < tries && !done; i++ {
		func() {
			r, err := post(ctx, c, m)
			if err != nil {
				return
			}
			done = !r.ResponseCode.Retryable()
		}()
		time.Sleep(c.Unit)
	}
	return nil
}

// SaidHeld holds the literal in a variable, and asks in the loop.
func SaidHeld(ctx context.Context, c *api.Client, m api.Message) error {
	sent := false
	try := func() error {
		r, err := post(ctx, c, m)
		if err != nil {
			return err
		}
		sent = r.ResponseCode == codes.ResponseSuccess
		return nil
	}
	for range tries { // want "and 10 more of class never"
		if err := try(); err != nil {
			return err
		}
		if sent {
			return nil
		}
	}
	return errTooMany
}

// SaidFinal has two things to say.
func SaidFinal(ctx context.Context, c *api.Client, m api.Message) error {
	var mu sync.Mutex
	sent, refused := false, false
	for range tries {
		func() {
			mu.Lock()
			defer mu.Unlock()
			r, err := post(ctx, c, m)
			if err != nil {
				return
			}
			sent = r.ResponseCode == codes.ResponseSuccess
			refused = !sent && !r.ResponseCode.Retryable()
		}()
		if sent || refused {
			return nil
		}
	}
	return errTooMany
}

// SaidWhat is told by a number what came of it, which has one for the blocked subscriber alone.
func SaidWhat(ctx context.Context, c *api.Client, m api.Message) error {
	const sent, blocked = 1, 2
	what := 0
	for range tries { // want "and 9 more of class never"
		func() {
			r, err := post(ctx, c, m)
			if err != nil {
				return
			}
			if r.ResponseCode == codes.ResponseSuccess {
				what = sent
			} else if r.ResponseCode == codes.ResponseSubscriberBlockedService {
				what = blocked
			}
		}()
		if what == sent {
			return nil
		}
		if what == blocked {
			break
		}
		time.Sleep(c.Unit)
	}
	return errTooMany
}

// SaidWhatPassing has a number for all that does not pass.
func SaidWhatPassing(ctx context.Context, c *api.Client, m api.Message) error {
	const sent, refused = 1, 2
	what := 0
	for range tries {
		func() {
			r, err := post(ctx, c, m)
			if err != nil {
				return
			}
			if r.ResponseCode == codes.ResponseSuccess {
				what = sent
			} else if !r.ResponseCode.Retryable() {
				what = refused
			}
		}()
		if what == sent || what == refused {
			break
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// worthIt is set by who knows more of the account.
var worthIt = func(code codes.ResponseCode) bool { return code.Retryable() }

// Judge sets it.
func Judge(by func(codes.ResponseCode) bool) { worthIt = by }

// SaidJudged asks, in the literal, a judge of whom nobody knows what that says.
func SaidJudged(ctx context.Context, c *api.Client, m api.Message) error {
	done := false
	for i := 0; i < tries && !done; i++ {
		func() {
			r, err := post(ctx, c, m)
			if err != nil {
				return
			}
			if r.ResponseCode == codes.ResponseSuccess || !worthIt(r.ResponseCode) {
				done = true
			}
		}()
	}
	return nil
}

// A fuse is blown by what does not pass.
type fuse struct{ blown bool }

func (f *fuse) note(code codes.ResponseCode) { f.blown = !code.Retryable() }

// SaidNoted has a fuse note the code, and asks that.
func SaidNoted(ctx context.Context, c *api.Client, m api.Message) error {
	var f fuse
	done := false
	for i := 0; i < tries && !done; i++ {
		func() {
			r, err := post(ctx, c, m)
			if err != nil {
				return
			}
			f.note(r.ResponseCode)
			done = r.ResponseCode == codes.ResponseSuccess || f.blown
		}()
	}
	return nil
}

// SaidMany counts those of several that failed.
func SaidMany(ctx context.Context, c *api.Client, m api.Message) error {
	failed := 0
	for _, to := range []string{m.To, "+4612345", "+4612346"} {
		func() {
			r, err := post(ctx, c, api.Message{From: m.From, To: to, Text: m.Text})
			if err != nil || r.ResponseCode != codes.ResponseSuccess {
				failed++
			}
		}()
		if failed > 1 {
			return errTooMany
		}
	}
	return nil
}
