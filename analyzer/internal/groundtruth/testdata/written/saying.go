// Errors with fields that say something of a code beside it, or instead of it.
package written

type sortOf int

const (
	sortNone sortOf = iota
	sortPassing
	sortFinal
)

func sortBy(code codes.ResponseCode) sortOf {
	switch {
	case code == 0:
		return sortNone
	case code.Retryable():
		return sortPassing
	}
	return sortFinal
}

type SortedError struct {
	Sort sortOf
	Loud bool
	Text string
}

func (e *SortedError) Error() string { return e.Text }

type ToldError struct {
	Code codes.ResponseCode
	Temp bool
	Sort sortOf
}

func (e ToldError) Error() string { return "told" }

type SetError struct {
	Temp bool
	Next error
}

func (e *SetError) Error() string { return "set" }
func (e *SetError) Unwrap() error { return e.Next }

func sorted(code codes.ResponseCode) error {
	if code == 0 {
		return nil
	}
	return &SortedError{Sort: sortBy(code), Loud: code > 20, Text: "sorted"}
}

func toldOf(code codes.ResponseCode) error {
	switch code {
	case 0:
		return nil
	case 11, 5:
		return errors.New("another")
	}
	return ToldError{Code: code, Temp: code.Retryable(), Sort: sortBy(code)}
}

func Sorted(c codes.ResponseCode) {
	err := sorted(c)
	var e *SortedError
	if !errors.As(err, &e) {
		seen(_, c)
		return
	}
	seen(_, c)
	if e.Sort == sortPassing {
		seen(_, c)
	} else if e.Loud {
		seen(_, c)
	}
	if e.Sort != sortFinal && !e.Loud {
		seen(_, c)
	}
	switch e.Sort {
	case sortFinal:
		seen(_, c)
	case sortNone:
		seen(_, c)
	default:
		seen(_, c)
	}
}

func Told(c codes.ResponseCode) {
	err := toldOf(c)
	e, ok := err.(ToldError)
	if !e.Temp {
		seen(_, c)
		seen(_, e.Code)
	}
	if ok && e.Temp {
		seen(_, e.Code)
	}
	if e.Sort == sortNone {
		seen(_, c)
	}
	var as ToldError
	as.Temp = c == 11
	if errors.As(fmt.Errorf("wrapped: %w", toldOf(c)), &as); as.Temp {
		seen(_, c)
	}
	switch e := err.(type) {
	case ToldError:
		if e.Temp {
			seen(_, c)
		} else {
			seen(_, e.Code)
		}
	case nil:
		seen(_, c)
	default:
		seen(_, c)
	}
	if e, ok := errors.AsType[ToldError](err); ok && !e.Temp {
		seen(_, c)
	}
}

func ToldAgain(first, second codes.ResponseCode) {
	err := toldOf(first)
	if first == 7 {
		err = toldOf(second)
	}
	var e ToldError
	if errors.As(err, &e) && e.Temp {
		seen(_, first)
		seen(_, second)
	}
	for i := 0; i < 2; i++ {
		if errors.As(toldOf(second), &e) && e.Sort == sortFinal {
			seen(_, second)
			seen(_, first)
		}
		second = first
	}
}

func SetLater(c codes.ResponseCode) {
	err := error(&SetError{Temp: c.Retryable(), Next: toldOf(c)})
	var e *SetError
	if errors.As(err, &e) {
		if e.Temp {
			seen(_, c)
		}
		e.Temp = true
	}
	var again *SetError
	if errors.As(err, &again) && again.Temp {
		seen(_, c)
	}
	var told ToldError
	if errors.As(err, &told) && !told.Temp {
		seen(_, c)
	}
	err = again.Next
	if e, ok := err.(ToldError); ok && e.Temp {
		seen(_, c)
	}
}

type BranchError struct {
	Sort sortOf
	Hard bool
}

func (e *BranchError) Error() string { return "branch" }

func branchOf(code codes.ResponseCode) error {
	switch code {
	case 0:
		return nil
	case 11, 12:
		return &BranchError{Sort: sortFinal}
	case 5:
		return &BranchError{sortPassing, false}
	case 99:
		return fmt.Errorf("far: %w", &BranchError{Hard: true})
	case 88:
		e := &BranchError{}
		harden(e)
		return e
	}
	return errors.New("another")
}

func harden(e *BranchError) { *e = BranchError{sortNone, true} }

func Branched(c codes.ResponseCode) {
	err := branchOf(c)
	var e *BranchError
	if errors.As(err, &e) {
		seen(_, c)
		if e.Sort == sortPassing {
			seen(_, c)
		} else if e.Hard {
			seen(_, c)
		}
		switch e.Sort {
		case sortFinal:
			seen(_, c)
		case sortNone:
			seen(_, c)
		}
	}
	if e, ok := err.(*BranchError); ok && !e.Hard {
		seen(_, c)
	}
	if errors.As(err, &e) && e.Sort == sortFinal {
		return
	}
	seen(_, c)
}

func CalledAtOnce(c codes.ResponseCode) {
	if c == 11 {
		return
	}
	func() {
		seen(_, c)
		if c == 5 {
			return
		}
		seen(_, c)
	}()
	if func() bool { return c == 12 }() {
		return
	}
	seen(_, c)
	func(code codes.ResponseCode) codes.ResponseCode {
		seen(_, code)
		return code
	}(c)
	seen(_, c)
}
