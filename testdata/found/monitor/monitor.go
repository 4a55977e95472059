// Package monitor looks whether pages are there. What it keeps are HTTP
// statuses, by way of a variable or a function.
package monitor

import (
	"encoding/json"
	"io"
)

type check struct {
	URL          string `json:"url"`
	ResponseCode int    `json:"responseCode"`
}

// looked tells whether there is anything to show.
func (c check) looked() bool { return c.ResponseCode != 0 }

func probe(url string, get func(string) error) check {
	code := 200
	if err := get(url); err != nil {
		code = 503
	}
	return check{url, code}
}

type visit struct {
	URL          string `json:"url"`
	ResponseCode int    `json:"responseCode"`
}

func (v visit) done() bool { return v.ResponseCode != 0 }

func statusOf(err error) int {
	if err != nil {
		return 503
	}
	return 200
}

func see(url string, get func(string) error) visit {
	return visit{url, statusOf(get(url))}
}

// Load reads what an earlier run has written.
func Load(r io.Reader) (checks []check, visits []visit, err error) {
	err = json.NewDecoder(r).Decode(&struct {
		Checks *[]check `json:"checks"`
		Visits *[]visit `json:"visits"`
	}{&checks, &visits})
	return checks, visits, err
}

// Open lists the pages that nobody has looked at.
func Open(checks []check, visits []visit, get func(string) error) (urls []string) {
	for i, c := range checks {
		if !c.looked() {
			checks[i] = probe(c.URL, get)
			urls = append(urls, c.URL)
		}
	}
	for i, v := range visits {
		if !v.done() {
			visits[i] = see(v.URL, get)
			urls = append(urls, v.URL)
		}
	}
	return urls
}
