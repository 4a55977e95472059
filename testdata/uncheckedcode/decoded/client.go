// Package decoded is a client of the messaging API whose calls forget that most
// failures come with HTTP status 200.
package decoded

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
)

const base = "https://api.geniq.io/rest/v1"

type smsReply struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
	Status       string `json:"status"`
}

// Client sends text messages.
type Client struct {
	http  *http.Client
	token string
}

// SendPlain looks at err and the HTTP status, as with any other API.
func (c *Client) SendPlain(ctx context.Context, to, text string) (string, error) {
	resp, err := c.post(ctx, "/sms", map[string]string{"to": to, "text": text})
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("send: %s", resp.Status)
	}
	var reply smsReply
	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil { // want `the code of the reply that json.Decoder.Decode fills is never read: nothing looks at reply.ResponseCode, so a failure that comes with HTTP status 200 \(one of 22 response codes, such as 6 InsufficientCredit\) passes for a success; test it before the rest of the reply is used`
		return "", err
	}
	return reply.MessageID, nil
}

// SendChecked is the same, and looks.
func (c *Client) SendChecked(ctx context.Context, to, text string) (string, error) {
	resp, err := c.post(ctx, "/sms", map[string]string{"to": to, "text": text})
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var reply smsReply
	if err := json.NewDecoder(resp.Body).Decode(&reply); err != nil {
		return "", err
	}
	if reply.ResponseCode != "0" {
		return "", fmt.Errorf("send: code %s", reply.ResponseCode)
	}
	return reply.MessageID, nil
}

var errNoID = errors.New("no message id")

// SendByID takes a message id for proof.
func (c *Client) SendByID(ctx context.Context, to string) (string, error) {
	resp, err := c.post(ctx, "/sms", to)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	log.Printf("reply: %s", body)
	reply := new(smsReply)
	if err := json.Unmarshal(body, reply); err != nil { // want `json.Unmarshal fills is never read: nothing looks at reply.ResponseCode`
		return "", fmt.Errorf("send: %q: %w", body, err)
	}
	if reply.MessageID == "" {
		return "", errNoID
	}
	return reply.MessageID, nil
}

// Delivered dispatches on the text beside the code.
func (c *Client) Delivered(ctx context.Context, id string) (bool, error) {
	resp, err := c.get(ctx, "/sms/"+id)
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	r := &smsReply{}
	err = json.NewDecoder(resp.Body).Decode(r) // want `nothing looks at r.ResponseCode`
	if err != nil {
		return false, err
	}
	switch r.Status {
	case "delivered", "read":
		return true, nil
	case "sent":
		return false, nil
	}
	return false, fmt.Errorf("message %s: %s", id, r.Status)
}

// Balance decodes into a struct without a name.
func (c *Client) Balance(ctx context.Context) (float64, error) {
	resp, err := c.get(ctx, "/balance")
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var b struct {
		Code    json.Number `json:"responseCode"`
		Balance float64     `json:"balance,string"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&b); err != nil { // want `nothing looks at b.Code`
		return 0, err
	}
	return b.Balance, nil
}

type header struct {
	ResponseCode int    `json:"responseCode,string"`
	RequestID    string `json:"requestId"`
}

func (h header) failed() bool { return h.ResponseCode != 0 }

type tokenReply struct {
	header
	Token string `json:"token"`
}

// Login forgets the code in the embedded header.
func (c *Client) Login(ctx context.Context, user, password string) error {
	resp, err := c.post(ctx, "/token", map[string]string{"user": user, "password": password})
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var t tokenReply
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil { // want `nothing looks at t.ResponseCode`
		return err
	}
	log.Printf("request %s", t.RequestID)
	c.token = t.Token
	return nil
}

// LoginChecked asks the header's method.
func (c *Client) LoginChecked(ctx context.Context, user, password string) error {
	resp, err := c.post(ctx, "/token", map[string]string{"user": user, "password": password})
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var t tokenReply
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		return err
	}
	if t.failed() {
		return errors.New("login refused")
	}
	c.token = t.Token
	return nil
}

func (r *smsReply) short() string { return r.MessageID[:6] }

func audit(r *smsReply) { log.Print("message ", r.MessageID) }

// Audited hands the reply to a method and to a function, neither of which looks.
func (c *Client) Audited(ctx context.Context, to string) (string, error) {
	resp, err := c.post(ctx, "/sms", to)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r smsReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	audit(&r)
	return r.short(), nil
}

// Documented says why.
func (c *Client) Documented(ctx context.Context, to string) error {
	resp, err := c.post(ctx, "/sms", to)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r smsReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return err
	}
	_ = r.ResponseCode // a birthday greeting: nobody misses it
	log.Print(r.MessageID)
	return nil
}

// Silenced throws the code away without a word.
func (c *Client) Silenced(ctx context.Context, to string) error {
	resp, err := c.post(ctx, "/sms", to)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var r smsReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode.* a comment beside the _ = would say why`
		return err
	}

	_ = r.ResponseCode
	log.Print(r.MessageID)
	return nil
}

// Twice looks at the first reply only.
func (c *Client) Twice(ctx context.Context, to string) error {
	first, err := c.body(ctx, "/sms", to)
	if err != nil {
		return err
	}
	var r smsReply
	if err := json.Unmarshal(first, &r); err != nil {
		return err
	}
	if r.ResponseCode != "0" {
		return fmt.Errorf("first: %s", r.ResponseCode)
	}
	second, err := c.body(ctx, "/sms", to)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(second, &r); err != nil { // want `json.Unmarshal fills is never read: nothing looks at r.ResponseCode`
		return err
	}
	log.Print(r.MessageID)
	return nil
}

func (c *Client) post(ctx context.Context, path string, in any) (*http.Response, error) {
	b, err := json.Marshal(in)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, base+path, bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}

func (c *Client) get(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

func (c *Client) body(ctx context.Context, path string, in any) ([]byte, error) {
	resp, err := c.post(ctx, path, in)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// optional is a text that may be missing.
type optional struct {
	v     string
	valid bool
}

func (o *optional) UnmarshalJSON(data []byte) error {
	o.valid = true
	return json.Unmarshal(data, &o.v)
}

// optionalReply is a reply of which every field may be missing.
type optionalReply struct {
	ResponseCode optional `json:"responseCode"`
	MessageID    optional `json:"messageId"`
}

// SendOptional looks at the message's id alone.
func (c *Client) SendOptional(resp *http.Response) (string, error) {
	var r optionalReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r\.ResponseCode`
		return "", err
	}
	return r.MessageID.v, nil
}
