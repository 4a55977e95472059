package backlog

import (
	"context"
	"log/slog"
	"slices"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Done keeps beside the list what was sent.
func Done(ctx context.Context, c *api.Client, m api.Message) error {
	all := []api.Message{m}
	done := make(map[string]bool)
	for range maxRounds { // want "and 10 more of class never"
		for _, next := range all {
			if done[next.To] {
				continue
			}
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				done[next.To] = true
			}
		}
	}
	return nil
}

// DonePassing takes what will not pass for done.
func DonePassing(ctx context.Context, c *api.Client, m api.Message) error {
	all := []api.Message{m}
	done := make(map[string]bool)
	for range maxRounds {
		for _, next := range all {
			if done[next.To] {
				continue
			}
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess || !code.Retryable() {
				done[next.To] = true
			}
		}
	}
	return nil
}

// Indexed marks elements by their index.
func Indexed(ctx context.Context, c *api.Client, m api.Message) error {
	entries := []entry{{message: m}}
	for range maxRounds { // want "for 1 InvalidCredentials, 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute and 9 more of class never"
		for i, e := range entries {
			if e.sent {
				continue
			}
			code, err := send(ctx, c, e.message)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess || code == codes.ResponseInvalidRecipient {
				entries[i].sent = true
			}
		}
	}
	return nil
}

// A box keeps what is to be sent.
type box struct {
	pending map[string]api.Message
	refused map[string]codes.ResponseCode
}

// Refused takes out what was refused by a method.
func Refused(ctx context.Context, c *api.Client, m api.Message) error {
	b := &box{pending: map[string]api.Message{"1": m}, refused: make(map[string]codes.ResponseCode)}
	for range maxRounds {
		for id, next := range b.pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(b.pending, id)
			} else if !code.Retryable() {
				b.refuse(id, code)
			}
		}
	}
	return nil
}

func (b *box) refuse(id string, code codes.ResponseCode) {
	delete(b.pending, id)
	b.refused[id] = code
}

// RefusedNoted only notes it.
func RefusedNoted(ctx context.Context, c *api.Client, m api.Message) error {
	b := &box{pending: map[string]api.Message{"1": m}, refused: make(map[string]codes.ResponseCode)}
	for range maxRounds { // want "and 10 more of class never"
		for id, next := range b.pending {
			code, err := send(ctx, c, next)
			if err != nil {
				slog.Debug("trouble", "id", id, "err", err)
				continue
			}
			if code != codes.ResponseSuccess {
				slog.Debug("refused", "id", id, "code", code)
				continue
			}
			delete(b.pending, id)
		}
	}
	return nil
}

// Other sends from another sender what was refused.
func Other(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]*api.Message{"1": &m}
	for range 2 {
		for id, next := range pending {
			code, err := send(ctx, c, *next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
			} else {
				next.From = "OTHER"
			}
		}
	}
	return nil
}

// Hosts asks another host each time.
func Hosts(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	for _, host := range []*api.Client{c, {URL: c.URL, HTTP: c.HTTP, Unit: c.Unit}} {
		for id, next := range pending {
			code, err := send(ctx, host, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
			}
		}
	}
	return nil
}

// Sifted takes out afterwards what will not pass.
func Sifted(ctx context.Context, c *api.Client, m api.Message) error {
	entries := []*entry{{message: m}}
	refused := make(map[string]bool)
	for range maxRounds {
		for _, e := range entries {
			if e.sent {
				continue
			}
			code, err := send(ctx, c, e.message)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				e.sent = true
				continue
			}
			refused[e.message.To] = !code.Retryable()
		}
		entries = slices.DeleteFunc(entries, func(e *entry) bool { return refused[e.message.To] })
	}
	return nil
}

// Final notes for each whether it is final.
func Final(ctx context.Context, c *api.Client, m api.Message) error {
	all := []api.Message{m}
	final := make(map[string]bool)
	for range maxRounds {
		for _, next := range all {
			if final[next.To] {
				continue
			}
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			final[next.To] = !code.Retryable()
		}
	}
	return nil
}

// Last notes for each what came of it, and looks at that.
func Last(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	last := make(map[string]codes.ResponseCode)
	for range maxRounds {
		for id, next := range pending {
			if code, ok := last[id]; ok && !code.Retryable() {
				continue
			}
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
			}
			last[id] = code
		}
	}
	return nil
}

// A parcel knows what came of it.
type parcel struct {
	message api.Message
	code    codes.ResponseCode
	sent    bool
	final   bool
}

// Known looks at what an element knows.
func Known(ctx context.Context, c *api.Client, m api.Message) error {
	parcels := []*parcel{{message: m}}
	for range maxRounds {
		for _, p := range parcels {
			if p.sent || p.final {
				continue
			}
			code, err := send(ctx, c, p.message)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				p.sent = true
			}
			p.final = !code.Retryable()
		}
	}
	return nil
}

// KnownCode looks at the code.
func KnownCode(ctx context.Context, c *api.Client, m api.Message) error {
	parcels := map[int]*parcel{1: {message: m}}
	for range maxRounds {
		for id, p := range parcels {
			if p.code != codes.ResponseSuccess && !p.code.Retryable() {
				continue
			}
			var err error
			if p.code, err = send(ctx, c, p.message); err != nil {
				return err
			}
			if p.code == codes.ResponseSuccess {
				delete(parcels, id)
			}
		}
	}
	return nil
}

// Added takes what comes in besides.
func Added(ctx context.Context, c *api.Client, m api.Message) error {
	in := make(chan api.Message, 1)
	in <- m
	pending := make(map[string]api.Message)
	for range maxRounds { // want "and 10 more of class never"
		if len(in) > 0 {
			next := <-in
			pending[next.To] = next
		}
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
			}
		}
	}
	return nil
}

// Rewritten puts another one in its place.
func Rewritten(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	for range 2 {
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
				continue
			}
			next.From = "OTHER"
			pending[id] = next
		}
	}
	return nil
}

// Refilled gets them anew.
func Refilled(ctx context.Context, c *api.Client, m api.Message) error {
	senders := []string{"SHOP", "INFO"}
	for _, sender := range senders {
		pending := map[string]api.Message{"1": {From: sender, To: m.To, Text: m.Text}}
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
			}
		}
	}
	return nil
}

// Stopped gives up for what will not pass.
func Stopped(ctx context.Context, c *api.Client, m api.Message) error {
	pending := map[string]api.Message{"1": m}
	for range maxRounds {
		for id, next := range pending {
			code, err := send(ctx, c, next)
			if err != nil {
				return err
			}
			if code == codes.ResponseSuccess {
				delete(pending, id)
				break
			}
			if !code.Retryable() {
				clear(pending)
				break
			}
		}
	}
	return nil
}
