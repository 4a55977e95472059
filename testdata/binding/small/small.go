// Package small compares codes only with numbers that everything has.
package small

func probe(...any) {}

type reply struct {
	Code int `json:"responseCode"`
}

func _(r reply) {
	probe(r.Code) // want `not bound`
	_ = r.Code == 1 || r.Code == 2
}
