// Package retryablehttp sends with go-retryablehttp, whose CheckRetry decides.
package retryablehttp

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// peek reads the reply and puts it back.
func peek(resp *http.Response) (reply, error) {
	var r reply
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return r, err
	}
	resp.Body.Close()
	resp.Body = io.NopCloser(bytes.NewReader(body))
	err = json.Unmarshal(body, &r)
	return r, err
}

func send(ctx context.Context, c *api.Client, m api.Message, check retryablehttp.CheckRetry) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	client := retryablehttp.NewClient()
	client.Logger = nil
	client.CheckRetry = check
	client.RetryMax = 5
	client.Backoff = func(time.Duration, time.Duration, int, *http.Response) time.Duration { return c.Unit }
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", body)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer t-1")
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	r, err := peek(resp)
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// Any sends again unless it is a success.
func Any(ctx context.Context, c *api.Client, m api.Message) error {
	return send(ctx, c, m, func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if err != nil {
			return false, err
		}
		r, err := peek(resp)
		if err != nil {
			return false, err
		}
		return r.Code != codes.ResponseSuccess, nil // want "true for 1 InvalidCredentials, .* and 10 more of class never"
	})
}

// Passing sends again what passes.
func Passing(ctx context.Context, c *api.Client, m api.Message) error {
	return send(ctx, c, m, checkRetry)
}

func checkRetry(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if err != nil {
		return retryablehttp.DefaultRetryPolicy(ctx, resp, err)
	}
	r, err := peek(resp)
	if err != nil {
		return false, err
	}
	return r.Code.Retryable(), nil
}

// Policy has the library's own policy, which sees no codes.
func Policy(ctx context.Context, c *api.Client, m api.Message) error {
	return send(ctx, c, m, retryablehttp.DefaultRetryPolicy)
}
