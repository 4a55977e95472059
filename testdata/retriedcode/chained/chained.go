// Package chained makes functions of settings and of others, which call those again: helpers, middlewares, and chains of them.
package chained

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/client"
	"example.test/programs/retriedcode/retrying"
	"github.com/errcodelint/errcodelint/codes"
)

// tries returns a helper that calls a function n times.
func tries(n int) func(fn func() error) error {
	return func(fn func() error) error {
		var err error
		for range n {
			if err = fn(); err == nil {
				return nil
			}
		}
		return err
	}
}

func send(ctx context.Context, c *api.Client, m api.Message) error {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := c.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Settings calls what is made of them at once.
func Settings(ctx context.Context, c *api.Client, m api.Message) error {
	return tries(4)(func() error { // want "and 10 more of class never"
		return send(ctx, c, m)
	})
}

// SettingsOnce has it called once.
func SettingsOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return tries(1)(func() error { return send(ctx, c, m) })
}

// SettingsKept keeps what is final.
func SettingsKept(ctx context.Context, c *api.Client, m api.Message) error {
	var final error
	err := tries(4)(func() error {
		err := send(ctx, c, m)
		var code codes.ResponseCode
		if errors.As(err, &code) && !code.Retryable() {
			final = err
			return nil
		}
		return err
	})
	return errors.Join(err, final)
}

// withRetry returns a helper that waits between the tries.
func withRetry(n int, pause time.Duration) func(ctx context.Context, fn func(context.Context) error) error {
	if n < 1 {
		n = 1
	}
	return func(ctx context.Context, fn func(context.Context) error) error {
		for i := 1; ; i++ {
			err := fn(ctx)
			if err == nil || i >= n {
				return err
			}
			time.Sleep(pause)
		}
	}
}

// Variable keeps what is made in a variable.
func Variable(ctx context.Context, c *api.Client, m api.Message) error {
	again := withRetry(4, c.Unit)
	return again(ctx, func(ctx context.Context) error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

var patiently = withRetry(4, time.Microsecond)

// VariableShared has it in a variable of the package.
func VariableShared(ctx context.Context, c *api.Client, m api.Message) error {
	return patiently(ctx, func(ctx context.Context) error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// VariablePassing leaves for what cannot pass.
func VariablePassing(ctx context.Context, c *api.Client, m api.Message) error {
	again := withRetry(4, c.Unit)
	var refused error
	err := again(ctx, func(ctx context.Context) error {
		if err := send(ctx, c, m); mayPass(err) {
			return err
		} else {
			refused = err
		}
		return nil
	})
	return errors.Join(err, refused)
}

func mayPass(err error) bool {
	var code codes.ResponseCode
	return errors.As(err, &code) && code.Retryable()
}

// asking returns a helper that goes on while a function likes the error.
func asking(n int, likes func(error) bool) func(fn func() error) error {
	return func(fn func() error) error {
		var err error
		for range n {
			if err = fn(); err == nil || !likes(err) {
				return err
			}
		}
		return err
	}
}

// Asking goes on for any error.
func Asking(ctx context.Context, c *api.Client, m api.Message) error {
	return asking(4, func(err error) bool { return err != nil })(func() error { // want "and 10 more of class never"
		return send(ctx, c, m)
	})
}

// AskingPassing goes on for what may pass.
func AskingPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return asking(4, mayPass)(func() error { return send(ctx, c, m) })
}

// each returns a function that calls one for each of several numbers.
func each(to ...string) func(fn func(string) error) error {
	return func(fn func(string) error) error {
		for _, number := range to {
			if err := fn(number); err == nil {
				return nil
			}
		}
		return errors.New("nobody gets it")
	}
}

// Each sends to somebody else each time.
func Each(ctx context.Context, c *api.Client, m api.Message) error {
	return each("+4512345678", "+4587654321")(func(to string) error {
		m.To = to
		return send(ctx, c, m)
	})
}

// A policy says how often something is tried.
type policy struct {
	tries int
	pause time.Duration
}

func (p policy) helper() func(fn func() error) error {
	return func(fn func() error) (err error) {
		for range p.tries {
			if err = fn(); err == nil {
				break
			}
			time.Sleep(p.pause)
		}
		return err
	}
}

// Policy calls what a method has made.
func Policy(ctx context.Context, c *api.Client, m api.Message) error {
	return policy{tries: 4}.helper()(func() error { return send(ctx, c, m) }) // want "and 10 more of class never"
}

// PolicyOnce has it called once.
func PolicyOnce(ctx context.Context, c *api.Client, m api.Message) error {
	return policy{tries: 1}.helper()(func() error { return send(ctx, c, m) })
}

// A sender sends a message.
type sender func(ctx context.Context, c *api.Client, m api.Message) error

// A middleware makes a sender of another one.
type middleware func(sender) sender

// retry returns one that tries it n times.
func retry(n int) middleware {
	return func(next sender) sender {
		return func(ctx context.Context, c *api.Client, m api.Message) error {
			var err error
			for range n {
				if err = next(ctx, c, m); err == nil {
					return nil
				}
			}
			return fmt.Errorf("after %d tries: %w", n, err)
		}
	}
}

// retryPassing returns one that tries it again for what may pass.
func retryPassing(n int) middleware {
	return func(next sender) sender {
		return func(ctx context.Context, c *api.Client, m api.Message) error {
			var err error
			for range n {
				if err = next(ctx, c, m); err == nil || !mayPass(err) {
					return err
				}
			}
			return err
		}
	}
}

// logged tells of failures.
func logged(next sender) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		err := next(ctx, c, m)
		if err != nil {
			log.Printf("to %s: %v", m.To, err)
		}
		return err
	}
}

// limited gives each try its time.
func limited(d time.Duration) middleware {
	return func(next sender) sender {
		return func(ctx context.Context, c *api.Client, m api.Message) error {
			ctx, cancel := context.WithTimeout(ctx, d)
			defer cancel()
			return next(ctx, c, m)
		}
	}
}

// Middleware has one made and called.
func Middleware(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := retry(4)(send) // want "and 10 more of class never"
	return deliver(ctx, c, m)
}

// MiddlewarePassing has one that looks at the error.
func MiddlewarePassing(ctx context.Context, c *api.Client, m api.Message) error {
	return retryPassing(4)(send)(ctx, c, m)
}

// Inside has another one within it.
func Inside(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := retry(4)(limited(time.Minute)(logged(send))) // want "and 10 more of class never"
	return deliver(ctx, c, m)
}

// InsideTheirs has another package's function within.
func InsideTheirs(ctx context.Context, c *api.Client, m api.Message) error {
	quiet := logged(client.Wrapped)
	return retry(4)(quiet)(ctx, c, m) // want "and 10 more of class never"
}

// final hides what cannot pass.
func final(next sender) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		if err := next(ctx, c, m); mayPass(err) {
			return err
		}
		return nil
	}
}

