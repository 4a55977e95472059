// Functions that ask of which type an error is that they get: itself, and not what it wraps.
package written

type refusal struct{ code codes.ResponseCode }

func (r *refusal) Error() string { return "refused" }

type outage struct{ code codes.ResponseCode }

func (o outage) Error() string   { return "down" }
func (o outage) Temporary() bool { return o.code.Retryable() }

func refused(c codes.ResponseCode) error {
	switch {
	case c == codes.ResponseSuccess:
		return nil
	case c.Retryable():
		return outage{c}
	}
	return &refusal{c}
}

func wrapped(c codes.ResponseCode) error {
	err := refused(c)
	if err == nil || c == codes.ResponseInvalidIP {
		return err
	}
	return fmt.Errorf("sending: %w", err)
}

func isOver(err error) bool {
	r, ok := err.(*refusal)
	return ok && r.code != codes.ResponseInvalidRecipient
}

func kindOf(err error) string {
	switch e := err.(type) {
	case nil:
		return "none"
	case *refusal:
		if e.code == codes.ResponseInvalidOriginator {
			return "sender"
		}
		return "refused"
	case interface{ Temporary() bool }:
		return "passing"
	}
	return "other"
}

func isCode(err error) bool {
	c, ok := err.(codes.ResponseCode)
	return ok && c > 10
}

// insideToo looks at the error, and then at what it wraps.
func insideToo(err error) bool {
	if r, ok := err.(*refusal); ok {
		return r.code == codes.ResponseInvalidIP
	}
	var r *refusal
	return errors.As(err, &r) && r.code == codes.ResponseInvalidCode
}

func ExactlyAsserted(c codes.ResponseCode) {
	err := refused(c)
	if isOver(err) {
		seen(_, c)
		return
	}
	seen(_, c)
}

func AssertedWrapped(c codes.ResponseCode) {
	err := wrapped(c)
	if isOver(err) {
		seen(_, c)
		return
	}
	seen(_, c)
}

func AssertedOther(c codes.ResponseCode, b bool) {
	err := refused(c)
	if b {
		err = errors.New("lost")
	}
	if isOver(err) {
		seen(_, c)
		return
	}
	seen(_, c)
}

func AssertedKinds(c codes.ResponseCode) {
	switch kindOf(refused(c)) {
	case "none":
		seen(_, c)
	case "sender":
		seen(_, c)
	case "refused":
		seen(_, c)
	case "passing":
		seen(_, c)
	default:
		seen(_, c)
	}
}

func AssertedCode(c codes.ResponseCode, b bool) {
	err := c.Err()
	if b && err != nil {
		err = fmt.Errorf("sending: %w", err)
	}
	if isCode(err) {
		seen(_, c)
		return
	}
	seen(_, c)
}

func AssertedInside(c codes.ResponseCode) {
	if insideToo(wrapped(c)) {
		seen(_, c)
		return
	}
	seen(_, c)
}

// AssertedAgain has what it hands on asked by another.
func AssertedAgain(c codes.ResponseCode) {
	over := func(err error) bool { return isOver(err) || isCode(err) }
	if over(wrapped(c)) {
		seen(_, c)
		return
	}
	if over(refused(c)) {
		seen(_, c)
		return
	}
	seen(_, c)
}
