// Package carbool keeps what it learned about codes in booleans.
package carbool

import (
	"encoding/json"
	"errors"
)

type reply struct {
	RC    int    `json:"responseCode,string"`
	ID    string `json:"messageId"`
	Parts int    `json:"parts"`
}

type verdict struct {
	ok, later bool
	parts     int
}

func judge(r *reply) verdict {
	ok := r.RC == 0                                               // want "magiccode: .*Success"
	busy, slow := r.RC == 5, r.Parts == 5                         // want "magiccode: .*ThrottlingRateExceeded"
	later := busy || r.RC == 88 || slow && !ok                    // want "magiccode: .*GeneralFailure"
	var again = !ok && later && !(r.RC == 19)                     // want "magiccode: .*SpamThresholdExceeded"
	return verdict{ok: ok || r.RC == 16, later: again, parts: 16} // want "magiccode: .*DuplicateDestination"
}

func empty(r *reply) (none bool) {
	none = r.ID == "0" || r.Parts == 0
	return
}

// Send decodes what was answered.
func Send(data []byte) error {
	r := new(reply)
	if err := json.Unmarshal(data, r); err != nil {
		return err
	}
	v := judge(r)
	switch broke := r.RC == 6; { // want "magiccode: .*InsufficientCredit"
	case v.ok && !empty(r):
		return nil
	case broke:
		return errors.New("no money")
	case v.later:
		return errors.New("later")
	}
	return errors.New("never")
}
