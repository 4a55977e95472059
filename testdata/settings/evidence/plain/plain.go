// Package plain has nothing but documented codes.
package plain

type reply struct {
	Code int `json:"responseCode"`
}

func ok(r reply) bool { return r.Code == 0 || r.Code == 16 }
