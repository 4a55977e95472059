// Package statuses has tables that serve HTTP statuses and codes alike.
package statuses

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
)

const api = "https://api.geniq.io/rest/v1"

type reply struct {
	ResponseCode int `json:"responseCode"`
}

var passing = map[int]bool{5: true, 88: true, 429: true, 503: true}

var temporary = []int{18, 99, 502}

var texts = map[string]string{"0": "sent", "5": "busy", "200": "fine", "404": "gone"}

var hopeless = map[int]bool{11: true, 15: true, 98: true} // want "magiccode: .*InvalidRecipient" "magiccode: .*SubscriberBlockedService" "wrongcode: 98 is no documented response code"

func again(resp *http.Response) (bool, error) {
	if passing[resp.StatusCode] || oneOf(temporary, resp.StatusCode) || oneOf([]int{301, 302}, resp.StatusCode) {
		return true, nil
	}
	var r reply
	if err := json.NewDecoder(resp.Body).Decode(&r); err != nil {
		return false, err
	}
	if hopeless[r.ResponseCode] || oneOf([]int{1, 2}, r.ResponseCode) { // want "magiccode: .*InvalidCredentials" "magiccode: .*InvalidIP"
		return false, nil
	}
	return passing[r.ResponseCode] || oneOf(temporary, r.ResponseCode), nil
}

func oneOf(list []int, n int) bool { return slices.Contains(list, n) }

func text(resp *http.Response, r reply) string {
	if t := texts[strconv.Itoa(resp.StatusCode)]; t != "" {
		return t
	}
	return texts[strconv.Itoa(r.ResponseCode)]
}

type counter struct {
	all     map[string]int
	replies map[int]int
}

func (c *counter) answered(status int) { c.all[strconv.Itoa(status)]++ }

func (c *counter) replied(r reply) {
	c.all[strconv.Itoa(r.ResponseCode)]++
	c.replies[r.ResponseCode]++
}

func (c *counter) restored(saved map[int]int) {
	for n, times := range saved {
		c.replies[n] = times
	}
}

func (c *counter) sent() int {
	return c.all["0"] + c.all["200"] + c.replies[0] // want "magiccode: .*Success"
}
