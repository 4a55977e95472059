// Errors that wrap one of which nothing is known, and one with a code.
package written

var errs = make(chan error, 10)

func mix(e error, c codes.ResponseCode) error { return fmt.Errorf("%w, %w", e, c) }

func join(e error, c codes.ResponseCode) error { return errors.Join(e, c) }

// Before has an unknown error before a code.
func Before(c, d codes.ResponseCode) {
	if d == 0 {
		return // no success is an error
	}
	errs <- error(d)
	err := mix(<-errs, c)
	var x codes.ResponseCode
	if errors.As(err, &x) {
		seen(_, x)
		if x == 5 {
			seen(_, c)
		}
	}
	errs <- fmt.Errorf("w: %w", d)
	err = join(<-errs, c)
	if errors.As(err, &x) {
		seen(_, x)
		if x != 5 {
			seen(_, c)
		}
	}
	errs <- error(d)
	err = errors.Join(<-errs, c)
	if x, ok := errors.AsType[codes.ResponseCode](err); ok {
		seen(_, x)
	}
}

type refusal struct {
	code  codes.ResponseCode
	cause error
}

func (r *refusal) Error() string { return "x" }
func (r *refusal) Unwrap() error { return r.cause }

func Caused(c, d codes.ResponseCode) {
	if d == 0 {
		return // no success is an error
	}
	errs <- &refusal{code: d}
	var err error = fmt.Errorf("%w %w", <-errs, &refusal{code: c})
	var r *refusal
	if errors.As(err, &r) {
		seen(_, r.code)
		if r.code == 5 {
			seen(_, c)
		}
	}
}

func codeOf(err error) codes.ResponseCode {
	var code codes.ResponseCode
	if errors.As(err, &code) {
		return code
	}
	return 0
}

func hasFive(err error) bool {
	var r *refusal
	return errors.As(err, &r) && r.code == 5
}

// Asked lets a function find which comes first.
func Asked(c, d codes.ResponseCode) {
	if d == 0 {
		return // no success is an error
	}
	errs <- error(d)
	seen(_, codeOf(fmt.Errorf("%w, %w", <-errs, c)))
	errs <- error(d)
	if codeOf(errors.Join(<-errs, c)) == 5 {
		seen(_, c)
	}
	errs <- &refusal{code: d}
	if hasFive(fmt.Errorf("%w %w", <-errs, &refusal{code: c})) {
		seen(_, c)
	}
	errs <- &refusal{code: d}
	if hasFive(fmt.Errorf("%w %w", &refusal{code: c}, <-errs)) {
		seen(_, c)
	}
}
