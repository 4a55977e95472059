package success

import (
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// What is asked of a code is asked of its copies, and the other way round.

func copied(r reply, want codes.ResponseCode) error {
	if r.Code == want {
		return nil
	}
	code := r.Code
	return code
}

func copyAsked(r reply, want codes.ResponseCode) error {
	code := r.Code
	if code == want {
		return nil
	}
	return fmt.Errorf("refused: %w", r.Code)
}

func copyUnasked(r, other reply, want codes.ResponseCode) error {
	code := r.Code
	if other.Code == want {
		return nil
	}
	return code // want `write code.Err\(\)`
}

func answered1(a answered) error {
	status := a.Status()
	if status == codes.ResponseSuccess {
		return nil
	}
	return a.Status()
}

func copyListed(r reply, accepted map[codes.ResponseCode]string) error {
	_, ok := accepted[r.Code]
	if ok {
		return nil
	}
	return r.Code
}

func copyOfSource(f frame) error {
	outcome := f.outcome
	if outcome == 0 {
		return nil
	}
	return codes.ResponseCode(f.outcome)
}

func (f frame) failed() bool { return f.outcome != 0 }

func failedFrame(f *frame) bool { return f.outcome != 0 }

func sourceHanded(f *frame) error {
	if !failedFrame(f) {
		return nil
	}
	return codes.ResponseCode(f.outcome)
}

// A condition in a variable is one.

func (b *breaker) doLater(send func() reply) error {
	closed := !b.until.IsZero()
	if closed {
		return b.why
	}
	return send().Code.Err()
}

// A literal with a name gets what its calls give it, whatever the parameter is called.

func calledAsked(all []reply) error {
	fail := func(answer reply) error { return answer.Code }
	for _, r := range all {
		if ok := r.Code == codes.ResponseSuccess; !ok {
			return fail(r)
		}
	}
	return nil
}

func calledUnasked(all []reply) error {
	fail := func(answer reply) error { return answer.Code } // want `answer.Code becomes an error, and can be 0 \(Success\) here`
	for _, r := range all {
		if r.Message != "" {
			return fail(r)
		}
	}
	return nil
}

var _ = []any{copied, copyAsked, copyUnasked, answered1, copyListed, copyOfSource, frame.failed, sourceHanded, (*breaker).doLater, calledAsked, calledUnasked}
