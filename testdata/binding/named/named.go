// Package named goes by names, beside a value that came under the key.
package named

func probe(...any) {}

type reply struct {
	Code int `json:"responseCode"`
}

func _(r reply) {
	probe(r.Code) // want `response keyed`
	_ = r.Code == 0
}

type record struct {
	ResponseCode int
	reasonCode   string
	Tagged       int `db:"response"`
}

func _(r record, responseCode int32) {
	probe(r.ResponseCode) // want `response named`
	probe(r.reasonCode)   // want `reason named`
	probe(r.Tagged)       // want `not bound`
	probe(responseCode)   // want `response named`
	_ = r.ResponseCode == 1
	_ = r.reasonCode == "3"
	_ = r.Tagged == 3
	_ = responseCode == 2
}

func _(responseCode int) {
	probe(responseCode) // want `not bound`
	_ = responseCode == 404
}

func _(responseCode string) {
	probe(responseCode) // want `not bound`
}
