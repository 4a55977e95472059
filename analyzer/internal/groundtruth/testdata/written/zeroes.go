// Errors that are equal, or the same, or neither.
package written

type emptyError struct{}

func (*emptyError) Error() string { return "empty" }

type valueError struct{}

func (valueError) Error() string { return "value" }

type embedded struct {
	error
	note string
}

type carrier struct{ *codeError }

type codeError struct {
	Code codes.ResponseCode
	Err  error
}

func (e *codeError) Error() string        { return "code" }
func (e *codeError) Unwrap() error        { return e.Err }
func (e *codeError) Is(target error) bool { return e.Code == 5 && target == errIs }

type genericError[T any] struct{ Value T }

func (e genericError[T]) Error() string { return "generic" }

type aliasError = codeError

type asError struct{ Code codes.ResponseCode }

func (e asError) Error() string { return "as" }
func (e asError) As(target any) bool {
	switch t := target.(type) {
	case **codeError:
		*t = &codeError{Code: 7}
		return true
	case *codes.ResponseCode:
		if e.Code != 11 {
			*t = e.Code
			return true
		}
	}
	return false
}

type listError []error

func (l listError) Error() string   { return "list" }
func (l listError) Unwrap() []error { return l }

var (
	errIs            = errors.New("is")
	errEmptyA        = &emptyError{}
	errEmptyB        = &emptyError{}
	errValueA  error = valueError{}
	errValueB  error = valueError{}
	errForeign       = gateway.ErrGone
	errMade          = made()
	errWrapped       = fmt.Errorf("wrapped: %w", errIs)
	errCode          = codes.ResponseThrottlingRateExceeded
	errGeneric       = genericError[int]{5}
)

func made() error { return errIs }

func errorFor(c codes.ResponseCode) error {
	switch c {
	case 0:
		return nil
	case 1:
		return errEmptyA
	case 2:
		return errValueA
	case 3:
		return embedded{errIs, "x"}
	case 4:
		return carrier{&codeError{Code: c, Err: errIs}}
	case 5:
		return &codeError{Code: c}
	case 6:
		return genericError[codes.ResponseCode]{c}
	case 7:
		return genericError[int]{5}
	case 10:
		return gateway.ErrClosed
	case 11:
		return asError{c}
	case 12:
		return asError{c}
	case 13:
		return listError{errIs, c}
	case 14:
		return errMade
	case 15:
		return errWrapped
	case 16:
		return fmt.Errorf("%w", listError{fmt.Errorf("%w", c)})
	case 17:
		return errors.Join(embedded{error: c}, errValueB)
	case 18:
		return &aliasError{Code: 11, Err: c}
	case 19:
		return context.Cause(canceled())
	case 21:
		return errCode
	}
	return gateway.ErrGone
}

func canceled() context.Context {
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errIs)
	return ctx
}

