// Package resty asks with resty v2, which decodes when it has sent.
package resty

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/go-resty/resty/v2"

	"github.com/errcodelint/errcodelint/codes"
)

type message struct {
	To      string `json:"to"`
	Content string `json:"content"`
}

type sent struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

type sender struct {
	client *resty.Client
	last   *resty.Response
}

func (s *sender) forgets(ctx context.Context, m message) (string, error) {
	var out sent
	resp, err := s.client.R(). // want `the code of the reply that resty.Request.SetResult fills is never read: nothing looks at out.ResponseCode`
					SetContext(ctx).
					SetBody(m).
					SetResult(&out).
					Post("/sms")
	if err != nil {
		return "", err
	}
	if resp.IsError() || resp.StatusCode() != http.StatusOK {
		return "", fmt.Errorf("sms: %s: %s", resp.Status(), resp.String())
	}
	return out.MessageID, nil
}

func (s *sender) forgetsResponse(ctx context.Context, m message) (string, error) {
	out := &sent{}
	if _, err := s.client.R().SetContext(ctx).SetBody(m).SetResult(out).Post("/sms"); err != nil { // want `nothing looks at out.ResponseCode`
		return "", err
	}
	return out.MessageID, nil
}

func (s *sender) looks(ctx context.Context, m message) (string, error) {
	var out sent
	_, err := s.client.R().SetContext(ctx).SetBody(m).SetResult(&out).Post("/sms")
	if err != nil {
		return "", err
	}
	return out.MessageID, out.ResponseCode.Err()
}

// asks gets the result from the response.
func (s *sender) asks(ctx context.Context, m message) (string, error) {
	var out sent
	resp, err := s.client.R().SetContext(ctx).SetBody(m).SetResult(&out).Post("/sms")
	if err != nil {
		return "", err
	}
	r, ok := resp.Result().(*sent)
	if !ok || r.ResponseCode != codes.ResponseSuccess {
		return "", fmt.Errorf("sms: %s", resp.Status())
	}
	return out.MessageID, nil
}

// decodes looks at the text of what came.
func (s *sender) decodes(ctx context.Context, m message) (string, error) {
	var out sent
	resp, err := s.client.R().SetContext(ctx).SetBody(m).SetResult(&out).Post("/sms")
	if err != nil {
		return "", err
	}
	if err := failure(resp.Body()); err != nil {
		return "", err
	}
	return out.MessageID, nil
}

func failure(text []byte) error {
	var status sent
	if err := json.Unmarshal(text, &status); err != nil {
		return err
	}
	return status.ResponseCode.Err()
}

// check gets the response.
func (s *sender) checks(ctx context.Context, m message) (string, error) {
	var out sent
	resp, err := s.client.R().SetContext(ctx).SetBody(m).SetResult(&out).Post("/sms")
	if err := check(resp, err); err != nil {
		return "", err
	}
	return out.MessageID, nil
}

func check(resp *resty.Response, err error) error {
	if err != nil {
		return err
	}
	return failure(resp.Body())
}

func (s *sender) keeps(ctx context.Context, m message) (string, error) {
	var out sent
	var err error
	s.last, err = s.client.R().SetContext(ctx).SetBody(m).SetResult(&out).Post("/sms")
	return out.MessageID, err
}

// prepares has the request sent by somebody else.
func (s *sender) prepares(ctx context.Context, m message, send func(*resty.Request) error) (string, error) {
	var out sent
	if err := send(s.client.R().SetContext(ctx).SetBody(m).SetResult(&out)); err != nil {
		return "", err
	}
	return out.MessageID, nil
}

// post is every request's way.
func (s *sender) post(ctx context.Context, path string, in, out any) error {
	resp, err := s.client.R().SetContext(ctx).SetBody(in).SetResult(out).Post(path)
	if err != nil {
		return err
	}
	if resp.IsError() {
		return fmt.Errorf("%s: %s", path, resp.Status())
	}
	return nil
}

func (s *sender) forgetsPosted(ctx context.Context, m message) (string, error) {
	var out sent
	if err := s.post(ctx, "/sms", m, &out); err != nil { // want `the code of the reply that sender.post fills is never read`
		return "", err
	}
	return out.MessageID, nil
}

func (s *sender) looksAtPosted(ctx context.Context, m message) (string, error) {
	var out sent
	if err := s.post(ctx, "/sms", m, &out); err != nil {
		return "", err
	}
	return out.MessageID, out.ResponseCode.Err()
}

// answer returns what it has asked for.
func (s *sender) answer(ctx context.Context, m message) (*sent, error) {
	out := new(sent)
	_, err := s.client.R().SetContext(ctx).SetBody(m).SetResult(out).Post("/sms")
	return out, err
}

func (s *sender) forgetsAnswer(ctx context.Context, m message) (string, error) {
	out, err := s.answer(ctx, m) // want `the code of the reply that sender.answer returns is never read`
	if err != nil {
		return "", err
	}
	return out.MessageID, nil
}

// A refusal comes with another status.
type refusal struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Description  string             `json:"description"`
}

// What is decoded after the status has told of a failure only says which.
func byStatus(resp *resty.Response) error {
	if resp.StatusCode() > 299 {
		var f refusal
		_ = json.Unmarshal(resp.Body(), &f)
		return fmt.Errorf("%d: %w %s", resp.StatusCode(), f.ResponseCode, f.Description)
	}
	return nil
}

func bySuccess(resp *resty.Response) error {
	if !resp.IsSuccess() {
		var f refusal
		_ = json.Unmarshal(resp.Body(), &f)
		return fmt.Errorf("%d: %w %s", resp.StatusCode(), f.ResponseCode, f.Description)
	}
	return nil
}

// bySuccessful has it the wrong way round.
func bySuccessful(resp *resty.Response) (codes.ResponseCode, error) {
	if resp.IsSuccess() {
		var f refusal
		_ = json.Unmarshal(resp.Body(), &f) // want `the error of json.Unmarshal is dropped`
		return f.ResponseCode, nil
	}
	return 0, fmt.Errorf("%d", resp.StatusCode())
}
