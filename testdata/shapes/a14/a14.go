// Package a14 remembers whether it went well and looks at the details later.
package a14

import (
	"encoding/json"
	"errors"
	"net/http"
)

var errLimited = errors.New("limited")

func handle(resp *http.Response, log func(string, bool)) error {
	var m map[string]any
	if err := json.NewDecoder(resp.Body).Decode(&m); err != nil {
		return err
	}
	c, _ := m["responseCode"].(string)
	ok := c == "0" // want "magiccode: .*Success"
	log("answered "+c, ok)
	if !ok && resp.StatusCode == 200 {
		log("hidden failure", ok)
	}
	switch c {
	case "":
		return errors.New("no code")
	case "5", "19": // want "magiccode: .*ThrottlingRateExceeded" "magiccode: .*SpamThresholdExceeded"
		return errLimited
	default:
		switch resp.StatusCode {
		case 200, 201:
			if ok {
				return nil
			}
			return errors.New("code " + c)
		case 429:
			return errLimited
		}
		return errors.New(resp.Status)
	}
}

// Serve counts what the service answers.
func Serve(rs <-chan *http.Response) (good, bad int) {
	for r := range rs {
		err := handle(r, func(string, bool) {})
		r.Body.Close()
		if err == nil {
			good++
			continue
		}
		if bad++; bad == 99 {
			break
		}
	}
	return good, bad
}
