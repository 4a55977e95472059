package others

import (
	"context"
	"errors"
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

// ContextPremium tells the next call that another sender is to be used.
func ContextPremium(ctx context.Context, c *api.Client, m api.Message) error {
	return contextPremium(ctx, c, m, true)
}

func contextPremium(ctx context.Context, c *api.Client, m api.Message, again bool) error {
	code, err := sendAs(ctx, c, m)
	if err != nil || code == codes.ResponseSuccess || !again {
		return errors.Join(err, code.Err())
	}
	time.Sleep(c.Unit)
	return contextPremium(context.WithValue(ctx, senderKey{}, "PREMIUM"), c, m, false)
}

// ContextNext goes from sender to sender, by a function that puts each there.
func ContextNext(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := sendAs(ctx, c, m)
	if err == nil && code == codes.ResponseInvalidOriginator && ctx.Value(senderKey{}) == nil {
		next := withSender(ctx, "SHOP2")
		return ContextNext(next, c, m)
	}
	return errors.Join(err, code.Err())
}

// ContextMarked only notes that it was tried.
func ContextMarked(ctx context.Context, c *api.Client, m api.Message) error {
	code, err := sendAs(ctx, c, m)
	if err != nil || code == codes.ResponseSuccess {
		return err
	}
	if ctx.Value(requestKey{}) != nil {
		return code
	}
	return ContextMarked(context.WithValue(ctx, requestKey{}, true), c, m) // want "and 10 more of class never"
}

// ContextLate has the sender changed for all rounds but the first.
func ContextLate(ctx context.Context, c *api.Client, m api.Message) error {
	for range 2 {
		code, err := sendAs(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		ctx = context.WithValue(ctx, senderKey{}, "PREMIUM")
	}
	return nil
}
