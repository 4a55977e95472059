package billing

import (
	"context"

	"example.test/programs/notify/geniq"
)

// warn tells the owner of an account that its credit runs out.
func warn(ctx context.Context, c *geniq.Client, owner string) error {
	_, err := c.SendSMS(ctx, geniq.SMS{To: owner, Text: "Your credit runs out."}) // want "uncheckedcode: the reply that geniq.Client.SendSMS returns is thrown away, and with it ResponseCode"
	return err
}

// warnings remembers who was told.
type warnings map[string]string

func (w warnings) send(ctx context.Context, c *geniq.Client, owner string) error {
	if _, told := w[owner]; told {
		return nil
	}
	r, err := c.SendSMS(ctx, geniq.SMS{To: owner, Text: "Your credit runs out."}) // want "uncheckedcode: the code of the reply that geniq.Client.SendSMS returns is never read: nothing looks at r.ResponseCode"
	if err != nil {
		return err
	}
	w[owner] = r.MessageID
	return nil
}
