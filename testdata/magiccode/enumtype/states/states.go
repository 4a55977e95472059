// Package states has codes, by their key, of types that have other tables.
package states

import (
	"encoding/json"

	"example.test/programs/magiccode/enumtype/other"
)

// The types of these have other tables.
type answer struct {
	State other.State `json:"responseCode"`
}

type verdict struct {
	Status other.Status `json:"responseCode"`
}

func open(raw []byte) bool {
	var a answer
	if err := json.Unmarshal(raw, &a); err != nil {
		return false
	}
	return a.State == other.Open || a.State == 2
}

func again(raw []byte) bool {
	var v verdict
	if err := json.Unmarshal(raw, &v); err != nil {
		return false
	}
	return v.Status == other.Busy || v.Status == 6
}
