package others

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync/atomic"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// hosts are several ways to the same API.
type hosts struct {
	c    *api.Client
	urls []string
	at   atomic.Int32
	turn atomic.Uint32
	cur  int
	sent atomic.Int64
}

func newHosts(c *api.Client) *hosts { return &hosts{c: c, urls: []string{c.URL, c.URL}} }

func (h *hosts) rotate() { h.cur = (h.cur + 1) % len(h.urls) }

func (h *hosts) url() string { return h.urls[h.cur] }

func (h *hosts) post(ctx context.Context, url string, m api.Message) error {
	h.sent.Add(1)
	r, err := send(ctx, &api.Client{URL: url, HTTP: h.c.HTTP, Unit: h.c.Unit}, m)
	if err != nil {
		return err
	}
	return r.Code.Err()
}

// HostsAtomic counts on behind the request.
func HostsAtomic(ctx context.Context, c *api.Client, m api.Message) error {
	h := newHosts(c)
	var err error
	for range h.urls {
		if err = h.atomically(ctx, m); err == nil {
			return nil
		}
		h.at.Add(1)
	}
	return err
}

func (h *hosts) atomically(ctx context.Context, m api.Message) error {
	return h.post(ctx, h.urls[int(h.at.Load())%len(h.urls)], m)
}

// HostsTurn takes turns.
func HostsTurn(ctx context.Context, c *api.Client, m api.Message) error {
	h := newHosts(c)
	var err error
	for range h.urls {
		if err = h.byTurn(ctx, m); err == nil {
			return nil
		}
	}
	return err
}

func (h *hosts) byTurn(ctx context.Context, m api.Message) error {
	return h.post(ctx, h.urls[int(h.turn.Add(1))%len(h.urls)], m)
}

// HostsRotate goes on to the next one for some codes.
func HostsRotate(ctx context.Context, c *api.Client, m api.Message) error {
	h := newHosts(c)
	for range h.urls {
		err := h.post(ctx, h.url(), m)
		if errors.Is(err, codes.ResponseCouldNotRoute) {
			h.rotate()
			continue
		}
		return err
	}
	return errors.New("no host")
}

// HostsCount counts what it has sent, and asks the same host.
func HostsCount(ctx context.Context, c *api.Client, m api.Message) error {
	h := newHosts(c)
	var err error
	for range h.urls { // want "10 CouldNotRoute and 10 more of class never"
		if err = h.post(ctx, h.url(), m); err == nil {
			return nil
		}
		h.sent.Add(1)
	}
	return err
}

// Typed asks for the code that somebody types.
func Typed(ctx context.Context, c *api.Client, m api.Message) error {
	in := strings.NewReader("1234 5678 9012")
	for range 3 {
		var typed string
		if _, err := fmt.Fscan(in, &typed); err != nil {
			return err
		}
		m.Text = typed
		r, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		if r.Code != codes.ResponseInvalidCode {
			return r.Code.Err()
		}
	}
	return errors.New("three times wrong")
}
