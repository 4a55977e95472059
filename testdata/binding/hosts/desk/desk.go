// Package desk sells seats in trains. It asks nobody itself, but for the weather.
package desk

import (
	"net/http"

	"example.test/programs/binding/hosts/tickets"
)

func probe(...any) {}

func Sell(train string) (string, bool) {
	b, err := tickets.Book(train)
	if err != nil {
		return "", false
	}
	probe(b.ResponseCode) // want `not bound`
	return b.Seat, b.ResponseCode == "0"
}

func Rains() bool {
	resp, err := http.Get("https://weather.railway.dev/now")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.Header.Get("Rain") != ""
}
