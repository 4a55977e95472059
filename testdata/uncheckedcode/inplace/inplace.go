// Package inplace calls functions by variables, and literals where they stand.
package inplace

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
)

const base = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode int    `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

func (r *reply) failure() error {
	if r.ResponseCode != 0 {
		return errors.New("refused")
	}
	return nil
}

type client struct{ http *http.Client }

func (c *client) send(ctx context.Context, to string) (*reply, error) {
	resp, err := c.http.Get(base + "/sms?to=" + to)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	r := new(reply)
	return r, json.NewDecoder(resp.Body).Decode(r)
}

// A method's value.

func byMethod(ctx context.Context, c *client) (string, error) {
	send := c.send
	r, err := send(ctx, "office") // want `the code of the reply that client.send returns is never read: nothing looks at r.ResponseCode`
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func byMethodLooked(ctx context.Context, c *client) (string, error) {
	send := c.send
	r, err := send(ctx, "office")
	if err != nil {
		return "", err
	}
	failure := r.failure
	return r.MessageID, failure()
}

func byMethodTwice(ctx context.Context, c *client) error {
	send := c.send
	send(ctx, "office")           // want `the reply that client.send returns is thrown away`
	_, err := send(ctx, "office") // want `the reply that client.send returns is thrown away`
	return err
}

// either cannot be told.
func either(ctx context.Context, c *client, send func(context.Context, string) (*reply, error)) (string, error) {
	if send == nil {
		send = c.send
	}
	r, err := send(ctx, "office")
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func byDecoder(resp *http.Response) (string, error) {
	decode := json.NewDecoder(resp.Body).Decode
	var r reply
	if err := decode(&r); err != nil { // want `the code of the reply that json.Decoder.Decode fills is never read`
		return "", err
	}
	return r.MessageID, nil
}

func byDecoderOfFile(f *os.File) (string, error) {
	decode := json.NewDecoder(f).Decode
	var r reply
	if err := decode(&r); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

// byUnmarshal looks at the text itself.
func byUnmarshal(resp *http.Response) (string, error) {
	var readAll func(io.Reader) ([]byte, error)
	readAll = io.ReadAll
	text, err := readAll(resp.Body)
	if err != nil {
		return "", err
	}
	unmarshal := json.Unmarshal
	var r, again reply
	if err := unmarshal(text, &r); err != nil {
		return "", err
	}
	if err := unmarshal(text, &again); err != nil {
		return "", err
	}
	return r.MessageID, again.failure()
}

func droppedByName(resp *http.Response) (string, error) {
	decode := json.NewDecoder(resp.Body).Decode
	var r reply
	_ = decode(&r) // want `the error of json.Decoder.Decode is dropped, and r.ResponseCode is read`
	return r.MessageID, r.failure()
}

// A literal that is called where it stands.

func byLiteral(ctx context.Context, c *client) (string, error) {
	r, err := func() (*reply, error) { return c.send(ctx, "office") }() // want `the code of the reply that client.send returns is never read: nothing looks at r.ResponseCode`
	if err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func byLiteralLooked(ctx context.Context, c *client) (string, error) {
	r, err := func() (*reply, error) { return c.send(ctx, "office") }()
	if err != nil {
		return "", err
	}
	return r.MessageID, r.failure()
}

func throwsAway(ctx context.Context, c *client) error {
	_, err := func() (*reply, error) { return (c.send(ctx, "office")) }() // want `the reply that client.send returns is thrown away`
	return err
}

func ofFile() (string, error) {
	f, err := func() (*os.File, error) { return os.Open("reply.json") }()
	if err != nil {
		return "", err
	}
	defer f.Close()
	var r reply
	if err := func() error { return json.NewDecoder(f).Decode(&r) }(); err != nil {
		return "", err
	}
	return r.MessageID, nil
}

func dropped(resp *http.Response) (string, error) {
	var r reply
	_ = func() error { return json.NewDecoder(resp.Body).Decode(&r) }() // want `the error of json.Decoder.Decode is dropped, and r.ResponseCode is read`
	return r.MessageID, r.failure()
}

// afterFailure tells of a failure anyway.
func afterFailure(resp *http.Response) error {
	if resp.StatusCode >= 400 {
		var r reply
		err := func() error { return json.NewDecoder(resp.Body).Decode(&r) }()
		if err != nil {
			return err
		}
		return errors.New(r.MessageID)
	}
	return nil
}

// afterFailureToo closes what it has read.
func afterFailureToo(resp *http.Response) (string, bool) {
	if resp.StatusCode < 400 {
		return "", true
	}
	var r reply
	err := func() error {
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(&r)
	}()
	if err != nil {
		return err.Error(), false
	}
	return r.MessageID, false
}

func afterSuccess(resp *http.Response) (string, bool) {
	if resp.StatusCode >= 400 {
		return "", false
	}
	var r reply
	err := func() error {
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(&r) // want `the code of the reply that json.Decoder.Decode fills is never read`
	}()
	if err != nil {
		return err.Error(), false
	}
	return r.MessageID, true
}

// strict has the code told by its error, by a method's value.
func strict(ctx context.Context, c *client) (*reply, error) {
	r, err := c.send(ctx, "office")
	if err != nil {
		return nil, err
	}
	failure := r.failure
	if err := failure(); err != nil {
		return nil, err
	}
	return r, nil
}

func usesStrict(ctx context.Context, c *client) error {
	_, err := strict(ctx, c)
	return err
}
