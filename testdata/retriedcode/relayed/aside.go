package relayed

import (
	"context"
	"errors"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// sentBefore has a function called aside, unless a message went out before, and waits for what comes of it.
func sentBefore(ctx context.Context, ids map[string]string, to string, send func() (string, error)) (string, error) {
	done := make(chan any)
	go func() {
		if id, ok := ids[to]; ok {
			done <- id
			return
		}
		id, err := send()
		if err != nil {
			done <- err
			return
		}
		ids[to] = id
		done <- id
	}()
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case is := <-done:
		switch is := is.(type) {
		case error:
			return "", is
		case string:
			return is, nil
		}
		return "", errors.New("neither an id nor an error")
	}
}

// AsidePassing goes on for what may pass.
func AsidePassing(ctx context.Context, c *api.Client, m api.Message) error {
	ids := make(map[string]string)
	for range 4 {
		_, err := sentBefore(ctx, ids, m.To, func() (string, error) {
			r, err := post(ctx, c, m)
			if err != nil {
				return "", err
			}
			return r.MessageID, r.Code.Err()
		})
		var code codes.ResponseCode
		if err == nil || errors.As(err, &code) && !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errors.New("too many tries")
}
