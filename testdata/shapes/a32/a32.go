// Package a32 says with one result whether to go on, and with the other why
// not.
package a32

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

type result struct {
	Code int `json:"responseCode,string"`
	Pos  int `json:"position"`
}

func once(send func() ([]byte, error)) (retry bool, err error) {
	data, err := send()
	if err != nil {
		return true, err
	}
	var r result
	if err := json.Unmarshal(data, &r); err != nil {
		return false, err
	}
	if r.Code == 0 { // want "magiccode: .*Success"
		return false, nil
	}
	if r.Pos == 5 {
		return false, errors.New("position 5 is taken")
	}
	return r.Code == 5 || r.Code == 88, fmt.Errorf("code %d", r.Code) // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*GeneralFailure"
}

// Send tries a few times.
func Send(send func() ([]byte, error)) error {
	var err error
	for try := 0; try < 5; try++ {
		var retry bool
		if retry, err = once(send); !retry {
			return err
		}
		time.Sleep(5 * time.Second)
	}
	return err
}
