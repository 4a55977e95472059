// Package strangers imports neither, so that statusCode says nothing to it.
package strangers

import "net/http"

type notice struct {
	Code int `json:"statusCode"`
}

func done(n notice) bool {
	return n.Code == 0 || n.Code == 51 || n.Code == http.StatusOK
}
