// Package nested keeps its codes in containers of containers, and lists the keys of maps.
package nested

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
)

const base = "https://api.geniq.io/rest/v1"

func probe(...any) {}

type reply struct {
	Code string `json:"responseCode"`
	Kept string `json:"-"`
	kept string
	Sent string `json:"sent"`
}

type report struct {
	Code int `json:"reasonCode"`
}

var texts = map[string]map[int]string{
	"en": {0: "delivered", 8: "absent"},
	"de": {0: "zugestellt", 8: "nicht erreichbar"},
}

func text(lang string, r report) string {
	for l, words := range texts {
		for code := range words {
			probe(code) // want `not bound`
		}
		if words[r.Code] == "" {
			fmt.Println(base, l)
		}
	}
	if words, ok := texts[lang]; ok {
		return words[r.Code]
	}
	return texts["en"][r.Code]
}

func counted(replies []reply) {
	counts := make(map[string]int)
	byUser := make(map[string][]string)
	for _, r := range replies {
		counts[r.Code]++
		byUser["all"] = append(byUser["all"], r.Code)
	}
	for _, code := range slices.Sorted(maps.Keys(counts)) {
		probe(code) // want `response keyed: its constants`
		_ = code == "88"
	}
	for code := range maps.Keys(counts) {
		probe(code) // want `response keyed: its constants`
	}
	codes := slices.Collect(maps.Keys(counts))
	probe(codes[0]) // want `response keyed: its constants`
	for n := range maps.Values(counts) {
		probe(n) // want `not bound`
	}
	for _, code := range byUser["all"] {
		probe(code) // want `response keyed: its constants`
	}
	for user, list := range byUser {
		probe(user)    // want `not bound`
		probe(list[0]) // want `response keyed: its constants`
		for code := range slices.Values(list) {
			probe(code) // want `response keyed: its constants`
		}
	}
}

// tallied asks for a key that is a code, and for one that is none.
func tallied(replies []reply) {
	codes, mixed := make(map[string]int), make(map[string]int)
	for _, r := range replies {
		codes[r.Code]++
		mixed[r.Code]++
		mixed["total"]++
	}
	if codes["0"] == len(replies) {
		return
	}
	var list []string
	for k := range codes {
		probe(k) // want `response keyed`
		list = append(list, k)
	}
	probe(list[0]) // want `response keyed`
	for code := range mixed {
		probe(code) // want `not bound`
	}
}

func searched(r report) bool {
	sorted := []int{5, 6, 7}
	probe(sorted[0]) // want `not bound`
	_, found := slices.BinarySearch(sorted, r.Code)
	return found
}

// Given gets its lists from anybody.
func Given(lists map[string][]string, r reply) {
	lists["codes"] = append(lists["codes"], r.Code)
	for _, code := range lists["codes"] {
		probe(code) // want `not bound`
	}
}

// statuses are of pages, too.
func statuses(r report, pages url.Values) map[string][]int {
	all := map[string][]int{"codes": {r.Code}}
	for _, text := range pages["status"] {
		probe(text) // want `not bound`
		n, err := strconv.Atoi(text)
		if err != nil {
			continue
		}
		all["pages"] = append(all["pages"], n)
	}
	probe(all["pages"][0]) // want `not bound`
	return all
}

func keep(b []byte) (*reply, error) {
	r := new(reply)
	if err := json.Unmarshal(b, r); err != nil {
		return nil, err
	}
	r.Kept, r.kept, r.Sent = r.Code, r.Code, r.Code
	probe(r.Kept) // want `response keyed`
	probe(r.kept) // want `response keyed`
	probe(r.Sent) // want `not bound`
	return r, nil
}

// actions is returned beside an error.
func actions(codes []int) (map[string][]int, error) {
	return map[string][]int{"all": codes}, nil
}

func listed(reports []report) error {
	var codes []int
	for _, r := range reports {
		codes = append(codes, r.Code)
	}
	by, err := actions(codes)
	if err != nil {
		return err
	}
	probe(by["all"][0]) // want `reason keyed: its constants`
	return nil
}
