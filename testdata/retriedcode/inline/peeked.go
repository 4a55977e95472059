package inline

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A function reads the code from a response, and leaves that as it was.

// Peeked keeps the response in a variable that lives longer than a round.
func Peeked(ctx context.Context, c *api.Client, m api.Message) error {
	return through(ctx, c, &peeking{next: c.HTTP.Transport}, m)
}

type peeking struct{ next http.RoundTripper }

func (t *peeking) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for range attempts { // want "\\(line 28\\) .*and 10 more of class never"
		if req.Body, err = req.GetBody(); err != nil {
			return nil, err
		}
		if resp, err = t.next.RoundTrip(req); err != nil {
			return nil, err
		}
		code, err := peek(resp)
		if err == nil && code == codes.ResponseSuccess {
			return resp, nil
		}
	}
	return resp, err
}

func peek(resp *http.Response) (codes.ResponseCode, error) {
	data, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	if err != nil {
		return 0, err
	}
	resp.Body = io.NopCloser(bytes.NewReader(data))
	var out struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err = json.Unmarshal(data, &out)
	return out.Code, err
}

// PeekedPassing goes round for what may pass.
func PeekedPassing(ctx context.Context, c *api.Client, m api.Message) error {
	return through(ctx, c, &peekingOnce{next: c.HTTP.Transport}, m)
}

type peekingOnce struct{ next http.RoundTripper }

func (t *peekingOnce) RoundTrip(req *http.Request) (resp *http.Response, err error) {
	for range attempts {
		if req.Body, err = req.GetBody(); err != nil {
			return nil, err
		}
		if resp, err = t.next.RoundTrip(req); err != nil {
			return nil, err
		}
		code, err := peek(resp)
		if err != nil || !code.Retryable() {
			return resp, err
		}
	}
	return resp, err
}

// Outcomes reads what has come of each part, one after the other, from one response.
func Outcomes(ctx context.Context, c *api.Client, m api.Message) error {
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	var resp *http.Response
	for range attempts {
		if resp == nil {
			if resp, err = c.HTTP.Post(c.URL+"/sms", "application/json", bytes.NewReader(body)); err != nil {
				return err
			}
			defer resp.Body.Close()
		}
		code, err := nextOutcome(resp)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if code == codes.ResponseSuccess {
			return nil
		}
	}
	return errDrained
}

func nextOutcome(resp *http.Response) (codes.ResponseCode, error) {
	var out struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := json.NewDecoder(resp.Body).Decode(&out)
	return out.Code, err
}
