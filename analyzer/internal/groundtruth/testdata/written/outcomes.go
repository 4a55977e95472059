// Structs that say what has come of something beside the code: an error, yes or no, a number.
package written

var errOther = errors.New("other")

type outcome struct {
	text  string
	again bool
	grade int
	err   error
}

func try(c codes.ResponseCode) outcome {
	switch c {
	case codes.ResponseSuccess:
		return outcome{text: "fine"}
	case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
		return outcome{again: true, grade: 1, err: fmt.Errorf("later: %w", c)}
	}
	return outcome{"", false, 2, c}
}

func tryHard(c codes.ResponseCode) *outcome {
	if c == codes.ResponseSuccess {
		return &outcome{}
	}
	return &outcome{err: fmt.Errorf("code: %w", c), again: c.Retryable()}
}

func tryNamed(c codes.ResponseCode) (o outcome) {
	if c == codes.ResponseSuccess {
		return o
	}
	o.err = c
	o.again = c.Retryable()
	return o
}

func tryLocal(c codes.ResponseCode) outcome {
	var o outcome
	if c != codes.ResponseSuccess {
		o.err, o.grade = errOther, 3
	}
	return o
}

func ExactlyErr(c codes.ResponseCode) {
	o := try(c)
	if o.err != nil {
		seen(_, c)
		return
	}
	seen(_, c)
}

func ExactlyAgain(c codes.ResponseCode) {
	o := try(c)
	if o.again {
		seen(_, c)
	} else if o.err != nil {
		seen(_, c)
	}
}

func ExactlyGrade(c codes.ResponseCode) {
	switch try(c).grade {
	case 0:
		seen(_, c)
	case 1:
		seen(_, c)
	default:
		seen(_, c)
	}
}

func ExactlyAs(c codes.ResponseCode) {
	var code codes.ResponseCode
	if o := try(c); errors.As(o.err, &code) && !o.again {
		seen(_, code)
		seen(_, c)
	}
}

func ExactlyPointer(c codes.ResponseCode) {
	o := tryHard(c)
	if o.err == nil {
		seen(_, c)
	} else if o.again {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func ExactlyPointerField(c codes.ResponseCode) {
	if tryHard(c).again {
		seen(_, c)
	}
}

func ExactlyNamedOutcome(c codes.ResponseCode) {
	o := tryNamed(c)
	if o.err != nil && !o.again {
		seen(_, c)
	}
}

func ExactlyLocal(c codes.ResponseCode) {
	if o := tryLocal(c); o.grade == 3 {
		seen(_, c)
	} else if errors.Is(o.err, errOther) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func relent(o *outcome) { o.again, o.err = true, nil }

// OutcomeChanged: by whoever gets its address.
func OutcomeChanged(c, d codes.ResponseCode) {
	o := try(c)
	relent(&o)
	if o.again && o.err == nil {
		seen(_, c)
	}
	o = try(d)
	func() { o.grade = 0 }()
	if o.grade == 0 {
		seen(_, d)
	}
}

var latest *outcome

func keep(c codes.ResponseCode) *outcome {
	o := &outcome{err: c.Err()}
	latest = o
	return o
}

// OutcomeShared: by whoever has kept it.
func OutcomeShared(c codes.ResponseCode) {
	o := keep(c)
	latest.err = nil
	if o.err == nil {
		seen(_, c)
	}
}

func tryTwice(c, d codes.ResponseCode) (o outcome) {
	defer func() {
		if o.err != nil && d == codes.ResponseSuccess {
			o = outcome{text: "after all"}
		}
	}()
	if c != codes.ResponseSuccess {
		return outcome{err: c, grade: 2}
	}
	return outcome{grade: 1}
}

// OutcomeDeferred: by what is deferred.
func OutcomeDeferred(c, d codes.ResponseCode) {
	o := tryTwice(c, d)
	if o.err == nil {
		seen(_, c)
	}
	if o.grade == 2 {
		seen(_, d)
	}
}

func again(c codes.ResponseCode, n int) outcome {
	o := try(c)
	if o.again && n > 0 {
		return again(codes.ResponseCouldNotRoute, n-1)
	}
	return o
}

// OutcomeLater: in a recursion.
func OutcomeLater(c codes.ResponseCode) {
	if o := again(c, 2); o.err != nil && !o.again {
		seen(_, c)
	}
}
