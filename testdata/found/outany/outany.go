// Package outany has a client whose method fills a reply by a parameter of type
// any: what it holds after that is what came in, not the zero value that it was
// declared with. The loops around it were silent.
package outany

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

type refusal struct {
	Code codes.ResponseCode
	To   string
}

func (r *refusal) Error() string   { return r.To + ": " + r.Code.Description() }
func (r *refusal) Temporary() bool { return r.Code.Retryable() }

type client struct {
	http *http.Client
	base string
}

func (c *client) call(ctx context.Context, path string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.base+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

func (c *client) send(ctx context.Context, to, text string) (string, error) {
	var r reply
	if err := c.call(ctx, "/sms", map[string]string{"to": to, "text": text}, &r); err != nil {
		return "", err
	}
	if r.ResponseCode != codes.ResponseSuccess {
		return "", &refusal{r.ResponseCode, to}
	}
	return r.MessageID, nil
}

func (c *client) sendStubbornly(ctx context.Context, to, text string) (id string, err error) {
	for range 5 { // want `retriedcode: this loop sends the same request again`
		if id, err = c.send(ctx, to, text); err == nil {
			return id, nil
		}
		time.Sleep(time.Second)
	}
	return "", err
}

func (c *client) sendPatiently(ctx context.Context, to, text string) (id string, err error) {
	for range 5 {
		id, err = c.send(ctx, to, text)
		var r *refusal
		if err == nil || errors.As(err, &r) && !r.Temporary() {
			return id, err
		}
		time.Sleep(time.Second)
	}
	return "", err
}

func (c *client) ping(ctx context.Context) error {
	for range 3 { // want `retriedcode: this loop sends the same request again`
		var r reply
		if err := c.call(ctx, "/ping", nil, &r); err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseSuccess {
			return nil
		}
	}
	return errors.New("no answer")
}
