package wards

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/warden"
	"github.com/errcodelint/errcodelint/codes"
)

func demand(ok bool, err error) {
	if !ok {
		panic(err)
	}
}

func leaveIf(final bool) {
	if final {
		runtime.Goexit()
	}
}

// saved returns what a function has panicked with.
func saved(f func() error) (err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("%v", e)
		}
	}()
	return f()
}

// Demanded panics for what is final.
func Demanded(ctx context.Context, c *api.Client, m api.Message) error {
	return saved(func() error {
		for range maxTries {
			r, err := send(ctx, c, m)
			demand(err == nil, err)
			if r.Code == codes.ResponseSuccess {
				return nil
			}
			demand(r.Code.Retryable(), r.Code)
		}
		return errGivenUp
	})
}

// DemandedTransport panics for the transport's errors only.
func DemandedTransport(ctx context.Context, c *api.Client, m api.Message) error {
	return saved(func() error {
		for range maxTries { // want "and 10 more of class never"
			r, err := send(ctx, c, m)
			demand(err == nil, err)
			if r.Code == codes.ResponseSuccess {
				return nil
			}
		}
		return errGivenUp
	})
}

// DemandedElsewhere has another package panic.
func DemandedElsewhere(ctx context.Context, c *api.Client, m api.Message) error {
	return saved(func() error {
		for range maxTries {
			r, err := send(ctx, c, m)
			warden.Demand(err == nil, err)
			if r.Code == codes.ResponseSuccess {
				return nil
			}
			warden.Demand(r.Code.Retryable(), r.Code)
		}
		return errGivenUp
	})
}

// Left ends the goroutine for what is final.
func Left(ctx context.Context, c *api.Client, m api.Message) error {
	var wg sync.WaitGroup
	wg.Go(func() {
		for range maxTries {
			r, err := send(ctx, c, m)
			if err != nil || r.Code == codes.ResponseSuccess {
				return
			}
			leaveIf(!r.Code.Retryable())
		}
	})
	wg.Wait()
	return nil
}
