// Package redirects reads what a crawler has stored.
//
// The values are HTTP statuses, but the package does not say so: they come
// from a file, and of the two that are compared both are documented codes.
package redirects

import "encoding/json"

type page struct {
	URL          string `json:"url"`
	ResponseCode int    `json:"responseCode"`
}

// Moved lists the pages that live elsewhere now, and those never visited.
func Moved(data []byte) (moved, unseen []string, err error) {
	var pages []page
	if err := json.Unmarshal(data, &pages); err != nil {
		return nil, nil, err
	}
	for _, p := range pages {
		switch p.ResponseCode { // want "missedcode: .*21 response codes"
		case 301: // want "magiccode: .*NoWhatsAppSession"
			moved = append(moved, p.URL)
		case 0: // want "magiccode: .*Success"
			unseen = append(unseen, p.URL)
		}
	}
	return moved, unseen, nil
}
