package inline

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

// A transport tries again, below a client that knows nothing of it.

func through(ctx context.Context, c *api.Client, t http.RoundTripper, m api.Message) error {
	by := &api.Client{URL: c.URL, HTTP: &http.Client{Transport: t}, Unit: c.Unit}
	var out struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
	}
	if err := by.Post(ctx, "/sms", m, &out); err != nil {
		return err
	}
	return out.ResponseCode.Err()
}

// Transport goes round for all codes.
func Transport(ctx context.Context, c *api.Client, m api.Message) error {
	return through(ctx, c, &again{next: c.HTTP.Transport, pause: c.Unit}, m)
}

type again struct {
	next  http.RoundTripper
	pause time.Duration
}

func (t *again) RoundTrip(req *http.Request) (*http.Response, error) {
	var resp *http.Response
	var err error
	for range attempts { // want "\\(line 47\\) .*and 10 more of class never"
		if req.GetBody != nil {
			if req.Body, err = req.GetBody(); err != nil {
				return nil, err
			}
		}
		resp, err = t.next.RoundTrip(req)
		if err != nil {
			return nil, err
		}
		data, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return nil, err
		}
		resp.Body = io.NopCloser(bytes.NewReader(data))
		var out struct {
			ResponseCode codes.ResponseCode `json:"responseCode"`
		}
		if json.Unmarshal(data, &out) != nil || out.ResponseCode == codes.ResponseSuccess {
			return resp, nil
		}
		time.Sleep(t.pause)
	}
	return resp, nil
}

// TransportPassing goes round for what may pass.
func TransportPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return through(ctx, c, &patient{next: c.HTTP.Transport, pause: c.Unit}, m)
}

type patient struct {
	next  http.RoundTripper
	pause time.Duration
}

func (t *patient) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for range attempts {
		if req.Body, err = req.GetBody(); err != nil {
			return nil, err
		}
		if resp, err = t.next.RoundTrip(req); err != nil {
			return nil, err
		}
		data, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return nil, err
		}
		resp.Body = io.NopCloser(bytes.NewReader(data))
		var out struct {
			ResponseCode codes.ResponseCode `json:"responseCode"`
		}
		if json.Unmarshal(data, &out) != nil || !out.ResponseCode.Retryable() {
			return resp, nil
		}
		time.Sleep(t.pause)
	}
	return resp, nil
}

// TransportSigned has another token for each round.
func TransportSigned(ctx context.Context, c *api.Client, m api.Message) error {
	return through(ctx, c, &signed{next: c.HTTP.Transport, tokens: []string{"t-1", "t-2"}}, m)
}

type signed struct {
	next   http.RoundTripper
	tokens []string
}

func (t *signed) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for _, token := range t.tokens {
		if req.Body, err = req.GetBody(); err != nil {
			return nil, err
		}
		req.Header.Set("Authorization", "Bearer "+token)
		if resp, err = t.next.RoundTrip(req); err != nil {
			return nil, err
		}
		data, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return nil, err
		}
		resp.Body = io.NopCloser(bytes.NewReader(data))
		var out struct {
			ResponseCode codes.ResponseCode `json:"responseCode"`
		}
		if json.Unmarshal(data, &out) != nil || out.ResponseCode != codes.ResponseInvalidCredentials {
			return resp, nil
		}
	}
	return resp, nil
}
