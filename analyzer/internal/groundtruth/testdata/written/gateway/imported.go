// What another package exports.
package gateway

var (
	ErrBusy          = errors.New("busy")
	ErrRefused       = fmt.Errorf("refused: %w", ErrBusy)
	ErrOther   error = codes.ResponseSystemError
)

// ErrChanged is set later.
var ErrChanged = errors.New("changed")

func Change() { ErrChanged = ErrBusy }

type Error struct {
	Code codes.ResponseCode
	Op   string
	Err  error
}

func (e *Error) Error() string   { return e.Op }
func (e *Error) Unwrap() error   { return e.Err }
func (e *Error) Temporary() bool { return e.Code.Retryable() }

type Value struct{ Code codes.ResponseCode }

func (v Value) Error() string { return "value" }

type Reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Text         string
	Inner        *Reply
}

func (r *Reply) OK() bool                 { return r.ResponseCode == 0 }
func (r Reply) Failed() bool              { return !r.OK() }
func (r *Reply) Err() error               { return Check(r.ResponseCode) }
func (r *Reply) Set(c codes.ResponseCode) { r.ResponseCode = c }
func (r *Reply) With(c codes.ResponseCode) *Reply {
	s := *r
	s.ResponseCode = c
	return &s
}
func (r *Reply) Code() codes.ResponseCode {
	if r == nil {
		return codes.ResponseSystemError
	}
	return r.ResponseCode
}

func Check(c codes.ResponseCode) error {
	switch c {
	case 0:
		return nil
	case 5:
		return ErrBusy
	case 88:
		return ErrRefused
	case 11, 12:
		return &Error{Code: c, Op: "check"}
	case 13:
		return &Error{c, "check", c}
	case 14:
		return Value{c}
	case 15:
		return fmt.Errorf("15: %w", Value{c})
	case 16:
		return ErrOther
	case 17:
		return ErrChanged
	case 18:
		return errors.Join(ErrBusy, &Error{Code: c})
	}
	return c
}

func Busy(err error) bool { return errors.Is(err, ErrBusy) }

func Temporary(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Temporary() || errors.Is(err, ErrBusy)
}

func CodeOf(err error) (codes.ResponseCode, bool) {
	var e *Error
	if errors.As(err, &e) {
		return e.Code, true
	}
	var v Value
	if errors.As(err, &v) {
		return v.Code, true
	}
	var c codes.ResponseCode
	ok := errors.As(err, &c)
	return c, ok
}

func Transient(code string) bool {
	switch code {
	case "5", "88", "99":
		return true
	}
	return false
}

func Low(code int) bool { return code < 10 }

func Class(code string) string {
	if n, err := strconv.Atoi(code); err == nil && n > 100 {
		return "session"
	}
	return map[string]string{"0": "ok", "5": "busy"}[code]
}

func Must(err error) {
	if err != nil && !errors.Is(err, ErrBusy) {
		panic(err)
	}
}

func Send(c codes.ResponseCode, b bool) (*Reply, error) {
	if b {
		return nil, errors.New("transport")
	}
	r := &Reply{ResponseCode: c}
	if c == 21 {
		return r, c
	}
	return r, nil
}

func Each(rs ...*Reply) iter.Seq[*Reply] {
	return func(yield func(*Reply) bool) {
		for _, r := range rs {
			if r.OK() && !yield(r) {
				return
			}
		}
	}
}

func Do(r *Reply, f func(*Reply) error) error {
	if err := f(r); err != nil {
		return &Error{Code: r.ResponseCode, Op: "do", Err: err}
	}
	return nil
}

var Final = map[codes.ResponseCode]bool{11: true, 12: true}

func IsFinal(c codes.ResponseCode) bool { return Final[c] }

func Map[T ~int](c T) T {
	if c == 5 {
		return 88
	}
	return c
}
