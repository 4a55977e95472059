// Package alerts sends alerts by clients of other packages, in goroutines, by
// interfaces, with helpers that look at the HTTP status.
package alerts

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"

	"example.test/programs/uncheckedcode/discarded"
)

const base = "https://api.geniq.io/rest/v1"

// A Sender is what this package asks of a client.
type Sender interface {
	Send(ctx context.Context, to, text string) (*discarded.Reply, error)
}

// Alerts sends alerts.
type Alerts struct {
	sender Sender
	http   *http.Client
	mu     sync.Mutex
	ids    []string
}

// All sends to all at once.
func (a *Alerts) All(ctx context.Context, numbers []string) error {
	errs := make(chan error, len(numbers))
	for _, n := range numbers {
		go func() {
			_, err := a.sender.Send(ctx, n, "fire") // want `the reply that Sender.Send returns is thrown away`
			errs <- err
		}()
	}
	var all error
	for range numbers {
		all = errors.Join(all, <-errs)
	}
	return all
}

// One keeps the id.
func (a *Alerts) One(ctx context.Context, to string) error {
	r, err := a.sender.Send(ctx, to, "fire") // want `nothing looks at r.ResponseCode`
	if err != nil {
		return err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.ids = append(a.ids, r.MessageID)
	return nil
}

// OneChecked looks.
func (a *Alerts) OneChecked(ctx context.Context, to string) error {
	r, err := a.sender.Send(ctx, to, "fire")
	if err != nil {
		return err
	}
	if err := r.ResponseCode.Err(); err != nil {
		return err
	}
	a.ids = append(a.ids, r.MessageID)
	return nil
}

// statusError looks at the HTTP status, as other APIs have it.
func statusError(resp *http.Response) error {
	if resp.StatusCode < 300 {
		return nil
	}
	b, _ := io.ReadAll(resp.Body)
	return fmt.Errorf("%s: %s", resp.Status, b)
}

type smsReply struct {
	XMLName      xml.Name `json:"-" xml:"reply"`
	ResponseCode string   `json:"responseCode" xml:"responseCode"`
	ID           string   `json:"messageId" xml:"id,attr"`
}

// Buffered reads all of the body first.
func (a *Alerts) Buffered(ctx context.Context) (string, error) {
	resp, err := a.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer func() {
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	}()
	if err := statusError(resp); err != nil {
		return "", err
	}
	var buf bytes.Buffer
	if _, err := buf.ReadFrom(resp.Body); err != nil {
		return "", err
	}
	var r smsReply
	if err := json.Unmarshal(buf.Bytes(), &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.ID, nil
}

// XML is the same in XML.
func (a *Alerts) XML(ctx context.Context) (string, error) {
	resp, err := a.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var r smsReply
	if err := xml.NewDecoder(resp.Body).Decode(&r); err != nil { // want `xml.Decoder.Decode fills is never read`
		return "", err
	}
	return r.ID, nil
}

// apiError looks at the code.
func apiError(resp *http.Response) ([]byte, error) {
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	var s struct {
		ResponseCode string `json:"responseCode"`
	}
	if err := json.Unmarshal(b, &s); err != nil {
		return nil, err
	}
	if s.ResponseCode != "0" {
		return nil, errors.New(s.ResponseCode)
	}
	return b, nil
}

// Looked has the code looked at before.
func (a *Alerts) Looked(ctx context.Context) (string, error) {
	resp, err := a.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	b, err := apiError(resp)
	if err != nil {
		return "", err
	}
	var r smsReply
	if err := json.Unmarshal(b, &r); err != nil {
		return "", err
	}
	return r.ID, nil
}

// parseHeader gives the code alone.
func parseHeader(b []byte) (smsReply, error) {
	var r smsReply
	err := json.Unmarshal(b, &r)
	return r, err
}

// Header looks at the code in another decode of the body.
func (a *Alerts) Header(ctx context.Context, body []byte) (float64, error) {
	h, err := parseHeader(body)
	if err != nil {
		return 0, err
	}
	if h.ResponseCode != "0" {
		return 0, errors.New(h.ResponseCode)
	}
	var full struct {
		smsReply
		Price float64 `json:"price"`
	}
	if err := json.Unmarshal(body, &full); err != nil {
		return 0, err
	}
	return full.Price, nil
}

// Unlooked does not.
func (a *Alerts) Unlooked(ctx context.Context, body []byte) (string, error) {
	h, err := parseHeader(body) // want `the code of the reply that alerts.parseHeader returns is never read`
	if err != nil {
		return "", err
	}
	return h.ID, nil
}

// Reports are messages of a queue.
type message struct{ Data []byte }

func subscribe(handle func([]byte) error) { _ = handle }

func consume(b []byte) error {
	var r smsReply
	if err := json.Unmarshal(b, &r); err != nil {
		return err
	}
	fmt.Println(r.ID)
	return nil
}

func receive(m *message) error { return json.Unmarshal(m.Data, new(smsReply)) }

func init() { subscribe(consume) }

var failures = map[string]error{}

// Register adds a failure.
func Register(code string, err error) { failures[code] = err }

type answer struct {
	ResponseCode string `json:"responseCode"`
	ID           string `json:"messageId"`
}

// Ask fails for what was registered, whatever that is.
func Ask(c *http.Client) (*answer, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var r answer
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return nil, err
	}
	if err, ok := failures[r.ResponseCode]; ok {
		return nil, err
	}
	return &r, nil
}

func asked(c *http.Client) error {
	_, err := Ask(c)
	return err
}

// Validate decodes to see whether it can.
func Validate(req *http.Request) error {
	b, err := io.ReadAll(req.Body)
	if err != nil {
		return err
	}
	_, err = parseHeader(b)
	return err
}

// refusal reads why a request failed.
func refusal(resp *http.Response) error {
	var e struct {
		ResponseCode string `json:"responseCode"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&e); err != nil {
		return errors.New(resp.Status)
	}
	switch e.ResponseCode {
	case "5", "88":
		return errors.New("later")
	default:
		return errors.New("refused")
	}
}

// ByStatus looks at the code only if the HTTP status is not 200.
func (a *Alerts) ByStatus(ctx context.Context) (string, error) {
	resp, err := a.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", refusal(resp)
	}
	var r smsReply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", err
	}
	return r.ID, nil
}

// A PageError is what something in front of the API says.
type PageError struct {
	Status int
	Body   string
}

func (e *PageError) Error() string { return fmt.Sprintf("%d: %s", e.Status, e.Body) }

// Pages keeps the body in its error.
func (a *Alerts) Pages(ctx context.Context) (string, error) {
	resp, err := a.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if resp.StatusCode >= 500 {
		return "", &PageError{Status: resp.StatusCode, Body: string(body)}
	}
	var r smsReply
	if err := json.Unmarshal(body, &r); err != nil { // want `nothing looks at r.ResponseCode`
		return "", &PageError{resp.StatusCode, string(body)}
	}
	return r.ID, nil
}
