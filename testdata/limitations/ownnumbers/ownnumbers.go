// Package ownnumbers reads the answers of a server of the house, which knows
// two: 0 for an error, and 1.
//
// Constants without a type are no enumeration of the program's own, and 0 is
// a documented code. The constants themselves are not reported, but a number
// that somebody wrote instead is.
package ownnumbers

import "encoding/json"

const (
	failed = 0
	fine   = 1
)

type reply struct {
	ResponseCode int    `json:"responseCode"`
	Data         string `json:"data"`
}

// Data reads an answer.
func Data(data []byte) (string, error) {
	var r reply
	if err := json.Unmarshal(data, &r); err != nil {
		return "", err
	}
	if r.ResponseCode == failed {
		return "", nil
	}
	return r.Data, nil
}

// Fine says whether an answer is worth reading.
func Fine(r *reply) bool {
	return r.ResponseCode == fine || r.ResponseCode == 1 && r.Data != "" // want "magiccode: .*InvalidCredentials" "wrongcode: r.ResponseCode == 1 never holds"
}
