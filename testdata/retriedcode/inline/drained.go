package inline

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

var errDrained = errors.New("given up")

// postDrained empties and closes the body in a function that is deferred.
func postDrained(ctx context.Context, c *api.Client, m api.Message) (code codes.ResponseCode, err error) {
	body, err := json.Marshal(m)
	if err != nil {
		return 0, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Authorization", "Bearer t-1")
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return 0, err
	}
	defer func() {
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
	}()
	var out struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&out); err != nil {
		return 0, err
	}
	return out.Code, nil
}

// Drained sends again for all codes by such a function.
func Drained(ctx context.Context, c *api.Client, m api.Message) error {
	for range 4 { // want "and 10 more of class never"
		code, err := postDrained(ctx, c, m)
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
	}
	return errDrained
}

// DrainedRetryable does so where there is a point in it.
func DrainedRetryable(ctx context.Context, c *api.Client, m api.Message) error {
	for range 4 {
		code, err := postDrained(ctx, c, m)
		if err != nil {
			return err
		}
		if !code.Retryable() {
			return code.Err()
		}
	}
	return errDrained
}