// InsideFinal has one within it that hides what cannot pass.
func InsideFinal(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(4)(final(send))(ctx, c, m)
}

// turned sends from another sender each time.
func turned(from ...string) middleware {
	turn := 0
	return func(next sender) sender {
		return func(ctx context.Context, c *api.Client, m api.Message) error {
			m.From = from[turn%len(from)]
			turn++
			return next(ctx, c, m)
		}
	}
}

// InsideTurned has one within it that sends from another sender.
func InsideTurned(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(4)(turned("+4511111111", "+4522222222")(send))(ctx, c, m)
}

var (
	senders = []string{"+4511111111", "+4522222222"}
	turn    int
)

// turning has the next sender have its turn.
func turning(next sender) sender {
	return func(ctx context.Context, c *api.Client, m api.Message) error {
		turn++
		return next(ctx, c, m)
	}
}

// InsideTurning has one within it that changes what is sent.
func InsideTurning(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(4)(turning(fromTurn))(ctx, c, m)
}

func fromTurn(ctx context.Context, c *api.Client, m api.Message) error {
	m.From = senders[turn%len(senders)]
	return send(ctx, c, m)
}

// chain returns one that is made of several.
func chain(all ...middleware) middleware {
	return func(s sender) sender {
		for i := len(all) - 1; i >= 0; i-- {
			s = all[i](s)
		}
		return s
	}
}

// Chain has one of several send again.
func Chain(ctx context.Context, c *api.Client, m api.Message) error {
	deliver := chain(logged, retry(4), limited(time.Minute))(send) // want "and 10 more of class never"
	return deliver(ctx, c, m)
}

// ChainKept keeps the chain.
func ChainKept(ctx context.Context, c *api.Client, m api.Message) error {
	patient := retry(4)
	around := chain(patient, logged)
	deliver := around(client.Code) // want "and 10 more of class never"
	return deliver(ctx, c, m)
}

// ChainInside has a chain within.
func ChainInside(ctx context.Context, c *api.Client, m api.Message) error {
	return retry(4)(chain(logged, limited(time.Minute))(send))(ctx, c, m) // want "and 10 more of class never"
}

// ChainPassing has one that looks at the error.
func ChainPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return chain(logged, retryPassing(4), limited(time.Minute))(send)(ctx, c, m)
}

// ChainFinal has one that hides what cannot pass.
func ChainFinal(ctx context.Context, c *api.Client, m api.Message) error {
	return chain(retry(4), final)(send)(ctx, c, m)
}

// ChainTurned has one that sends from another sender.
func ChainTurned(ctx context.Context, c *api.Client, m api.Message) error {
	return chain(retry(4), turned("+4511111111", "+4522222222"))(send)(ctx, c, m)
}

// Theirs has another package's.
func Theirs(ctx context.Context, c *api.Client, m api.Message) error {
	op := func(ctx context.Context) error { return send(ctx, c, m) }
	return retrying.Limited(4, c.Unit)(op)(ctx) // want "and 10 more of class never"
}

// TheirsOnce has another package's try once.
func TheirsOnce(ctx context.Context, c *api.Client, m api.Message) error {
	op := func(ctx context.Context) error { return send(ctx, c, m) }
	return retrying.Limited(1, c.Unit)(op)(ctx)
}

// TheirsWorth has another package's that asks whether it is worth it.
func TheirsWorth(ctx context.Context, c *api.Client, m api.Message) error {
	op := func(ctx context.Context) error { return send(ctx, c, m) }
	return retrying.Worth(4, mayPass)(op)(ctx)
}

// TheirsChain has several of another package's.
func TheirsChain(ctx context.Context, c *api.Client, m api.Message) error {
	op := func(ctx context.Context) error { return send(ctx, c, m) }
	deliver := retrying.Use(op, retrying.Timed("sms"), retrying.Limited(4, c.Unit)) // want "and 10 more of class never"
	return deliver(ctx)
}

// TheirsChainWorth has one of them ask.
func TheirsChainWorth(ctx context.Context, c *api.Client, m api.Message) error {
	op := func(ctx context.Context) error { return send(ctx, c, m) }
	return retrying.Use(op, retrying.Worth(4, mayPass), retrying.Timed("sms"))(ctx)
}
