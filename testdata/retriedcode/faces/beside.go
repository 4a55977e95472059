package faces

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"example.test/programs/retriedcode/api"
)

// What stands beside a code, or is made of it, tells as well.

type answer struct {
	Code   string `json:"responseCode"`
	Status int    `json:"-"`
}

// A failure has the HTTP status, too.
type failure struct{ answer }

func (f *failure) Error() string { return fmt.Sprintf("code %s, status %d", f.Code, f.Status) }

func ask(ctx context.Context, c *api.Client, m api.Message) (answer, error) {
	a := answer{Status: http.StatusOK}
	err := c.Post(ctx, "/sms", m, &a)
	return a, err
}

func deliver(ctx context.Context, c *api.Client, m api.Message) error {
	a, err := ask(ctx, c, m)
	if err == nil && a.Code != "0" {
		err = &failure{a}
	}
	return err
}

// BesideError goes on while the server is down.
func BesideError(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		err := deliver(ctx, c, m)
		var f *failure
		if !errors.As(err, &f) || f.Status < 500 {
			return err
		}
		time.Sleep(time.Millisecond)
	}
}

// BesideReply does the same with the reply.
func BesideReply(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		a, err := ask(ctx, c, m)
		if err != nil || a.Code == "0" {
			return err
		}
		if a.Status < 500 {
			return &failure{a}
		}
		time.Sleep(time.Millisecond)
	}
}

// BesideNamed has a name for it.
func BesideNamed(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		a, err := ask(ctx, c, m)
		if err != nil || a.Code == "0" {
			return err
		}
		status := a.Status
		final := status < 500
		if final {
			return &failure{a}
		}
		time.Sleep(time.Millisecond)
	}
}

// MadeOfCode looks for the code among others in a text.
func MadeOfCode(ctx context.Context, c *api.Client, m api.Message) error {
	tries := 0
again:
	a, err := ask(ctx, c, m)
	if err != nil || a.Code == "0" {
		return err
	}
	if tries < 4 && strings.Contains("|5|18|88|99|", "|"+a.Code+"|") {
		tries++
		goto again
	}
	return &failure{a}
}

var patience = map[string]int{"code 5": 3, "code 18": 3, "code 88": 3, "code 99": 3}

// Wait has a code tried so often.
func Wait(code string, times int) { patience["code "+code] = times }

// MadeOfKey makes a key of the code.
func MadeOfKey(ctx context.Context, c *api.Client, m api.Message) error {
	for try := 0; ; try++ {
		a, err := ask(ctx, c, m)
		if err != nil || a.Code == "0" {
			return err
		}
		if try >= patience["code "+a.Code] {
			return &failure{a}
		}
		time.Sleep(time.Millisecond)
	}
}
