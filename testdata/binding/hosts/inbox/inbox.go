// Package inbox receives delivery reports, which nobody asks for, and tells a chat of them.
package inbox

import (
	"net/http"
	"strings"
)

func probe(...any) {}

const chat = "https://chat.acme.dev/hooks/sms"

func Report(w http.ResponseWriter, r *http.Request) {
	code := r.FormValue("reasonCode")
	probe(code) // want `reason keyed: its constants`
	if code != "0" {
		resp, err := http.Post(chat, "text/plain", strings.NewReader(r.FormValue("messageId")+" failed"))
		if err == nil {
			resp.Body.Close()
		}
	}
	w.WriteHeader(http.StatusNoContent)
}
