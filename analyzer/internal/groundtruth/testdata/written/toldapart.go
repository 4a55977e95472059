// Whether there is an error, which is kept in a variable, or asked of a function.
package written

var errOdd = errors.New("odd")

// unknown returns an error of which nothing can be known.
func unknown(b bool) (err error) {
	if fn, ok := map[bool]any{true: func() error { return errOdd }}[b].(func() error); ok {
		err = fn()
	}
	return err
}

func isSome(err error) bool { return err != nil }
func isNone(err error) bool { return !(err != nil) }

// ExactlyKept asks by variables.
func ExactlyKept(c codes.ResponseCode, b bool) {
	err := unknown(b)
	failed := err != nil
	if !failed {
		err = c.Err()
	}
	if err == nil {
		seen(_, c)
	}
	if failed && err == nil {
		seen(_, c)
	}
}

// Reassigned stores another error after it was asked of.
func Reassigned(c, d codes.ResponseCode, b bool) {
	err := unknown(b)
	failed := err != nil
	err = c.Err()
	if failed {
		seen(_, c)
		if err == nil {
			seen(_, c)
		}
	} else if err != nil {
		seen(_, c)
	}
	other := err != nil && failed
	if other {
		seen(_, c)
	}
	failed = err == nil
	if failed {
		seen(_, c)
		err = d.Err()
	}
	if err == nil {
		seen(_, c)
		seen(_, d)
	}
}

// Rounds asks in each round of a loop.
func Rounds(c, d codes.ResponseCode, b bool) {
	code := c
	failed := false
	for i := range 3 {
		err := unknown(b != (i == 1))
		if failed {
			seen(_, code)
		}
		if failed = err != nil; failed {
			code = d
			continue
		}
		if isSome(err) {
			seen(_, code)
		}
		if err = code.Err(); isNone(err) {
			seen(_, code)
		} else if failed = isSome(err); failed {
			seen(_, code)
		}
	}
	if failed {
		seen(_, code)
	}
}

// Asked asks functions.
func Asked(c codes.ResponseCode, b bool) {
	err := unknown(b)
	if isSome(err) {
		if err == nil {
			seen(_, c)
		}
		err = nil
	} else {
		err = c.Err()
	}
	if isNone(err) {
		seen(_, c)
	}
	some := isSome(err)
	if !some {
		seen(_, c)
	}
	err = unknown(b)
	if some && isNone(err) {
		seen(_, c)
	}
	both := isSome(err) && isNone(unknown(!b))
	if both {
		seen(_, c)
	}
}

// Captured has a literal set the error meanwhile.
func Captured(c codes.ResponseCode, b bool) {
	err := unknown(b)
	set := func() bool { err = c.Err(); return err == nil }
	failed := err != nil
	if set() {
		seen(_, c)
		if failed && err != nil {
			seen(_, c)
		}
	}
	if !failed && err != nil {
		seen(_, c)
	}
	same := failed == (err != nil)
	if same {
		seen(_, c)
	}
}

// Pointed asks of pointers.
func Pointed(c codes.ResponseCode, b bool) {
	var p *codes.ResponseCode
	if b {
		p = &c
	}
	none := p == nil
	if !none && *p == 5 {
		seen(_, c)
	}
	p = &c
	if none {
		seen(_, *p)
	}
	none = p == nil
	if none || *p != 0 {
		seen(_, c)
	}
}
