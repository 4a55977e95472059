// Package discarded throws replies away that its client returned.
package discarded

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/errcodelint/errcodelint/codes"
)

const base = "https://api.geniq.io/rest/v1"

// Reply is what the API answers.
type Reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

// Client is a thin client.
type Client struct {
	http *http.Client
	last *Reply
}

// Send returns every reply.
func (c *Client) Send(ctx context.Context, to, text string) (*Reply, error) {
	resp, err := c.http.Post(base+"/sms", "application/json", strings.NewReader(to+text))
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("send: %s", resp.Status)
	}
	var r Reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return nil, err
	}
	return &r, nil
}

// SendStrict fails for every code that fails.
func (c *Client) SendStrict(ctx context.Context, to, text string) (*Reply, error) {
	r, err := c.Send(ctx, to, text)
	if err != nil {
		return nil, err
	}
	if err := r.ResponseCode.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// SendLoose fails for one of them.
func (c *Client) SendLoose(ctx context.Context, to, text string) (*Reply, error) {
	r, err := c.Send(ctx, to, text)
	if err != nil {
		return nil, err
	}
	if r.ResponseCode == codes.ResponseInsufficientCredit {
		return nil, errors.New("no credit")
	}
	return r, nil
}

// SendTwice hands on.
func (c *Client) SendTwice(ctx context.Context, to, text string) (*Reply, error) {
	if r, err := c.Send(ctx, to, text); err == nil {
		return r, nil
	}
	return c.Send(ctx, to, text)
}

// TrySend says whether it worked.
func (c *Client) TrySend(ctx context.Context, to, text string) (*Reply, bool) {
	r, err := c.Send(ctx, to, text)
	if err != nil || r.ResponseCode != codes.ResponseSuccess {
		return r, false
	}
	return r, true
}

// Last returns the last reply: nothing is sent.
func (c *Client) Last() *Reply { return c.last }

type result struct {
	Code codes.ResponseCode
	ID   string
}

func (c *Client) submit(ctx context.Context, to string) (result, error) {
	r, err := c.Send(ctx, to, "hello")
	if err != nil {
		return result{}, err
	}
	return result{Code: r.ResponseCode, ID: r.MessageID}, nil
}

func remind(ctx context.Context, c *Client, numbers []string) error {
	for _, n := range numbers {
		if _, err := c.Send(ctx, n, "tomorrow at ten"); err != nil { // want `the reply that Client.Send returns is thrown away, and with it ResponseCode, and the error beside it does not tell of every failure: a failure that comes with HTTP status 200 \(one of 22 response codes, such as 6 InsufficientCredit\) passes for a success; keep the reply and test its code`
			return err
		}
	}
	c.Send(ctx, "office", "done")            // want `the reply that Client.Send returns is thrown away`
	go c.Send(ctx, "office", "done")         // want `the reply that Client.Send returns is thrown away`
	defer c.Send(ctx, "office", "done")      // want `the reply that Client.Send returns is thrown away`
	_, _ = c.Send(ctx, "office", "done")     // want `the reply that Client.Send returns is thrown away`
	c.SendLoose(ctx, "office", "done")       // want `the reply that Client.SendLoose returns is thrown away`
	_, err := c.SendTwice(ctx, "office", "") // want `the reply that Client.SendTwice returns is thrown away`
	return err
}

func submitAll(ctx context.Context, c *Client, numbers []string) error {
	for _, n := range numbers {
		_, err := c.submit(ctx, n) // want `the reply that Client.submit returns is thrown away, and with it Code`
		if err != nil {
			return err
		}
	}
	return nil
}

func strict(ctx context.Context, c *Client) error {
	_, err := c.SendStrict(ctx, "office", "done")
	if err != nil {
		return err
	}
	c.Last()
	c.SendStrict(ctx, "office", "done")
	if _, ok := c.TrySend(ctx, "office", "done"); !ok {
		return errors.New("not sent")
	}
	return nil
}

func id(ctx context.Context, c *Client) (string, error) {
	r, err := c.Send(ctx, "office", "done") // want `the code of the reply that Client.Send returns is never read: nothing looks at r.ResponseCode`
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func strictID(ctx context.Context, c *Client) (string, error) {
	r, err := c.SendStrict(ctx, "office", "done")
	if err != nil {
		return "", err
	}
	return r.MessageID + c.Last().MessageID, nil
}

func checkedID(ctx context.Context, c *Client) (string, error) {
	r, err := c.Send(ctx, "office", "done")
	if err != nil {
		return "", err
	}
	if r.ResponseCode.Retryable() {
		return "", errors.New("later")
	}
	return r.MessageID, nil
}

// A sender is what the jobs know of the client.
type sender interface {
	Send(ctx context.Context, to, text string) (*Reply, error)
}

type job struct{ sender sender }

func (j *job) run(ctx context.Context) error {
	_, err := j.sender.Send(ctx, "office", "done") // want `the reply that sender.Send returns is thrown away`
	return err
}

func (j *job) checked(ctx context.Context) error {
	r, err := j.sender.Send(ctx, "office", "done")
	if err != nil {
		return err
	}
	return r.ResponseCode.Err()
}

// A strictSender has a stricter implementation, too.
type strictSender interface {
	SendStrict(ctx context.Context, to, text string) (*Reply, error)
}

func viaStrict(ctx context.Context, s strictSender) error {
	_, err := s.SendStrict(ctx, "office", "done")
	return err
}

type noop struct{}

func (noop) Send(context.Context, string, string) (*Reply, error) { return &Reply{}, nil }

// A hooked client shows each reply to somebody.
type hooked struct {
	Client
	hook func(*Reply) error
}

func (h *hooked) SendHooked(ctx context.Context, to string) (*Reply, error) {
	r, err := h.Send(ctx, to, "")
	if err != nil {
		return nil, err
	}
	return r, h.hook(r)
}

func viaHook(ctx context.Context, h *hooked) error {
	_, err := h.SendHooked(ctx, "office")
	return err
}
