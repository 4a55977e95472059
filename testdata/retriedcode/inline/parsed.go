package inline

import (
	"context"
	"encoding/json"
	"net/url"
	"strconv"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What is reported is where the request is sent, not where a text of the reply is made a number.

type textReply struct {
	ResponseCode string `json:"responseCode"`
}

func parsed(text string) int {
	n, _ := strconv.Atoi(text) // some other text is a success: see wrongcode
	return n
}

// Parsed makes the number by a function.
func Parsed(ctx context.Context, c *api.Client, m api.Message) error {
	for range attempts { // want "\\(line 27\\) .*and 10 more of class never"
		resp, err := c.HTTP.PostForm(c.URL+"/sms", url.Values{"to": {m.To}})
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
	for range attempts { // want "\\(line 47\\) .*and 10 more of class never"
		resp, err := c.HTTP.PostForm(c.URL+"/sms", url.Values{"to": {m.To}})
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
		resp, err := c.HTTP.PostForm(c.URL+"/sms", url.Values{"to": {m.To}})
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
