// Errors that are compared with the ones they may be.
package written

var (
	errLate  = errors.New("late")
	errGone  = fmt.Errorf("gone: %w", io.EOF)
	errFirst = errLate
	errSet   error

	errOwn error = &ownError{"own"}
)

func init() { errSet = codes.ResponseInvalidRecipient }

type ownError struct{ text string }

func (e *ownError) Error() string { return e.text }

func whatIs(c codes.ResponseCode) error {
	switch c {
	case 0:
		return nil
	case 1:
		return context.Canceled
	case 2:
		return fmt.Errorf("slow: %w", context.Canceled)
	case 3:
		return errLate
	case 4:
		return errGone
	case 5:
		return errOwn
	case 6:
		return fs.ErrNotExist
	case 7:
		return os.ErrNotExist
	case 10:
		return errFirst
	case 12:
		return io.EOF
	case 13:
		return errors.Join(errLate)
	case 14:
		return &ownError{"another"}
	}
	return c
}

func canceled(err error) bool    { return err == context.Canceled }
func notCanceled(err error) bool { return context.Canceled != err }
func missing(err error) bool     { return err != nil && (err == os.ErrNotExist || err == io.EOF) }
func isLate(err error) bool      { return err == errLate }
func isGone(err error) bool      { return errGone == err }
func isOwn(err error) bool       { return err == errOwn }
func isSet(err error) bool       { return err == errSet }
func isBoth(err error) bool      { return err == errLate && errors.Is(err, errLate) }
func isWithin(err error) bool    { return errors.Is(err, errLate) && err != errLate }
func either(err error) bool      { return isLate(err) || canceled(err) }

// worth asks for the code, too.
func worth(err error) bool {
	var c codes.ResponseCode
	if errors.As(err, &c) {
		return c.Retryable()
	}
	return err == context.Canceled || err == errLate || err == errOwn
}

func unworthy(err error) bool {
	var c codes.ResponseCode
	return errLate != err && io.EOF != err && !(errors.As(err, &c) && c == 5)
}

func unlessSeveral(err error) bool {
	var c codes.ResponseCode
	if errors.As(err, &c) && (c == 11 || c == 88) || errors.Is(err, errLate) || err == io.EOF {
		return false
	}
	switch {
	case errors.Is(err, context.Canceled), err == errOwn, errors.Is(err, codes.ResponseInvalidIP):
		return false
	}
	return true
}

func named(err error) string {
	switch {
	case err == nil:
		return ""
	case err == context.Canceled, err == context.DeadlineExceeded:
		return "given up"
	case isOwn(err):
		return "own"
	}
	return "other"
}

// Compared is compared where it is known.
func Compared(c codes.ResponseCode) {
	err := whatIs(c)
	if err == context.Canceled {
		seen(_, c)
	}
	if err != context.Canceled && err != nil {
		seen(_, c)
	}
	if err == os.ErrNotExist {
		seen(_, c)
	}
	if io.EOF == err {
		seen(_, c)
	}
	if err == errGone || err == errSet {
		seen(_, c)
	}
	switch err {
	case context.Canceled, errLate:
		seen(_, c)
	case nil:
		seen(_, c)
	default:
		seen(_, c)
	}
}

// Asked asks functions.
func Asked(c codes.ResponseCode) {
	err := whatIs(c)
	if canceled(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if notCanceled(err) {
		seen(_, c)
	}
	if missing(err) {
		seen(_, c)
	}
	if isLate(err) {
		seen(_, c)
	}
	if isGone(err) {
		seen(_, c)
	}
	if isOwn(err) {
		seen(_, c)
	}
	if isSet(err) {
		seen(_, c)
	}
	if isBoth(err) {
		seen(_, c)
	}
	if isWithin(err) {
		seen(_, c)
	}
	if !either(err) {
		seen(_, c)
	}
	if worth(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if unworthy(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	if unlessSeveral(err) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	switch named(err) {
	case "given up":
		seen(_, c)
	case "own":
		seen(_, c)
	case "other":
		seen(_, c)
	}
}

// Certain has one error, or none.
func Certain(c codes.ResponseCode) {
	if err := c.Err(); canceled(err) || isLate(err) {
		seen(_, c)
	} else if notCanceled(err) {
		seen(_, c)
	}
	if err := fmt.Errorf("code %d", c); !canceled(err) {
		seen(_, c)
	}
	var err error
	if c == 11 {
		err = context.Canceled
	}
	if canceled(err) {
		seen(_, c)
	}
}
