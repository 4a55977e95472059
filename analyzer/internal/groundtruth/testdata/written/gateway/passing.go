package gateway

var (
	ErrSlow   = errors.New("slow")
	ErrWrong  = errors.New("wrong")
	ErrTurned = errors.New("turned")
	ErrFive   = &Told{Code: 5}
	ErrUnlike = &Unlike{Code: 5}
	ErrOdd    = Odd{Code: 5}

	// ErrOddFace is one too, of no type that its users see.
	ErrOddFace error = Odd{Code: 5}
)

// Told tells what it passes for.
type Told struct{ Code codes.ResponseCode }

func (t *Told) Error() string { return "told" }
func (t *Told) Is(target error) bool {
	switch target {
	case ErrSlow:
		return t.Code.Retryable()
	case ErrWrong:
		return t.Code == 11 || t.Code == 12
	}
	o, ok := target.(*Told)
	return ok && o.Code == t.Code
}

// Turning asks for what changes.
type Turning struct{ Code codes.ResponseCode }

func (t Turning) Error() string        { return "turning" }
func (t Turning) Is(target error) bool { return target == ErrTurned && t.Code == 6 }

// Unlike is like another one with another code.
type Unlike struct{ Code codes.ResponseCode }

func (u *Unlike) Error() string { return "unlike" }
func (u *Unlike) Is(target error) bool {
	o, ok := target.(*Unlike)
	return ok && o.Code != u.Code
}

func Turn() { ErrTurned = ErrSlow }

func Tell(code codes.ResponseCode, b bool) error {
	switch {
	case code == 0:
		return nil
	case b && code == 7:
		return fmt.Errorf("five: %w", ErrFive)
	case b && code == 6:
		return Turning{code}
	case b && code < 20:
		return &Unlike{code}
	}
	return fmt.Errorf("told: %w", &Told{code})
}

// Odd is a value that is unlike itself.
type Odd struct{ Code codes.ResponseCode }

func (o Odd) Error() string { return "odd" }
func (o Odd) Is(target error) bool {
	p, ok := target.(Odd)
	return ok && p.Code == 88 && o.Code == 11
}
