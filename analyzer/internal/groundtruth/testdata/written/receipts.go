// Functions that return what they have made of a code, beside an error that holds it: a struct, with the code for a
// refusal and without it for a success, or a pointer to one.
package written

type receipt struct {
	id   string
	code codes.ResponseCode
}

type refusedError struct{ code codes.ResponseCode }

func (e refusedError) Error() string   { return e.code.Description() }
func (e refusedError) Temporary() bool { return e.code.Retryable() }

func submit(c codes.ResponseCode) (receipt, error) {
	if c != codes.ResponseSuccess {
		return receipt{code: c}, refusedError{c}
	}
	return receipt{id: "m1"}, nil
}

func submitNamed(c codes.ResponseCode, broken bool) (r receipt, err error) {
	if broken {
		return receipt{}, errors.New("broken")
	}
	switch c {
	case codes.ResponseSuccess:
		r.id = "m1"
	case codes.ResponseThrottlingRateExceeded, codes.ResponseInvalidIP:
		r.code, err = c, refusedError{c}
	default:
		err = refusedError{c}
	}
	return r, err
}

func submitted(c codes.ResponseCode) (*receipt, error) {
	switch {
	case c == codes.ResponseSuccess:
		return &receipt{id: "m1"}, nil
	case c == codes.ResponseSystemError:
		return nil, refusedError{c}
	}
	return &receipt{code: c}, refusedError{c}
}

func ExactlyReceiptByError(c codes.ResponseCode) {
	r, err := submit(c)
	if err == nil {
		seen(_, c)
		return
	}
	var refused refusedError
	if errors.As(err, &refused) && !refused.Temporary() {
		seen(_, r.code)
		seen(_, refused.code)
		return
	}
	seen(_, r.code)
	seen(_, c)
}

func ExactlyReceiptByCode(c codes.ResponseCode) {
	r, err := submit(c)
	if err == nil {
		return
	}
	if !r.code.Retryable() {
		seen(_, c)
		return
	}
	seen(_, r.code)
	if c == codes.ResponseGeneralFailure {
		seen(_, r.code)
	}
}

func ReceiptNamed(c codes.ResponseCode, broken bool) {
	r, err := submitNamed(c, broken)
	seen(_, r.code)
	if err != nil && r.code != codes.ResponseSuccess {
		seen(_, c)
		seen(_, r.code)
	}
	var refused refusedError
	if errors.As(err, &refused) {
		seen(_, refused.code)
		if refused.code == codes.ResponseInvalidIP {
			seen(_, r.code)
		}
		if r.code == codes.ResponseInvalidIP {
			seen(_, refused.code)
		}
	}
}

func ExactlyReceiptThere(c codes.ResponseCode) {
	r, err := submitted(c)
	if r == nil {
		seen(_, c)
		return
	}
	seen(_, c)
	if err != nil && r.code.Retry() == codes.RetryAfterFix {
		seen(_, c)
	}
}

func ReceiptInRounds(a, b codes.ResponseCode) {
	var last receipt
	for _, c := range []codes.ResponseCode{a, b, a} {
		seen(_, last.code)
		r, err := submit(c)
		if err == nil {
			seen(_, last.code)
			continue
		}
		if last.code == r.code {
			seen(_, c)
		}
		last = r
		seen(_, last.code)
	}
	seen(_, last.code)
}

func ReceiptReplaced(c codes.ResponseCode, lost bool) {
	r, err := submitted(c)
	if lost {
		r = new(receipt)
	}
	if r != nil {
		seen(_, r.code)
	}
	if r == nil && err != nil {
		seen(_, c)
	}
	if r == nil {
		seen(_, c)
	}
}

func ReceiptLost(c codes.ResponseCode, lost bool) {
	r, _ := submitted(c)
	p := &r
	if lost {
		*p = nil
	}
	if r == nil {
		seen(_, c)
		return
	}
	seen(_, r.code)
}

func ExactlyForgotten(c codes.ResponseCode, lost bool) {
	d := c
	if lost {
		d = codes.ResponseSuccess
	}
	if d == codes.ResponseInvalidIP {
		return
	}
	seen(_, d)
}
