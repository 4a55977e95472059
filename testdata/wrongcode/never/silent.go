package never

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"sync"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// The guard holds for one round, not for the next.
func poll(next func() reply) codes.ResponseCode {
	var last codes.ResponseCode
	for range 3 {
		if last == codes.ResponseThrottlingRateExceeded {
			time.Sleep(time.Second)
		}
		last = next().Code
		if last == codes.ResponseSuccess {
			return last
		}
	}
	if last == codes.ResponseThrottlingRateExceeded {
		return codes.ResponseGeneralFailure
	}
	return last
}

// The code is another one by then.
func again(r *reply, next func() reply) error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	*r = next()
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	r.Code = next().Code
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	fill(r)
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return errRefused
}

func fill(r *reply) { r.Code = codes.ResponseSuccess }

func decoded(body io.Reader) bool {
	var r reply
	if r.Code != codes.ResponseSuccess {
		return false
	}
	if err := json.NewDecoder(body).Decode(&r); err != nil {
		return false
	}
	return r.Code == codes.ResponseDuplicateDestination
}

// The guard does not always leave.
func noted(r reply) error {
	if r.Code == codes.ResponseSuccess {
		log.Print("sent")
	}
	if r.Code == codes.ResponseThrottlingRateExceeded && r.Token == "" {
		return errLater
	}
	switch r.Code {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errRefused
	}
	return errMoney
}

// A default is for the codes that are yet to come.
func exhaustive(r reply) string {
	switch r.Code {
	case codes.ResponseSuccess:
		return "sent"
	default:
		if r.Code == codes.ResponseGeneralFailure {
			return "later"
		}
		return "failed"
	}
}

// The last one standing takes what comes.
func fallThrough(r reply) (s string) {
	switch r.Code {
	case codes.ResponseSuccess:
		s = "sent, "
		fallthrough
	case codes.ResponseDuplicateDestination:
		if r.Code == codes.ResponseSuccess {
			s += "once"
		}
	}
	return s
}

// Two codes that no table has are two codes.
func unknown(r reply) bool {
	if r.Code.Known() {
		return false
	}
	return r.Code == forced
}

// Somebody builds with another constant.
func forcedAnswer(r reply) error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	if r.Code == forced {
		return errLater
	}
	return errRefused
}

// A switch for the whole program.
const strict = true

func lenient(r reply) error {
	if !strict && r.Code == codes.ResponseDuplicateDestination {
		return nil
	}
	if strict && r.Code == codes.ResponseDuplicateDestination {
		return errRefused
	}
	if r.Code == codes.ResponseDuplicateDestination {
		return errLater
	}
	return nil
}

// A made-up answer, for trying things out.
func simulated(r reply) error {
	r.Code = codes.ResponseThrottlingRateExceeded
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return errLater
}

// What a helper is given is its callers' affair.
func main2(r reply) string {
	if r.Code == codes.ResponseSuccess {
		return "sent"
	}
	return describe(r.Code)
}

func describe(code codes.ResponseCode) string {
	switch code {
	case codes.ResponseSuccess:
		return "sent"
	case codes.ResponseInvalidRecipient:
		return "number"
	default:
		return code.Description()
	}
}

// What others can reach has another value once they are let in.
type session struct {
	mu   sync.Mutex
	last codes.ResponseCode
}

func (s *session) ready(renew func() codes.ResponseCode) bool {
	if s.last == codes.ResponseSuccess {
		return true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.last == codes.ResponseSuccess {
		return true
	}
	s.last = renew()
	return s.last == codes.ResponseSuccess
}

func (s *session) wait(changed <-chan struct{}) codes.ResponseCode {
	if s.last != codes.ResponseThrottlingRateExceeded {
		return s.last
	}
	<-changed
	if s.last != codes.ResponseThrottlingRateExceeded {
		return s.last
	}
	return codes.ResponseGeneralFailure
}

// A closure runs when it runs.
func deferred(r *reply) (err error) {
	defer func() {
		if r.Code == codes.ResponseSuccess {
			err = nil
		}
	}()
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return errRefused
}

// Errors that carry a code.
func wrapped(err error) string {
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		return "later"
	}
	var code codes.ResponseCode
	if !errors.As(err, &code) {
		return "failed"
	}
	switch code {
	case codes.ResponseInsufficientCredit:
		return "money"
	case codes.ResponseGeneralFailure:
		return "later"
	}
	return "refused"
}

// Somebody may have made an error of a success: to look is a precaution.
func answers(err error) int {
	var code codes.ResponseCode
	switch {
	case !errors.As(err, &code):
		return 500
	case code == codes.ResponseSuccess:
		return 200
	case code.Retryable():
		return 503
	}
	return 400
}

func refusedBy(err error) string {
	if code, ok := err.(codes.ResponseCode); ok && code != codes.ResponseSuccess {
		return code.Wire()
	}
	return "nobody"
}
