// Package wire is the module's helper for requests.
package wire

import (
	"encoding/json"
	"net/http"
)

// Get gets what is at an address.
func Get(url string, reply any) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return json.NewDecoder(resp.Body).Decode(reply)
}
