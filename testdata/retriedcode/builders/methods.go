package builders

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A factory makes requests by a method.
type factory struct {
	api     *api.Client
	senders []string
	made    int
}

func (f *factory) request() *request { return &request{api: f.api, form: make(map[string][]string)} }

// numbered takes the next sender.
func (f *factory) numbered() *request {
	r := &request{api: f.api, form: make(map[string][]string)}
	r.from(f.senders[f.made])
	f.made++
	return r
}

// ByMethod makes the same one in each round.
func ByMethod(ctx context.Context, c *api.Client, m api.Message) error {
	f := &factory{api: c}
	for range maxTries { // want "and 10 more of class never"
		code, err := f.request().from(m.From).to(m.To).text(m.Text).send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// ByMethodPassing does so for what passes.
func ByMethodPassing(ctx context.Context, c *api.Client, m api.Message) error {
	f := &factory{api: c}
	for range maxTries {
		code, err := f.request().from(m.From).to(m.To).text(m.Text).send(ctx)
		if err != nil || !code.Retryable() {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// Numbered makes one for another sender in each round.
func Numbered(ctx context.Context, c *api.Client, m api.Message) error {
	f := &factory{api: c, senders: []string{m.From, "60120000009"}}
	for range f.senders {
		code, err := f.numbered().to(m.To).text(m.Text).send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errGivenUp
}

// NumberedAgain does so and counts rounds.
func NumberedAgain(ctx context.Context, c *api.Client, m api.Message) error {
	f := &factory{api: c, senders: []string{m.From, "60120000009", "60120000008", "60120000007"}}
	for tries := 0; tries < maxTries; tries++ {
		r := f.numbered()
		code, err := r.to(m.To).text(m.Text).send(ctx)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errGivenUp
}
