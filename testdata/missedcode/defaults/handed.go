package defaults

import (
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// countSuccess leaves with success, and then with all that fails.
func (t *tally) countSuccess(r reply) (string, error) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		t.wrong++
	}
	if r.ResponseCode == codes.ResponseSuccess {
		return r.MessageID, nil
	}
	return "", fmt.Errorf("refused: %w", r.ResponseCode)
}

// countForgetting leaves with success, and forgets what fails.
func (t *tally) countForgetting(r reply) (string, error) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		t.wrong++
	}
	if r.ResponseCode == codes.ResponseSuccess {
		return r.MessageID, nil
	}
	return "", nil
}

// countCode returns the code itself.
func (t *tally) countCode(r reply) (codes.ResponseCode, error) {
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		t.wrong++
	}
	return r.ResponseCode, nil
}

// countReply returns the reply that has it.
func (t *tally) countReply(r reply) *reply {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		t.sent++
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	}
	return &r
}

// countBare returns the code as an error, which success must not be.
func (t *tally) countBare(r reply) error {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		t.slow++
	case codes.ResponseInvalidRecipient:
		t.wrong++
	}
	return r.ResponseCode
}

// gather goes on with what was accepted, and gathers the errors of all else.
func gather(replies []reply, save func(reply) error) (err error) {
	for _, r := range replies {
		switch r.ResponseCode {
		case codes.ResponseSuccess:
			err = errors.Join(err, save(r))
			continue
		case codes.ResponseThrottlingRateExceeded:
			time.Sleep(time.Second)
		}
		err = errors.Join(err, fmt.Errorf("%s: %w", r.MessageID, r.ResponseCode))
	}
	return err
}

// failing lists what was refused.
func (t *tally) failing(replies []reply) (failed []reply) {
	for _, r := range replies {
		switch r.ResponseCode {
		case codes.ResponseSuccess:
			continue
		case codes.ResponseThrottlingRateExceeded:
			t.slow++
		}
		failed = append(failed, r)
	}
	return failed
}

// report sends what was refused on.
func (t *tally) report(replies []reply, refused chan<- error) {
	for _, r := range replies {
		switch r.ResponseCode {
		case codes.ResponseSuccess:
			t.sent++
			continue
		case codes.ResponseThrottlingRateExceeded:
			t.slow++
		}
		refused <- fmt.Errorf("%s: %w", r.MessageID, r.ResponseCode)
	}
}

// listed lists what was accepted, too.
func (t *tally) listed(replies []reply) (all []reply) {
	for _, r := range replies {
		switch r.ResponseCode { // want `happens to 21 response codes`
		case codes.ResponseInvalidRecipient:
			continue
		case codes.ResponseThrottlingRateExceeded:
			t.slow++
		}
		all = append(all, r)
	}
	return all
}

// attributes has the code in any case, and adds to it.
func attributes(r reply) []any {
	list := []any{"code", int(r.ResponseCode)}
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		list = append(list, "id", r.MessageID)
	case codes.ResponseInsufficientCredit:
		list = append(list, "action", "top up")
	}
	return list
}

// advice has nothing to begin with.
func advice(r reply) []string {
	list := []string{"sms"}
	switch r.ResponseCode { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		list = append(list, r.MessageID)
	case codes.ResponseThrottlingRateExceeded:
		list = append(list, "later")
	case codes.ResponseInsufficientCredit:
		list = append(list, "top up")
	}
	return list
}

// What stands behind may tell of a failure whatever the code, once success is dealt with.

func refusedAnyway(c codes.ResponseCode, count func(string)) error {
	if c == codes.ResponseSuccess {
		return nil
	}
	switch c {
	case codes.ResponseInsufficientCredit:
		count("credit")
	case codes.ResponseInvalidIP:
		count("address")
	}
	return fmt.Errorf("refused by the API")
}

func answered(w http.ResponseWriter, c codes.ResponseCode) {
	if c == codes.ResponseSuccess {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	switch c {
	case codes.ResponseThrottlingRateExceeded:
		w.Header().Set("Retry-After", "10")
	case codes.ResponseInsufficientCredit:
		w.Header().Set("X-Credit", "0")
	}
	http.Error(w, "refused", http.StatusBadGateway)
}

func answeredAlike(w http.ResponseWriter, c codes.ResponseCode) {
	switch c { // want `happens to 21 response codes that can reach it: 0 Success`
	case codes.ResponseThrottlingRateExceeded:
		w.Header().Set("Retry-After", "10")
	case codes.ResponseInsufficientCredit:
		w.Header().Set("X-Credit", "0")
	}
	http.Error(w, "refused", http.StatusBadGateway)
}

func answeredWell(w http.ResponseWriter, c codes.ResponseCode) {
	if c == codes.ResponseSuccess {
		return
	}
	switch c { // want `happens to 20 response codes`
	case codes.ResponseThrottlingRateExceeded:
		w.Header().Set("Retry-After", "10")
	case codes.ResponseInsufficientCredit:
		w.Header().Set("X-Credit", "0")
	}
	w.WriteHeader(http.StatusAccepted)
}

func buffered(c codes.ResponseCode, count func(string)) []byte {
	if c == codes.ResponseSuccess {
		return nil
	}
	switch c { // want `happens to 20 response codes`
	case codes.ResponseThrottlingRateExceeded:
		count("slow")
	case codes.ResponseInsufficientCredit:
		count("credit")
	}
	text := make([]byte, 512)
	return text[:copy(text, "refused")]
}

// worst returns no error: its code is of a type that is one.
func worst(c codes.ResponseCode, count func(string)) codes.ResponseCode {
	if c == codes.ResponseSuccess {
		return c
	}
	switch c { // want `happens to 20 response codes`
	case codes.ResponseInsufficientCredit:
		count("credit")
	case codes.ResponseInvalidIP:
		count("address")
	}
	return codes.ResponseSystemError
}

// A text that is built has to have the code in it before, and not only what is asked about it.

func builtWithout(r reply) string {
	var b strings.Builder
	b.WriteString(r.MessageID)
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		b.WriteString(" (top up)")
	case codes.ResponseThrottlingRateExceeded:
		b.WriteString(" (later)")
	}
	return b.String()
}

func builtOfAnswer(r reply) string {
	var b strings.Builder
	fmt.Fprint(&b, r.ResponseCode.Retryable())
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		b.WriteString(" (top up)")
	case codes.ResponseThrottlingRateExceeded:
		b.WriteString(" (later)")
	}
	return b.String()
}

// What is deferred may ask by a switch, too.

func deferredSwitch(r reply) (err error) {
	defer func() {
		switch {
		case err != nil:
		case r.ResponseCode != codes.ResponseSuccess:
			err = r.ResponseCode
		}
	}()
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return errNumber
	case codes.ResponseInvalidRecipient:
		return errNumber
	}
	return nil
}

func deferredHalf(r reply) (err error) {
	defer func() {
		switch {
		case err != nil:
		case r.ResponseCode.Retryable():
			err = r.ResponseCode
		}
	}()
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseThrottlingRateExceeded:
		return errNumber
	case codes.ResponseInvalidRecipient:
		return errNumber
	}
	return nil
}
