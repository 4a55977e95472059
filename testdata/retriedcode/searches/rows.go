package searches

import (
	"context"
	"log/slog"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A row says of a code what is to be done.
type row struct {
	code  codes.ResponseCode
	name  string
	retry bool
}

// Rows asks a list of structs what they say.
func Rows(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := send(ctx, c, m)
		if err != nil || !said(code) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func said(code codes.ResponseCode) bool {
	for _, r := range table {
		if r.code == code {
			return r.retry
		}
	}
	return false
}

var table = []row{
	{codes.ResponseThrottlingRateExceeded, "throttled", true},
	{codes.ResponseInsufficientCredit, "no credit", false},
	{codes.ResponseInvalidRecipient, "no such number", true}, // want "11 InvalidRecipient .* is of class never"
	{code: codes.ResponseInvalidOriginator, name: "no such sender"},
	{codes.ResponseSystemError, "system error", true},
}

// RowsPassing asks one that says so of what passes.
func RowsPassing(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := send(ctx, c, m)
		if err != nil {
			return err
		}
		pause, ok := pauseOf(code)
		if !ok {
			return code.Err()
		}
		time.Sleep(pause * c.Unit)
	}
}

func pauseOf(code codes.ResponseCode) (time.Duration, bool) {
	for _, p := range pauses {
		if p.code == code {
			return p.units, true
		}
	}
	return 0, false
}

var pauses = []struct {
	code  codes.ResponseCode
	units time.Duration
}{
	{codes.ResponseThrottlingRateExceeded, 2},
	{codes.ResponseSystemError, 1},
}

// RowsListed goes round for all that are in a list of structs.
func RowsListed(ctx context.Context, c *api.Client, m api.Message) error {
	for {
		code, err := send(ctx, c, m)
		if err != nil || !inRows(code) {
			return err
		}
		time.Sleep(c.Unit)
	}
}

func inRows(code codes.ResponseCode) bool {
	for _, w := range worth {
		if code == w.code {
			return true
		}
	}
	return false
}

var worth = []struct {
	code codes.ResponseCode
	why  string
}{
	{codes.ResponseThrottlingRateExceeded, "too fast"},
	{codes.ResponseCouldNotRoute, "no route"}, // want "10 CouldNotRoute .* is of class never"
}

// RowsFew leaves for few of them.
func RowsFew(ctx context.Context, c *api.Client, m api.Message) error {
	for { // want "10 CouldNotRoute, 12 InvalidOriginator, .* and 5 more of class never.* 6 InsufficientCredit"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		for _, h := range hopeless {
			if h.code == code {
				return code
			}
		}
		time.Sleep(c.Unit)
	}
}

var hopeless = []row{
	{code: codes.ResponseInvalidCredentials}, {code: codes.ResponseInvalidIP}, {code: codes.ResponseAccountExpired},
	{code: codes.ResponseAccountDisabled}, {code: codes.ResponseInvalidRecipient},
}

// RowsNamed only looks for a name.
func RowsNamed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		slog.Debug("failed", "why", nameOf(code))
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func nameOf(code codes.ResponseCode) string {
	for _, r := range table {
		if r.code == code {
			return r.name
		}
	}
	return ""
}

// Index looks at the elements by their index.
func Index(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess || isFinal(code) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func isFinal(code codes.ResponseCode) bool {
	for i := range final {
		if final[i] == code {
			return true
		}
	}
	return false
}

// IndexFew does so for few of them.
func IndexFew(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute, 11 InvalidRecipient, .* and 6 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		for i := range account {
			if code == account[i] {
				return code
			}
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// IndexRows looks at structs by their index.
func IndexRows(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "10 CouldNotRoute, 12 InvalidOriginator, .* and 5 more of class never"
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess || isHopeless(code) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func isHopeless(code codes.ResponseCode) bool {
	for i := range hopeless {
		if hopeless[i].code == code {
			return true
		}
	}
	return false
}

// Changed looks at what somebody may add to.
func Changed(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		code, err := send(ctx, c, m)
		if err != nil || code == codes.ResponseSuccess || isRefused(code) {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func isRefused(code codes.ResponseCode) bool {
	for _, r := range refused {
		if r.code == code {
			return true
		}
	}
	return false
}

var refused = []row{{code: codes.ResponseInvalidRecipient}}

func init() {
	for _, code := range final {
		refused = append(refused, row{code: code})
	}
}
