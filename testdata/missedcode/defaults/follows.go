package defaults

import (
	"context"
	"fmt"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// classify ends in an error for what it does not know.
func classify(r reply) error {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	}
	return fmt.Errorf("refused: %s", r.ResponseCode)
}

// classifyGently ends in nil for what it does not know.
func classifyGently(r reply) error {
	switch r.ResponseCode { // want `happens to 20 response codes .*they end in .return nil.`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	}
	return nil
}

// classifyLater forgets one code only.
func classifyLater(r reply) error {
	if !r.ResponseCode.Retryable() {
		return errCredit
	}
	switch r.ResponseCode { // want `happens to the response code 99 SystemError, which can reach it and may pass later; it ends in .return nil.; add a case or a default`
	case codes.ResponseThrottlingRateExceeded, codes.ResponseTokenGenerationFailed:
		return errBusy
	case codes.ResponseGeneralFailure:
		return errCredit
	}
	return nil
}

// rate returns zero values of several kinds.
func rate(r reply) (perSecond int, unit string, limits []int, err error) {
	switch r.ResponseCode { // want `happens to 20 response codes`
	case codes.ResponseSuccess:
		return 10, "second", []int{1}, nil
	case codes.ResponseThrottlingRateExceeded:
		return 1, "second", nil, nil
	case codes.ResponseInsufficientCredit:
		return 0, "day", nil, errCredit
	}
	return 0, "", []int(nil), error(nil)
}

// outcome is what a struct that holds nothing stands for, too.
type outcome struct {
	text  string
	final bool
}

func outcomeOf(code codes.ResponseCode) outcome {
	switch code { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return outcome{"sent", true}
	case codes.ResponseThrottlingRateExceeded:
		return outcome{"late", false}
	}
	return outcome{}
}

// outcomeOrUnknown has something to say about the rest.
func outcomeOrUnknown(code codes.ResponseCode) outcome {
	switch code {
	case codes.ResponseSuccess:
		return outcome{"sent", true}
	case codes.ResponseThrottlingRateExceeded:
		return outcome{"late", false}
	}
	return outcome{text: "unknown"}
}

// deliver hands on what was accepted, and what was refused in a way that it
// does not know.
func deliver(r reply, deliver func(string) error) error {
	switch r.ResponseCode { // want `happens to 21 response codes .*: 0 Success.*add a case for 0 Success, and cases or a default for the rest`
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	case codes.ResponseInsufficientCredit:
		return errCredit
	}
	return deliver(r.MessageID)
}

// note has nothing behind its switch: a bare return is nothing.
func note(r reply, log func(...any)) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return
	case codes.ResponseThrottlingRateExceeded:
		log("slow down")
		return
	}
}

func noteAndReturn(r reply, log func(...any)) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return
	case codes.ResponseThrottlingRateExceeded:
		log("slow down")
		return
	}
	return
}

// noteTheRest logs what is left.
func noteTheRest(r reply, log func(...any)) {
	switch r.ResponseCode {
	case codes.ResponseSuccess:
		return
	case codes.ResponseThrottlingRateExceeded:
		log("slow down")
		return
	}
	log("refused", r.ResponseCode)
}

// named sets its result in time.
func named(r reply) (err error) {
	switch r.ResponseCode { // want `happens to 21 response codes`
	case codes.ResponseSuccess:
		return nil
	case codes.ResponseThrottlingRateExceeded:
		return errBusy
	}
	return
}

// upload goes round for everything that it does not know: what follows the
// switch is the next attempt.
func upload(ctx context.Context, try func(context.Context) reply) error {
	for ctx.Err() == nil {
		switch try(ctx).ResponseCode { // want `happens to 21 response codes`
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseInsufficientCredit:
			return errCredit
		}
	}
	return ctx.Err()
}

// uploadSlowly at least waits: something is done about the rest.
func uploadSlowly(ctx context.Context, try func(context.Context) reply) error {
	for ctx.Err() == nil {
		switch code := try(ctx).ResponseCode; code {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseInsufficientCredit:
			return errCredit
		}
		time.Sleep(time.Second)
	}
	return ctx.Err()
}

// nested has what follows behind the block that it stands in.
func nested(r reply, strict bool) error {
	if strict {
		switch r.ResponseCode {
		case codes.ResponseSuccess:
			return nil
		case codes.ResponseThrottlingRateExceeded:
			return errBusy
		}
	}
	return fmt.Errorf("refused: %s", r.ResponseCode)
}

// queue leaves by every other way there is.
func queue(all []reply, again chan<- reply) (lost int) {
next:
	for _, r := range all {
		switch r.ResponseCode {
		case codes.ResponseSuccess:
			continue
		case codes.ResponseThrottlingRateExceeded:
			select {
			case again <- r:
				continue next
			default:
				break next
			}
		case codes.ResponseInsufficientCredit:
			panic("no money")
		case codes.ResponseSystemError:
			if len(again) > 0 {
				goto done
			} else {
				continue
			}
		}
		lost++
	}
done:
	return lost
}

// patient gives up behind its loop.
func patient(try func() reply) (string, error) {
	var last codes.ResponseCode
	for range 3 {
		r := try()
		last = r.ResponseCode
		switch r.ResponseCode {
		case codes.ResponseSuccess:
			return r.MessageID, nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
			continue
		}
		break
	}
	return "", last
}

// patientForNothing says nothing there.
func patientForNothing(try func() reply) (string, error) {
tries:
	for {
		r := try()
		switch r.ResponseCode { // want `happens to 20 response codes .*; they end in .return "", nil.`
		case codes.ResponseSuccess:
			return r.MessageID, nil
		case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
			continue
		}
		break tries
	}
	return "", nil
}

// patientOnce leaves a select.
func patientOnce(replies <-chan reply) (n int) {
	for {
		select {
		case r := <-replies:
			switch r.ResponseCode {
			case codes.ResponseSuccess:
				return n
			case codes.ResponseThrottlingRateExceeded, codes.ResponseSystemError:
				continue
			}
			break
		}
		n++
	}
}
