package defaults

import (
	"context"
	"database/sql"
	"sync"

	"github.com/errcodelint/errcodelint/codes"
)

// A letter is a message, and what became of it.
type letter struct {
	To   string
	Code codes.ResponseCode `json:"responseCode"`
}

// A returned one says why.
type returned struct {
	To     string
	Code   codes.ResponseCode
	Opened bool
}

func (r *returned) Error() string { return r.To + ": " + r.Code.Description() }

type postmark struct{ slow, wrong int }

// comeBack lists what has failed, each with its code.
func (p *postmark) comeBack(letters []letter) (out []returned) {
	for _, l := range letters {
		switch l.Code {
		case codes.ResponseSuccess:
			continue
		case codes.ResponseThrottlingRateExceeded:
			p.slow++
		case codes.ResponseInvalidRecipient:
			p.wrong++
		}
		out = append(out, returned{To: l.To, Code: l.Code})
	}
	return out
}

// comeBackErrors lists them as errors.
func (p *postmark) comeBackErrors(letters []letter) (errs []error) {
	for _, l := range letters {
		switch l.Code {
		case codes.ResponseSuccess:
			continue
		case codes.ResponseThrottlingRateExceeded:
			p.slow++
		case codes.ResponseInvalidRecipient:
			p.wrong++
		}
		errs = append(errs, &returned{l.To, l.Code, false})
	}
	return errs
}

// comeBackUnread lists them without.
func (p *postmark) comeBackUnread(letters []letter) (out []returned) {
	for _, l := range letters {
		switch l.Code { // want `this switch does not say what happens to 20 response codes`
		case codes.ResponseSuccess:
			continue
		case codes.ResponseThrottlingRateExceeded:
			p.slow++
		case codes.ResponseInvalidRecipient:
			p.wrong++
		}
		out = append(out, returned{To: l.To, Opened: true})
	}
	return out
}

// stream sends each with its code.
func (p *postmark) stream(out chan<- returned, letters []letter) {
	for _, l := range letters {
		switch l.Code {
		case codes.ResponseThrottlingRateExceeded:
			p.slow++
		case codes.ResponseInvalidRecipient:
			p.wrong++
		}
		out <- returned{To: l.To, Code: l.Code}
	}
}

// byName keeps the code of each.
func (p *postmark) byName(letters []letter) map[string]codes.ResponseCode {
	m := make(map[string]codes.ResponseCode)
	for _, l := range letters {
		switch l.Code {
		case codes.ResponseThrottlingRateExceeded:
			p.slow++
		case codes.ResponseInvalidRecipient:
			p.wrong++
		}
		m[l.To] = l.Code
	}
	return m
}

// keep writes the code down.
func (p *postmark) keep(ctx context.Context, db *sql.DB, l letter) error {
	switch l.Code {
	case codes.ResponseThrottlingRateExceeded:
		p.slow++
	case codes.ResponseInvalidRecipient:
		p.wrong++
	}
	_, err := db.ExecContext(ctx, `INSERT INTO letters VALUES (?, ?)`, l.To, int(l.Code))
	return err
}

// failed counts under a lock, and then looks at what has failed.
func (p *postmark) failed(mu *sync.Mutex, letters []letter) (failed []letter) {
	for _, l := range letters {
		mu.Lock()
		switch l.Code {
		case codes.ResponseThrottlingRateExceeded:
			p.slow++
		case codes.ResponseInvalidRecipient:
			p.wrong++
		}
		mu.Unlock()
		if l.Code != codes.ResponseSuccess {
			failed = append(failed, l)
		}
	}
	return failed
}
