// Package webchi receives delivery reports with chi, whose handlers are those
// of net/http.
package webchi

import (
	"net/http"
	"strconv"

	"github.com/go-chi/chi/v5"
)

func path(w http.ResponseWriter, r *http.Request) {
	reason := chi.URLParam(r, "reasonCode")
	if reason == "0" || chi.URLParam(r, "id") == "0" { // want "magiccode: .*NotApplicable"
		w.WriteHeader(204)
		return
	}
	n, err := strconv.Atoi(chi.URLParam(r, "reasonCode"))
	if err != nil || n == 12 { // want "magiccode: .*HandsetError"
		http.Error(w, "no", 400)
	}
}

func form(w http.ResponseWriter, r *http.Request) {
	if r.FormValue("reasonCode") == "8" { // want "magiccode: .*SubscriberAbsent"
		w.WriteHeader(202)
		return
	}
	q := r.URL.Query()
	if q.Get("reasonCode") == "11" && q.Get("operator") != "11" { // want "magiccode: .*SMSCRoaming"
		w.WriteHeader(204)
	}
}

// Router says who receives what.
func Router() http.Handler {
	r := chi.NewRouter()
	r.Get("/report/{id}/{reasonCode}", path)
	r.Post("/report", form)
	return r
}
