// Package lookups has helpers that look up by way of others.
package lookups

import (
	"errors"
	"strconv"
)

const host = "https://api.geniq.io/rest/v1"

// Blocked is above what it calls.
func Blocked(m map[string]any) bool {
	return number(m, "responseCode", 99) == 15 || number(m, "parts", 1) == 15 // want "magiccode: .*SubscriberBlockedService"
}

func text(m map[string]any, key string) string {
	s, _ := m[key].(string)
	return s
}

func number(m map[string]any, key string, otherwise int) int {
	n, err := strconv.Atoi(text(m, key))
	if err != nil {
		return otherwise
	}
	return n
}

func required(m map[string]any, key string) (int, error) {
	if n := number(m, key, -1); n >= 0 {
		return n, nil
	}
	return 0, errors.New("no " + key)
}

// Sent asks for the code, and for other numbers.
func Sent(m map[string]any) (bool, error) {
	code, err := required(m, "responseCode")
	if err != nil {
		return false, err
	}
	page, err := required(m, "page")
	return code == 0 && page != 0, err // want "magiccode: .*Success"
}
