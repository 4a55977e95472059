package silent

import (
	"encoding/json"
	"io"
	"net/http"
)

// optInt is an integer that may be missing.
type optInt struct {
	Value int
	Set   bool
}

func (o *optInt) UnmarshalJSON(data []byte) error {
	o.Set = true
	return json.Unmarshal(data, &o.Value)
}

func (o optInt) get() (int, bool) { return o.Value, o.Set }

// An optionalReply says itself whether there is a code.
type optionalReply struct {
	ResponseCode optInt `json:"responseCode"`
	MessageID    string `json:"messageId"`
}

// accepts drops the error: what was not decoded has no code.
func accepts(resp *http.Response) bool {
	var r optionalReply
	body, _ := io.ReadAll(resp.Body)
	json.Unmarshal(body, &r)
	code, ok := r.ResponseCode.get()
	return ok && code == 0
}

var _ = accepts
