// Package silent is full of replies whose code somebody else reads, or may read.
package silent

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/url"
	"os"
	"reflect"
	"strings"
	"sync"
)

const base = "https://api.geniq.io/rest/v1"

type status struct {
	ResponseCode string `json:"responseCode"`
}

type reply struct {
	status
	MessageID  string      `json:"messageId"`
	Recipients []recipient `json:"recipients"`
}

type recipient struct {
	To           string `json:"to"`
	ResponseCode string `json:"responseCode"`
}

func (s status) ok() bool         { return s.ResponseCode == "0" }
func (s status) code() string     { return s.ResponseCode }
func (r *reply) Outcome() string  { return r.code() }
func (r *reply) first() recipient { return r.Recipients[0] }

type coder interface{ code() string }

type client struct {
	http *http.Client
	last reply
	seen map[string]reply
	all  []*reply
	out  chan reply
}

func refused(c coder) error {
	if c.code() != "0" {
		return errors.New("refused: " + c.code())
	}
	return nil
}

func (c *client) decode(ctx context.Context, path string, r *reply) error {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(r)
}

func (c *client) returned(ctx context.Context) (*reply, error) {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return nil, err
	}
	return &r, nil
}

func (c *client) named(ctx context.Context) (r reply, err error) {
	err = c.decode(ctx, "/sms", &r)
	return
}

func (c *client) kept(ctx context.Context, id string) error {
	if err := c.decode(ctx, "/sms", &c.last); err != nil {
		return err
	}
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return err
	}
	c.seen[id] = r
	return nil
}

func (c *client) listed(ctx context.Context) error {
	r := &reply{}
	if err := c.decode(ctx, "/sms", r); err != nil {
		return err
	}
	c.all = append(c.all, r)
	return nil
}

func (c *client) sent(ctx context.Context) error {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return err
	}
	c.out <- r
	return nil
}

func (c *client) shown(ctx context.Context) error {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return err
	}
	log.Printf("%+v", r)
	return nil
}

func (c *client) handedOn(ctx context.Context, w io.Writer) error {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return err
	}
	return json.NewEncoder(w).Encode(r)
}

func (c *client) viaMethod(ctx context.Context) (string, error) {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	if !r.ok() {
		return "", errors.New("refused")
	}
	return r.MessageID, nil
}

func (c *client) viaOutcome(ctx context.Context) (string, error) {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	return r.MessageID + ":" + r.Outcome(), nil
}

