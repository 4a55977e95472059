package success

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"

	"github.com/errcodelint/errcodelint/codes"
)

// Success has left.
func guarded(r reply) error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return r.Code
}

func failure(r reply) error {
	if r.Code != codes.ResponseSuccess {
		return fmt.Errorf("refused: %w", r.Code)
	}
	return nil
}

func selected(r reply) error {
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseInsufficientCredit, codes.ResponsePrepaidAccountExpired:
		return fmt.Errorf("top up: %w", r.Code)
	default:
		return errors.Join(errors.New("refused"), r.Code)
	}
}

func viaErr(r reply) error {
	if err := r.Code.Err(); err != nil {
		return err
	}
	return r.Code.Err()
}

func found(err error) error {
	var code codes.ResponseCode
	if errors.As(err, &code) {
		return code
	}
	return err
}

func transient(r reply) error {
	if r.Code.Retryable() {
		return r.Code
	}
	return nil
}

// The template table has no success.
type templateReply struct {
	Code *codes.TemplateCode `json:"responseCode"`
}

func (t templateReply) err() error {
	if t.Code == nil {
		return nil
	}
	return *t.Code
}

// Words, targets and tables are not errors on their way.
func words(r reply, err error) string {
	slog.Info("answered", "code", r.Code)
	slog.Any("code", r.Code)
	text := fmt.Sprintf("%v: %s", r.Code, r.Message)
	if errors.Is(err, r.Code) || errors.Is(err, codes.ResponseSuccess) {
		return text
	}
	return fmt.Errorf("no error here: %v", r.Code).Error()
}

var texts = map[codes.ResponseCode]error{
	codes.ResponseSuccess:            nil,
	codes.ResponseInsufficientCredit: codes.ResponseInsufficientCredit,
}

func learn(code codes.ResponseCode) { texts[code] = code }

var sentinels = []error{codes.ResponseSuccess, codes.ResponseInvalidRecipient}

func sentinel(err error) bool {
	for _, s := range sentinels {
		if errors.Is(err, s) {
			return true
		}
	}
	return texts[codes.ResponseSuccess] == err
}

// same only looks at what it is given.
func same(err, other error) bool { return err != nil && err.Error() == other.Error() }

func compared(r reply, err error) bool { return same(err, r.Code) || err == r.Code }

// known is a failure, whatever comes.
func known() error { return codes.ResponseSystemError }

func decoded(body []byte) (codes.ResponseCode, error) {
	var r reply
	err := json.Unmarshal(body, &r)
	return r.Code, err
}

// A code in a field of its own, and of an error type that is only made for
// failures.
type apiError struct {
	Code codes.ResponseCode
}

func (e *apiError) Error() string { return e.Code.Description() }

func (r reply) err() error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return &apiError{r.Code}
}

// refusal makes errors of codes that are none of success.
func refusal(r reply) error {
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		return busy{r.Code}
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return r.Code
	}
	return fmt.Errorf("refused: %w", r.Code)
}

type busy struct{ code codes.ResponseCode }

func (b busy) Error() string { return "busy: " + b.code.String() }

// What an error turns out to be is no success, as with errors.As.
func switched(r reply) error {
	switch e := refusal(r).(type) {
	case codes.ResponseCode:
		return fmt.Errorf("address: %w", e)
	case busy:
		return e
	}
	return nil
}

func asserted(send func() error) error {
	if code, ok := send().(codes.ResponseCode); ok {
		return code
	}
	return nil
}

// Each round joins what there is with one more.
func report(rs []reply) error {
	var all error
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess {
			all = errors.Join(all, r.Code)
		}
	}
	return all
}

func described(to []string, rs []reply) error {
	all := errors.New("not all were sent")
	for i, r := range rs {
		if r.Code == codes.ResponseSuccess {
			continue
		}
		all = fmt.Errorf("%w; to %s: %w", all, to[i], r.Code)
	}
	return all
}

// A MessageRejected is an event of what has failed, as its name says.
type MessageRejected struct {
	ID   string             `json:"id"`
	Code codes.ResponseCode `json:"responseCode"`
}

// onRejected ends what waits for the message.
func onRejected(e MessageRejected, end func(id string, err error)) error {
	end(e.ID, e.Code)
	return e.Code
}

// A log shows an error, and makes none.
func logged(log *slog.Logger, r reply) {
	log.Info("sent", "result", error(r.Code))
	log.With(slog.Any("result", error(r.Code))).Debug("sent")
	fmt.Println(r.Code, error(r.Code))
}
