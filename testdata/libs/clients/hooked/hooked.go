// Package hooked has its client look at the codes of all replies.
package hooked

import (
	"context"
	"encoding/json"

	"github.com/go-resty/resty/v2"

	"github.com/errcodelint/errcodelint/codes"
)

type sent struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

func newClient() *resty.Client {
	return resty.New().OnAfterResponse(func(_ *resty.Client, resp *resty.Response) error {
		var r sent
		if err := json.Unmarshal(resp.Body(), &r); err != nil {
			return err
		}
		return r.ResponseCode.Err()
	})
}

// Send need not look.
func Send(ctx context.Context, to string) (string, error) {
	var out sent
	_, err := newClient().R().SetContext(ctx).SetBody(map[string]string{"to": to}).SetResult(&out).Post("/sms")
	return out.MessageID, err
}
