// Package layers has something between the decode and those who use the reply.
package layers

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"sync"
	"time"
)

const base = "https://api.geniq.io/rest/v1"

// A status is at the top of every reply.
type status struct {
	ResponseCode string `json:"responseCode"`
	Text         string `json:"responseText"`
}

func (s status) Err() error {
	if s.ResponseCode == "0" {
		return nil
	}
	return fmt.Errorf("code %s: %s", s.ResponseCode, s.Text)
}

type message struct {
	status
	ID    string `json:"messageId"`
	State string `json:"state"`
}

type page struct {
	*status
	Items []string `json:"items"`
	Next  string   `json:"next"`
}

// A codec decodes; there is more than one.
type codec interface {
	Decode(r io.Reader, v any) error
}

type jsonCodec struct{}

func (jsonCodec) Decode(r io.Reader, v any) error { return json.NewDecoder(r).Decode(v) }

// A response knows its body.
type response struct {
	*http.Response
	text []byte
}

func (r *response) into(v any) error { return json.Unmarshal(r.text, v) }

// must is into for what tells of its failures.
func (r *response) must(v interface{ Err() error }) error {
	if err := json.Unmarshal(r.text, v); err != nil {
		return err
	}
	return v.Err()
}

type client struct {
	http  *http.Client
	codec codec
}

func (c *client) get(ctx context.Context, path string) (*response, error) {
	resp, err := c.http.Get(base + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, err
	}
	return &response{resp, text}, nil
}

func (c *client) byCodec(ctx context.Context) (string, error) {
	resp, err := c.http.Get(base + "/sms")
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	var m message
	if err := c.codec.Decode(resp.Body, &m); err != nil { // want `the code of the reply that codec.Decode fills is never read: nothing looks at m.ResponseCode`
		return "", err
	}
	return m.ID, nil
}

func (c *client) byResponse(ctx context.Context) (string, error) {
	resp, err := c.get(ctx, "/sms")
	if err != nil {
		return "", err
	}
	var m message
	if err := resp.into(&m); err != nil { // want `the code of the reply that response.into fills is never read`
		return "", err
	}
	return m.ID, nil
}

func (c *client) byResponseChecked(ctx context.Context) (string, error) {
	resp, err := c.get(ctx, "/sms")
	if err != nil {
		return "", err
	}
	var m message
	if err := resp.into(&m); err != nil {
		return "", err
	}
	return m.ID, m.Err()
}

func (c *client) byMust(ctx context.Context) (string, error) {
	resp, err := c.get(ctx, "/sms")
	if err != nil {
		return "", err
	}
	var m message
	if err := resp.must(&m); err != nil {
		return "", err
	}
	return m.ID, nil
}

// pages follows the next ones.
func (c *client) pages(ctx context.Context) (all []string, err error) {
	for path := "/sms"; path != ""; {
		resp, err := c.get(ctx, path)
		if err != nil {
			return nil, err
		}
		var p page
		if err := resp.into(&p); err != nil { // want `nothing looks at p.ResponseCode`
			return nil, err
		}
		all = append(all, p.Items...)
		path = p.Next
	}
	return all, nil
}

func (c *client) pagesChecked(ctx context.Context) (all []string, err error) {
	for path := "/sms"; path != ""; {
		resp, err := c.get(ctx, path)
		if err != nil {
			return nil, err
		}
		var p page
		if err := resp.into(&p); err != nil {
			return nil, err
		}
		if p.status == nil || p.Err() != nil {
			return nil, errors.New("no page")
		}
		all = append(all, p.Items...)
		path = p.Next
	}
	return all, nil
}

// A Sender is what the layers below have in common.
type Sender interface {
	Send(ctx context.Context, to string) (*message, error)
}

// Send loses the code: it is in the message alone.
func (c *client) Send(ctx context.Context, to string) (*message, error) {
	resp, err := c.get(ctx, "/sms?to="+to)
	if err != nil {
		return nil, err
	}
	m := new(message)
	if err := resp.into(m); err != nil {
		return nil, err
	}
	return m, nil
}

// timed only takes the time.
type timed struct {
	next Sender
	log  *log.Logger
}

func (t *timed) Send(ctx context.Context, to string) (*message, error) {
	start := time.Now()
	m, err := t.next.Send(ctx, to)
	t.log.Printf("sent in %s: %v", time.Since(start), err)
	return m, err
}

// canned is a double for demonstrations.
type canned struct{ sent []string }

func (c *canned) Send(_ context.Context, to string) (*message, error) {
	c.sent = append(c.sent, to)
	return &message{status: status{ResponseCode: "0"}, ID: "demo"}, nil
}

