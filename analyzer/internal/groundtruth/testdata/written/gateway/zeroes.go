package gateway

var (
	ErrGone   = errors.New("gone")
	ErrClosed = ErrGone
)
