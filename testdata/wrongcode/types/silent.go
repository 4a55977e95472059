package types

import (
	"encoding/json"
	"fmt"
)

func either(body []byte) bool {
	var m map[string]any
	if json.Unmarshal(body, &m) != nil || m["responseCode"] == nil {
		return false
	}
	if m["responseCode"] == "0" || m["responseCode"] == 0.0 || m["responseCode"] == float64(0) {
		return true
	}
	if n, ok := m["responseCode"].(float64); ok && n == 0 {
		return true
	}
	return fmt.Sprint(m["responseCode"]) == "0"
}

// fields is filled by hand: its code is an int.
func fields(code int) map[string]any {
	m := map[string]any{"responseCode": code, "at": "gateway"}
	if m["responseCode"] == 0 {
		m["ok"] = true
	}
	return m
}

// numbers has no interfaces in it.
func numbers(body []byte) bool {
	var m map[string]int
	return json.Unmarshal(body, &m) == nil && m["responseCode"] == 0
}

// patched replies get their code from us where the API has left it out.
func patched(body []byte) bool {
	var m map[string]any
	if json.Unmarshal(body, &m) != nil {
		return false
	}
	if _, ok := m["responseCode"]; !ok {
		m["responseCode"] = 0
	}
	return m["responseCode"] == 0
}
