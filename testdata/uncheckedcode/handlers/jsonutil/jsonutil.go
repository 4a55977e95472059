// Package jsonutil has helpers for JSON, and nothing to do with codes.
package jsonutil

import (
	"encoding/json"
	"fmt"
	"io"
)

// Decode reads one value.
func Decode[T any](r io.Reader) (T, error) {
	var v T
	if err := json.NewDecoder(r).Decode(&v); err != nil {
		return v, fmt.Errorf("decode: %w", err)
	}
	return v, nil
}

// Parse is Decode for a text.
func Parse[T any](text []byte) (v T, err error) {
	err = json.Unmarshal(text, &v)
	return
}
