package inline

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What is reported is where the request is sent, not where a text of the reply is made a number.

type textReply struct {
	ResponseCode string `json:"responseCode"`
}

func submit(ctx context.Context, c *api.Client, m api.Message) (*http.Response, error) {
	payload, err := json.Marshal(m)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.URL+"/sms", bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer t-1")
	return c.HTTP.Do(req)
}

func parsed(text string) int {
	n, _ := strconv.Atoi(text) // some other text is a success: see wrongcode
	return n
}

// Parsed makes the number by a function.
func Parsed(ctx context.Context, c *api.Client, m api.Message) error {
	for range attempts { // want "\\(line 41\\) .*and 10 more of class never"
		resp, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		var r textReply
		err = json.NewDecoder(resp.Body).Decode(&r)
		resp.Body.Close()
		if err != nil {
			return err
		}
		if n := parsed(r.ResponseCode); n == int(codes.ResponseSuccess) {
			return nil
		}
	}
	return errGivenUp
}

// ParsedHere makes it in the loop.
func ParsedHere(ctx context.Context, c *api.Client, m api.Message) error {
	for range attempts { // want "\\(line 61\\) .*and 10 more of class never"
		resp, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		r := textReply{}
		err = json.NewDecoder(resp.Body).Decode(&r)
		resp.Body.Close()
		if err != nil {
			return err
		}
		n, _ := strconv.Atoi(r.ResponseCode)
		if n == int(codes.ResponseSuccess) {
			return nil
		}
	}
	return errGivenUp
}

// ParsedOnce leaves for what cannot pass.
func ParsedOnce(ctx context.Context, c *api.Client, m api.Message) error {
	for range attempts {
		resp, err := submit(ctx, c, m)
		if err != nil {
			return err
		}
		var r textReply
		err = json.NewDecoder(resp.Body).Decode(&r)
		resp.Body.Close()
		if err != nil {
			return err
		}
		n := parsed(r.ResponseCode)
		if !codes.ResponseCode(n).Retryable() {
			return codes.ResponseCode(n).Err()
		}
	}
	return errGivenUp
}
