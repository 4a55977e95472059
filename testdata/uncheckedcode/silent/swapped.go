package silent

import (
	"context"
	"errors"
)

// newest asks twice and keeps the reply before: the two change places.
func (c *client) newest(ctx context.Context) (string, error) {
	last, next := &reply{}, &reply{}
	for range 2 {
		if err := c.fetch(ctx, "/status", next); err != nil {
			return "", err
		}
		last, next = next, last
	}
	if last.ResponseCode != "0" {
		return "", errors.New("refused")
	}
	return last.MessageID, nil
}
