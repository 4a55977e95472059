// Package gathered keeps codes in lists and maps that begin with nothing.
package gathered

import (
	"encoding/json"
	"strconv"
)

const api = "https://api.geniq.io/rest/v1/batch_sms"

type recipient struct {
	Number       string `json:"number"`
	ResponseCode string `json:"responseCode"`
}

// A Result is what became of a batch.
type Result struct {
	bad   map[string]int
	parts map[string]int
	seen  []string
}

// Read reads an answer.
func Read(raw []byte) (Result, error) {
	res := Result{bad: map[string]int{}, parts: map[string]int{}, seen: []string{}}
	var rs []recipient
	if err := json.Unmarshal(raw, &rs); err != nil {
		return res, err
	}
	for i, r := range rs {
		if r.ResponseCode == "0" { // want `"0" is the response code Success`
			continue
		}
		n, err := strconv.Atoi(r.ResponseCode)
		if err != nil {
			return res, err
		}
		res.bad[r.Number] = n
		res.parts[r.Number] = i
		res.seen = append(res.seen, r.ResponseCode)
	}
	return res, nil
}

// Wrong counts the numbers that are wrong.
func (r Result) Wrong() (n int) {
	for number, code := range r.bad {
		if code == 11 && r.parts[number] != 11 { // want `11 is the response code InvalidRecipient`
			n++
		}
	}
	for _, text := range r.seen {
		if text == "15" { // want `"15" is the response code SubscriberBlockedService`
			n++
		}
	}
	return n
}

// Counts are by code.
func Counts(rs []recipient) (busy, first int) {
	counts := map[string]int{}
	lengths := map[int]int{}
	for _, r := range rs {
		counts[r.ResponseCode]++
		lengths[len(r.ResponseCode)]++
	}
	return counts["5"] + lengths[5], counts["0"] // want `"5" is the response code ThrottlingRateExceeded` `"0" is the response code Success`
}

// Mixed has all kinds of numbers.
func Mixed(rs []recipient) bool {
	numbers := []int{}
	for i, r := range rs {
		if n, err := strconv.Atoi(r.ResponseCode); err == nil {
			numbers = append(numbers, n, i)
		}
	}
	return len(numbers) > 1 && numbers[1] == 5
}
