package others

import (
	"context"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type (
	senderKey  struct{}
	requestKey struct{}
)

// sendAs sends as the context says.
func sendAs(ctx context.Context, c *api.Client, m api.Message) (codes.ResponseCode, error) {
	if sender, ok := ctx.Value(senderKey{}).(string); ok {
		m.From = sender
	}
	var r reply
	err := c.Post(ctx, "/sms", m, &r)
	return r.Code, err
}

func withSender(ctx context.Context, sender string) context.Context {
	return context.WithValue(ctx, senderKey{}, sender)
}

// ContextSenders has another sender for each try.
func ContextSenders(ctx context.Context, c *api.Client, m api.Message) error {
	senders := []string{m.From, "SHOP2", "SHOP3"}
	var code codes.ResponseCode
	for i := range senders {
		as := context.WithValue(ctx, senderKey{}, senders[i])
		var err error
		if code, err = sendAs(as, c, m); err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return code
}

// ContextHelper has a function put it there, and a limit for each.
func ContextHelper(ctx context.Context, c *api.Client, m api.Message) error {
	senders := []string{m.From, "SHOP2"}
	for i := 0; i < len(senders); i++ {
		limited, cancel := context.WithTimeout(withSender(ctx, senders[i]), time.Minute)
		code, err := sendAs(limited, c, m)
		cancel()
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return nil
}

// ContextSender has the same for all.
func ContextSender(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 { // want "and 10 more of class never"
		limited, cancel := context.WithTimeout(withSender(ctx, "SHOP2"), time.Minute)
		code, err := sendAs(limited, c, m)
		cancel()
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// ContextTraced gives each try a name for the trace.
func ContextTraced(ctx context.Context, c *api.Client, m api.Message) error {
	for i := range 3 { // want "and 10 more of class never"
		traced := context.WithValue(ctx, requestKey{}, fmt.Sprintf("%s-%d", m.To, i))
		code, err := sendAs(traced, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return nil
}
