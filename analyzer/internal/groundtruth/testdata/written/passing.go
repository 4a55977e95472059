// Errors whose method Is says what they pass for.
package written

var (
	errSlow   = errors.New("slow")
	errWrong  = errors.New("wrong")
	errNobody = errors.New("nobody")
	errSome   = errors.New("some")
	errFive   = &alike{Code: 5}
	errOdd    = &unlike{Code: 5}
	touched   bool
)

// told tells by a switch.
type told struct{ Code codes.ResponseCode }

func (t *told) Error() string { return "told" }
func (t *told) Is(target error) bool {
	switch target {
	case errSlow:
		return t.Code == 5 || t.Code == 88
	case errWrong:
		if t.Code == 11 {
			return true
		}
		return t.Code == 12 || t.Code == codes.ResponseInvalidCode
	case codes.ResponseSystemError:
		return t.Code == 99
	}
	return false
}

// alike is like another one with its code.
type alike struct {
	Code codes.ResponseCode
	Text string
}

func (a *alike) Error() string { return "alike" }
func (a *alike) Is(target error) bool {
	if c, ok := target.(codes.ResponseCode); ok {
		return c == a.Code
	}
	o, ok := target.(*alike)
	return ok && o.Code == a.Code
}

// unlike is like another one with another code.
type unlike struct{ Code codes.ResponseCode }

func (u *unlike) Error() string { return "unlike" }
func (u *unlike) Is(target error) bool {
	o, ok := target.(*unlike)
	return ok && o.Code != u.Code
}

// odd is a value that is unlike itself.
type odd struct{ Code codes.ResponseCode }

func (o odd) Error() string { return "odd" }
func (o odd) Is(target error) bool {
	p, ok := target.(odd)
	return ok && p.Code == 88 && o.Code == 11
}

// within has another error in it.
type within struct {
	Code codes.ResponseCode
	Err  error
}

func (w *within) Error() string        { return "within" }
func (w *within) Unwrap() error        { return w.Err }
func (w *within) Is(target error) bool { return target == errSlow && w.Code == 5 }

// pair has two codes.
type pair struct {
	Code, Other codes.ResponseCode
}

func (p pair) Error() string { return "pair" }
func (p pair) Is(target error) bool {
	return target == errSlow && p.Code == 5 || target == errWrong && p.Other == 11
}

// moody asks more than its code.
type moody struct {
	Code codes.ResponseCode
	On   bool
}

func (m *moody) Error() string { return "moody" }
func (m *moody) Is(target error) bool {
	if touched {
		return true
	}
	return target == errSlow && (m.On || m.Code == 5)
}

func isSlow(err error) bool { return errors.Is(err, errSlow) }

func isSystem(err error) bool { return errors.Is(err, codes.ResponseSystemError) }

func codeIn(err error) (codes.ResponseCode, bool) {
	var c codes.ResponseCode
	ok := errors.As(err, &c)
	return c, ok
}

// Told asks for sentinels.
func Told(c codes.ResponseCode, b bool) {
	var err error = &told{c}
	if b {
		err = fmt.Errorf("again: %w", err)
	}
	if errors.Is(err, errSlow) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errWrong) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errNobody) {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseSystemError) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isSlow(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isSystem(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if _, ok := codeIn(err); ok {
		seen(_, c)
	}
	if err == errSlow {
		seen(_, c)
	}
}

// Alike asks for errors that are made for it.
func Alike(c codes.ResponseCode, b bool) {
	var err error = &alike{Code: c}
	if b {
		err = errors.Join(errSome, err)
	}
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errFive) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, &alike{Code: 88}) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, &alike{Code: c}) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if b && c == 7 {
		err = errFive
	}
	if errors.Is(err, errFive) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// Unlike asks for what is the same, though its method says no.
func Unlike(c codes.ResponseCode, b bool) {
	var err error = &unlike{c}
	if b {
		err = errOdd
	}
	if errors.Is(err, errOdd) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, &unlike{5}) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// Odd asks for what is equal, though its method says no.
func Odd(c codes.ResponseCode) {
	var err error = odd{c}
	if errors.Is(err, odd{5}) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, odd{88}) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	err = gateway.Odd{Code: c}
	if errors.Is(err, gateway.ErrOdd) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrOddFace) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// Within has others in it that pass for more.
func Within(c codes.ResponseCode, b bool) {
	err := error(&within{c, nil})
	if b {
		err = &within{c, &told{c}}
	}
	if errors.Is(err, errSlow) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errWrong) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isSlow(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if b && c == 11 {
		err = &within{c, errSlow}
	}
	if isSlow(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// Pair asks for either code.
func Pair(c, d codes.ResponseCode) {
	var err error = pair{c, d}
	if errors.Is(err, errSlow) {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
	if errors.Is(err, errWrong) {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
	if isSlow(err) {
		seen(_, c)
		seen(_, d)
	}
}

// Moody asks what hangs on more.
func Moody(c codes.ResponseCode, b bool) {
	touched = b && c == 6
	var err error = &moody{c, b && c == 7}
	if errors.Is(err, errSlow) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errWrong) {
		seen(_, c)
	}
	if isSlow(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	touched = false
}

// Elsewhere asks errors of another package.
func Elsewhere(c codes.ResponseCode, b bool) {
	err := gateway.Tell(c, b)
	if errors.Is(err, gateway.ErrSlow) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrWrong) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrFive) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrUnlike) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errSlow) {
		seen(_, c)
	}
	if isSlow(err) {
		seen(_, c)
	}
	if b && c == 6 {
		gateway.Turn()
	}
	if errors.Is(err, gateway.ErrTurned) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// ExactlyTold asks for sentinels alone.
func ExactlyTold(c codes.ResponseCode, b bool) {
	var err error = &told{c}
	if b {
		err = fmt.Errorf("again: %w", err)
	}
	if errors.Is(err, errSlow) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errWrong) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// ExactlyAlike asks for errors with one code.
func ExactlyAlike(c codes.ResponseCode) {
	var err error = &alike{Code: c}
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errFive) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, &alike{Code: 88}) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// ExactlyElsewhere asks an error of another package.
func ExactlyElsewhere(c codes.ResponseCode) {
	err := error(&gateway.Told{Code: c})
	if errors.Is(err, gateway.ErrWrong) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrFive) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}
