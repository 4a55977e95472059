// What fields of an error say to functions that search for it.
package written

type mood int

const (
	calm mood = iota
	cross
	hopeless
)

type refused struct {
	Code  codes.ResponseCode
	Again bool
	Mood  mood
}

func (r *refused) Error() string { return "refused" }

// later has no code in it.
type later struct {
	Again bool
	Mood  mood
	Err   error
}

func (l later) Error() string { return "later" }
func (l later) Unwrap() error { return l.Err }

func moodOf(c codes.ResponseCode) mood {
	switch c {
	case 5, 88:
		return calm
	case 6, 7:
		return cross
	case 11:
		return 7 // nobody knows what that is
	}
	return hopeless
}

func refuse(c codes.ResponseCode) error {
	if c == 0 {
		return nil
	}
	return &refused{Code: c, Again: c == 5 || c == 99, Mood: moodOf(c)}
}

func delay(c codes.ResponseCode) error {
	if c == 0 {
		return nil
	}
	return fmt.Errorf("delay: %w", later{Again: c == 5 || c == 99, Mood: moodOf(c), Err: c})
}

func again(err error) bool {
	var r *refused
	return errors.As(err, &r) && r.Again
}

func againOrElse(err error, b bool) bool {
	var r *refused
	if errors.As(err, &r) {
		return r.Again && b
	}
	return false
}

func final(err error) bool {
	var l later
	if !errors.As(err, &l) {
		return false
	}
	return !l.Again
}

func isCalm(err error) bool {
	var r *refused
	return errors.As(err, &r) && r.Mood == calm
}

func isCross(err error) bool {
	var l later
	return errors.As(err, &l) && l.Mood != calm && l.Mood != hopeless
}

// isQuiet and isAngry ask for the code, too.
func isQuiet(err error) bool {
	var r *refused
	return errors.As(err, &r) && r.Mood == calm && r.Code != codes.ResponseSuccess
}

func isAngry(err error) bool {
	var r *refused
	return errors.As(err, &r) && r.Mood != calm && r.Mood != hopeless && r.Code != codes.ResponseSuccess
}

func Moody(c codes.ResponseCode) {
	err := refuse(c)
	if isQuiet(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isAngry(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// unasked does not ask whether there is one.
func unasked(err error) bool {
	var l later
	errors.As(err, &l)
	return l.Mood == calm
}

func handedOn(err error) bool { return again(err) || isCalm(err) }

func Answered(c, d codes.ResponseCode, b bool) {
	err := refuse(c)
	if again(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if againOrElse(err, b) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if isCalm(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if handedOn(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	wait := delay(d)
	switch {
	case final(wait):
		seen(_, d)
	case isCross(wait):
		seen(_, d)
	default:
		seen(_, d)
	}
	if isCross(wait) {
		seen(_, d)
	}
	if unasked(wait) {
		seen(_, d)
	} else {
		seen(_, d)
	}
	if b {
		err = wait
	}
	if again(err) || final(err) {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
}
