// Package receipts checks receipts of a shop for applications.
//
// The only value of the key that is compared is 0, which is documented; the
// bounds say nothing, whatever they are. So the key looks like the messaging
// API's.
package receipts

import (
	"encoding/json"
	"errors"
)

type receipt struct {
	Code int    `json:"responseCode"`
	Env  string `json:"environment"`
}

// Err reads the answer about a receipt.
func Err(data []byte) error {
	var r receipt
	if err := json.Unmarshal(data, &r); err != nil {
		return err
	}
	switch n := r.Code; n {
	case 0: // want "magiccode: .*Success"
		return nil
	default:
		if n >= 21100 && n <= 21199 { // want "magiccode: .*21100" "magiccode: .*21199"
			return errors.New("try again")
		}
		return errors.New("refused by " + r.Env)
	}
}
