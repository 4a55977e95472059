// Package wrapped gets its replies in something else, beside the HTTP response.
package wrapped

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"

	"example.test/programs/uncheckedcode/wrapped/api"
)

type sender struct {
	api  *api.ClientWithResponses
	last *api.SendSMSResponse
}

func (s *sender) forgets(ctx context.Context, to, text string) (string, error) {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to, Content: text}) // want `the code of the reply that api.ClientWithResponses.SendSMSWithResponse returns is never read: nothing looks at resp.JSON200.ResponseCode`
	if err != nil {
		return "", err
	}
	if resp.StatusCode() != http.StatusOK || resp.JSON200 == nil {
		return "", fmt.Errorf("sms: %s: %s", resp.Status(), resp.Body)
	}
	if resp.JSON200.MessageId == nil {
		return "", nil
	}
	return *resp.JSON200.MessageId, nil
}

func (s *sender) looks(ctx context.Context, to, text string) error {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to, Content: text})
	if err != nil {
		return err
	}
	if resp.JSON200 == nil {
		return fmt.Errorf("sms: %s", resp.HTTPResponse.Status)
	}
	if resp.JSON200.ResponseCode != 0 {
		return fmt.Errorf("sms: code %d", resp.JSON200.ResponseCode)
	}
	return nil
}

// takesOut has another name for what is in the response.
func (s *sender) takesOut(ctx context.Context, to, text string) error {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to, Content: text})
	if err != nil {
		return err
	}
	reply := resp.JSON200
	if reply == nil {
		return errors.New("sms: no reply")
	}
	return codes.ResponseCode(reply.ResponseCode).Err()
}

func (s *sender) forgetsTakenOut(ctx context.Context) (string, error) {
	resp, err := s.api.GetBalanceWithResponse(ctx) // want `nothing looks at resp.JSON200.ResponseCode`
	if err != nil {
		return "", err
	}
	reply := resp.JSON200
	if reply == nil {
		return "", errors.New("balance: no reply")
	}
	return reply.Balance, nil
}

// looksAtText decodes the text by itself.
func (s *sender) looksAtText(ctx context.Context, to, text string) error {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to, Content: text})
	if err != nil {
		return err
	}
	return failure(resp.Body)
}

func failure(text []byte) error {
	var status struct {
		ResponseCode codes.ResponseCode `json:"responseCode"`
	}
	if err := json.Unmarshal(text, &status); err != nil {
		return err
	}
	return status.ResponseCode.Err()
}

func (s *sender) handsOver(ctx context.Context, to, text string) error {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to, Content: text})
	if err != nil {
		return err
	}
	return tell(resp)
}

func tell(resp *api.SendSMSResponse) error {
	if resp.JSON200 == nil {
		return fmt.Errorf("sms: %s", resp.Status())
	}
	return codes.ResponseCode(resp.JSON200.ResponseCode).Err()
}

func (s *sender) keeps(ctx context.Context, to, text string) error {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to, Content: text})
	s.last = resp
	return err
}

func (s *sender) throwsAway(ctx context.Context, to, text string) error {
	_, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to, Content: text}) // want `the reply that api.ClientWithResponses.SendSMSWithResponse returns is thrown away, and with it JSON200.ResponseCode`
	return err
}

// A reply is what the API says.
type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	MessageID    string             `json:"messageId"`
}

// A result is a reply and what came with it.
type result struct {
	Status int
	Header http.Header
	Reply  *reply
}

func (r *result) ok() bool { return r.Status == http.StatusOK }

func post(ctx context.Context, url string) (*result, error) {
	resp, err := http.Post(url, "application/json", http.NoBody)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	r := &reply{}
	if err := json.NewDecoder(resp.Body).Decode(r); err != nil {
		return nil, err
	}
	return &result{Status: resp.StatusCode, Header: resp.Header, Reply: r}, nil
}

func forgetsResult(ctx context.Context, url string) (string, error) {
	res, err := post(ctx, url) // want `nothing looks at res.Reply.ResponseCode`
	if err != nil {
		return "", err
	}
	if !res.ok() {
		return "", fmt.Errorf("status %d", res.Status)
	}
	return res.Reply.MessageID, nil
}

