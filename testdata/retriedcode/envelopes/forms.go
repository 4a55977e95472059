package envelopes

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// fields are what a form has.
type fields map[string]string

func fieldsOf(m api.Message) fields { return fields{"from": m.From, "to": m.To, "text": m.Text} }

// submit writes the fields down, and sends that.
func submit(ctx context.Context, c *api.Client, f *fields) ([]byte, error) {
	names := make([]string, 0, len(*f))
	for name := range *f {
		names = append(names, name)
	}
	parts := make(map[string]string, len(names))
	for _, name := range names {
		parts[name] = (*f)[name]
	}
	body, err := json.Marshal(parts)
	if err != nil {
		return nil, err
	}
	return send(ctx, c, body)
}

// submitOnce takes the recipient out, so that nobody gets the message twice.
func submitOnce(ctx context.Context, c *api.Client, f *fields) ([]byte, error) {
	body, err := json.Marshal(*f)
	if err != nil {
		return nil, err
	}
	delete(*f, "to")
	return send(ctx, c, body)
}

func send(ctx context.Context, c *api.Client, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer t-1")
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// Submitted hands the same form over each time.
func Submitted(ctx context.Context, c *api.Client, m api.Message) error {
	f := fieldsOf(m)
	for range maxTries { // want `\(line 65\) .*of class never, which cannot succeed, and for`
		data, err := submit(ctx, c, &f)
		if err != nil {
			return err
		}
		var r Refusal
		if err := json.Unmarshal(data, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

// SubmittedExact does so for what may pass.
func SubmittedExact(ctx context.Context, c *api.Client, m api.Message) error {
	f := fieldsOf(m)
	for range maxTries {
		data, err := submit(ctx, c, &f)
		if err != nil {
			return err
		}
		var r Refusal
		if err := json.Unmarshal(data, &r); err != nil {
			return err
		}
		if !r.Code.Retryable() {
			return r.Code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}

// SubmittedOnce hands over one without a recipient then.
func SubmittedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	f := fieldsOf(m)
	for range maxTries {
		data, err := submitOnce(ctx, c, &f)
		if err != nil {
			return err
		}
		var r Refusal
		if err := json.Unmarshal(data, &r); err != nil {
			return err
		}
		if r.Code == codes.ResponseSuccess {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return errWornOut
}
