// Package a19 receives delivery reports as forms and queries.
package a19

import (
	"net/http"
	"net/url"
)

type report struct {
	ID     string
	Reason string
	Status string
}

// Form takes a report that was posted.
func Form(w http.ResponseWriter, r *http.Request) {
	reason := r.FormValue("reasonCode")
	if reason != "0" && r.FormValue("status") != "delivered" { // want "magiccode: .*NotApplicable"
		http.Error(w, "noted", 202)
		return
	}
	rep := report{
		ID:     r.PostFormValue("messageId"),
		Reason: r.PostFormValue("reasonCode"),
		Status: r.PostFormValue("status"),
	}
	if rep.gone() {
		w.WriteHeader(204)
	}
}

func (rep report) gone() bool {
	return rep.Status != "0" && (rep.Reason == "5" || rep.Reason == "6") // want "magiccode: .*SubscriberUnknown" "magiccode: .*SubscriberBarred"
}

// Query takes a report that came as a query.
func Query(u *url.URL) bool {
	q := u.Query()
	if q.Get("reasonCode") != "0" { // want "magiccode: .*NotApplicable"
		return false
	}
	return q.Get("parts") != "0"
}

type callback struct {
	Reason string `form:"reasonCode" query:"reasonCode"`
	ID     string `form:"messageId" query:"messageId"`
}

// Bound takes a report that a binder has filled.
func Bound(bind func(any) error) (bool, error) {
	var c callback
	if err := bind(&c); err != nil {
		return false, err
	}
	return c.ID != "0" && c.Reason == "0", nil // want "magiccode: .*NotApplicable"
}
