// Codes of the program's own types, which say themselves what they are and what is in them.
package written

type (
	//errcodelint:domain response
	refusal int

	//errcodelint:domain response
	status int

	//errcodelint:domain response
	cause int

	// A rejected message has one of them in it.
	rejected struct{ err refusal }
)

func (r refusal) Error() string { return "refused" }
func (r refusal) Is(target error) bool {
	c, ok := target.(codes.ResponseCode)
	return ok && int(c) == int(r)+1
}

func (s status) Error() string { return "status" }
func (s status) As(target any) bool {
	c, ok := target.(*codes.ResponseCode)
	if ok {
		*c = 88
	}
	return ok
}

func (c cause) Error() string { return "caused" }
func (c cause) Unwrap() error { return codes.ResponseCode(c) }

func (r *rejected) Error() string { return "rejected" }
func (r *rejected) Unwrap() error { return r.err }

func refuse(c codes.ResponseCode) error {
	if c == codes.ResponseSuccess {
		return nil
	}
	return refusal(c)
}

func reject(c codes.ResponseCode) error {
	if c == codes.ResponseSuccess {
		return nil
	}
	return &rejected{refusal(c)}
}

func statusOf(c codes.ResponseCode) error {
	if c == codes.ResponseSuccess {
		return nil
	}
	return status(c)
}

func causeOf(c codes.ResponseCode) error {
	if c == codes.ResponseSuccess {
		return nil
	}
	return fmt.Errorf("sending: %w", cause(c))
}

// Own asks them for codes of package codes.
func Own(c codes.ResponseCode) {
	for _, err := range []error{refuse(c), reject(c)} {
		if errors.Is(err, codes.ResponseCode(6)) {
			seen(_, c)
		}
	}
	err := refuse(c)
	if errors.Is(err, codes.ResponseCode(6)) {
		seen(_, c)
	}
	if errors.Is(err, refusal(6)) {
		seen(_, c)
	}
	if errors.Is(reject(c), codes.ResponseCode(6)) {
		seen(_, c)
	}
	var code codes.ResponseCode
	if errors.As(statusOf(c), &code) {
		seen(_, c)
		seen(_, code)
	}
	var s status
	if errors.As(statusOf(c), &s) {
		seen(_, c)
		seen(_, s)
	}
	if errors.Is(causeOf(c), codes.ResponseCode(6)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if errors.As(causeOf(c), &code) {
		seen(_, c)
		seen(_, code)
	}
}
