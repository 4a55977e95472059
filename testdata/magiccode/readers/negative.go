package readers

import (
	"net/http"
	"strconv"
)

// failed takes what may be no number at all, or no code.
func failed(w http.ResponseWriter, r *http.Request) bool {
	n, err := strconv.Atoi(r.FormValue("reasonCode"))
	if err != nil || n < 0 {
		http.Error(w, "reasonCode", http.StatusBadRequest)
		return false
	}
	return n != 0 // want `0 is the reason code NotApplicable`
}

func valid(r *http.Request) bool {
	n, err := strconv.Atoi(r.FormValue("reasonCode"))
	return err == nil && n >= 0
}
