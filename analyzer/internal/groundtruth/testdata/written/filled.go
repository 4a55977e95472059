// Errors of the program's own types: what is in them is what was put there last.
package written

type filled struct {
	to    string
	code  codes.ResponseCode
	cause error
}

func (f *filled) Error() string { return f.to }

func (f *filled) Unwrap() error { return f.cause }

type coded struct{ code codes.ResponseCode }

func (c coded) Error() string { return "coded" }

func (c coded) Unwrap() error { return c.code }

type listed struct {
	code  codes.ResponseCode
	cause error
}

func (l *listed) Error() string { return "listed" }

func (l *listed) Unwrap() []error { return []error{l.code, l.cause} }

// pointed is an error itself; but only what points to it wraps.
type pointed struct{ code codes.ResponseCode }

func (p pointed) Error() string { return "pointed" }

func (p *pointed) Unwrap() error { return p.code }

// around has what it embeds wrap.
type around struct {
	coded
	at string
}

var errGone = errors.New("gone")

func fill(f *filled, code codes.ResponseCode) { f.code = code }

func fillLater(code codes.ResponseCode) error {
	e := &filled{to: "60120000001", code: codes.ResponseSystemError}
	if code > 20 {
		e.code = code
	}
	return e
}

func fillByHelper(code codes.ResponseCode) error {
	e := &filled{code: codes.ResponseSystemError}
	fill(e, code)
	return e
}

func fillCause(code codes.ResponseCode) error {
	e := &filled{cause: errGone}
	switch code {
	case 0:
		return nil
	case 5, 88:
		e.cause = code
	case 11:
		e.cause = fmt.Errorf("refused: %w", code)
	case 12:
		e.cause = nil
	}
	return e
}

func fillValue(code codes.ResponseCode) error {
	var e filled
	e.code = code
	return &e
}

func filledPointer(code codes.ResponseCode) *filled {
	e := new(filled)
	e.code = code
	if code == codes.ResponseInvalidIP {
		return nil
	}
	return e
}

func FilledLater(code codes.ResponseCode) {
	err := fillLater(code)
	var e *filled
	if errors.As(err, &e) {
		seen(_, e.code)
		if e.code == codes.ResponseSystemError {
			seen(_, code)
		}
	}
	if errors.Is(err, codes.ResponseSystemError) {
		seen(_, code)
	}
}

func FilledByHelper(code codes.ResponseCode) {
	var e *filled
	if errors.As(fillByHelper(code), &e) && e.code == codes.ResponseInvalidRecipient {
		seen(_, code)
	}
}

func FilledCause(code codes.ResponseCode) {
	err := fillCause(code)
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if errors.Is(err, errGone) {
		seen(_, code)
	}
	var inner codes.ResponseCode
	if errors.As(err, &inner) {
		seen(_, inner)
		seen(_, code)
	}
}

func FilledValue(code codes.ResponseCode) {
	if e, ok := fillValue(code).(*filled); ok {
		seen(_, e.code)
	}
}

func FilledPointer(code codes.ResponseCode) {
	e := filledPointer(code)
	if e == nil {
		seen(_, code)
		return
	}
	var err error = e
	var f *filled
	if errors.As(err, &f) && f.code == 5 {
		seen(_, code)
	}
	e.code = 88
	if errors.As(err, &f) {
		seen(_, f.code)
	}
}

func FilledCoded(code codes.ResponseCode) {
	var err error = coded{code}
	if errors.Is(err, codes.ResponseInvalidIP) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if errors.Is(&coded{code}, codes.ResponseInvalidIP) {
		seen(_, code)
	}
	if err == codes.ResponseInvalidIP {
		seen(_, code)
	}
}

func FilledListed(code codes.ResponseCode) {
	err := error(&listed{code, codes.ResponseGeneralFailure})
	if errors.Is(err, codes.ResponseGeneralFailure) {
		seen(_, code)
	}
	var inner codes.ResponseCode
	if errors.As(err, &inner) {
		seen(_, inner)
	}
}

func FilledPointed(code codes.ResponseCode) {
	if errors.Is(pointed{code}, codes.ResponseInvalidIP) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if errors.Is(&pointed{code}, codes.ResponseInvalidIP) {
		seen(_, code)
	}
}

func FilledAround(code codes.ResponseCode) {
	err := error(around{coded{code}, "here"})
	if errors.Is(err, codes.ResponseInvalidIP) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	e := around{at: "there"}
	e.code = code
	if errors.Is(e, codes.ResponseInvalidIP) {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func FilledTwice(code codes.ResponseCode) {
	var last error
	e := &filled{}
	for i := 0; i < 2; i++ {
		if i == 1 {
			e.code = code
			last = e
		} else {
			e.code = codes.ResponseSystemError
		}
	}
	var f *filled
	if errors.As(last, &f) {
		seen(_, f.code)
	}
}

func FilledNil(code codes.ResponseCode) {
	var e *filled
	if code > 10 {
		e = &filled{code: code}
	}
	if e != nil {
		seen(_, e.code)
		var f *filled
		if errors.As(e, &f) {
			seen(_, f.code)
		}
	} else {
		seen(_, code)
	}
}