func notify(ctx context.Context, s Sender, to string) error {
	_, err := s.Send(ctx, to) // want `the reply that Sender.Send returns is thrown away`
	return err
}

func notifyAll(ctx context.Context, s Sender, numbers []string) (ids []string, err error) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, to := range numbers {
		wg.Go(func() {
			m, err := s.Send(ctx, to) // want `nothing looks at m.ResponseCode`
			if err != nil {
				log.Print(err)
				return
			}
			mu.Lock()
			defer mu.Unlock()
			ids = append(ids, m.ID)
		})
	}
	wg.Wait()
	return ids, nil
}

// A Checked is asked by those who want to hear of failures.
type Checked interface {
	SendChecked(ctx context.Context, to string) (*message, error)
}

// strict has the code told by the error.
type strict struct{ next Sender }

func (s *strict) SendChecked(ctx context.Context, to string) (*message, error) {
	m, err := s.next.Send(ctx, to)
	if err != nil {
		return nil, err
	}
	if err := m.Err(); err != nil {
		return nil, err
	}
	return m, nil
}

func notifyChecked(ctx context.Context, c Checked, to string) error {
	_, err := c.SendChecked(ctx, to)
	return err
}

// until asks by a state until it is final, in a closure that is called again.
func (c *client) until(ctx context.Context, id string, again func(func() error) error) (string, error) {
	var m message
	err := again(func() error {
		resp, err := c.get(ctx, "/sms/"+id)
		if err != nil {
			return err
		}
		if err := resp.into(&m); err != nil { // want `nothing looks at m.ResponseCode`
			return err
		}
		if m.State != "final" {
			return errors.New("not yet")
		}
		return nil
	})
	return m.State, err
}

func (c *client) untilChecked(ctx context.Context, id string, again func(func() error) error) (string, error) {
	var m message
	err := again(func() error {
		resp, err := c.get(ctx, "/sms/"+id)
		if err != nil {
			return err
		}
		return resp.into(&m)
	})
	if err != nil {
		return "", err
	}
	return m.State, m.Err()
}

// deferred looks when it is done.
func (c *client) deferred(ctx context.Context) (id string, err error) {
	var m message
	defer func() {
		if err == nil {
			err = m.Err()
		}
	}()
	resp, err := c.get(ctx, "/sms")
	if err != nil {
		return "", err
	}
	if err := resp.into(&m); err != nil {
		return "", err
	}
	return m.ID, nil
}

// An outcome is this program's own form of a reply.
type outcome struct {
	ID   string
	Code string
}

func (c *client) translated(ctx context.Context) (outcome, error) {
	resp, err := c.get(ctx, "/sms")
	if err != nil {
		return outcome{}, err
	}
	var m message
	if err := resp.into(&m); err != nil {
		return outcome{}, err
	}
	return outcome{ID: m.ID, Code: m.ResponseCode}, nil
}

// partial leaves the code out of it.
func (c *client) partial(ctx context.Context) (outcome, error) {
	resp, err := c.get(ctx, "/sms")
	if err != nil {
		return outcome{}, err
	}
	var m message
	if err := resp.into(&m); err != nil { // want `nothing looks at m.ResponseCode`
		return outcome{}, err
	}
	return outcome{ID: m.ID}, nil
}

// byID takes an id for a success.
func (c *client) byID(ctx context.Context) error {
	resp, err := c.get(ctx, "/sms")
	if err != nil {
		return err
	}
	var m message
	if err := resp.into(&m); err != nil { // want `nothing looks at m.ResponseCode`
		return err
	}
	switch {
	case m.ID != "":
		return nil
	default:
		return errors.New("not sent")
	}
}

// lazy asks once.
type lazy struct {
	c    *client
	once sync.Once
	m    message
	err  error
}

func (l *lazy) get(ctx context.Context) (string, error) {
	l.once.Do(func() {
		var resp *response
		if resp, l.err = l.c.get(ctx, "/token"); l.err == nil {
			l.err = resp.into(&l.m)
		}
	})
	return l.m.ID, l.err
}

// report is the other side: a server of our own answers with the same struct.
func report(w http.ResponseWriter, req *http.Request) {
	var m message
	if err := (jsonCodec{}).Decode(req.Body, &m); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	fmt.Fprintln(w, m.ID)
}

type pool struct{ in chan *http.Response }

// work gets responses of others.
func (p *pool) work() {
	for resp := range p.in {
		var m message
		err := json.NewDecoder(resp.Body).Decode(&m) // want `nothing looks at m.ResponseCode`
		resp.Body.Close()
		if err != nil {
			log.Print(err)
			continue
		}
		log.Printf("sent %s", m.ID)
	}
}
