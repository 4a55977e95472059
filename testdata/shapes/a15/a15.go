// Package a15 digs codes out of nested maps.
package a15

import (
	"encoding/json"
	"errors"
)

type object = map[string]any

// Outcome reads {"data":{"reply":{"responseCode":"0",…}}}.
func Outcome(data []byte) error {
	var m object
	if err := json.Unmarshal(data, &m); err != nil {
		return err
	}
	if m["data"] == nil {
		return errors.New("no data")
	}
	if m["data"].(map[string]any)["reply"].(map[string]any)["responseCode"].(string) != "0" { // want "magiccode: .*Success"
		return errors.New("not sent")
	}
	return nil
}

// First reads the outcome of a batch's first recipient.
func First(data []byte) (string, error) {
	var m object
	if err := json.Unmarshal(data, &m); err != nil {
		return "", err
	}
	details, ok := m["details"].(object)
	if !ok || details["recipients"] == nil {
		return "", errors.New("no details")
	}
	list := details["recipients"].([]any)
	if len(list) == 0 {
		return "", errors.New("nobody")
	}
	first := list[0].(object)
	if first["responseCode"] == nil {
		return "", errors.New("no code")
	}
	switch first["responseCode"].(string) { // want "missedcode: .*20 response codes"
	case "10", "14": // want "magiccode: .*CouldNotRoute" "magiccode: .*RouteLimitedByAccount"
		return "no route", nil
	case "15": // want "magiccode: .*SubscriberBlockedService"
		return "opted out", nil
	}
	if first["status"].(string) == "0" {
		return "new", nil
	}
	return "sent", nil
}
