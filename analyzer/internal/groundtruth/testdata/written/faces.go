// Errors that are known by what they can tell.
package written

type coder interface {
	error
	Code() codes.ResponseCode
}

type teller interface {
	error
	Number() int
}

type refusal struct {
	code codes.ResponseCode
	text string
}

func (r refusal) Error() string            { return r.text }
func (r refusal) Code() codes.ResponseCode { return r.code }
func (r refusal) Number() int              { return int(r.code) }

type outage struct{ code codes.ResponseCode }

func (o *outage) Error() string { return fmt.Sprint("outage ", int(o.code)) }
func (o *outage) Code() codes.ResponseCode {
	if o.code == 99 {
		return 88
	}
	return o.code
}

type closed struct{ code codes.ResponseCode }

func (c closed) Error() string { return "closed" }

func refuse(code codes.ResponseCode) error {
	switch {
	case code == 0:
		return nil
	case code == 5, code == 99:
		return &outage{code}
	case code == 11:
		return errors.New("no such number")
	case code == 12:
		return closed{code}
	}
	return refusal{code, "refused"}
}

func FacesFound(code codes.ResponseCode) {
	err := refuse(code)
	var c coder
	if errors.As(err, &c) {
		seen(_, code)
		if c.Code() == 88 {
			seen(_, code)
		} else {
			seen(_, code)
		}
		return
	}
	seen(_, code)
}

func FacesWrapped(code codes.ResponseCode) {
	err := fmt.Errorf("send: %w", refuse(code))
	var c coder
	if !errors.As(err, &c) {
		seen(_, code)
		return
	}
	switch c.Code() {
	case 1, 2, 3:
		seen(_, code)
	case 5:
		seen(_, code)
	default:
		seen(_, code)
	}
}

func FacesAsserted(code codes.ResponseCode) {
	err := refuse(code)
	if t, ok := err.(teller); ok {
		seen(_, code)
		if t.Number() > 10 {
			seen(_, code)
		}
	} else {
		seen(_, code)
	}
	if c, ok := err.(coder); ok && c.Code() == code {
		seen(_, code)
	}
	if _, ok := err.(interface{ Unwrap() error }); ok {
		seen(_, code)
	}
}

func FacesSwitched(code codes.ResponseCode) {
	switch e := refuse(code).(type) {
	case nil:
		seen(_, code)
	case teller:
		seen(_, code)
		if e.Number() == 7 {
			seen(_, code)
		}
	case coder:
		seen(_, code)
		if e.Code() == 5 {
			seen(_, code)
		}
	default:
		seen(_, code)
	}
}

func patient(err error) bool {
	var c coder
	return !errors.As(err, &c) || c.Code() == 5
}

