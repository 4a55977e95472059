package codes_test

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/errcodelint/errcodelint/codes"
)

func TestDocumented(t *testing.T) {
	for _, d := range domains {
		for _, value := range d.values {
			got := d.facts(value)
			if !got.known {
				t.Errorf("%s %d is not known", d.typ, value)
			}
			if want := strconv.Itoa(value); got.wire != want {
				t.Errorf("%s %d: Wire is %q", d.typ, value, got.wire)
			}
			if want := fmt.Sprintf("%s %d: %s", d.label, value, got.description); got.text != want {
				t.Errorf("%s %d: Error is %q, want %q", d.typ, value, got.text, want)
			}
			if want := got.retry == codes.RetryWithBackoff; got.retryable != want {
				t.Errorf("%s %d: Retryable is %t, its class is %v", d.typ, value, got.retryable, got.retry)
			}
			if got.retry == codes.RetryNotNeeded {
				if got.err != nil {
					t.Errorf("%s %d is a success, but Err is %v", d.typ, value, got.err)
				}
			} else if !d.isErr(value, got.err) {
				t.Errorf("%s %d: Err is %v", d.typ, value, got.err)
			}
		}
	}
}

func TestUndocumented(t *testing.T) {
	// Beside the documented ones, between them, and at the ends of what an int holds.
	for _, value := range []int{-1, 20, 23, 89, 202, 302, 132002, 133001, math.MaxInt32, math.MinInt32, math.MaxInt, math.MinInt} {
		for _, d := range domains {
			want := facts{
				name: fmt.Sprintf("%s(%d)", d.typ, value),
				wire: strconv.Itoa(value),
				text: fmt.Sprintf("%s %d: undocumented code", d.label, value),
			}
			got := d.facts(value)
			if !d.isErr(value, got.err) {
				t.Errorf("%s %d: Err is %v", d.typ, value, got.err)
			}
			got.err = nil
			if got != want {
				t.Errorf("%s %d is %+v, want %+v", d.typ, value, got, want)
			}
		}
	}
}

// Every value near the documented ones is known if the iterator has it, and only then: the lookup
// has a short cut for small values.
func TestLookup(t *testing.T) {
	for _, d := range domains {
		inDomain := map[int]bool{}
		for _, value := range d.values {
			inDomain[value] = true
		}
		for value := -3; value < 140_000; value++ {
			if got := d.facts(value).known; got != inDomain[value] {
				t.Errorf("%s %d: Known is %t", d.typ, value, got)
			}
		}
	}
}

func TestErr(t *testing.T) {
	if err := codes.ResponseSuccess.Err(); err != nil {
		t.Errorf("ResponseSuccess: %v", err)
	}
	if err := codes.ReasonNotApplicable.Err(); err != nil {
		t.Errorf("ReasonNotApplicable: %v", err)
	}
	// The template domain documents no success: its 0 is a failure.
	if err := codes.TemplateCode(0).Err(); err != codes.TemplateAccessTokenExpiredOrRevoked {
		t.Errorf("TemplateCode(0): %v", err)
	}

	err := fmt.Errorf("sending: %w", codes.ResponseThrottlingRateExceeded.Err())
	if !errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		t.Error("errors.Is doesn't find the code")
	}
	if errors.Is(err, codes.ReasonSubscriberUnknown) {
		t.Error("errors.Is finds a reason that has the same number")
	}
	var code codes.ResponseCode
	if !errors.As(err, &code) || code != codes.ResponseThrottlingRateExceeded {
		t.Errorf("errors.As finds %d", code)
	}
	if err := codes.ResponseCode(20).Err(); !errors.Is(err, codes.ResponseCode(20)) {
		t.Errorf("an undocumented code: %v", err)
	}
}

func TestPrinting(t *testing.T) {
	const code = codes.ResponseInsufficientCredit
	for format, want := range map[string]string{
		"%v":  "responseCode 6: Account does not have sufficient credit balance",
		"%s":  "responseCode 6: Account does not have sufficient credit balance",
		"%d":  "6",
		"%3d": "  6",
		"%#v": "6",
	} {
		if got := fmt.Sprintf(format, code); got != want {
			t.Errorf("%s prints %q, want %q", format, got, want)
		}
	}
}

func TestRetryString(t *testing.T) {
	for retry, want := range map[codes.Retry]string{
		codes.RetryUnknown:     "unknown",
		codes.RetryNotNeeded:   "success",
		codes.RetryWithBackoff: "backoff",
		codes.RetryAfterFix:    "fix",
		codes.RetryNever:       "never",
		-1:                     "Retry(-1)",
		5:                      "Retry(5)",
	} {
		if got := retry.String(); got != want {
			t.Errorf("Retry %d is %q, want %q", int(retry), got, want)
		}
	}
}

func TestIteratorsStop(t *testing.T) {
	for c := range codes.ResponseCodes() {
		if c != codes.ResponseSuccess {
			t.Fatalf("went on to %d", c)
		}
		break
	}
	all := codes.TemplateCodes()
	for range 2 { // an iterator starts anew each time
		count := 0
		for range all {
			count++
		}
		if count != documented["template"] {
			t.Errorf("%d codes, want %d", count, documented["template"])
		}
	}
}
