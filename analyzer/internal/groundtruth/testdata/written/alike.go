// Errors that are compared with codes: err == codes.ResponseInvalidIP.
package written

type worded string

func (w worded) Error() string { return string(w) }

type told2 struct{ code codes.ResponseCode }

func (t told2) Error() string { return "told" }

var (
	errAddress error = codes.ResponseInvalidRecipient
	errNumber  error = codes.ResponseInvalidRecipient
	errOwn           = errors.New("own")
)

func asError(code codes.ResponseCode) error {
	switch code {
	case 0:
		return nil
	case 1:
		return errOwn
	case 2:
		return fmt.Errorf("wrapped: %w", code)
	case 3:
		return told2{code}
	case 4:
		return &told2{code}
	case 5:
		return codes.ReasonCode(5)
	}
	return code
}

func AlikeSwitched(code codes.ResponseCode) {
	switch asError(code) {
	case nil:
		seen(_, code)
	case codes.ResponseThrottlingRateExceeded, codes.ResponseGeneralFailure:
		seen(_, code)
	case codes.ResponseInvalidIP, codes.ReasonSubscriberUnknown:
		seen(_, code)
	case errAddress:
		seen(_, code)
	case told2{3}:
		seen(_, code)
	default:
		seen(_, code)
	}
}

func AlikeCompared(code codes.ResponseCode) {
	err := asError(code)
	if err == codes.ResponseInvalidRecipient {
		seen(_, code)
	} else {
		seen(_, code)
	}
	if err != codes.ResponseGeneralFailure && err != nil {
		seen(_, code)
	}
	if codes.ResponseSystemError == err {
		seen(_, code)
	}
	if err == errNumber {
		seen(_, code)
	}
	if errAddress == errNumber {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func AlikeBoth(code, other codes.ResponseCode) {
	err, last := code.Err(), other.Err()
	if err == last {
		seen(_, code)
		if code == 5 {
			seen(_, other)
		}
		return
	}
	seen(_, code)
	if code == 5 {
		seen(_, other)
	}
}

func AlikeConverted(code codes.ResponseCode) {
	var err error = code
	if err == error(codes.ResponseSuccess) {
		seen(_, code)
		return
	}
	want := codes.ResponseInvalidIP
	if err == want {
		seen(_, code)
	}
	want++
	if err == want {
		seen(_, code)
	}
	if err == error(codes.ReasonCode(5)) {
		seen(_, code)
	}
	seen(_, code)
}

func AlikeTexts(code codes.ResponseCode) {
	var err error = worded(code.Wire())
	switch err {
	case worded("5"):
		seen(_, code)
	case worded("05"), worded(""):
		seen(_, code)
	default:
		seen(_, code)
	}
}

func AlikeKept(code codes.ResponseCode, b bool) {
	err := code.Err()
	if b {
		err = errAddress
	}
	if err == codes.ResponseInvalidRecipient {
		seen(_, code)
	} else if err == nil {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func AlikeTold(code codes.ResponseCode) {
	var err error = told2{code}
	if err == (told2{5}) {
		seen(_, code)
	} else {
		seen(_, code)
	}
	p := &told2{code}
	err = p
	if err == p {
		seen(_, code)
	}
	if err == (&told2{code}) {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func AlikeAny(code codes.ResponseCode) {
	var x any = code
	if x == codes.ResponseInvalidIP {
		seen(_, code)
	}
	if x == any(2) || x == any(codes.ReasonCode(2)) {
		seen(_, code)
	}
	var err error = code
	if x == err {
		seen(_, code)
	} else {
		seen(_, code)
	}
}
