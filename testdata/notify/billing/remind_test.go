package billing

import (
	"context"
	"fmt"
	"testing"

	"github.com/errcodelint/errcodelint/codes"

	"example.test/programs/notify/geniq"
	"example.test/programs/notify/geniq/geniqtest"
)

// counting counts what is sent.
type counting struct {
	texter
	sent int
}

func (c *counting) SendSMS(ctx context.Context, m geniq.SMS) (*geniq.SMSReply, error) {
	c.sent++
	return c.texter.SendSMS(ctx, m)
}

func TestRemind(t *testing.T) {
	for code := range codes.ResponseCodes() {
		s := geniqtest.Start(t)
		s.Reply("/sms", fmt.Sprintf(`{"responseCode":"%d","messageId":"m-1"}`, code))
		api := geniq.New("shop", "secret", geniq.WithBaseURL(s.URL), geniq.WithPause(0))
		for name, remind := range map[string]func(context.Context, texter, string) error{"remind": remind, "remindOnce": remindOnce} {
			c := &counting{texter: api}
			err := remind(t.Context(), c, "60111")
			if (err == nil) != (code == codes.ResponseSuccess) {
				t.Errorf("%s: %v: %v", name, code, err)
			}
			want := 1
			if code.Retryable() {
				want = 3
			}
			if name == "remindOnce" && c.sent != want {
				t.Errorf("%s: %v: sent %d times", name, code, c.sent)
			}
		}
	}
}
