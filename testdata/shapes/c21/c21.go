// Package c21 runs commands elsewhere, and watches places.
//
// Silent, because exit codes are too small for a name to bind, expected codes
// of tests are only ordered or have undocumented values, what is ordered by 400 is
// an HTTP status, and response_code is another key.
package c21

import (
	"encoding/json"
	"fmt"
)

type invocation struct {
	Name         string
	ResponseCode int32
}

func (i *invocation) failed() bool {
	return i.ResponseCode != 0 && (i.ResponseCode == 1 || i.ResponseCode == 2 || i.ResponseCode > 10)
}

type monitor struct {
	URL      string
	expected struct{ ResponseCode int }
}

func (m *monitor) up(status int) bool {
	if m.expected.ResponseCode == 0 {
		return status == 200
	}
	return status == m.expected.ResponseCode
}

type testCase struct {
	name         string
	ResponseCode int
}

func run(cases []testCase, get func(string) int) error {
	for _, tc := range cases {
		if got := get(tc.name); tc.ResponseCode > 0 && got != tc.ResponseCode {
			return fmt.Errorf("%s: %d", tc.name, got)
		}
	}
	return nil
}

// A check is what became of one request; 0 stands for no answer.
type check struct {
	URL          string `json:"url"`
	ResponseCode int    `json:"responseCode"`
}

func (c *check) down() bool {
	return c.ResponseCode == 0 || c.ResponseCode >= 400
}

func errors5xx(labels map[string]string) bool {
	return labels["response_code"] == "500" || labels["response_code"] == "0"
}

// Check runs everything.
func Check(i *invocation, url string, get func(string) int, labels map[string]string) error {
	m := monitor{URL: url}
	var last check
	if err := json.Unmarshal([]byte(url), &last); err != nil || last.down() {
		return fmt.Errorf("%s: %d", url, last.ResponseCode)
	}
	if i.failed() || !m.up(get(url)) || errors5xx(labels) {
		return fmt.Errorf("%s: %d", i.Name, i.ResponseCode)
	}
	return run([]testCase{{"a", 200}, {"b", 0}, {"c", 301}}, get)
}
