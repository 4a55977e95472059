// Package requests asks with carlmjohnson's requests.
package requests

import (
	"context"

	"github.com/carlmjohnson/requests"

	"github.com/errcodelint/errcodelint/codes"
)

type sent struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

// Send forgets the code.
func Send(ctx context.Context, in any) (string, error) {
	var out sent
	err := requests.URL("https://api.geniq.io/rest/v1/sms"). // want `nothing looks at out.ResponseCode`
									BodyJSON(in).
									ToJSON(&out).
									Fetch(ctx)
	return out.MessageID, err
}

// Check looks at it.
func Check(ctx context.Context, in any) (string, error) {
	var out sent
	err := requests.URL("https://api.geniq.io/rest/v1/sms").BodyJSON(in).ToJSON(&out).Fetch(ctx)
	if err != nil {
		return "", err
	}
	return out.MessageID, out.ResponseCode.Err()
}
