// Package imports: a finding in files that import things in every way.
package imports

// A Reply is what the API answers.
type Reply struct {
	ResponseCode int `json:"responseCode,string"`
}

func noImports(r Reply) bool {
	return r.ResponseCode == 5 // want `ThrottlingRateExceeded`
}
