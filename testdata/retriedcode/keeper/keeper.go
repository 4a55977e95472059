// Package keeper sends for others, and keeps what came of it.
package keeper

import (
	"context"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A Keeper sends for one account.
type Keeper struct {
	API  *api.Client
	last codes.ResponseCode
}

func (k *Keeper) post(ctx context.Context, m api.Message) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := k.API.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

// Send sends a message.
func (k *Keeper) Send(ctx context.Context, m api.Message) error {
	code, err := k.post(ctx, m)
	if err != nil {
		return err
	}
	return code.Err()
}

// SendUnlessFinal sends no more once that is in vain.
func (k *Keeper) SendUnlessFinal(ctx context.Context, m api.Message) (err error) {
	if k.last != codes.ResponseSuccess && !k.last.Retryable() {
		return k.last
	}
	k.last, err = k.post(ctx, m)
	if err != nil {
		return err
	}
	return k.last.Err()
}
