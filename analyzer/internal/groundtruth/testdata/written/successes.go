// Errors of a type that wraps two others, of which one may be a success.
package written

type coded struct {
	Code  codes.ResponseCode
	Op    string
	Cause error
}

func (e coded) Error() string { return e.Op + ": " + e.Code.String() }

func (e coded) Unwrap() []error { return []error{e.Cause, e.Code} }

func check(code codes.ResponseCode) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("send: %w", err)
		}
	}()
	switch code {
	case 5:
		return coded{Op: "send", Cause: code.Err()}
	case 11:
		return fill(code)
	}
	return errors.New("other")
}

func fill(code codes.ResponseCode) coded {
	var e coded
	e.Code = codes.ResponseSuccess
	if code == 12 {
		e.Code = code
	}
	return e
}

func Found(code codes.ResponseCode) {
	err := check(code)
	var inner codes.ResponseCode
	if errors.As(err, &inner) {
		seen(_, inner)
	}
}

func FoundInAny(code codes.ResponseCode) {
	for _, each := range []codes.ResponseCode{code, 22, 18} {
		err := check(each)
		var inner codes.ResponseCode
		if errors.As(err, &inner) {
			seen(_, inner)
		}
	}
}

func checkPlain(code codes.ResponseCode) error {
	switch code {
	case 5:
		return coded{Op: "send", Cause: code.Err()}
	case 11:
		return fill(code)
	}
	return errors.New("other")
}

func Plain(code codes.ResponseCode) {
	err := checkPlain(code)
	var inner codes.ResponseCode
	if errors.As(err, &inner) {
		seen(_, inner)
	}
}

func checkFilled(code codes.ResponseCode) error { return fill(code) }

func Filled(code codes.ResponseCode) {
	err := checkFilled(code)
	var inner codes.ResponseCode
	if errors.As(err, &inner) {
		seen(_, inner)
	}
}

func checkLit(code codes.ResponseCode) error { return coded{Op: "send", Cause: code.Err()} }

func Lit(code codes.ResponseCode) {
	err := checkLit(code)
	var inner codes.ResponseCode
	if errors.As(err, &inner) {
		seen(_, inner)
	}
}
