package shop

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
)

func probe(...any) {}

const bank = "https://api.acmebank.com/v2"

func get[T any](path string) (T, error) {
	var out T
	resp, err := http.Get(bank + path)
	if err != nil {
		return out, err
	}
	defer resp.Body.Close()
	return out, json.NewDecoder(resp.Body).Decode(&out)
}

// Pay pays.
func Pay(id string) error {
	p, err := get[Payment]("/pay/" + id)
	if err != nil {
		return err
	}
	probe(p.ResponseCode) // want `not bound`
	if p.ResponseCode != "0" {
		return fmt.Errorf("payment %s is refused", p.ID)
	}
	return nil
}

// Paid lists what was paid.
func Paid() (ids []string, err error) {
	body, err := fetch("/payments")
	if err != nil {
		return nil, err
	}
	var page Page
	if err := json.Unmarshal(body, &page); err != nil {
		return nil, err
	}
	for _, p := range page.Payments {
		if p.ResponseCode == "0" {
			probe(p.ResponseCode) // want `not bound`
			ids = append(ids, p.ID)
		}
	}
	return ids, nil
}

func fetch(path string) ([]byte, error) {
	resp, err := http.Get(bank + path)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}
