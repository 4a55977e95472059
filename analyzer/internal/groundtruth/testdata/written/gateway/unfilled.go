package gateway

type unfilled struct {
	Code codes.ResponseCode
	Op   string
}

func (e *unfilled) Error() string { return e.Op }

func (e *unfilled) Unwrap() error { return e.Code }

func declaredUnfilled() error {
	var e unfilled
	e.Op = "send"
	return &e
}

func literalUnfilled() error { return &unfilled{Op: "send"} }

func newUnfilled() error {
	e := new(unfilled)
	e.Op = "send"
	return e
}

func Check(c codes.ResponseCode) error {
	switch c {
	case 10:
		return declaredUnfilled()
	case 11:
		return literalUnfilled()
	case 12:
		return newUnfilled()
	}
	return c.Err()
}
