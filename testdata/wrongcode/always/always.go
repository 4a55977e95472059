// Package always asks for what is certain by then.
package always

import (
	"errors"
	"fmt"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

var errRefused = errors.New("refused")

type reply struct {
	Code    codes.ResponseCode `json:"responseCode"`
	Message string             `json:"responseMessage"`
	ID      string             `json:"messageId"`
}

type sent struct {
	ID string
	OK bool
}

func send(r reply) (sent, error) {
	if r.Code != codes.ResponseSuccess {
		return sent{}, errRefused
	}
	log.Printf("sent %s", r.ID)
	if r.Code == codes.ResponseSuccess { // want `r.Code == codes.ResponseSuccess always holds: after line 26 the code can only be 0 \(Success\); remove the test`
		return sent{r.ID, true}, nil
	}
	return sent{}, errRefused
}

func result(r reply) (sent, error) {
	if r.Code != codes.ResponseSuccess {
		return sent{}, fmt.Errorf("refused: %s", r.Message)
	}
	return sent{ID: r.ID, OK: r.Code == codes.ResponseSuccess}, nil // want `always holds: after line 37 `
}

// One of two always holds.
func failed(r reply) bool {
	return r.Code != codes.ResponseSuccess || int(r.Code) != int(codes.ResponseDuplicateDestination) // want `int\(r.Code\) != int\(codes.ResponseDuplicateDestination\) always holds: after the test before it the code can`
}

func inside(r reply) string {
	if r.Code == codes.ResponseSuccess {
		if r.ID == "" && r.Code != codes.ResponseDuplicateDestination { // want `r.Code != codes.ResponseDuplicateDestination always holds: after line 49 `
			return "lost"
		}
		return "sent"
	}
	if r.Code == codes.ResponseThrottlingRateExceeded {
		return "later"
	}
	log.Print(r.Message)
	if r.Code != codes.ResponseSuccess { // want `r.Code != codes.ResponseSuccess always holds: after line 49 `
		log.Print("refused")
	}
	return "failed"
}

func switched(r reply) string {
	if r.Code != codes.ResponseInvalidRecipient {
		return "not about the number"
	}
	switch r.Code {
	case codes.ResponseInvalidRecipient: // want `case codes.ResponseInvalidRecipient always holds: after line 66 `
		return "number"
	default:
		return "failed"
	}
}

func helped(r reply) error {
	if err := r.Code.Err(); err != nil {
		return err
	}
	if int(r.Code) > 0 { // ordering is for magiccode to speak about
		return errRefused
	}
	if r.Code != codes.ResponseSuccess { // want `r.Code != codes.ResponseSuccess never holds: after line 78 `
		return errRefused
	}
	return nil
}
