// Package vendor names the vendor's host.
package vendor

const base = "https://API.Geniq.io/rest/v1"

func probe(...any) {}

type reply struct {
	Code int `json:"responseCode"`
}

func _(r reply) {
	probe(r.Code) // want `response keyed: its key, in a package that uses the API \(vendor\)`
}

type TemplateReply struct {
	Code int `json:"responseCode"`
}

func _(r TemplateReply) {
	probe(r.Code) // want `template keyed: its key`
}

type partly struct {
	Code int `json:"responseCode"`
}

func _(r partly) {
	probe(r.Code) // want `response keyed: its constants`
	_ = r.Code == 301 || r.Code == 42
}

type moved struct {
	Code int `json:"responseCode"`
}

func _(r moved) {
	probe(r.Code) // want `not bound`
	_ = r.Code == 301 || r.Code >= 400
}

type session struct {
	Code int `json:"responseCode"`
}

func _(r session) {
	probe(r.Code) // want `response keyed: its constants`
	_ = r.Code == 301 || r.Code == 0 || r.Code >= 400
}

type status struct {
	Code int `json:"responseCode"`
}

func _(r status) {
	probe(r.Code) // want `not bound`
	_ = r.Code == 200 || r.Code == 404
}

type both struct {
	Code int `json:"responseCode"`
}

func _(r both) {
	probe(r.Code) // want `not bound`
	_ = r.Code == 301 || r.Code == 131009
}

type bothTemplates struct {
	Code int `json:"responseCode"`
}

func _(r bothTemplates) {
	probe(r.Code) // want `template keyed: its name`
	_ = r.Code == 301 || r.Code == 131009
}

func named(reasonCode, responseCode int) {
	probe(reasonCode)   // want `reason named`
	probe(responseCode) // want `not bound`
	_ = reasonCode == 8
}

// Another vendor's codes have another form: 0 is success everywhere.
type push struct {
	Code string `json:"responseCode"`
}

func _(p push) {
	probe(p.Code) // want `not bound`
	_ = p.Code == "0" || p.Code == "1032" || p.Code == "2001"
}

type wallet struct {
	Code string `json:"responseCode"`
}

func _(w wallet) {
	probe(w.Code) // want `not bound`
	_ = w.Code == "OK" || w.Code == "0" || w.Code == "E01"
}

type mistaken struct {
	Code string `json:"responseCode"`
}

func _(m mistaken) {
	probe(m.Code) // want `response keyed`
	_ = m.Code == "OK" || m.Code == "0" || m.Code == "20"
}

// Payment networks have two digits.
type charge struct {
	Code string `json:"responseCode"`
}

func _(c charge) {
	probe(c.Code) // want `not bound`
	_ = c.Code == "00" || c.Code == "10" || c.Code == "51"
}

type padded struct {
	Code string `json:"responseCode"`
}

func _(p padded) {
	probe(p.Code) // want `response keyed`
	_ = p.Code == "00" || p.Code == "5" || p.Code == "88"
}

// class is for what the package's own middleware logs, as its bounds show.
func class(responseCode int) string {
	probe(responseCode) // want `not bound`
	switch {
	case responseCode >= 500:
		return "5xx"
	case responseCode >= 400:
		return "4xx"
	case responseCode == 0:
		return "none"
	}
	return "2xx"
}

// found is for a status, too.
func found(responseCode int) bool {
	probe(responseCode) // want `not bound`
	return responseCode != 0 && responseCode != 404
}

// lasting has a code of the package's own beside the API's.
func lasting(responseCode int) bool {
	probe(responseCode) // want `response named: its constants`
	return responseCode == 11 || responseCode == 42
}

// A record is a reply as it was decoded: what does not fit there is a mistake.
type record struct {
	ResponseCode int
}

func (r record) sent() bool {
	probe(r.ResponseCode) // want `response named: its constants`
	return r.ResponseCode == 0 || r.ResponseCode == 200
}
