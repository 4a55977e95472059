// Package carrequest reads reports off requests and their bodies.
package carrequest

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"strconv"
)

const key = "reasonCode"

type report struct {
	XMLName xml.Name `xml:"report"`
	Reason  int      `xml:"reasonCode"`
	Attr    string   `xml:"responseCode,attr"`
	Count   int      `xml:"count"`
}

func form(r *http.Request) bool {
	if err := r.ParseForm(); err != nil {
		return false
	}
	if r.Form.Get("reasonCode") == "0" || r.PostForm.Get(key) == "0" { // want "magiccode: .*NotApplicable" "magiccode: .*NotApplicable"
		return r.Form.Get("parts") != "0"
	}
	return r.FormValue(key) == "13" || r.FormValue("id") == "13" // want "magiccode: .*HandsetMemoryExceeded"
}

func query(raw string) (bool, error) {
	v, err := url.ParseQuery(raw)
	if err != nil {
		return false, err
	}
	n, err := strconv.Atoi(v.Get(key))
	if err != nil || v.Get("count") == "5" {
		return false, err
	}
	return n == 5 || n == 6, nil // want "magiccode: .*SubscriberUnknown" "magiccode: .*SubscriberBarred"
}

func body(data []byte) (bool, error) {
	var rep report
	if err := xml.Unmarshal(data, &rep); err != nil {
		return false, err
	}
	if rep.Attr == "99" || rep.Count == 99 { // want "magiccode: .*SystemError"
		return false, nil
	}
	return rep.Reason == 0 && rep.Attr == "0", nil // want "magiccode: .*NotApplicable" "magiccode: .*Success"
}

// Good says whether a request brings good news.
func Good(r *http.Request, data []byte) bool {
	a, err := query(r.URL.RawQuery)
	b, err2 := body(data)
	return err == nil && err2 == nil && (form(r) || a || b)
}
