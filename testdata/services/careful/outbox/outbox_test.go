package outbox

import (
	"context"
	"errors"
	"testing"
	"time"

	"example.test/programs/services/careful/msgapi"
	"github.com/errcodelint/errcodelint/codes"
)

// script answers with one code after the other, and goes on with the last.
type script []codes.ResponseCode

func (s *script) SendSMS(context.Context, msgapi.SMS) (string, error) {
	code := (*s)[0]
	if len(*s) > 1 {
		*s = (*s)[1:]
	}
	if code == codes.ResponseSuccess {
		return "m-1", nil
	}
	return "", &msgapi.Error{Call: "sms", Code: code}
}

func TestSend(t *testing.T) {
	broken := errors.New("no card works")
	for code := range codes.ResponseCodes() {
		for _, topUp := range []error{nil, broken} {
			pauses, tops := 0, 0
			s := script{code}
			o := New(&s,
				func(context.Context, time.Duration) error { pauses++; return nil },
				func(context.Context) error { tops++; return topUp })
			e := o.Add(msgapi.SMS{To: "601"})
			if left := o.Flush(context.Background()); left != 0 {
				t.Errorf("%v: %d left", code, left)
			}

			wantTops, attempts, wantPauses := 0, 1, 0
			switch {
			case code.Retryable():
				attempts, wantPauses = maxAttempts, maxAttempts-1
			case code == codes.ResponseInsufficientCredit:
				wantTops = 1
				if topUp == nil {
					attempts = 2
				}
			}
			if e.Attempts != attempts || pauses != wantPauses || tops != wantTops {
				t.Errorf("%v: %d attempts, %d pauses, %d top-ups", code, e.Attempts, pauses, tops)
			}
			if (e.State == Sent) != (code == codes.ResponseSuccess) || (e.Err == nil) != (e.State == Sent) {
				t.Errorf("%v: %+v", code, e)
			}
		}
	}
}

func TestSecondChance(t *testing.T) {
	s := script{codes.ResponseThrottlingRateExceeded, codes.ResponseInsufficientCredit, codes.ResponseSuccess}
	o := New(&s,
		func(context.Context, time.Duration) error { return nil },
		func(context.Context) error { return nil })
	e := o.Add(msgapi.SMS{To: "601"})
	if left := o.Flush(context.Background()); left != 0 || e.State != Sent || e.Attempts != 3 || e.ID != "m-1" {
		t.Errorf("%d left, %+v", left, e)
	}
}
