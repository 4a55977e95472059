// Package refused dispatches on what a client decodes where the status tells of a failure.
package refused

import (
	"errors"

	"github.com/go-resty/resty/v2"

	"github.com/errcodelint/errcodelint/codes"
)

type problem struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Text         string             `json:"responseText"`
}

type account struct {
	client *resty.Client
	token  string
}

func (a *account) renew() error { return nil }

func (a *account) post(path string, body, out any) error {
	var r problem
	resp, err := a.client.R().SetAuthToken(a.token).SetBody(body).SetResult(out).SetError(&r).Post(path)
	if err != nil {
		return err
	}
	if resp.IsError() {
		switch r.ResponseCode {
		case codes.ResponsePrepaidAccountExpired:
			return a.renew()
		default:
			return errors.New(r.Text)
		}
	}
	return nil
}

func (a *account) postPrepared(path string, body any) error {
	r := &problem{}
	req := a.client.R().SetBody(body)
	req.SetError(r)
	if _, err := req.Post(path); err != nil {
		return err
	}
	if r.Text == "" {
		return nil
	}
	switch r.ResponseCode {
	case codes.ResponsePrepaidAccountExpired:
		return a.renew()
	default:
		return errors.New(r.Text)
	}
}