func FacesAskedElsewhere(code codes.ResponseCode) {
	err := refuse(code)
	if err == nil {
		seen(_, code)
		return
	}
	if patient(err) {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func hasCode(err error) bool {
	var c coder
	return errors.As(err, &c)
}

func FacesAskedWhether(code codes.ResponseCode) {
	if hasCode(refusal{code, "x"}) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if hasCode(refuse(code)) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if hasCode(errors.Join(refuse(code), errors.New("late"))) {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func hasTeller(err error) bool {
	_, ok := errors.AsType[teller](err)
	return ok
}

func FacesAskedByType(code codes.ResponseCode) {
	if hasTeller(refusal{code, "x"}) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if t, ok := errors.AsType[teller](refuse(code)); ok && t.Number() != 7 {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func FacesKept(code codes.ResponseCode, b bool) {
	var c coder = refusal{code, "x"}
	if b {
		c = &outage{code}
	}
	if c.Code() == 99 {
		seen(_, code)
	}
	if c.Code() == 88 {
		seen(_, code)
	}
}

func FacesCopied(code codes.ResponseCode) {
	r := refusal{code, "x"}
	var c coder = r
	if c.Code() == 5 {
		r.code = 7
	}
	if c.Code() == 5 {
		seen(_, code)
	}
	if c.Code() == 7 {
		seen(_, code)
		seen(_, r.code)
	}
}

func FacesJoined(code, other codes.ResponseCode) {
	err := errors.Join(refuse(other), refusal{code, "x"})
	var c coder
	if errors.As(err, &c) && c.Code() == code {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func FacesHidden(code codes.ResponseCode, b bool) {
	var inner error = refusal{code, "inner"}
	err := fmt.Errorf("outer: %w", inner)
	if b {
		err = refusal{5, "outer"}
	}
	var c coder
	if errors.As(err, &c) {
		if c.Code() == 5 {
			seen(_, code)
		} else {
			seen(_, code)
		}
	}
}

func FacesUnwrapped(code codes.ResponseCode) {
	err := fmt.Errorf("send: %w", refuse(code))
	if _, ok := err.(interface{ Unwrap() error }); ok {
		seen(_, code)
	}
	if _, ok := err.(coder); ok {
		seen(_, code)
	}
	var w interface{ Unwrap() error }
	if errors.As(err, &w) {
		seen(_, code)
	}
}

var lastRefusal error

func remember() { lastRefusal = refusal{5, "last"} }

func FacesBehind(code codes.ResponseCode) {
	remember()
	err := fmt.Errorf("%w, then %w", lastRefusal, refusal{code, "now"})
	var c coder
	if errors.As(err, &c) {
		if c.Code() == 5 {
			seen(_, code)
		} else {
			seen(_, code)
		}
	}
}

// fickle errors change what they have told.
type fickle struct{ code codes.ResponseCode }

var told struct{ code codes.ResponseCode }

func (f *fickle) Error() string { return "fickle" }
func (f *fickle) Code() codes.ResponseCode {
	told.code = 7
	return f.code
}

func FacesFickle(code codes.ResponseCode) {
	told.code = code
	if told.code == 5 || told.code == 11 {
		var c coder = &fickle{code}
		if c.Code() == 5 {
			seen(_, told.code)
		}
		seen(_, told.code)
		seen(_, code)
	}
}

// double errors have two codes, and tell the later one.
type double struct{ first, later codes.ResponseCode }

func (d double) Error() string            { return "double" }
func (d double) Code() codes.ResponseCode { return d.later }

func FacesDouble(code, other codes.ResponseCode) {
	var err error = double{code, other}
	var c coder
	if errors.As(err, &c) && c.Code() == 5 {
		seen(_, code)
		seen(_, other)
	}
}

type outer struct{ refusal }

func FacesEmbedded(code codes.ResponseCode) {
	err := fmt.Errorf("%w", outer{refusal{code, "inner"}})
	var c coder
	if errors.As(err, &c) && c.Code() == 5 {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func FacesLooped(code codes.ResponseCode, n int) {
	var c coder
	for i := range n {
		if c != nil && c.Code() == 5 {
			seen(_, code)
		}
		if err := refuse(code); i > 1 && errors.As(err, &c) {
			seen(_, code)
		}
	}
	if c == nil {
		seen(_, code)
	}
}

func FacesHandedOn(code codes.ResponseCode) {
	err := refuse(code)
	var c coder
	if errors.As(err, &c) {
		tell := func(d coder) bool { return d.Code() == 88 }
		if tell(c) {
			seen(_, code)
		}
		var e error = c
		if errors.Is(e, codes.ResponseThrottlingRateExceeded) {
			seen(_, code)
		}
		if r, ok := e.(refusal); ok {
			seen(_, r.code)
		}
		if o, ok := c.(*outage); ok {
			seen(_, o.code)
		}
	}
}

func FacesOfAnother(code codes.ResponseCode) {
	err := gateway.Refuse(code)
	if gateway.Patient(err) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if gateway.Knows(err) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if gateway.Text(err) != "" {
		seen(_, code)
	}
	if gateway.Patient(refusal{code, "own"}) {
		seen(_, code)
	}
	if gateway.Patient(errors.Join(err, refusal{99, "own"})) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	var c gateway.Coder
	if errors.As(err, &c) {
		switch c.Code() {
		case 5:
			seen(_, code)
		case 99:
			seen(_, code)
		default:
			seen(_, code)
		}
	} else {
		seen(_, code)
	}
}

func FacesLast(code codes.ResponseCode) {
	remember()
	if patient(fmt.Errorf("%w, then %w", lastRefusal, refusal{code, "now"})) {
		seen(_, code)
	} else {
		seen(_, code)
	}
}
