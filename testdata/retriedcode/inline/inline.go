// Package inline asks the API where it needs it, without a client in between: the
// request, the reply and the decision are all in one function.
package inline

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"net/url"
	"strings"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

const attempts = 4

var errGivenUp = errors.New("given up")

// Decoded posts and decodes in each round.
func Decoded(ctx context.Context, c *api.Client, m api.Message) error {
	payload, err := json.Marshal(m)
	if err != nil {
		return err
	}
	for attempt := 1; attempt <= attempts; attempt++ { // want "\\(line 40\\) .*and 10 more of class never"
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(payload))
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer t-1")
		req.Header.Set("X-Attempt", fmt.Sprint(attempt))
		resp, err := c.HTTP.Do(req)
		if err != nil {
			time.Sleep(c.Unit)
			continue
		}
		var out struct {
			ResponseCode codes.ResponseCode `json:"responseCode"`
		}
		err = json.NewDecoder(resp.Body).Decode(&out)
		resp.Body.Close()
		if err != nil {
			return err
		}
		if out.ResponseCode == codes.ResponseSuccess {
			return nil
		}
		slog.Warn("not sent", "code", out.ResponseCode, "attempt", attempt)
		time.Sleep(time.Duration(attempt) * c.Unit)
	}
	return errGivenUp
}

// DecodedFinal leaves for what does not pass.
func DecodedFinal(ctx context.Context, c *api.Client, m api.Message) error {
	payload, err := json.Marshal(m)
	if err != nil {
		return err
	}
	for attempt := 1; attempt <= attempts; attempt++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(payload))
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer t-1")
		resp, err := c.HTTP.Do(req)
		if err != nil {
			time.Sleep(c.Unit)
			continue
		}
		var out struct {
			ResponseCode codes.ResponseCode `json:"responseCode"`
		}
		err = json.NewDecoder(resp.Body).Decode(&out)
		resp.Body.Close()
		if err != nil {
			return err
		}
		switch {
		case out.ResponseCode == codes.ResponseSuccess:
			return nil
		case !out.ResponseCode.Retryable():
			return fmt.Errorf("message to %s: %w", m.To, out.ResponseCode)
		}
		time.Sleep(time.Duration(attempt) * c.Unit)
	}
	return errGivenUp
}

// ReadAll reads the body, and unmarshals it.
func ReadAll(ctx context.Context, c *api.Client, m api.Message) error {
	backoff := c.Unit
	for {
		body, err := json.Marshal(m)
		if err != nil {
			return err
		}
		req, err := http.NewRequest(http.MethodPost, c.URL+"/sms", bytes.NewBuffer(body))
		if err != nil {
			return err
		}
		req.Header = http.Header{"Authorization": {"Bearer t-1"}, "Content-Type": {"application/json"}}
		resp, err := c.HTTP.Do(req)
		if err != nil {
			return err
		}
		raw, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return err
		}
		var out reply
		if err := json.Unmarshal(raw, &out); err != nil {
			return fmt.Errorf("reply %.40q: %w", raw, err)
		}
		if out.Code == "0" {
			return nil
		}
		// 5 and 99 pass by themselves.
		if out.Code != "5" && out.Code != "99" {
			return fmt.Errorf("code %s", out.Code)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(backoff + rand.N(c.Unit)):
		}
		backoff *= 2
	}
}

type reply struct {
	Code string `json:"responseCode"`
	ID   string `json:"messageId"`
}

// ReadAllTwo takes two codes for ones that pass, and one of them does not.
func ReadAllTwo(ctx context.Context, c *api.Client, m api.Message) error {
	backoff := c.Unit
	for { // want "for 16 DuplicateDestination of class never"
		body, err := json.Marshal(m)
		if err != nil {
			return err
		}
		req, err := http.NewRequest(http.MethodPost, c.URL+"/sms", bytes.NewBuffer(body))
		if err != nil {
			return err
		}
		req.Header = http.Header{"Authorization": {"Bearer t-1"}, "Content-Type": {"application/json"}}
		resp, err := c.HTTP.Do(req)
		if err != nil {
			return err
		}
		raw, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return err
		}
		var out reply
		if err := json.Unmarshal(raw, &out); err != nil {
			return fmt.Errorf("reply %.40q: %w", raw, err)
		}
		if out.Code == "0" {
			return nil
		}
		if out.Code != "5" && out.Code != "16" {
			return fmt.Errorf("code %s", out.Code)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(backoff + rand.N(c.Unit)):
		}
		backoff *= 2
	}
}

// Generic has the reply in a map.
func Generic(ctx context.Context, c *api.Client, m api.Message) error {
	var last string
	for i := range attempts { // want "\\(line 202\\) .*and 10 more of class never"
		if i > 0 {
			time.Sleep(c.Unit << i)
		}
		body, err := json.Marshal(map[string]string{"from": m.From, "to": m.To, "text": m.Text})
		if err != nil {
			return err
		}
		req, err := http.NewRequestWithContext(ctx, "POST", c.URL+"/sms", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Add("Authorization", "Bearer t-1")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			last = err.Error()
			continue
		}
		var fields map[string]any
		err = json.NewDecoder(resp.Body).Decode(&fields)
		resp.Body.Close()
		if err != nil {
			return err
		}
		code, _ := fields["responseCode"].(string)
		if code == "0" {
			return nil
		}
		last = "code " + code
	}
	return errors.New(last)
}

// GenericFinal looks the code up.
func GenericFinal(ctx context.Context, c *api.Client, m api.Message) error {
	for i := range attempts {
		if i > 0 {
			time.Sleep(c.Unit << i)
		}
		body, err := json.Marshal(map[string]string{"from": m.From, "to": m.To, "text": m.Text})
		if err != nil {
			return err
		}
		req, err := http.NewRequestWithContext(ctx, "POST", c.URL+"/sms", bytes.NewReader(body))
		if err != nil {
			return err
		}
		req.Header.Add("Authorization", "Bearer t-1")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			continue
		}
		var fields map[string]any
		err = json.NewDecoder(resp.Body).Decode(&fields)
		resp.Body.Close()
		if err != nil {
			return err
		}
		code, ok := fields["responseCode"].(string)
		if !ok {
			return errors.New("no code")
		}
		switch code {
		case "0":
			return nil
		case "5", "88", "99", "100":
			slog.Info("again", "code", code)
		default:
			return fmt.Errorf("code %s", code)
		}
	}
	return errGivenUp
}

// Form posts a form whose every field is the same.
func Form(ctx context.Context, c *api.Client, m api.Message) error {
	form := url.Values{"data": {`{"from":"` + m.From + `","to":"` + m.To + `","text":"` + m.Text + `"}`}}
	retries := 0
retry:
	req, err := http.NewRequestWithContext(ctx, "POST", c.URL+"/sms", strings.NewReader(form.Get("data")))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer t-1")
	resp, err := c.HTTP.Do(req)
	if err != nil {
		return err
	}
	var out reply
	err = json.NewDecoder(resp.Body).Decode(&out)
	resp.Body.Close()
	if err != nil {
		return err
	}
	if out.Code != "0" && retries < attempts {
		retries++
		time.Sleep(c.Unit)
		goto retry // want "and 10 more of class never"
	}
	return nil
}
