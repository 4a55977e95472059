// Errors in errors, and what is found in them.
package written

var (
	errBusy    = errors.New("busy")
	errRefused = errors.New("refused")
	errAlias   = errBusy
)

type refusal struct {
	code codes.ResponseCode
	err  error
}

func (r *refusal) Error() string        { return "refused" }
func (r *refusal) Unwrap() error        { return r.err }
func (r *refusal) Is(target error) bool { return target == errRefused && r.code != 5 }

type several struct {
	errs []error
	code codes.ResponseCode
}

func (s several) Error() string   { return "several" }
func (s several) Unwrap() []error { return s.errs }

type opaque struct{ code codes.ResponseCode }

func (o opaque) Error() string { return "opaque" }
func (o opaque) As(target any) bool {
	if p, ok := target.(*codes.ResponseCode); ok {
		*p = 11
		return true
	}
	return false
}

func single(c codes.ResponseCode) error {
	switch c {
	case 0:
		return nil
	case 5, 88:
		return errBusy
	case 11:
		return &refusal{code: c}
	case 12:
		return &refusal{c, errBusy}
	case 13:
		return fmt.Errorf("13: %w", &refusal{c, c})
	case 14:
		return errors.Join(errRefused, c)
	case 15:
		return fmt.Errorf("%w and %w", errBusy, errRefused)
	case 16:
		return several{[]error{c, errBusy}, 7}
	case 17:
		return opaque{c}
	case 18:
		return fmt.Errorf("%v", errBusy)
	case 19:
		var r *refusal
		return r
	case 21:
		return errAlias
	}
	return c
}

// Asked asks in all ways.
func Asked(c codes.ResponseCode, b bool) {
	err := single(c)
	if errors.Is(err, errBusy) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err == errBusy {
		seen(_, c)
	}
	if err == errAlias {
		seen(_, c)
	}
	if c != 19 && errors.Is(err, errRefused) {
		seen(_, c)
	}
	if c != 19 && errors.Is(err, codes.ResponseInvalidRecipient) {
		seen(_, c)
	}
	if c != 19 && errors.Is(err, c) {
		seen(_, c)
	}
	var rc codes.ResponseCode
	if c != 19 && errors.As(err, &rc) {
		seen(_, rc)
		seen(_, c)
		if rc == 11 {
			seen(_, c)
		}
	}
	seen(_, rc)
	var r *refusal
	if errors.As(err, &r) && r != nil {
		seen(_, r.code)
		seen(_, c)
		if r.err == nil {
			seen(_, r.code)
		}
		if inner, ok := r.err.(codes.ResponseCode); ok {
			seen(_, inner)
			seen(_, r.code)
		}
	} else {
		seen(_, c)
	}
	var s several
	if c != 19 && errors.As(err, &s) {
		seen(_, s.code)
		seen(_, c)
	}
	seen(_, s.code)
	switch err {
	case nil:
		seen(_, c)
	case errBusy:
		seen(_, c)
	default:
		seen(_, c)
	}
	switch e := err.(type) {
	case nil:
		seen(_, c)
	case *refusal:
		seen(_, c)
		if e != nil {
			seen(_, e.code)
		}
	case several, opaque:
		seen(_, c)
	case interface{ Unwrap() error }:
		seen(_, c)
	case interface{ Unwrap() []error }:
		seen(_, c)
	case codes.ResponseCode:
		seen(_, e)
		if e.Retryable() {
			seen(_, c)
		}
	default:
		seen(_, c)
	}
	if u := errors.Unwrap(err); u != nil {
		seen(_, c)
		if u == errBusy {
			seen(_, c)
		}
	} else {
		seen(_, c)
	}
}

func wrap(err error, b bool) error {
	if err == nil {
		return nil
	}
	if b {
		return fmt.Errorf("wrapped: %w", err)
	}
	return err
}

func hide(err error) error {
	if err != nil {
		return errors.New(err.Error())
	}
	return nil
}

func ignore(err error, ignored ...error) error {
	for _, x := range ignored {
		if errors.Is(err, x) {
			return nil
		}
	}
	return err
}

func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func retryable(err error) bool {
	var c codes.ResponseCode
	if errors.As(err, &c) {
		return c.Retryable()
	}
	return errors.Is(err, errBusy)
}

func withCode(c codes.ResponseCode, b bool) (err error) {
	defer func() {
		if err != nil && b {
			err = &refusal{c, err}
		}
	}()
	if c == 7 {
		return nil
	}
	return single(c)
}

