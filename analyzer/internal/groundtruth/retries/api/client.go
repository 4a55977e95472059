// Package api is linked into the generated programs. It is the client of an API
// that answers what it is told to, and notes which requests are sent again.
package api

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"
)

// A Message is a text for one recipient. What is left of it without its number,
// its time and the count of attempts is what makes it the same message.
type Message struct {
	From    string    `json:"from"`
	To      string    `json:"to"`
	Text    string    `json:"text"`
	ID      string    `json:"id"`
	Attempt int       `json:"attempt"`
	SentAt  time.Time `json:"sentAt"`
}

// volatile are the keys of what makes no other request.
var volatile = []string{"id", "attempt", "sentAt"}

// ErrTransport is what comes back if nothing comes back.
var ErrTransport = errors.New("connection reset by peer")

// A Client sends requests.
type Client struct {
	URL   string
	Token string
	Unit  time.Duration // of all pauses

	x *exchange
}

// An exchange is one run of a function.
type exchange struct {
	mu      sync.Mutex
	script  script
	sent    int
	waits   int
	events  []event
	stopped bool
	out     chan struct{} // closed when it has gone round often enough
}

// An event is a request that was answered, or something else that was done.
type event struct {
	request string // "" for an action
	path    string
	code    string // the answer
	action  string
}

// most is how many requests a function may send in one run.
const most = 8

// Post sends in, and decodes the answer into out.
func (c *Client) Post(ctx context.Context, path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	var fields map[string]any
	if json.Unmarshal(body, &fields) == nil {
		for _, key := range volatile {
			delete(fields, key)
		}
		if body, err = json.Marshal(fields); err != nil {
			return err
		}
	}
	return c.ask(path, "POST "+string(body), out)
}

// Get asks, and decodes the answer into out.
func (c *Client) Get(ctx context.Context, path string, out any) error {
	return c.ask(path, "GET", out)
}

func (c *Client) ask(path, what string, out any) error {
	answer := c.x.answer(strings.Join([]string{c.URL, c.Token, path, what}, " "), path)
	if answer == transport {
		return fmt.Errorf("post %s: %w", path, ErrTransport)
	}
	if !c.x.script.numbers {
		answer = `"` + answer + `"`
	}
	text := fmt.Sprintf(`{"responseCode": %[1]s, "reasonCode": %[1]s, "messageId": "m-%d", "next": "%d", "header": {"responseCode": %[1]s, "reasonCode": %[1]s}}`,
		answer, c.x.sent, c.x.sent)
	return json.Unmarshal([]byte(text), out)
}

// answer notes a request, and returns what the script says to it.
func (x *exchange) answer(request, path string) string {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.sent == most && !x.stopped {
		x.stopped = true
		close(x.out)
	}
	if x.stopped {
		runtime.Goexit()
	}
	answer := x.script.answers[min(x.sent, len(x.script.answers)-1)]
	x.sent++
	x.events = append(x.events, event{request: request, path: path, code: answer})
	return answer
}

// Do does something about a failure.
func (c *Client) Do(action string) {
	c.x.mu.Lock()
	defer c.x.mu.Unlock()
	if !c.x.stopped {
		c.x.events = append(c.x.events, event{action: action})
	}
}

// Login gets another token.
func (c *Client) Login(ctx context.Context) error {
	c.Do("login")
	c.Token += "*"
	return nil
}

// TopUp adds credit to the account.
func (c *Client) TopUp(ctx context.Context, amount int) error {
	c.Do("top-up")
	return nil
}

// Pause waits for n units, or until the context ends.
func (c *Client) Pause(ctx context.Context, n int) error {
	c.x.mu.Lock()
	defer c.x.mu.Unlock()
	if c.x.waits++; c.x.waits > 8*most && !c.x.stopped {
		c.x.stopped = true
		close(c.x.out)
	}
	if c.x.stopped {
		runtime.Goexit()
	}
	return ctx.Err()
}
