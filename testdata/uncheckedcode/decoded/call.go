package decoded

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// call is the client's own wrapper: it decodes into out.
func (c *Client) call(ctx context.Context, path string, in, out any) error {
	resp, err := c.post(ctx, path, in)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("%s: %s", path, resp.Status)
	}
	if out == nil {
		return nil
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// callTwice is a wrapper around the wrapper.
func (c *Client) callTwice(ctx context.Context, path string, in, out any) error {
	var err error
	for range 2 {
		if err = c.call(ctx, path, in, out); err == nil {
			return nil
		}
	}
	return err
}

type batchReply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	BatchID      string             `json:"batchId"`
}

// StartBatch believes the wrapper's error.
func (c *Client) StartBatch(ctx context.Context, numbers []string) (string, error) {
	var r batchReply
	if err := c.call(ctx, "/batch_sms", numbers, &r); err != nil { // want `the code of the reply that Client.call fills is never read: nothing looks at r.ResponseCode`
		return "", err
	}
	return r.BatchID, nil
}

// RestartBatch believes the wrapper's wrapper.
func (c *Client) RestartBatch(ctx context.Context, numbers []string) (string, error) {
	r := &batchReply{}
	err := c.callTwice(ctx, "/batch_sms", numbers, r) // want `Client.callTwice fills is never read: nothing looks at r.ResponseCode`
	return r.BatchID, err
}

// CheckedBatch asks for the code.
func (c *Client) CheckedBatch(ctx context.Context, numbers []string) (string, error) {
	var r batchReply
	if err := c.call(ctx, "/batch_sms", numbers, &r); err != nil {
		return "", err
	}
	return r.BatchID, r.ResponseCode.Err()
}

// decode gives what it decoded.
func decode[T any](resp *http.Response) (T, error) {
	var v T
	err := json.NewDecoder(resp.Body).Decode(&v)
	return v, err
}

// Generic takes it.
func (c *Client) Generic(ctx context.Context, numbers []string) (string, error) {
	resp, err := c.post(ctx, "/batch_sms", numbers)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	r, err := decode[batchReply](resp) // want `the code of the reply that decoded.decode returns is never read: nothing looks at r.ResponseCode`
	if err != nil {
		return "", err
	}
	return r.BatchID, nil
}

// GenericChecked looks at it.
func (c *Client) GenericChecked(ctx context.Context, numbers []string) (string, error) {
	resp, err := c.post(ctx, "/batch_sms", numbers)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	r, err := decode[*batchReply](resp)
	if err != nil {
		return "", err
	}
	if !r.ResponseCode.Known() || r.ResponseCode != codes.ResponseSuccess {
		return "", r.ResponseCode
	}
	return r.BatchID, nil
}

// fill is a method by which a reply fills itself.
func (r *batchReply) fill(resp *http.Response) error {
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(r)
}

// Filled calls it, in a closure.
func (c *Client) Filled(ctx context.Context, numbers []string) (id string, err error) {
	var r batchReply
	attempt := func() error {
		resp, err := c.post(ctx, "/batch_sms", numbers)
		if err != nil {
			return err
		}
		return r.fill(resp) // want `batchReply.fill fills is never read: nothing looks at r.ResponseCode`
	}
	if err := attempt(); err != nil {
		return "", err
	}
	return r.BatchID, nil
}

// FilledChecked looks in a deferred closure.
func (c *Client) FilledChecked(ctx context.Context, numbers []string) (id string, err error) {
	var r batchReply
	defer func() {
		if err == nil {
			err = r.ResponseCode.Err()
		}
	}()
	resp, err := c.post(ctx, "/batch_sms", numbers)
	if err != nil {
		return "", err
	}
	if err := r.fill(resp); err != nil {
		return "", err
	}
	return r.BatchID, nil
}
