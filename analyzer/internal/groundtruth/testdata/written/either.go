// Errors that may hold a code which nobody has seen made, beside those of a reply, and replies that come with some
// errors only.
package written

type answer struct{ code codes.ResponseCode }

// picky is what encoding/json fails for with the code that it reads.
type picky struct{}

func (*picky) UnmarshalJSON(data []byte) error {
	n, _ := strconv.Atoi(string(data))
	return codes.ResponseCode(n).Err()
}

func ask(c codes.ResponseCode, broken, odd bool) (*answer, error) {
	if broken {
		return nil, errors.New("broken")
	}
	if odd {
		if err := json.Unmarshal([]byte(strconv.Itoa(int(c))), new(picky)); err != nil {
			return nil, err
		}
	}
	a := &answer{c}
	if err := a.code.Err(); err != nil {
		return a, fmt.Errorf("refused: %w", err)
	}
	return a, nil
}

func passes(c codes.ResponseCode) bool {
	switch c {
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		return true
	}
	return false
}

func ExactlyMethod(c codes.ResponseCode, broken, odd bool) {
	_, err := ask(c, broken, odd)
	var code codes.ResponseCode
	if errors.As(err, &code) && code.Retryable() {
		seen(_, code)
	}
	if errors.As(err, &code) && !code.Retryable() {
		seen(_, code)
	}
	if code, ok := errors.AsType[codes.ResponseCode](err); ok && code.Retry() == codes.RetryAfterFix {
		seen(_, code)
	}
}

func ExactlyPredicate(c codes.ResponseCode, broken, odd bool) {
	_, err := ask(c, broken, odd)
	var code codes.ResponseCode
	if !errors.As(err, &code) || !passes(code) {
		return
	}
	seen(_, code)
}

func Unfilled(c codes.ResponseCode, broken bool) {
	a, err := ask(c, broken, false)
	if err == nil {
		seen(_, a.code)
		return
	}
	if a != nil {
		seen(_, a.code)
	}
}

func Answer(c codes.ResponseCode, broken, odd bool) {
	a, err := ask(c, broken, odd)
	var code codes.ResponseCode
	if a != nil && errors.As(err, &code) {
		seen(_, a.code)
		if code.Retryable() {
			seen(_, a.code)
			seen(_, code)
		}
	}
	if errors.As(err, &code) {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

// Places is of pointers that are nil on some ways, and are not on others.
func Places(c, d codes.ResponseCode, first, second bool) {
	var a *answer
	if first {
		a = &answer{c}
	}
	if a != nil {
		seen(_, a.code)
	}
	if second {
		a = &answer{d}
	}
	if a == nil {
		a = new(answer)
	}
	seen(_, a.code)
	if a.code.Retryable() {
		seen(_, a.code)
	}
}

// Twice is of a code that is one of two.
func Twice(c, d codes.ResponseCode, first bool) {
	code := c
	if first && c.Retryable() {
		code = d
	}
	if passes(code) {
		seen(_, code)
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, code)
		seen(_, c)
		seen(_, d)
	}
}

func get(c codes.ResponseCode, broken bool) *answer {
	if broken {
		return nil
	}
	return &answer{c}
}

// ExactlyBelow is of a reply that is there or is not: if it is, its code is the one that the function gets.
func ExactlyBelow(c codes.ResponseCode, broken bool) {
	a := get(c, broken)
	if a != nil && a.code.Retryable() {
		seen(_, a.code)
		seen(_, c)
	}
}

// Put is of a pointer that is nil or not when something is put at it, and that is asked later.
func Put(c, d codes.ResponseCode, first, second bool) {
	var a *answer
	b := new(answer)
	if first {
		a = b
	}
	if second {
		b.code = d
	} else if a != nil {
		a.code = c
	}
	if a == nil {
		a = b
	}
	seen(_, a.code)
	seen(_, b.code)
	if a.code == codes.ResponseInvalidRecipient {
		seen(_, b.code)
		seen(_, c)
		seen(_, d)
	}
}
