// Package clause is about templates only.
//
//errcodelint:domain template
package clause

type reply struct {
	ResponseCode string `json:"responseCode"`
	Reason       int    `json:"reasonCode"`
}

func ok(r reply, responseCode int) bool {
	return r.ResponseCode == "0" || // want `"0" is the template code`
		responseCode == 4 || // want `4 is the template code`
		r.Reason == 6 // want `6 is the reason code`
}