func looksIntoResult(ctx context.Context, url string) (string, error) {
	res, err := post(ctx, url)
	if err != nil {
		return "", err
	}
	return res.Reply.MessageID, res.Reply.ResponseCode.Err()
}

// An outcome holds its reply by value.
type outcome struct {
	reply
	Attempts int
	Raw      []byte
}

func put(ctx context.Context, url string) (out outcome, err error) {
	resp, err := http.Post(url, "application/json", http.NoBody)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	if out.Raw, err = io.ReadAll(resp.Body); err != nil {
		return out, err
	}
	out.Attempts++
	var r reply
	err = json.Unmarshal(out.Raw, &r)
	out.reply = r
	return out, err
}

func forgetsOutcome(ctx context.Context, url string) (string, error) {
	out, err := put(ctx, url) // want `nothing looks at out.ResponseCode`
	if err != nil {
		return "", err
	}
	log.Printf("sent by %d attempts: %s", out.Attempts, out.Raw)
	return out.MessageID, nil
}

func looksAtOutcome(ctx context.Context, url string) (string, error) {
	out, err := put(ctx, url)
	if err != nil {
		return "", err
	}
	if out.ResponseCode == codes.ResponseInsufficientCredit {
		return "", errors.New("top up")
	}
	return out.MessageID, out.ResponseCode.Err()
}

// inPlace forgets where it has decoded.
func inPlace(ctx context.Context, url string) (string, error) {
	resp, err := http.Post(url, "application/json", http.NoBody)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	res := &result{Status: resp.StatusCode}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	res.Reply = &r
	if !res.ok() {
		return "", fmt.Errorf("status %d", res.Status)
	}
	return res.Reply.MessageID, nil
}

// looksLater reads the code by the wrapper's name for it.
func looksLater(ctx context.Context, url string) (string, error) {
	resp, err := http.Post(url, "application/json", http.NoBody)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var res result
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return "", err
	}
	res.Reply = &r
	return r.MessageID, res.Reply.ResponseCode.Err()
}

// A checked result's maker tells of all failures.
func checked(ctx context.Context, url string) (*result, error) {
	resp, err := http.Post(url, "application/json", http.NoBody)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	res := &result{Status: resp.StatusCode}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return nil, err
	}
	if err := r.ResponseCode.Err(); err != nil {
		return nil, err
	}
	res.Reply = &r
	return res, nil
}

func usesChecked(ctx context.Context, url string) (string, error) {
	res, err := checked(ctx, url)
	if err != nil {
		return "", err
	}
	return res.Reply.MessageID, nil
}

// A response is anything that came back.
type response[T any] struct {
	Status int
	Data   *T
	Raw    []byte
}

func do[T any](ctx context.Context, url string) (*response[T], error) {
	resp, err := http.Post(url, "application/json", http.NoBody)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	out := &response[T]{Status: resp.StatusCode, Raw: text}
	if resp.StatusCode != http.StatusOK {
		return out, nil
	}
	out.Data = new(T)
	if err := json.Unmarshal(text, out.Data); err != nil {
		return nil, err
	}
	return out, nil
}

func forgetsData(ctx context.Context, url string) (string, error) {
	out, err := do[reply](ctx, url) // want `nothing looks at out.Data.ResponseCode`
	if err != nil {
		return "", err
	}
	if out.Data == nil {
		return "", fmt.Errorf("status %d", out.Status)
	}
	return out.Data.MessageID, nil
}

func looksAtData(ctx context.Context, url string) (string, error) {
	out, err := do[reply](ctx, url)
	if err != nil {
		return "", err
	}
	if out.Data == nil {
		return "", fmt.Errorf("status %d", out.Status)
	}
	return out.Data.MessageID, out.Data.ResponseCode.Err()
}

func fetch[T any](ctx context.Context, url string) (response[T], error) {
	resp, err := http.Post(url, "application/json", http.NoBody)
	if err != nil {
		return response[T]{}, err
	}
	defer resp.Body.Close()
	var data T
	if err := json.NewDecoder(resp.Body).Decode(&data); err != nil {
		return response[T]{}, err
	}
	return response[T]{Status: resp.StatusCode, Data: &data}, nil
}

