// Package requests has another package send its requests.
package requests

import (
	"net/http"
	"strings"

	"github.com/errcodelint/errcodelint/codes"

	"example.test/programs/uncheckedcode/requests/httpx"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Balance      string             `json:"balance"`
}

type report struct {
	ReasonCode codes.ReasonCode `json:"reasonCode"`
	ID         string           `json:"messageId"`
}

func sent(c *http.Client, req *http.Request) (string, error) {
	var r reply
	err := httpx.Do(c, req, &r) // want `is never read`
	return r.Balance, err
}

func posted(c *http.Client, text string) (string, error) {
	var r reply
	err := httpx.Post(c, "https://api.geniq.io/rest/v1/sms", strings.NewReader(text), &r) // want `is never read`
	return r.Balance, err
}

func gotten(c *http.Client, req *http.Request) (string, error) {
	r, err := httpx.Get[reply](c, req) // want `is never read`
	if err != nil {
		return "", err
	}
	return r.Balance, nil
}

func gottenAsked(c *http.Client, req *http.Request) (string, error) {
	r, err := httpx.Get[reply](c, req)
	if err != nil {
		return "", err
	}
	return r.Balance, r.ResponseCode.Err()
}

func read(resp *http.Response) (string, error) {
	r, err := httpx.Read[reply](resp.Body) // want `is never read`
	return r.Balance, err
}

// What came in is no reply.
func hook(w http.ResponseWriter, r *http.Request) {
	var in report
	if err := httpx.Bind(r, &in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("X-ID", in.ID)
}

func hookRead(w http.ResponseWriter, r *http.Request) {
	in, err := httpx.Read[report](r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("X-ID", in.ID)
}

func both(c *http.Client, req *http.Request) (string, error) {
	var r reply
	err := httpx.Twice(c, req, &r)
	return r.Balance, err
}
