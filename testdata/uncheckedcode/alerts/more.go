package alerts

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"time"

	"example.test/programs/uncheckedcode/discarded"
)

type state struct {
	ResponseCode string `json:"responseCode"`
	State        string `json:"state"`
	Data         struct {
		URL string `json:"url"`
	} `json:"data"`
}

// poll asks until the state is final, by text alone.
func poll(ctx context.Context, c *http.Client, id string) (string, error) {
	for {
		resp, err := c.Get(base + "/sms/" + id)
		if err != nil {
			return "", err
		}
		var s state
		err = json.NewDecoder(resp.Body).Decode(&s) // want `nothing looks at s.ResponseCode`
		resp.Body.Close()
		if err != nil {
			return "", err
		}
		if s.State == "final" {
			return s.Data.URL, nil
		}
		time.Sleep(time.Second)
	}
}

// pollChecked leaves for a code.
func pollChecked(ctx context.Context, c *http.Client, id string) (string, error) {
	var s state
	for s.State != "final" {
		resp, err := c.Get(base + "/sms/" + id)
		if err != nil {
			return "", err
		}
		err = json.NewDecoder(resp.Body).Decode(&s)
		resp.Body.Close()
		if err != nil {
			return "", err
		}
		if s.ResponseCode != "0" {
			return "", errors.New(s.ResponseCode)
		}
	}
	return s.Data.URL, nil
}

// A cache of replies: what is in it was looked at.
type replyCache struct{ dir string }

func (c replyCache) read(id string) (string, error) {
	f, err := os.Open(c.dir + "/" + id)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var s state
	if err := json.NewDecoder(f).Decode(&s); err != nil {
		return "", err
	}
	return s.State, nil
}

type options struct{ out any }

type option func(*options)

func into(v any) option { return func(o *options) { o.out = v } }

func request(c *http.Client, path string, opts ...option) error {
	var o options
	for _, opt := range opts {
		opt(&o)
	}
	resp, err := c.Get(base + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(o.out)
}

// by options, the reply goes where nobody follows it.
func byOption(c *http.Client) (string, error) {
	var s state
	if err := request(c, "/sms", into(&s)); err != nil {
		return "", err
	}
	return s.State, nil
}

// must panics.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func byMust(ctx context.Context, c *discarded.Client) string {
	return must(c.Send(ctx, "office", "")).MessageID // want `the code of the reply that discarded.Client.Send returns is never read`
}

// exchange returns the reply behind what was sent for it.
func exchange(c *http.Client, to string) (*http.Request, *state, error) {
	req, err := http.NewRequest(http.MethodPost, base+"/sms?to="+to, nil)
	if err != nil {
		return nil, nil, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return req, nil, err
	}
	defer resp.Body.Close()
	var s state
	err = json.NewDecoder(resp.Body).Decode(&s)
	return req, &s, err
}

func handle(req *http.Request, s *state, err error) error {
	if err != nil {
		return err
	}
	if s.ResponseCode != "0" {
		return errors.New(req.URL.Path + ": " + s.ResponseCode)
	}
	return nil
}

// handled gives all results to a function that looks at the code.
func handled(c *http.Client, to string) error { return handle(exchange(c, to)) }

// channels and goroutines.
func replies(ctx context.Context, c *discarded.Client, numbers []string) chan *discarded.Reply {
	ch := make(chan *discarded.Reply)
	for _, n := range numbers {
		go func() {
			r, err := c.Send(ctx, n, "")
			if err == nil {
				ch <- r
			}
		}()
	}
	return ch
}

// switch on the type of what came back.
func typed(body []byte) string {
	var s state
	if json.Unmarshal(body, &s) != nil {
		return ""
	}
	switch v := any(s).(type) {
	case interface{ Code() string }:
		return v.Code()
	}
	return s.State
}

// raw keeps the code as text, and looks at that.
func raw(body []byte) (string, error) {
	var s struct {
		ResponseCode json.RawMessage `json:"responseCode"`
		State        string          `json:"state"`
	}
	if err := json.Unmarshal(body, &s); err != nil {
		return "", err
	}
	if string(s.ResponseCode) != `"0"` {
		return "", errors.New("refused")
	}
	return s.State, nil
}

// strict decodes twice.
func strict(r io.Reader) (string, error) {
	var text strings.Builder
	dec := json.NewDecoder(io.TeeReader(r, &text))
	var s state
	if err := dec.Decode(&s); err != nil {
		return "", err
	}
	if strings.Contains(text.String(), `"responseCode":"6"`) {
		return "", errors.New("no credit")
	}
	return s.State, nil
}

// inEnvelope has its reply inside.
func inEnvelope(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var env struct {
		Reply state
		Took  time.Duration
	}
	if err := json.NewDecoder(resp.Body).Decode(&env.Reply); err != nil { // want `nothing looks at env.Reply.ResponseCode`
		return "", err
	}
	return env.Reply.State, nil
}

// inAny calls the reply any first.
func inAny(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	s := new(state)
	var out any = s
	if err := json.NewDecoder(resp.Body).Decode(out); err != nil { // want `nothing looks at s.ResponseCode`
		return "", err
	}
	return s.State, nil
}

// twoNames decodes by one and reads by the other.
func twoNames(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var s state
	p := &s
	if err := json.NewDecoder(resp.Body).Decode(p); err != nil {
		return "", err
	}
	if s.ResponseCode != "0" {
		return "", errors.New("refused")
	}
	return p.State, nil
}

// eitherOf decodes into one of two.
func eitherOf(c *http.Client, second bool) (string, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var a, b state
	p := &a
	if second {
		p = &b
	}
	if err := json.NewDecoder(resp.Body).Decode(p); err != nil {
		return "", err
	}
	if a.ResponseCode != "0" || b.ResponseCode != "0" {
		return "", errors.New("refused")
	}
	return p.State, nil
}

// wide gets a pointer into something larger.
func wide(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var both [2]state
	p := &both[0]
	if err := json.NewDecoder(resp.Body).Decode(p); err != nil {
		return "", err
	}
	if both[0].ResponseCode != "0" {
		return "", errors.New("refused")
	}
	return p.State, nil
}

// fatal ends the program for whatever the reply says.
func fatal(c *http.Client) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		os.Exit(1)
	}
	defer resp.Body.Close()
	var s state
	json.NewDecoder(resp.Body).Decode(&s) // want `nothing looks at s.ResponseCode`
	os.Stdout.WriteString(s.State)
}

// wire is a reply as text.
type wire struct {
	ResponseCode string `json:"responseCode"`
	ID           string `json:"messageId"`
}

// tidied has its code written without zeros, and read by nobody.
func tidied(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var w wire
	if err := json.NewDecoder(resp.Body).Decode(&w); err != nil { // want `nothing looks at w.ResponseCode`
		return "", err
	}
	w.ResponseCode = strings.TrimLeft(w.ResponseCode, "0")
	w.ID = strings.ToUpper(w.ID)
	return w.ID, nil
}

// tested has it read afterwards.
func tested(c *http.Client) (string, error) {
	resp, err := c.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var w wire
	if err := json.NewDecoder(resp.Body).Decode(&w); err != nil {
		return "", err
	}
	w.ResponseCode = strings.TrimPrefix(w.ResponseCode, "RC")
	if w.ResponseCode != "0" {
		return "", errors.New(w.ResponseCode)
	}
	return w.ID, nil
}
