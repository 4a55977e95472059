package silent

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
)

func (c *client) fetch(ctx context.Context, path string, out any) error {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(out)
}

// What leads to the reply is there before the reply is.

func (c *client) viaMethodValue(ctx context.Context) (string, error) {
	var r reply
	outcome := r.Outcome
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	if outcome() != "0" {
		return "", errors.New("refused")
	}
	return r.MessageID, nil
}

func (c *client) viaField(ctx context.Context) (string, error) {
	var r reply
	code := &r.ResponseCode
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	if *code != "0" {
		return "", fmt.Errorf("refused: %s", *code)
	}
	return r.MessageID, nil
}

func (c *client) viaEnvelope(ctx context.Context) (string, error) {
	var r reply
	envelope := struct {
		Result *reply `json:"result"`
	}{&r}
	if err := c.fetch(ctx, "/sms", &envelope); err != nil {
		return "", err
	}
	if !r.ok() {
		return "", errors.New("refused")
	}
	return r.MessageID, nil
}

func (c *client) viaEnvelopeLater(ctx context.Context) (string, error) {
	var r reply
	var envelope struct {
		Result *reply `json:"result"`
	}
	envelope.Result = &r
	if err := c.fetch(ctx, "/sms", &envelope); err != nil {
		return "", err
	}
	if !r.ok() {
		return "", errors.New("refused")
	}
	return r.MessageID, nil
}

func (c *client) viaList(ctx context.Context) (string, error) {
	r := new(reply)
	c.all = append(c.all, r)
	if err := c.decode(ctx, "/sms", r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func tell(r *reply) { log.Print(r.ResponseCode) }

func (c *client) viaDefer(ctx context.Context) (string, error) {
	var r reply
	defer tell(&r)
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) viaCopy(ctx context.Context) (string, error) {
	var r reply
	defer log.Print(r)                                // as it is now
	if err := c.decode(ctx, "/sms", &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.MessageID, nil
}

// A strict reply tests its own code where it is filled.
type strictStatus struct {
	ResponseCode string `json:"responseCode"`
}

func (s *strictStatus) UnmarshalJSON(b []byte) error {
	type plain strictStatus
	if err := json.Unmarshal(b, (*plain)(s)); err != nil {
		return err
	}
	if s.ResponseCode != "0" {
		return errors.New("refused: " + s.ResponseCode)
	}
	return nil
}

type strictReply struct {
	Status    strictStatus `json:"status"`
	MessageID string       `json:"messageId"`
}

func (c *client) viaUnmarshal(ctx context.Context) (string, error) {
	var r strictReply
	if err := c.fetch(ctx, "/sms", &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) strict(ctx context.Context) (r strictReply, err error) {
	err = c.fetch(ctx, "/sms", &r)
	return r, err
}

func (c *client) viaStrict(ctx context.Context) error {
	_, err := c.strict(ctx)
	return err
}

// A lenient one only takes the code from where it may be.
type lenientReply struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

func (r *lenientReply) UnmarshalJSON(b []byte) error {
	var wire struct {
		ResponseCode json.Number `json:"responseCode"`
		MessageID    string      `json:"messageId"`
	}
	if err := json.Unmarshal(b, &wire); err != nil {
		return err
	}
	r.ResponseCode = wire.ResponseCode.String()
	r.MessageID = wire.MessageID
	return nil
}

func (c *client) viaLenient(ctx context.Context) (string, error) {
	var r lenientReply
	if err := c.fetch(ctx, "/sms", &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.MessageID, nil
}
