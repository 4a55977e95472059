package webhook

import (
	"encoding/json"
	"net/http"

	"github.com/errcodelint/errcodelint/codes"
)

// voiceReport is the body of a delivery report of the voice pilot.
type voiceReport struct {
	CallID     string           `json:"callId"`
	ReasonCode codes.ReasonCode `json:"reasonCode"`
}

func voice(w http.ResponseWriter, r *http.Request) {
	var rep voiceReport
	json.NewDecoder(r.Body).Decode(&rep) // want "uncheckedcode: the error of json.Decoder.Decode is dropped, and rep.ReasonCode is read: if nothing was decoded, it holds 0, which is NotApplicable"
	if rep.ReasonCode.Retryable() {
		w.Header().Set("Retry-After", "60")
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}
