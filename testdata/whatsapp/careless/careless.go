// Package careless handles the codes of the WhatsApp Cloud API by their numbers.
package careless

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"

	"example.test/programs/whatsapp/cloud"
)

// Notify tells a customer something, and says what became of it.
func Notify(ctx context.Context, c *cloud.Client, to, text string) string {
	_, err := c.Send(ctx, to, text)
	var refused *cloud.APIError
	if !errors.As(err, &refused) {
		return "sent"
	}
	switch refused.Code {
	case 130429, 131056: // want `magiccode: 130429 is the whatsapp code WhatsappThroughputLimit .*write cloud.WhatsappThroughputLimit` `magiccode: 131056 is .*PairRateLimit`
		return "later"
	case 190: // want `magiccode: 190 is the whatsapp code WhatsappTokenExpired`
		return "renew the token"
	case 131047: // want `magiccode: .*WhatsappWindowClosed`
		return "send a template"
	default:
		return "refused: " + refused.Message
	}
}

// A status is what the webhook posts about one message.
type status struct {
	ID     string `json:"id"`
	Status string `json:"status"`
	Errors []struct {
		//errcodelint:domain whatsapp
		Code int `json:"code"`
	} `json:"errors"`
}

// retryable lists what may be sent again.
var retryable = map[cloud.WhatsappCode]bool{
	131000:                     true, // want `magiccode: 131000 is the whatsapp code WhatsappSomethingWentWrong`
	131016:                     true, // want `magiccode: .*WhatsappServiceUnavailable`
	cloud.WhatsappAppRateLimit: true,
}

// Webhook says whether a message that was not delivered may be sent again.
func Webhook(body []byte) (again bool, err error) {
	var s status
	if err := json.Unmarshal(body, &s); err != nil {
		return false, err
	}
	for _, e := range s.Errors {
		code := strconv.Itoa(e.Code)
		if e.Code == 131026 || code == "131021" { // want `magiccode: 131026 is .*write int\(cloud.WhatsappUndeliverable\)` `magiccode: "131021" is .*RecipientIsSender.*write cloud.WhatsappRecipientIsSender.Wire\(\)`
			return false, nil
		}
		if !retryable[cloud.WhatsappCode(e.Code)] {
			return false, nil
		}
	}
	return true, nil
}
