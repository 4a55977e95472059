package defaults

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

// An archive keeps replies, whatever their code.
type archive interface {
	Save(ctx context.Context, r *reply) error
}

// A desk does something about a few codes, and passes every reply on.
type desk struct {
	archive archive
	replies chan<- reply
	alarms  chan<- string
	block   func(id string)
}

// keep hands the reply to the archive, which answers for the function.
func (d *desk) keep(ctx context.Context, r reply) error {
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		d.alarms <- "top up"
	case codes.ResponseSubscriberBlockedService:
		d.block(r.MessageID)
	}
	return d.archive.Save(ctx, &r)
}

// keepAfterLog logs before that.
func (d *desk) keepAfterLog(ctx context.Context, r *reply) error {
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		d.alarms <- "top up"
	case codes.ResponseSubscriberBlockedService:
		d.block(r.MessageID)
	}
	log.Printf("code %d", r.ResponseCode)
	if err := d.archive.Save(ctx, r); err != nil {
		return fmt.Errorf("%s: %w", r.MessageID, err)
	}
	return nil
}

// pass sends it to who waits for replies.
func (d *desk) pass(r reply) {
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		d.alarms <- "top up"
	case codes.ResponseSubscriberBlockedService:
		d.block(r.MessageID)
	}
	d.replies <- r
}

// answer writes it to who has asked.
func (d *desk) answer(w io.Writer, r reply) {
	switch r.ResponseCode {
	case codes.ResponseInsufficientCredit:
		d.alarms <- "top up"
	case codes.ResponseSubscriberBlockedService:
		d.block(r.MessageID)
	}
	json.NewEncoder(w).Encode(r)
}

// note only logs it: nobody hears of what failed.
func (d *desk) note(r reply) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		d.alarms <- "top up"
	case codes.ResponseSubscriberBlockedService:
		d.block(r.MessageID)
	}
	log.Print(r)
}

// mail sends no more than the id.
func (d *desk) mail(r reply) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseInsufficientCredit:
		d.alarms <- "top up"
	case codes.ResponseSubscriberBlockedService:
		d.block(r.MessageID)
	}
	d.alarms <- r.MessageID
}

// closes has a deferred function that makes an error of what was forgotten.
func closes(r reply) (err error) {
	defer func() {
		if err == nil && r.ResponseCode != codes.ResponseSuccess {
			err = fmt.Errorf("refused: %s", r.ResponseCode)
		}
	}()
	switch r.ResponseCode {
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	}
	return nil
}

// closesOne has one that makes an error of one code alone.
func closesOne(r reply) (err error) {
	defer func() {
		if err == nil && r.ResponseCode == codes.ResponseSystemError {
			err = fmt.Errorf("refused: %s", r.ResponseCode)
		}
	}()
	switch r.ResponseCode { // want `happens to 20 response codes`
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	}
	return nil
}
