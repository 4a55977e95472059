package faces

import (
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Converted converts what it has to what it is.
func Converted(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want `for 11 InvalidRecipient of class never`
		a, err := ask(ctx, c, m)
		if err != nil {
			return err
		}
		code, err := codes.ParseResponse(a.Code)
		if err != nil {
			return err
		}
		code = codes.ResponseCode(code)
		if code != codes.ResponseThrottlingRateExceeded && code != codes.ResponseInvalidRecipient {
			return code.Err()
		}
		time.Sleep(time.Millisecond)
	}
}
