// Package a06 knows what went well and leaves the rest to a helper.
package a06

import (
	"encoding/json"
	"fmt"
	"io"
)

type outcome struct {
	Code int    `json:"responseCode,string"`
	Text string `json:"responseMessage"`
}

func read(r io.Reader) error {
	var o outcome
	if err := json.NewDecoder(r).Decode(&o); err != nil {
		return err
	}
	switch o.Code {
	case 0: // want "magiccode: .*Success"
		return nil
	default:
		return reject(o.Code, len(o.Text))
	}
}

func reject(code, length int) error {
	if length == 0 {
		return fmt.Errorf("code %d", code)
	}
	switch code {
	case 5: // want "magiccode: .*ThrottlingRateExceeded"
		return &later{seconds: 5}
	case 88, 99: // want "magiccode: .*GeneralFailure" "magiccode: .*SystemError"
		return &later{seconds: 60}
	default:
		return fmt.Errorf("code %d, see the log", code)
	}
}

type later struct{ seconds int }

func (l *later) Error() string {
	if l.seconds > 5 {
		return "try again in a while"
	}
	return "try again soon"
}

// Drain reads replies until there are no more.
func Drain(rs []io.Reader) (n int) {
	for i := 0; i < len(rs); i++ {
		if read(rs[i]) == nil {
			n++
		}
	}
	return n
}
