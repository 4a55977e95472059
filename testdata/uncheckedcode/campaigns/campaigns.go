// Package campaigns sends by a transport of another package.
package campaigns

import (
	"context"
	"fmt"

	"example.test/programs/uncheckedcode/discarded"
	"example.test/programs/uncheckedcode/transport"
)

const api = "https://api.geniq.io/rest/v1"

type batch struct {
	ResponseCode string `json:"responseCode"`
	BatchID      string `json:"batchId"`
}

// Validate says what is wrong with it.
func (b *batch) Validate() error {
	if b.ResponseCode != "0" {
		return fmt.Errorf("batch: %s", b.ResponseCode)
	}
	return nil
}

func start(ctx context.Context, numbers []string) (string, error) {
	c := &transport.Client{Base: api}
	var b batch
	if err := c.Post(ctx, "/batch_sms", numbers, &b); err != nil { // want `the code of the reply that transport.Client.Post fills is never read: nothing looks at b.ResponseCode`
		return "", err
	}
	return b.BatchID, nil
}

func startChecked(ctx context.Context, numbers []string) (string, error) {
	c := &transport.Client{Base: api}
	var b batch
	if err := c.Post(ctx, "/batch_sms", numbers, &b); err != nil {
		return "", err
	}
	return b.BatchID, b.Validate()
}

func startValid(ctx context.Context, numbers []string) (string, error) {
	c := &transport.Client{Base: api}
	var b batch
	if err := c.PostValid(ctx, "/batch_sms", numbers, &b); err != nil {
		return "", err
	}
	return b.BatchID, nil
}

func state(ctx context.Context, id string) (string, error) {
	b, err := transport.Get[batch](ctx, &transport.Client{Base: api}, "/batch_sms/"+id) // want `the code of the reply that transport.Get returns is never read: nothing looks at b.ResponseCode`
	if err != nil {
		return "", err
	}
	return b.BatchID, nil
}

func stateChecked(ctx context.Context, id string) (string, error) {
	b, err := transport.Get[batch](ctx, &transport.Client{Base: api}, "/batch_sms/"+id)
	if err != nil {
		return "", err
	}
	return b.BatchID, b.Validate()
}

func notify(ctx context.Context, c *discarded.Client) error {
	if _, err := c.SendStrict(ctx, "office", "started"); err != nil {
		return err
	}
	_, err := c.Send(ctx, "office", "started") // want `the reply that discarded.Client.Send returns is thrown away`
	return err
}
