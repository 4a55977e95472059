// Functions that know nothing of codes put errors around those that they get.
package written

func aroundOrNil(op string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", op, err)
}

func aroundAny(err error) error { return fmt.Errorf("somewhere: %w", err) }

func aroundBoth(err, other error) error {
	if other == nil {
		return err
	}
	if err == nil {
		return other
	}
	return fmt.Errorf("%w, after %w", err, other)
}

func aroundTwice(err error) error { return errors.Join(err, aroundOrNil("twice", err)) }

func unlessBusy(err error) error {
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		return nil
	}
	return err
}

func aroundTimes(n int, err error) error {
	if n <= 0 || err == nil {
		return err
	}
	return aroundTimes(n-1, aroundAny(err))
}

// lastSeen is an error that anybody may have set.
var lastSeen error

func aroundLast(err error) error {
	if err == nil {
		return lastSeen
	}
	return fmt.Errorf("%w, after %w", err, lastSeen)
}

// twoErrors has two errors in it.
type twoErrors struct{ first, second error }

func (t *twoErrors) Error() string   { return "two errors" }
func (t *twoErrors) Unwrap() []error { return []error{t.first, t.second} }

func aroundTwo(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w, %w", err, &twoErrors{io.EOF, lastSeen})
}

func aroundReplaced(err error) error {
	if err != nil {
		err = fmt.Errorf("replaced: %w", err)
	}
	return err
}

func aroundDeferred(err error) (wrapped error) {
	defer func() {
		if wrapped != nil {
			wrapped = fmt.Errorf("deferred: %w", wrapped)
		}
	}()
	return err
}

// A stepError has the error of a step in it.
type stepError struct {
	step string
	err  error
}

func (s *stepError) Error() string { return s.step }
func (s *stepError) Unwrap() error { return s.err }

func atStep(step string, err error) error {
	if err == nil {
		return nil
	}
	return &stepError{step: step, err: err}
}

// A stepDone is how a step has ended.
type stepDone struct {
	step string
	err  error
}

func (s stepDone) Err() error { return s.err }

func (s *stepDone) Reason() error {
	if s.err == nil {
		return nil
	}
	return atStep(s.step, s.err)
}

// PutAround looks into errors that have been put around others.
func PutAround(c codes.ResponseCode, b bool, n int) {
	err := c.Err()
	if errors.Is(aroundOrNil("sending", err), codes.ResponseThrottlingRateExceeded) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(aroundAny(err), codes.ResponseInvalidIP) {
		seen(_, c)
	}
	if aroundAny(err) == nil {
		seen(_, c)
	}
	if got := aroundBoth(err, io.EOF); errors.Is(got, io.EOF) {
		seen(_, c)
	}
	if b {
		err = nil
	}
	var code codes.ResponseCode
	if errors.As(aroundBoth(io.EOF, err), &code) {
		seen(_, code)
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.As(aroundTwice(aroundTimes(n, err)), &code) {
		seen(_, code)
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// PutAroundMore looks into what is not put around in one place.
func PutAroundMore(c, d codes.ResponseCode, b bool) {
	err := c.Err()
	if unlessBusy(err) == nil {
		seen(_, c)
	}
	if errors.Is(unlessBusy(aroundReplaced(err)), codes.ResponseThrottlingRateExceeded) {
		seen(_, c)
	}
	var code codes.ResponseCode
	if errors.As(aroundDeferred(aroundReplaced(err)), &code) {
		seen(_, code)
	} else {
		seen(_, c)
	}
	if b {
		lastSeen = d.Err()
	}
	if errors.As(aroundLast(err), &code) {
		seen(_, code)
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(aroundLast(err), codes.ResponseInvalidIP) {
		seen(_, c)
		seen(_, d)
	}
	if errors.Is(aroundTwo(err), codes.ResponseInvalidIP) {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
	}
	lastSeen = nil
}

// AtSteps looks into errors of steps.
func AtSteps(c, d codes.ResponseCode, b bool) {
	done := stepDone{"first", c.Err()}
	if errors.Is(done.Reason(), codes.ResponseInvalidIP) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if b {
		done.err = d.Err()
	}
	if errors.Is(done.Reason(), codes.ResponseInvalidIP) {
		seen(_, c)
		seen(_, d)
	}
	var step *stepError
	if errors.As(aroundOrNil("sending", done.Reason()), &step) {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
	next := &stepDone{"next", aroundOrNil("first", done.Err())}
	var code codes.ResponseCode
	if errors.As(next.Reason(), &code) {
		seen(_, code)
		seen(_, c)
	} else {
		seen(_, c)
		seen(_, d)
	}
	if errors.As(atStep("code", d), &code) {
		seen(_, code)
		seen(_, d)
	}
}
