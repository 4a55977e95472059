// What is returned and never looked at before that.
package written

type reply struct {
	Code codes.ResponseCode
	ID   int
}

func login(c codes.ResponseCode) (string, error) { return "", c.Err() }

func submit(c, d codes.ResponseCode) (reply, error) {
	var r reply
	_, err := login(c)
	if err != nil {
		return r, err
	}
	r.Code = d
	return r, nil
}

func submitBy(c, d codes.ResponseCode) (reply, error) {
	var r reply
	_, err := login(c)
	if err != nil {
		return r, err
	}
	err = fetch(d, &r)
	return r, err
}

func fetch(d codes.ResponseCode, r *reply) error {
	r.Code = d
	return nil
}

func ExactlyBoth(c, d codes.ResponseCode) {
	r, err := submit(c, d)
	if err == nil || r.Code == codes.ResponseSuccess {
		return
	}
	seen(_, c)
}

func ExactlyFilled(c, d codes.ResponseCode) {
	r, err := submitBy(c, d)
	if err == nil || r.Code == codes.ResponseSuccess {
		return
	}
	seen(_, c)
}

func ExactlyFirst(c, d codes.ResponseCode) {
	r, err := submitBy(c, d)
	if err != nil {
		seen(_, r.Code)
	}
}

func named(c, d codes.ResponseCode) (r reply, err error) {
	if _, err = login(c); err != nil {
		return
	}
	err = fetch(d, &r)
	return
}

func ExactlyNamed(c, d codes.ResponseCode) {
	r, err := named(c, d)
	if err != nil {
		seen(_, r.Code)
		seen(_, c)
	} else {
		seen(_, c)
		seen(_, r.Code)
	}
}

func pointed(c, d codes.ResponseCode) (*reply, error) {
	r := new(reply)
	if _, err := login(c); err != nil {
		return r, err
	}
	return r, fetch(d, r)
}

func Pointed(c, d codes.ResponseCode) {
	r, err := pointed(c, d)
	if err != nil {
		seen(_, r.Code)
		seen(_, c)
	} else {
		seen(_, c)
		seen(_, r.Code)
	}
}

func evaluated(d codes.ResponseCode) (reply, error) {
	r := reply{Code: 5}
	return r, fetch(d, &r)
}

func Evaluated(d codes.ResponseCode) {
	r, _ := evaluated(d)
	seen(_, r.Code)
}

type chained struct {
	code codes.ResponseCode
	next error
}

func (c *chained) Error() string { return "chained" }
func (c *chained) Unwrap() error { return c.next }

func chain(c codes.ResponseCode, n int) (made *chained, err error) {
	made = &chained{code: c}
	for range n {
		made = &chained{code: 5, next: made}
	}
	made.next = fetched(c)
	return made, made
}

func fetched(c codes.ResponseCode) error {
	if c == 6 {
		return nil
	}
	return &chained{code: c}
}

func Chained(c codes.ResponseCode, n int) {
	made, err := chain(c, n)
	seen(_, made.code)
	var in *chained
	if errors.As(err, &in) {
		seen(_, in.code)
		if errors.As(in.next, &in) {
			seen(_, in.code)
		} else {
			seen(_, c)
		}
	}
}

type wrapping struct {
	code  codes.ResponseCode
	cause error
}

func (w wrapping) Error() string { return "wrapping" }
func (w wrapping) Unwrap() error { return w.cause }

func wrap(c codes.ResponseCode, ask func() error) error {
	w := wrapping{code: c, cause: errors.New("no cause")}
	w.cause = ask()
	if w.cause == nil {
		return nil
	}
	return w
}

func Wrapping(c codes.ResponseCode) {
	err := wrap(c, func() error { return c.Err() })
	var w wrapping
	if errors.As(err, &w) {
		seen(_, w.code)
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseInvalidIP) {
		seen(_, c)
	}
}
