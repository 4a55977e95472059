package errs

import (
	"context"
	"encoding/json"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// This file is about replies that are looked at twice: whether they object, and then what they say.

// An objection is what the API answers where it refuses.
type objection struct {
	Code codes.ResponseCode `json:"responseCode"`
	Text string             `json:"message"`
}

// An acceptance is what it answers else. It, too, has a code.
type acceptance struct {
	Code codes.ResponseCode `json:"responseCode"`
	Text string             `json:"message"`
	ID   string             `json:"messageId"`
}

// submit tells nothing, where all went well, but the message's number.
func submit(ctx context.Context, c *api.Client, m api.Message) (string, *objection) {
	var body json.RawMessage
	if err := c.Post(ctx, "/sms", m, &body); err != nil {
		return "", &objection{Code: codes.ResponseSystemError, Text: err.Error()}
	}
	r := &objection{}
	if err := json.Unmarshal(body, r); err != nil {
		return "", &objection{Code: codes.ResponseSystemError, Text: err.Error()}
	}
	if r.Code != codes.ResponseSuccess {
		return "", r
	}
	var a acceptance
	if err := json.Unmarshal(body, &a); err != nil {
		return "", &objection{Code: codes.ResponseSystemError, Text: err.Error()}
	}
	if a.Code != codes.ResponseSuccess {
		return "", &objection{Code: a.Code, Text: a.Text}
	}
	return a.ID, nil
}

// LooksEach reminds somebody several times, whatever comes of it.
func LooksEach(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		id, refused := submit(ctx, c, m)
		if refused != nil {
			log.Printf("not sent: %s", refused.Text)
		}
		log.Printf("reminder %q", id)
		time.Sleep(c.Unit)
	}
	return nil
}

// LooksUntil tries again until it is sent.
func LooksUntil(ctx context.Context, c *api.Client, m api.Message) error {
	var refused *objection
	for range maxTries { // want "and 10 more of class never"
		if _, refused = submit(ctx, c, m); refused == nil {
			return nil
		}
		log.Printf("not sent: %s", refused.Text)
		time.Sleep(c.Unit)
	}
	return refused.Code.Err()
}

// LooksPassing tries again only what may pass.
func LooksPassing(ctx context.Context, c *api.Client, m api.Message) error {
	var refused *objection
	for range maxTries {
		if _, refused = submit(ctx, c, m); refused == nil {
			return nil
		}
		if !refused.Code.Retryable() {
			break
		}
		time.Sleep(c.Unit)
	}
	return refused.Code.Err()
}
