package httpstatus

import (
	"encoding/json"
	"net/http"
)

// A status is a status, whatever its variable is called.
func status(resp *http.Response) bool {
	responseCode := resp.StatusCode
	return responseCode == http.StatusOK || responseCode == http.StatusAccepted
}

// Our own answer repeats the status.
type answer struct {
	ResponseCode int `json:"responseCode"`
}

func refuse(w http.ResponseWriter, status int) error {
	a := answer{ResponseCode: http.StatusBadRequest}
	if status != http.StatusOK {
		a.ResponseCode = status
	}
	w.WriteHeader(a.ResponseCode)
	return json.NewEncoder(w).Encode(a)
}

// What the gateway says of the codes.
func statusOf(r reply) int {
	if r.Code.Err() == nil {
		return http.StatusOK
	}
	if r.Code.Retryable() {
		return http.StatusServiceUnavailable
	}
	return http.StatusBadGateway
}
