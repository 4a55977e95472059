package envelopes

import (
	"context"
	"errors"
	"net"
	"net/http"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Ruled asks a policy, which asks more than the code.
func Ruled(ctx context.Context, c *api.Client, m api.Message) error {
	for n := range maxTries {
		_, err := open(ctx, c, m)
		if err == nil || !retryPolicy(err) {
			return err
		}
		if err := c.Pause(ctx, n); err != nil {
			return err
		}
	}
	return errWornOut
}

func retryPolicy(err error) bool {
	var (
		refused *Refusal
		status  *api.StatusError
		network net.Error
	)
	switch {
	case errors.As(err, &refused):
		switch refused.Code {
		case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
			return true
		case codes.ResponseSpamThresholdExceeded: // want "19 SpamThresholdExceeded .* is of class never"
			return true
		}
	case errors.As(err, &status):
		return status.Status == http.StatusBadGateway
	case errors.As(err, &network):
		return network.Timeout()
	}
	return false
}
