package generic

import (
	"encoding/json"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// A head is at the top of replies of several domains.
type head[C interface{ Err() error }] struct {
	ResponseCode C      `json:"responseCode"`
	Message      string `json:"message"`
}

func (h head[C]) check() error { return h.ResponseCode.Err() }

type posted struct {
	head[codes.ResponseCode]
	ID string `json:"messageId"`
}

type approved struct {
	Head head[codes.TemplateCode] `json:"head"`
	Name string                   `json:"name"`
}

func opened[R any](resp *http.Response) (*R, error) {
	out := new(R)
	return out, json.NewDecoder(resp.Body).Decode(out)
}

func sendPosted(resp *http.Response) (string, error) {
	p, err := opened[posted](resp) // want `nothing looks at p.ResponseCode`
	if err != nil {
		return "", err
	}
	return p.ID, nil
}

func sendPostedAsked(resp *http.Response) (string, error) {
	p, err := opened[posted](resp)
	if err != nil {
		return "", err
	}
	return p.ID, p.check()
}

func approve(resp *http.Response) (string, error) {
	var a approved
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil { // want `nothing looks at a.Head.ResponseCode`
		return "", err
	}
	return a.Name, nil
}

func approveAsked(resp *http.Response) (string, error) {
	var a approved
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil {
		return "", err
	}
	return a.Name, a.Head.ResponseCode.Err()
}