// Equal compares errors, and looks into them.
func Equal(c codes.ResponseCode, b bool) {
	err := errorFor(c)
	if err == error(errEmptyA) {
		seen(_, c)
	}
	if err == error(errEmptyB) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == errValueB {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, errValueB) {
		seen(_, c)
	}
	if errors.Is(err, errIs) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == errMade {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == errForeign {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == gateway.ErrClosed {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.Is(err, gateway.ErrGone) {
		seen(_, c)
	}
	if err == error(errGeneric) {
		seen(_, c)
	}
	if err == error(genericError[int]{5}) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == error(errCode) {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	var e *codeError
	if errors.As(err, &e) {
		seen(_, e.Code)
		seen(_, c)
	} else {
		seen(_, c)
	}
	var k carrier
	if errors.As(err, &k) {
		seen(_, k.Code)
		seen(_, c)
	}
	var code codes.ResponseCode
	if errors.As(err, &code) {
		seen(_, code)
		seen(_, c)
	} else {
		seen(_, code)
		seen(_, c)
	}
	if g, ok := errors.AsType[genericError[codes.ResponseCode]](err); ok {
		seen(_, g.Value)
		seen(_, c)
	} else {
		seen(_, g.Value)
	}
	var in embedded
	if errors.As(err, &in) {
		seen(_, c)
		if in.error == errIs {
			seen(_, c)
		}
	}
	var i interface{ Is(error) bool }
	if errors.As(err, &i) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	switch x := err.(type) {
	case carrier:
		seen(_, x.Code)
		seen(_, c)
	case *codeError:
		seen(_, x.Code)
		seen(_, c)
	case interface{ Unwrap() error }:
		seen(_, c)
	case interface{ As(any) bool }:
		seen(_, c)
	case listError, embedded:
		seen(_, c)
	case codes.ResponseCode:
		seen(_, x)
		seen(_, c)
	case nil:
		seen(_, c)
	default:
		seen(_, c)
	}
}

// Kept compares errors that were kept.
func KeptErrors(c, d codes.ResponseCode, b bool) {
	first := errorFor(c)
	saved := first
	if b {
		first = fmt.Errorf("again: %w", first)
	}
	if first == saved {
		seen(_, c)
	}
	if first != saved && saved == nil {
		seen(_, c)
	}
	x, y := errors.New("x"), errors.New("x")
	if x == y {
		seen(_, c)
	}
	z := x
	if d == 5 {
		z = y
	}
	if z == x {
		seen(_, d)
	}
	if errors.Is(z, y) {
		seen(_, d)
	}
	var typed *codeError
	if d == 11 {
		typed = &codeError{Code: d}
	}
	var err error = typed
	if err != nil {
		seen(_, d)
	}
	if typed != nil {
		seen(_, d)
	}
	if e, ok := err.(*codeError); ok && e != nil {
		seen(_, e.Code)
	}
	codeErr := d.Err()
	if codeErr == nil {
		seen(_, d)
	}
	if codeErr == error(codes.ResponseSuccess) {
		seen(_, d)
	}
	if codeErr == c {
		seen(_, c)
		seen(_, d)
	}
	pair := [2]error{c.Err(), d.Err()}
	if pair[0] == pair[1] {
		seen(_, c)
		seen(_, d)
	}
	if pair == [2]error{} {
		seen(_, c)
		seen(_, d)
	}
	if (codeError{Code: c}) == (codeError{Code: d}) {
		seen(_, c)
		seen(_, d)
	}
	for _, err := range []error{c.Err(), errIs, nil} {
		if err == errIs {
			seen(_, c)
			continue
		}
		if err == nil {
			seen(_, c)
			break
		}
		seen(_, c)
	}
	all := map[error]codes.ResponseCode{errIs: 5, errEmptyA: 11}
	if all[first] == 5 {
		seen(_, c)
	}
	seen(_, all[first])
}

func isNone(err error) bool  { return err == nil }
func isNothing(x any) bool   { return x == nil }
func asIs(err error) error   { return err }
func none(b bool) *codeError { return nil }

func typedNil(c codes.ResponseCode) error {
	var e *codeError
	if c == 5 {
		e = &codeError{Code: c}
	}
	return e
}

func both(c codes.ResponseCode) (*codeError, error) {
	if c == 5 {
		return nil, errIs
	}
	return nil, nil
}

// NoErrors are pointers that are nil, in interfaces that are not.
func NoErrors(c codes.ResponseCode, b bool) {
	if typedNil(c) == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	var e *codeError
	if isNone(e) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isNothing(e) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isNothing(nil) && isNone(nil) {
		seen(_, c)
	}
	if asIs(e) != nil {
		seen(_, c)
	}
	if none(b) == nil {
		seen(_, c)
	}
	var err error
	if err == e {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == nil {
		seen(_, c)
	}
	err = none(b)
	if err == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == e {
		seen(_, c)
	} else {
		seen(_, c)
	}
	var x any = map[string]int(nil)
	if x == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	p, err := both(c)
	if err == nil {
		seen(_, c)
	}
	err = p
	if err == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	all := []error{e, nil}
	if all[0] == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	in := struct{ err error }{e}
	if in.err == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	f := func() error { return e }
	if f() != nil {
		seen(_, c)
	}
	var got *codeError
	if errors.As(f(), &got) && got == nil {
		seen(_, c)
	}
	switch t := asIs(e).(type) {
	case nil:
		seen(_, c)
	case *codeError:
		seen(_, c)
		if t == nil {
			seen(_, c)
		}
	}
}
