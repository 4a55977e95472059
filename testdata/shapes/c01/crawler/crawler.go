// Package crawler visits pages and keeps what they answered in a file.
//
// Silent, because the value comes from an HTTP response's StatusCode, which
// weighs more than literals that happen to be documented.
package crawler

import (
	"encoding/json"
	"net/http"
	"os"
)

// Page is a page that was visited, or will be.
type Page struct {
	URL          string `json:"url"`
	ResponseCode int    `json:"responseCode"`
}

// Load reads the pages of the last run.
func Load(name string) (pages []*Page, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return pages, json.Unmarshal(data, &pages)
}

// Visit fetches a page.
func (p *Page) Visit(c *http.Client) error {
	resp, err := c.Head(p.URL)
	if err != nil {
		p.ResponseCode = 0
		return err
	}
	p.ResponseCode = resp.StatusCode
	return resp.Body.Close()
}

// Due says whether to visit a page.
func (p *Page) Due() bool { return p.ResponseCode == 0 || p.ResponseCode == 301 }

// Broken counts the pages that nobody could visit.
func Broken(pages []*Page) (n int) {
	for _, p := range pages {
		if p.ResponseCode != 0 {
			continue
		}
		n++
	}
	return n
}
