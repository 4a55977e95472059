package defaults

import (
	"context"
	"errors"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// An error that the request has returned beside the reply tells success from failure.

type paired struct {
	fetch func(ctx context.Context) (codes.ResponseCode, error)
}

func (p *paired) send(ctx context.Context) (codes.ResponseCode, error) {
	code, err := p.fetch(ctx)
	if err == nil && code != codes.ResponseSuccess {
		err = code
	}
	return code, err
}

func (p *paired) returned(ctx context.Context) error {
	for {
		code, err := p.send(ctx)
		switch code {
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
			time.Sleep(time.Second)
		default:
			return err
		}
	}
}

func (p *paired) leaves(ctx context.Context) (err error) {
	var code codes.ResponseCode
loop:
	for {
		code, err = p.send(ctx)
		switch code {
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
			time.Sleep(time.Second)
		default:
			break loop
		}
	}
	return err
}

var errSlow = errors.New("slow")

// The error that it returns says nothing of this reply.
func (p *paired) other(ctx context.Context, before error) error {
	code, _ := p.send(ctx)
	switch code { // want `takes the response code 0 Success together with 21 codes that fail`
	case codes.ResponseThrottlingRateExceeded:
		return errSlow
	default:
		return before
	}
}

// Nobody looks at it behind the loop.
func (p *paired) lost(ctx context.Context) error {
	tries := 0
loop:
	for {
		code, err := p.send(ctx)
		switch code { // want `takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
			time.Sleep(time.Second)
		default:
			_ = err
			break loop
		}
		if tries++; tries > 3 {
			return errSlow
		}
	}
	return nil
}
