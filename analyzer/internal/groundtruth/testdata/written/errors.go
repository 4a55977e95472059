// Errors of types, among them such that are no pointers: where none is found there is a zero value.
package written

type ValueError struct {
	code codes.ResponseCode
	Op   string
}

func (e ValueError) Error() string { return e.Op + ": " + e.code.String() }

var ErrV = errors.New("not delivered")

func checkV(code codes.ResponseCode) error {
	switch code {
	case 0:
		return nil
	case 7:
		return ValueError{code: code, Op: "send"}
	case 11:
		return ErrV
	default:
		return fmt.Errorf("unexpected code %v", code)
	}
}

func NotFound(c codes.ResponseCode) {
	err := checkV(c)
	inner, ok := err.(ValueError)
	seen(_, inner.code)
	if !ok {
		seen(_, inner.code)
		seen(_, c)
	} else {
		seen(_, inner.code)
	}
	if inner.code == 0 {
		seen(_, c)
	}
	var as ValueError
	if !errors.As(err, &as) {
		seen(_, as.code)
	}
	seen(_, as.code)
	got, found := errors.AsType[ValueError](err)
	seen(_, got.code)
	if !found {
		seen(_, got.code)
	}
	if got.code == 0 {
		seen(_, c)
	}
	for {
		pause()
	}
}

func Found(c codes.ResponseCode) {
	err := checkV(c)
	inner, ok := err.(ValueError)
	if ok && inner.code == 7 || c == 11 {
		seen(_, inner.code)
		seen(_, c)
	}
	seen(_, inner.code)
	switch e := err.(type) {
	case ValueError:
		seen(_, e.code)
	case nil:
		seen(_, c)
	case interface{ Timeout() bool }:
		seen(_, c)
	default:
		seen(_, c)
	}
	wrapped := fmt.Errorf("x: %w", err)
	got, found := errors.AsType[ValueError](wrapped)
	if found {
		seen(_, got.code)
		seen(_, c)
	}
	seen(_, got.code)
	p := &got
	if p.code == 0 {
		seen(_, c)
	}
}

var errAccount = errors.New("not delivered")

type codeError struct {
	Code codes.ResponseCode
	Op   string
}

func (e *codeError) Error() string { return e.Op + ": " + e.Code.String() }

func checkAccount(code codes.ResponseCode) error {
	switch code {
	case 7:
		return &codeError{Code: code, Op: "send"}
	case 11:
		return errAccount
	default:
		return fmt.Errorf("unexpected code %v", code)
	}
}

// Waited goes on for ever: what is known where the ways meet has to hold in each round.
func Waited(c codes.ResponseCode) {
	err := checkAccount(c)
	if errors.Is(err, errAccount) {
		if inner, ok := err.(*codeError); ok {
			seen(_, inner.Code)
		}
	}
	if err != nil {
		seen(_, c)
	}
again:
	pause()
	goto again
}

type limit struct{ code codes.ResponseCode }

func (limit) Error() string { return "too many" }

var errLimit error = limit{5}

func limited(c codes.ResponseCode) error {
	if c == 5 || c == 88 {
		return limit{c}
	}
	return nil
}

// Equal finds what is equal, and not the same.
func Equal(c codes.ResponseCode) {
	err := limited(c)
	if errors.Is(err, errLimit) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == errLimit {
		seen(_, c)
	}
	if err != error(limit{88}) {
		seen(_, c)
	}
	switch err {
	case errLimit:
		seen(_, c)
	case limit{88}:
		seen(_, c)
	}
}