func (c *client) viaInterface(ctx context.Context) (string, error) {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	if err := refused(r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) viaClosure(ctx context.Context) (string, error) {
	var r reply
	check := func() error {
		switch r.ResponseCode {
		case "0":
			return nil
		default:
			return errors.New(r.ResponseCode)
		}
	}
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	return r.MessageID, check()
}

func (c *client) viaParameter(ctx context.Context, check func(reply) error) (string, error) {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	return r.MessageID, check(r)
}

func (c *client) viaHeader(ctx context.Context) (string, error) {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	s := r.status
	if !s.ok() {
		return "", errors.New(s.code())
	}
	return r.MessageID, nil
}

func (c *client) viaPointer(ctx context.Context) (string, error) {
	var r reply
	p := &r
	if err := c.decode(ctx, "/sms", p); err != nil {
		return "", err
	}
	if p.ResponseCode != "0" {
		return "", errors.New("refused")
	}
	return r.MessageID, nil
}

func (c *client) viaReflection(ctx context.Context) (string, error) {
	var r reply
	if err := c.decode(ctx, "/sms", &r); err != nil {
		return "", err
	}
	if reflect.ValueOf(r).FieldByName("ResponseCode").String() != "0" {
		return "", errors.New("refused")
	}
	return r.MessageID, nil
}

type balance struct {
	ResponseCode string `json:"responseCode"`
	Balance      string `json:"balance"`
}

func (c *client) compared(ctx context.Context, want balance) (bool, error) {
	resp, err := c.http.Get(base + "/balance")
	if err != nil {
		return false, err
	}
	defer resp.Body.Close()
	var b balance
	if err := json.NewDecoder(resp.Body).Decode(&b); err != nil {
		return false, err
	}
	return b == want, nil
}

func (c *client) batch(ctx context.Context) (failed int, err error) {
	var r reply
	if err := c.decode(ctx, "/batch_sms", &r); err != nil {
		return 0, err
	}
	for _, rcp := range r.Recipients {
		if rcp.ResponseCode != "0" {
			failed++
		}
	}
	return failed, nil
}

func (c *client) one(ctx context.Context) (string, error) {
	var r reply
	if err := c.decode(ctx, "/batch_sms", &r); err != nil {
		return "", err
	}
	if first := r.first(); first.ResponseCode == "0" {
		return first.To, nil
	}
	return "", errors.New("batch: refused")
}

// refuse looks at the code in a text.
func refuse(body []byte) error {
	var s status
	if err := json.Unmarshal(body, &s); err != nil {
		return err
	}
	if !s.ok() {
		return errors.New(s.ResponseCode)
	}
	return nil
}

func (c *client) checkedFirst(ctx context.Context) (string, error) {
	resp, err := c.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if err := refuse(body); err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) twoDecodes(ctx context.Context) (string, error) {
	resp, err := c.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var buf bytes.Buffer
	var s status
	if err := json.NewDecoder(io.TeeReader(resp.Body, &buf)).Decode(&s); err != nil {
		return "", err
	}
	if s.ResponseCode != "0" {
		return "", errors.New(s.ResponseCode)
	}
	var r reply
	if err := json.Unmarshal(buf.Bytes(), &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) raw(ctx context.Context, path string) ([]byte, error) {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return body, refuse(body)
}

func (c *client) checkedByTransport(ctx context.Context) (string, error) {
	body, err := c.raw(ctx, "/sms")
	if err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// get looks at the code for its callers.
func (c *client) get(ctx context.Context, path string, out any) error {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var s status
	if err := json.Unmarshal(body, &s); err != nil {
		return err
	}
	if s.ResponseCode != "0" {
		return errors.New(s.ResponseCode)
	}
	return json.Unmarshal(body, out)
}

func (c *client) checkedByWrapper(ctx context.Context) (string, error) {
	var r reply
	if err := c.get(ctx, "/sms", &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// ask looks by the interface.
func (c *client) ask(ctx context.Context, path string, out any) error {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil {
		return err
	}
	if r, ok := out.(coder); ok {
		return refused(r)
	}
	return nil
}

func (c *client) checkedByAsking(ctx context.Context) (string, error) {
	var r reply
	if err := c.ask(ctx, "/sms", &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// do is the same by a type parameter.
func do[T coder](c *client, path string) (T, error) {
	var v T
	resp, err := c.http.Get(base + path)
	if err != nil {
		return v, err
	}
	defer resp.Body.Close()
	if err := json.NewDecoder(resp.Body).Decode(&v); err != nil {
		return v, err
	}
	if v.code() != "0" {
		return v, errors.New(v.code())
	}
	return v, nil
}

func (c *client) checkedByConstraint() (string, error) {
	r, err := do[reply](c, "/sms")
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) bySearch(ctx context.Context) (string, error) {
	body, err := c.text("/sms")
	if err != nil {
		return "", err
	}
	if !strings.Contains(string(body), `"responseCode":"0"`) {
		return "", errors.New("refused")
	}
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) byMap(ctx context.Context) (string, error) {
	body, err := c.text("/sms")
	if err != nil {
		return "", err
	}
	var m map[string]any
	if err := json.Unmarshal(body, &m); err != nil {
		return "", err
	}
	if m["responseCode"] != "0" {
		return "", errors.New("refused")
	}
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) text(path string) ([]byte, error) {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

// explains reads what an error page says: it is an error in any case.
func (c *client) explains(ctx context.Context) error {
	resp, err := c.http.Get(base + "/sms")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 400 {
		var e struct {
			ResponseCode string `json:"responseCode"`
			Message      string `json:"message"`
		}
		if err := json.NewDecoder(resp.Body).Decode(&e); err != nil {
			return fmt.Errorf("status %d", resp.StatusCode)
		}
		return fmt.Errorf("status %d: %s", resp.StatusCode, e.Message)
	}
	return nil
}

// fake is the other side: it decodes requests.
func fake(w http.ResponseWriter, req *http.Request) {
	var r reply
	if err := json.NewDecoder(req.Body).Decode(&r); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, r.MessageID)
}

// report looks at other keys of the form only.
func report(form url.Values) string { return form.Get("messageId") + " " + form.Get("status") }

// loadLast reads what was stored, and checked before.
func loadLast(path string) (string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	var r reply
	if err := json.Unmarshal(b, &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

type row struct{ Payload []byte }

func ids(rows []row) ([]string, error) {
	var all []string
	for _, row := range rows {
		var r reply
		if err := json.Unmarshal(row.Payload, &r); err != nil {
			return nil, err
		}
		all = append(all, r.MessageID)
	}
	return all, nil
}

var sample = []byte(`{"responseCode":"0","messageId":"41f0"}`)

func example() string {
	var r reply
	if err := json.Unmarshal(sample, &r); err != nil {
		return ""
	}
	return r.MessageID
}

var pool = sync.Pool{New: func() any { return new(reply) }}

func (c *client) pooled(ctx context.Context) (string, error) {
	r := pool.Get().(*reply)
	defer pool.Put(r)
	if err := c.decode(ctx, "/sms", r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// UnmarshalJSON fills a reply: its callers look.
func (r *balance) UnmarshalJSON(b []byte) error {
	type plain balance
	var p plain
	if err := json.Unmarshal(b, &p); err != nil {
		return err
	}
	r.Balance = strings.TrimSuffix(p.Balance, " EUR")
	r.ResponseCode = p.ResponseCode
	return nil
}

// teed returns the text, for its caller to look at.
func (c *client) teed(ctx context.Context) ([]byte, error) {
	resp, err := c.http.Get(base + "/sms")
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var buf bytes.Buffer
	var r reply
	if err := json.NewDecoder(io.TeeReader(resp.Body, &buf)).Decode(&r); err != nil {
		return nil, err
	}
	if r.MessageID == "" {
		return nil, errors.New("no message")
	}
	return buf.Bytes(), nil
}

// both returns what it has found, and the text.
func (c *client) both(ctx context.Context) (id, text string, err error) {
	resp, err := c.http.Get(base + "/sms")
	if err != nil {
		return "", "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", "", err
	}
	var r reply
	if err := json.Unmarshal(body, &r); err != nil {
		return "", "", err
	}
	return r.MessageID, string(body), nil
}
