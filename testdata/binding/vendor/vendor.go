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