func forgetsFetched(ctx context.Context, url string) (string, error) {
	out, err := fetch[reply](ctx, url) // want `nothing looks at out.Data.ResponseCode`
	if err != nil {
		return "", err
	}
	return out.Data.MessageID, nil
}

// asks makes up what it sends: nothing was decoded.
func asks(ctx context.Context, url string) (string, error) {
	out := response[reply]{Data: &reply{MessageID: "41f0"}}
	return out.Data.MessageID, nil
}

// A port is what the program needs of the client.
type port interface {
	SendSMSWithResponse(ctx context.Context, body api.SMSRequest) (*api.SendSMSResponse, error)
}

var _ port = (*api.ClientWithResponses)(nil)

func forgetsByPort(ctx context.Context, p port) error {
	resp, err := p.SendSMSWithResponse(ctx, api.SMSRequest{To: "4917", Content: "ready"}) // want `nothing looks at resp.JSON200.ResponseCode`
	if err != nil {
		return err
	}
	if resp.HTTPResponse.StatusCode >= 300 {
		return errors.New(resp.HTTPResponse.Status)
	}
	return nil
}

func switchesByPort(ctx context.Context, p port) error {
	resp, err := p.SendSMSWithResponse(ctx, api.SMSRequest{To: "4917", Content: "ready"})
	if err != nil {
		return err
	}
	switch r := resp.JSON200; {
	case r == nil:
		return errors.New(resp.HTTPResponse.Status)
	case r.ResponseCode == 0:
		return nil
	}
	return fmt.Errorf("rejected: %s", resp.Body)
}

// unwraps hands on what is in the response: its callers look, or forget to.
func (s *sender) unwraps(ctx context.Context, to string) (*api.SMSReply, error) {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to})
	if err != nil {
		return nil, err
	}
	if resp.JSON200 == nil {
		return nil, fmt.Errorf("sms: %s", resp.Status())
	}
	return resp.JSON200, nil
}

func (s *sender) forgetsUnwrapped(ctx context.Context, to string) (*string, error) {
	r, err := s.unwraps(ctx, to) // want `nothing looks at r.ResponseCode`
	if err != nil {
		return nil, err
	}
	return r.MessageId, nil
}

func (s *sender) looksAtUnwrapped(ctx context.Context, to string) (*string, error) {
	r, err := s.unwraps(ctx, to)
	if err != nil {
		return nil, err
	}
	return r.MessageId, codes.ResponseCode(r.ResponseCode).Err()
}

func (s *sender) sendsAll(ctx context.Context, to []string) error {
	var all []*api.SendSMSResponse
	for _, number := range to {
		resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: number})
		if err != nil {
			return err
		}
		all = append(all, resp)
	}
	for _, resp := range all {
		if resp.JSON200 != nil && resp.JSON200.ResponseCode != 0 {
			return fmt.Errorf("code %d", resp.JSON200.ResponseCode)
		}
	}
	return nil
}

// textOf decodes the text again, where the response is not what it expects.
func (s *sender) textOf(ctx context.Context, to string) error {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to})
	if err != nil {
		return err
	}
	var status struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	if err := json.Unmarshal(resp.Body, &status); err != nil {
		return err
	}
	return status.Code.Err()
}

// bodyOf reads the response's body.
func (s *sender) bodyOf(ctx context.Context, to string) error {
	resp, err := s.api.SendSMSWithResponse(ctx, api.SMSRequest{To: to})
	if err != nil {
		return err
	}
	text, err := io.ReadAll(resp.HTTPResponse.Body)
	if err != nil {
		return err
	}
	return failure(text)
}

// A failed request is an error that knows what came back.
type failed struct{ *result }

func (f *failed) Error() string { return fmt.Sprintf("code %s", f.Reply.ResponseCode) }

func (s *sender) failsWith(ctx context.Context, url string) error {
	res, err := post(ctx, url)
	if err != nil {
		return err
	}
	if res.Reply.MessageID == "" {
		return &failed{res}
	}
	return nil
}
