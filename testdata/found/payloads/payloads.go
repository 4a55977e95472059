// Package payloads hands the texts of requests to the functions that return the replies.
package payloads

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

const endpoint = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode string `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

type client struct{ http *http.Client }

func (c *client) post(ctx context.Context, path string, payload []byte) (*reply, error) {
	resp, err := c.send(ctx, path, payload)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return nil, err
	}
	return &r, nil
}

func (c *client) send(ctx context.Context, path string, payload []byte) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint+path, bytes.NewReader(payload))
	if err != nil {
		return nil, err
	}
	return c.http.Do(req)
}

func (c *client) message(ctx context.Context, to string) (string, error) {
	payload, err := json.Marshal(map[string]string{"to": to})
	if err != nil {
		return "", err
	}
	r, err := c.post(ctx, "/sms", payload) // want "uncheckedcode: .*never read"
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func (c *client) cancel(ctx context.Context, id string) error {
	_, err := c.post(ctx, "/cancel", []byte(id)) // want "uncheckedcode: .*thrown away"
	return err
}

// mirror has the code looked at by who gets the text.
func (c *client) mirror(ctx context.Context, text []byte, audit func([]byte)) (string, error) {
	audit(text)
	r, err := read(text)
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func read(text []byte) (*reply, error) {
	r := new(reply)
	return r, json.Unmarshal(text, r)
}

// call keeps what is sent and what comes back in one variable.
func call(path string, in, out any) error {
	b, err := json.Marshal(in)
	if err != nil {
		return err
	}
	resp, err := http.Post(endpoint+path, "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	b, err = io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return json.Unmarshal(b, out)
}

func register(name string) (string, error) {
	var r reply
	if err := call("/senders", map[string]string{"name": name}, &r); err != nil { // want "uncheckedcode: .*never read"
		return "", err
	}
	return r.MessageID, nil
}

// checked looks at the text before it decodes what is left of it.
func checked(path string, out any) error {
	resp, err := http.Get(endpoint + path)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if err := failure(b); err != nil {
		return err
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	return json.Unmarshal(b, out)
}

func failure(text []byte) error {
	var r reply
	if err := json.Unmarshal(text, &r); err != nil {
		return err
	}
	if r.ResponseCode != "0" { // want "magiccode: .*Success"
		return errors.New("refused: " + r.ResponseCode)
	}
	return nil
}

func balance() (string, error) {
	var r reply
	if err := checked("/balance", &r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// again looks at the code of every answer but the last.
func again(path string, times int) (string, error) {
	var b []byte
	for range times {
		if b != nil {
			if err := failure(b); err != nil {
				return "", err
			}
		}
		resp, err := http.Get(endpoint + path)
		if err != nil {
			return "", err
		}
		b, err = io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil {
			return "", err
		}
	}
	var r reply
	if err := json.Unmarshal(b, &r); err != nil { // want "uncheckedcode: .*never read"
		return "", err
	}
	return r.MessageID, nil
}
