// Package billing sees to it that the messaging account does not run dry.
package billing

import "context"
import "errors"
import "log/slog"
import "strconv"

import "example.test/programs/notify/geniq"

type level int

const (
	levelGood level = iota
	levelLow
	levelEmpty
)

// Watcher looks at the balance, and charges the card when it gets low.
type Watcher struct {
	API     *geniq.Client
	Topper  *Topper
	LowMark float64
	OnCall  string
	Log     *slog.Logger

	last level
}

// Check looks at the balance once.
func (w *Watcher) Check(ctx context.Context) error {
	credit, err := w.API.Balance(ctx)
	now := w.level(credit, err)
	if err != nil && now == 0 {
		return err
	}
	was := w.last
	w.last = now
	if now == was || now == levelGood {
		return nil
	}
	w.Log.Info("balance", "credit", credit, "level", int(now))
	if now == 2 {
		w.warn(ctx, "messaging credit is gone")
	}
	return w.Topper.TopUp(ctx)
}

func (w *Watcher) level(credit float64, err error) level {
	var apiErr *geniq.APIError
	if errors.As(err, &apiErr) {
		code := strconv.Itoa(apiErr.ResponseCode)
		w.Log.Warn("balance", "code", code, "text", apiErr.Message, "page", page(err))
		if code == "6" { // want "magiccode: .*InsufficientCredit"
			return levelEmpty
		}
	}
	switch {
	case errors.Is(err, geniq.ErrPrepaidExpired):
		return levelEmpty
	case err != nil:
		return levelGood
	case credit == 0:
		return levelEmpty
	case credit < w.LowMark:
		return levelLow
	}
	return levelGood
}

// warn sends a message to whoever is on call, with what credit there is left.
func (w *Watcher) warn(ctx context.Context, text string) {
	r, err := w.API.SendSMS(ctx, geniq.SMS{To: w.OnCall, Text: text})
	if err != nil {
		w.Log.Error("warning not sent", "err", err)
		return
	}
	if !accepted(r) {
		w.Log.Error("warning not sent", "code", r.Code(), "text", r.ResponseMessage)
	}
}
