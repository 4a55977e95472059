package success

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/errcodelint/errcodelint/codes"
)

// A number or text that is asked before it becomes a code.

func ofNumber(n int) error {
	if n == 0 {
		return nil
	}
	return codes.ResponseCode(n)
}

func ofNumberLater(n int) error {
	c := codes.ResponseCode(n)
	if n == 0 {
		return nil
	}
	return c
}

func ofBound(n int64) error {
	if n > 0 {
		return fmt.Errorf("refused: %w", codes.ResponseCode(n))
	}
	return nil
}

func ofKept(n int) error {
	sent := n == 0
	if sent {
		return nil
	}
	return codes.ResponseCode(n)
}

func ofText(text string) error {
	if text == "0" {
		return nil
	}
	c, err := codes.ParseResponse(text)
	if err != nil {
		return err
	}
	return c
}

func ofParsed(text string) error {
	n, err := strconv.Atoi(text)
	if err != nil || n == 0 {
		return err
	}
	return codes.ResponseCode(n)
}

func ofSwitch(n int) error {
	switch n {
	case 0, 1:
		return nil
	}
	return codes.ResponseCode(n)
}

func ofListed(n int, accepted []int) error {
	if slices.Contains(accepted, n) {
		return nil
	}
	return codes.ResponseCode(n)
}

type queued struct {
	Outcome int32 `db:"outcome"`
	Tries   int   `db:"tries"`
}

func ofRow(q *queued) error {
	if q.Outcome != 0 {
		return codes.ResponseCode(q.Outcome)
	}
	return nil
}

type frame struct{ outcome uint16 }

func ofHeader(f frame) error {
	if f.outcome == 0 {
		return nil
	}
	return codes.ResponseCode(f.outcome)
}

var errAbsent = errors.New("no outcome")

// Such a condition has to tell success from what fails.

func ofNegative(n int) error {
	if n < 0 {
		return errAbsent
	}
	return codes.ResponseCode(n) // want `codes.ResponseCode\(n\) becomes an error, and can be 0 \(Success\)`
}

func ofOtherNumber(n, tries int) error {
	if tries == 0 || n == 6 {
		return nil
	}
	return codes.ResponseCode(n) // want `can be 0 \(Success\)`
}

func ofOtherField(q *queued) error {
	if q.Tries == 0 {
		return nil
	}
	return codes.ResponseCode(q.Outcome) // want `can be 0 \(Success\)`
}

func ofEmpty(text string) error {
	if text == "" {
		return errAbsent
	}
	c, err := codes.ParseResponse(text)
	if err != nil {
		return err
	}
	return c // want `c becomes an error, and can be 0 \(Success\)`
}
