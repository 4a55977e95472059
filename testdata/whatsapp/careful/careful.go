// Package careful handles the codes of the WhatsApp Cloud API by their names and
// classes.
package careful

import (
	"context"
	"encoding/json"
	"errors"
	"time"

	"example.test/programs/whatsapp/cloud"
)

// Notify tells a customer something, and tries again while that may help.
func Notify(ctx context.Context, c *cloud.Client, to, text string, pause func(time.Duration)) error {
	var err error
	for attempt := range 3 {
		_, err = c.Send(ctx, to, text)
		var refused *cloud.APIError
		if !errors.As(err, &refused) || !refused.Code.Retryable() {
			return err
		}
		pause(time.Second << attempt)
	}
	return err
}

// Advice says what somebody has to do before the message can pass.
func Advice(code cloud.WhatsappCode) string {
	switch code {
	case cloud.WhatsappTokenExpired, cloud.WhatsappAuthException:
		return "renew the token"
	case cloud.WhatsappPaymentIssue:
		return "pay"
	case cloud.WhatsappWindowClosed:
		return "send a template"
	default:
		return code.Description()
	}
}

type status struct {
	Errors []struct {
		Code cloud.WhatsappCode `json:"code"`
	} `json:"errors"`
}

// Final reports whether a message that was not delivered is lost for good.
func Final(body []byte) (bool, error) {
	var s status
	if err := json.Unmarshal(body, &s); err != nil {
		return false, err
	}
	for _, e := range s.Errors {
		if e.Code.Retry() == cloud.RetryNever {
			return true, nil
		}
	}
	return false, nil
}
