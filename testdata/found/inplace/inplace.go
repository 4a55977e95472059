// Package inplace calls function literals where they stand.
package inplace

import "strconv"

type reply struct {
	Code string `json:"responseCode"`
}

func watch(r reply, done chan<- bool) {
	go func(code string) {
		done <- code == "88" // want "magiccode: .*GeneralFailure"
	}(r.Code)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func ok(r reply) bool { return must(strconv.Atoi(r.Code)) == 0 } // want "magiccode: .*Success"
