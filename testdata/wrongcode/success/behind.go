package success

import (
	"errors"
	"fmt"
	"log"

	"github.com/errcodelint/errcodelint/codes"
)

// An error that is made before the code is asked, and not for success.

func replaced(r reply) error {
	var err error = r.Code
	if r.Code == codes.ResponseSuccess {
		err = nil
	}
	return err
}

func leftAlone(r reply) error {
	err := fmt.Errorf("refused: %w", r.Code)
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return err
}

type end struct {
	state string
	err   error
}

func preset(r reply) end {
	e := end{"failed", r.Code}
	switch r.Code {
	case codes.ResponseSuccess:
		e = end{state: "sent"}
	case codes.ResponseThrottlingRateExceeded:
		e.state = "queued"
	}
	return e
}

func presetField(r reply) end {
	e := end{"failed", r.Code}
	if r.Code != codes.ResponseSuccess {
		log.Print("refused")
	} else {
		e.state, e.err = "sent", nil
	}
	return e
}

func presetAbove(r reply) (e end) {
	e.err = r.Code
	switch {
	case r.Code.Retryable():
		e.state = "queued"
	case r.Code == codes.ResponseSuccess:
		return end{state: "sent"}
	}
	return e
}

// Where that is not so, it still is one.

func onlyLogged(r reply) error {
	var err error = r.Code // want `can be 0 \(Success\)`
	if r.Code == codes.ResponseSuccess {
		log.Print("sent")
	}
	return err
}

func returnedAnyway(r reply) error {
	err := fmt.Errorf("refused: %w", r.Code) // want `can be 0 \(Success\)`
	if r.Code == codes.ResponseSuccess {
		return err
	}
	return errors.New("lost")
}

func otherCode(r reply) error {
	var err error = r.Code // want `can be 0 \(Success\)`
	if r.Code == codes.ResponseThrottlingRateExceeded {
		return nil
	}
	return err
}

func oneOfTwo(r reply) error {
	var err error = r.Code // want `can be 0 \(Success\)`
	if r.Code == codes.ResponseSuccess || r.Code == codes.ResponseThrottlingRateExceeded {
		log.Print("accepted")
	}
	return err
}

func (e *end) kept(r reply) {
	e.err = r.Code // want `can be 0 \(Success\)`
	if r.Code == codes.ResponseInvalidRecipient {
		e.err = errors.New("number")
	}
}

// An error that is only looked at where the code has failed.

func onlyForFailures(r reply) error {
	err := error(r.Code)
	if r.Code != codes.ResponseSuccess {
		log.Print(err)
		return err
	}
	return nil
}

func onlyListed(rs []reply) (errs []error) {
	for _, r := range rs {
		if err := fmt.Errorf("%s: %w", r.Message, r.Code); r.Code != codes.ResponseSuccess {
			errs = append(errs, err)
		}
	}
	return errs
}

func alsoShown(r reply) error {
	err := error(r.Code) // want `can be 0 \(Success\)`
	if r.Code != codes.ResponseSuccess {
		return err
	}
	if err != nil {
		log.Print("refused")
	}
	return nil
}

func byName(r reply) (err error) {
	err = r.Code // want `can be 0 \(Success\)`
	if r.Code != codes.ResponseSuccess {
		err = fmt.Errorf("refused: %w", err)
	}
	return
}

type codedError struct {
	codes.ResponseCode
	ID string
}

func codeOf(err error) error {
	var w codedError
	if errors.As(err, &w) {
		return w.ResponseCode
	}
	return err
}
