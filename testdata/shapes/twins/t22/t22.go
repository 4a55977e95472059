// Package t22 asks the reply whether all went well.
//
// Silent, because "0000" and "00000000" are not documented, nor is
// "500.003.1001".
package t22

import "encoding/json"

// Reply is what the operator answers.
type Reply struct {
	Code string          `json:"responseCode"`
	Data json.RawMessage `json:"data"`
}

// IsSuccess has seen two ways of writing it.
func (r *Reply) IsSuccess() bool { return r.Code == "0" || r.Code == "0000" || r.Code == "00000000" }

// Busy says whether to wait.
func (r *Reply) Busy() bool { return r.Code == "500.003.1001" || r.Code == "99" }

// Parse reads a reply.
func Parse(data []byte) (json.RawMessage, error) {
	r := new(Reply)
	if err := json.Unmarshal(data, r); err != nil || !r.IsSuccess() {
		return nil, err
	}
	return r.Data, nil
}
