package handed

import (
	"errors"
	"net/http"
)

var (
	errBusy = errors.New("busy")
	errLost = errors.New("lost")
)

// Played makes up what the API would say.
func Played(n int) *Reply {
	code := 0       // want `0 is the response code Success`
	if n%100 == 0 { // a hundred is no code
		code = 88 // want `88 is the response code GeneralFailure .*write int\(codes`
	}
	return &Reply{ResponseCode: &code}
}

// codeFor returns nothing but codes, and is asked for nothing else.
func codeFor(err error) int {
	switch {
	case err == nil:
		return 0 // want `0 is the response code Success`
	case errors.Is(err, errBusy):
		return 5 // want `5 is the response code ThrottlingRateExceeded`
	}
	return 99 // want `99 is the response code SystemError`
}

// costOf returns what a message costs, which happens to be kept beside the code.
func costOf(err error) int {
	if err != nil {
		return 0
	}
	return 5
}

// levelOf is for two purposes.
func levelOf(err error) int {
	if err != nil {
		return 5
	}
	return 0
}

// statusOf returns what the page has said, which is no code, though somebody put it there.
func statusOf(err error) int {
	if err != nil {
		return 301
	}
	return 200
}

// Keep makes a record of how it went.
func Keep(err error) []Record {
	return []Record{
		{ResponseCode: codeFor(err), Tries: costOf(err)},
		{ResponseCode: levelOf(err), Tries: levelOf(err)},
		{ResponseCode: statusOf(err)},
	}
}

// an outcome goes to the caller and into the books.
type outcome struct {
	status int
	code   int
}

var outcomes = map[error]int{
	errBusy: 5,  // want `5 is the response code ThrottlingRateExceeded`
	errLost: 88, // want `88 is the response code GeneralFailure`
}

func outcomeOf(err error) outcome {
	if errors.Is(err, errBusy) {
		return outcome{http.StatusTooManyRequests, 5} // want `5 is the response code ThrottlingRateExceeded`
	}
	return outcome{status: 301}
}

// Book keeps the one and answers with the other.
func Book(w http.ResponseWriter, err error) []Record {
	o := outcomeOf(err)
	w.WriteHeader(o.status)
	last := -1
	if err == nil {
		last = 0 // want `0 is the response code Success`
	}
	return []Record{{ResponseCode: o.code}, {ResponseCode: outcomes[err]}, {ResponseCode: last}}
}
