package otp

import (
	"context"
	"time"

	"example.test/programs/services/careless/geniq"
)

// A checker is what a warm-up needs of the client.
type checker interface {
	CheckCode(ctx context.Context, id, code string) (*geniq.Verdict, error)
}

// warmUp has a code checked that cannot be right, so that the connection is there
// when the first customer comes.
func warmUp(ctx context.Context, c checker) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	_, err := c.CheckCode(ctx, "warm-up", "") // want "uncheckedcode: the reply that checker.CheckCode returns is thrown away, and with it ResponseCode"
	return err
}

// checkedAt tells when a code was checked, for the log.
func checkedAt(ctx context.Context, c *geniq.Client, id, code string) (string, error) {
	v, err := c.CheckCode(ctx, id, code) // want "uncheckedcode: the code of the reply that geniq.Client.CheckCode returns is never read: nothing looks at v.ResponseCode"
	if err != nil {
		return "", err
	}
	return id + " " + v.Checked, nil
}
