package sends

import (
	"container/list"
	"context"
	"math/rand/v2"
	"net/url"
	"slices"
	"sync"
	"sync/atomic"
)

// What other functions of the package change, or take.

type outbox struct {
	mu      sync.Mutex
	waiting []message
	tries   int
}

func (o *outbox) next() (message, bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if len(o.waiting) == 0 {
		return message{}, false
	}
	m := o.waiting[0]
	o.waiting = o.waiting[1:]
	return m, true
}

func (o *outbox) oldest() message { return o.waiting[0] }

func (o *outbox) count() { o.tries++ }

func drain(ctx context.Context, c *client, o *outbox) {
	for {
		m, ok := o.next()
		if !ok {
			return
		}
		c.send(ctx, m) // want "another"
		o.count()
	}
}

func insist(ctx context.Context, c *client, waiting []message) {
	o := &outbox{waiting: waiting}
	for o.tries < 3 {
		o.count()
		c.send(ctx, waiting[0]) // want "the same"
	}
}

func takeOff(ctx context.Context, c *client, waiting *list.List) {
	for waiting.Len() > 0 {
		m := waiting.Remove(waiting.Front()).(message)
		c.send(ctx, m) // want "another"
	}
}

type settings struct {
	host atomic.Pointer[string]
}

func (s *settings) reload(host string) { s.host.Store(&host) }

func followed(s *settings, path string) {
	for range 3 {
		send(*s.host.Load()+path, 0) // want "another"
	}
}

func drawn(hosts []string, path string) {
	for range 3 {
		send(hosts[rand.IntN(len(hosts))]+path, 0) // want "another"
	}
	for range 3 {
		rand.IntN(1000)
		send(hosts[0]+path, 0) // want "the same"
	}
}

func form(text string) {
	for range 3 {
		values := url.Values{"to": {text}}
		values.Set("text", text)
		send("https://gateway.example.test/?"+values.Encode(), 0) // want "the same"
	}
	values := url.Values{}
	for _, to := range []string{"4915112345678", "4915187654321"} {
		values.Set("to", to)
		send("https://gateway.example.test/?"+values.Encode(), 0) // want "another"
	}
}

func withoutSender(ctx context.Context, c *client, m message) {
	again := false
	for range 2 {
		if again {
			m.From = ""
		}
		c.send(ctx, m) // want "another"
		again = true
	}
}

func inOrder(ctx context.Context, c *client, m message, ways []func(message) message) {
	for _, way := range ways {
		c.send(ctx, way(m)) // want "another"
	}
	clients := []*client{c, {hosts: c.hosts[1:]}}
	for _, c := range slices.Backward(clients) {
		c.send(ctx, m) // want "another"
	}
}

func numbered(text string) {
	for i := range 3 {
		send(text, i) // want "another"
	}
	for attempt := range 3 {
		send(text, attempt) // want "the same"
	}
}

func literal(ctx context.Context, c *client, m message) {
	for range 3 {
		func() {
			c.send(ctx, m) // want "the same"
		}()
	}
}
