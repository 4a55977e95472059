// Package c18 looks people up in a directory.
//
// Silent, because an argument is no comparison: a parameter of the right name
// that nothing documented is compared with is not bound.
package c18

import "errors"

// Error is the directory's answer.
type Error struct {
	Result int
	Text   string
}

func (e *Error) Error() string { return e.Text }

func isCode(err error, responseCode int) bool {
	var e *Error
	return errors.As(err, &e) && e.Result == responseCode
}

// Find says whether somebody is listed.
func Find(search func() error) (bool, error) {
	err := search()
	switch {
	case err == nil:
		return true, nil
	case isCode(err, 32), isCode(err, 16):
		return false, nil
	case isCode(err, 10), isCode(err, 21):
		return false, errors.New("elsewhere")
	}
	var e *Error
	if errors.As(err, &e) && e.Result == 0 {
		return true, nil
	}
	return false, err
}