// Wrapped goes through helpers.
func Wrapped(c, d codes.ResponseCode, b bool) {
	if c == 19 || d == 19 {
		return
	}
	if err := wrap(single(c), b); err != nil {
		seen(_, c)
		if errors.Is(err, errBusy) {
			seen(_, c)
		}
		if err == errBusy {
			seen(_, c)
		}
	}
	if err := hide(single(c)); err == nil {
		seen(_, c)
	} else if errors.Is(err, errBusy) {
		seen(_, c)
	}
	if err := ignore(single(c), errBusy, codes.ResponseInvalidRecipient); err == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if err := first(single(c), single(d)); err != nil {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
	if retryable(single(c)) {
		seen(_, c)
	}
	if !retryable(wrap(single(c), b)) {
		seen(_, c)
	}
	if err := withCode(c, b); err == nil {
		seen(_, c)
	} else if r, ok := err.(*refusal); ok {
		seen(_, c)
		seen(_, r.code)
	} else {
		seen(_, c)
	}
	var last error
	for _, x := range []codes.ResponseCode{c, d} {
		if err := single(x); err != nil {
			last = err
			continue
		}
		last = nil
		seen(_, x)
	}
	if last == nil {
		seen(_, c)
		seen(_, d)
	}
	if errors.Is(last, codes.ResponseCouldNotRoute) {
		seen(_, c)
		seen(_, d)
	}
	err := single(c)
	e2 := err
	if b {
		err = single(d)
	}
	if e2 == nil {
		seen(_, c)
		seen(_, d)
	}
	if err == nil && e2 != nil {
		seen(_, c)
		seen(_, d)
	}
	if (err == nil) == (e2 == nil) {
		seen(_, c)
	}
	errs := []error{single(c)}
	errs[0] = single(d)
	if errs[0] == nil {
		seen(_, c)
		seen(_, d)
	}
	m := map[codes.ResponseCode]error{5: errBusy, 11: errRefused, 12: nil}
	if err := m[c]; err != nil {
		seen(_, c)
	}
	if err, ok := m[c]; ok && err == nil {
		seen(_, c)
	}
	if errors.Is(m[c], errRefused) {
		seen(_, c)
	}
	p := &err
	*p = nil
	if err == nil {
		seen(_, c)
	}
	if e := error(c); e == error(d) {
		seen(_, c)
		seen(_, d)
	}
	if c.Err() == d.Err() {
		seen(_, c)
		seen(_, d)
	}
}

var errorOf = map[codes.ResponseCode]error{
	3:  errAlias,
	5:  errBusy,
	11: errRefused,
	12: nil,
	13: codes.ResponseCouldNotRoute,
	14: errors.New("no route"),
	15: fmt.Errorf("blocked: %w", errRefused),
	16: &refusal{code: 5},
	17: refusals[0],
}

var onlyKnown = map[string]error{
	"5":  errBusy,
	"11": errRefused,
	"12": nil,
	"13": codes.ResponseCouldNotRoute,
}

var refusals = []error{errBusy}

func known(code string) error {
	if err, ok := onlyKnown[code]; ok {
		return err
	}
	return fmt.Errorf("%w: %s", errRefused, code)
}

// Tabled looks up what error a code is.
func Tabled(c codes.ResponseCode, responseCode string) {
	err := errorOf[c]
	if err == nil {
		seen(_, c)
	}
	if errors.Is(err, errBusy) {
		seen(_, c)
	}
	if errors.Is(err, errRefused) {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseCouldNotRoute) {
		seen(_, c)
	}
	if responseCode == "99" {
		return
	}
	if err := onlyKnown[responseCode]; err != nil {
		seen(_, responseCode)
		if err == errBusy {
			seen(_, responseCode)
		}
		var code codes.ResponseCode
		if errors.As(err, &code) {
			seen(_, code)
			seen(_, responseCode)
		}
		if err == onlyKnown["5"] {
			seen(_, responseCode)
		}
	}
	if _, ok := onlyKnown[responseCode]; ok {
		seen(_, responseCode)
	}
	switch err := known(responseCode); {
	case err == nil:
		seen(_, responseCode)
	case errors.Is(err, errBusy):
		seen(_, responseCode)
	case errors.Is(err, errRefused):
		seen(_, responseCode)
	default:
		seen(_, responseCode)
	}
	wrapped := fmt.Errorf("send: %w", onlyKnown[responseCode])
	if errors.Is(wrapped, errRefused) {
		seen(_, responseCode)
	}
	if errors.Is(wrapped, codes.ResponseCouldNotRoute) {
		seen(_, responseCode)
	}
}
