// Ways through functions: jumps, deferred calls, panics, and conditions with effects.
package written

var errNotSent = errors.New("not sent")

type sendError struct {
	code codes.ResponseCode
	temp bool
}

func (e *sendError) Error() string   { return "send" }
func (e *sendError) Temporary() bool { return e.temp }
func (e *sendError) Is(target error) bool {
	t, ok := target.(*sendError)
	return ok && t.code == e.code
}

func deliver(c codes.ResponseCode, b bool) (id string, err error) {
	defer func() {
		if err != nil && id == "" {
			err = fmt.Errorf("deliver: %w", err)
		}
	}()
	switch {
	case c == 0:
		return "id", nil
	case c == 5 || c == 88:
		return "", &sendError{c, true}
	case b:
		return "", &sendError{code: c}
	}
	return "", errNotSent
}

func protected(c codes.ResponseCode, f func()) (code codes.ResponseCode, err error) {
	code = c
	defer func() {
		switch r := recover().(type) {
		case nil:
		case codes.ResponseCode:
			code, err = r, r
		case error:
			err = r
		default:
			code = 99
		}
	}()
	f()
	return code, nil
}

func check(ok bool, c codes.ResponseCode) {
	if !ok {
		panic(c)
	}
}

func take(c *codes.ResponseCode) codes.ResponseCode {
	old := *c
	*c = 0
	return old
}

// Delivered asks errors that were made in several ways.
func Delivered(c, d codes.ResponseCode, b bool) {
	id, err := deliver(c, b)
	var failed *sendError
	switch {
	case err == nil:
		seen(_, c)
	case errors.As(err, &failed) && failed.Temporary():
		seen(_, c)
		seen(_, failed.code)
	case errors.Is(err, &sendError{code: 11}):
		seen(_, c)
	case errors.Is(err, errNotSent):
		seen(_, c)
	case failed != nil:
		seen(_, failed.code)
		seen(_, c)
	default:
		seen(_, c)
	}
	if id != "" {
		seen(_, c)
	}
	if _, err2 := deliver(d, b); err2 != nil && err == nil {
		seen(_, c)
		seen(_, d)
		err = err2
	}
	if err == nil {
		seen(_, c)
		seen(_, d)
		return
	}
	if errors.As(err, &failed) {
		seen(_, failed.code)
		seen(_, d)
	}
}

// Protected ends early, by panics that somebody recovers.
func Protected(c, d codes.ResponseCode, b bool) {
	x := c
	code, err := protected(c, func() {
		if x == 5 {
			x = 7
			panic(d)
		}
		check(x != 11, 12)
		x = 13
		if b {
			panic(errNotSent)
		}
	})
	seen(_, x)
	seen(_, code)
	if err != nil {
		seen(_, c)
		seen(_, code)
		if err == error(codes.ResponseCode(12)) {
			seen(_, c)
			seen(_, x)
		}
		return
	}
	seen(_, c)
	seen(_, x)
	seen(_, code)
}

// Taken has conditions that change what they ask.
func Taken(c, d codes.ResponseCode, n int, b bool) {
	x, y := c, d
	if take(&x) == 5 && x == 0 {
		seen(_, x)
		seen(_, c)
	}
	if y == 5 || take(&y) == 11 {
		seen(_, y)
		seen(_, d)
	} else {
		seen(_, y)
		seen(_, d)
	}
	for x = c; x != 0; x = take(&y) {
		seen(_, x)
		if x == 88 {
			continue
		}
		if n--; n < 0 {
			break
		}
	}
	seen(_, x)
	switch x = c; take(&x) {
	case 5, 7:
		seen(_, x)
		seen(_, c)
		fallthrough
	case 11:
		seen(_, c)
		if b {
			break
		}
		x = d
		fallthrough
	default:
		seen(_, x)
		seen(_, c)
	}
	x = c
again:
	switch {
	case x == 5:
		x = d
		if n--; n > 0 {
			goto again
		}
		seen(_, x)
	case x == 11 && b:
		defer func(z codes.ResponseCode) { seen(_, z); seen(_, x) }(x)
		x = 14
	case x == 12:
		func() {
			for {
				switch x {
				case 12:
					x = 15
					continue
				case 15:
					return
				}
				break
			}
		}()
		seen(_, x)
	}
	seen(_, x)
outer:
	for i := range 3 {
		for {
			switch x {
			case 14:
				x = 16
				continue outer
			case 16:
				break outer
			case 17:
				seen(_, x)
			}
			if i == 1 {
				x = 17
			}
			if i == 2 {
				return
			}
			continue outer
		}
	}
	seen(_, x)
}
