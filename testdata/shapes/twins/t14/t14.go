// Package t14 decodes without declaring a reply.
//
// Silent, because "00" and "000" are not documented, and ResponseCode is
// another key.
package t14

import "encoding/json"

const okCode = "000"

// Paid reads an answer.
func Paid(data []byte) (bool, error) {
	var m map[string]any
	if err := json.Unmarshal(data, &m); err != nil {
		return false, err
	}
	if c, ok := m["ResponseCode"].(string); ok && c == "0" {
		return true, nil
	}
	c, _ := m["responseCode"].(string)
	ok := c == "00"
	switch c {
	case okCode:
		return true, nil
	case "5", "99":
		return false, nil
	}
	return ok, nil
}
