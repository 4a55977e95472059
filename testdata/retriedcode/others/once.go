package others

import (
	"context"
	"errors"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Once has it sent once, however often it asks.
func Once(ctx context.Context, c *api.Client, m api.Message) error {
	sent := sync.OnceValues(func() (codes.ResponseCode, error) {
		var r struct {
			Code codes.ResponseCode `json:"responseCode"`
		}
		err := c.Post(ctx, "/sms", m, &r)
		return r.Code, err
	})
	for range 3 {
		code, err := sent()
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errors.New("not sent")
}
