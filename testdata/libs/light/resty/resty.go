// Package resty sends with resty v2, whose conditions decide.
package resty

import (
	"context"
	"encoding/json"

	"github.com/go-resty/resty/v2"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// reply is what the API says to a message.
type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
}

func send(ctx context.Context, c *api.Client, m api.Message, again resty.RetryConditionFunc) error {
	var r reply
	client := resty.New().SetRetryCount(5).SetRetryWaitTime(c.Unit).SetRetryMaxWaitTime(c.Unit).AddRetryCondition(again)
	_, err := client.R().SetContext(ctx).SetAuthToken("t-1").SetBody(m).SetResult(&r).Post(c.URL + "/sms")
	if err != nil {
		return err
	}
	return r.Code.Err()
}

func parse(body []byte) codes.ResponseCode {
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return codes.ResponseSystemError
	}
	return r.Code
}

// Any sends again unless it is a success.
func Any(ctx context.Context, c *api.Client, m api.Message) error {
	return send(ctx, c, m, func(resp *resty.Response, err error) bool {
		return err != nil || parse(resp.Body()) != codes.ResponseSuccess // want "true for 1 InvalidCredentials, .* and 10 more of class never"
	})
}

// Passing sends again what passes.
func Passing(ctx context.Context, c *api.Client, m api.Message) error {
	return send(ctx, c, m, func(resp *resty.Response, err error) bool {
		return err != nil || parse(resp.Body()).Retryable()
	})
}

// Decoded looks at what the client has decoded.
func Decoded(ctx context.Context, c *api.Client, m api.Message) error {
	return send(ctx, c, m, func(resp *resty.Response, err error) bool {
		r, ok := resp.Result().(*reply)
		if !ok {
			return false
		}
		switch r.Code {
		case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
			return true
		case codes.ResponseAccountDisabled: // want "4 AccountDisabled .*is of class never"
			return true
		}
		return false
	})
}
