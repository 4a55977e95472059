// Package onlyout answers with codes of its own, through helpers.
package onlyout

import (
	"encoding/json"
	"io"
	"net/http"
)

const host = "https://api.geniq.io"

type byPointer struct {
	ResponseCode string `json:"responseCode"`
}

func respond(w http.ResponseWriter, v any) { _ = json.NewEncoder(w).Encode(v) }

func handle(w http.ResponseWriter, bad bool) {
	r := &byPointer{ResponseCode: "0"}
	if bad {
		r.ResponseCode = "99"
	}
	if r.ResponseCode != "0" {
		w.WriteHeader(500)
	}
	respond(w, r)
}

type byGeneric struct {
	ResponseCode int `json:"responseCode"`
}

func out[T any](w io.Writer, v T) { _ = json.NewEncoder(w).Encode(v) }

func generic(w io.Writer, bad bool) {
	r := byGeneric{ResponseCode: 0}
	if bad {
		fill(&r)
	}
	if r.ResponseCode == 99 {
		return
	}
	out(w, r)
}

func fill(r *byGeneric) { r.ResponseCode = 99 }

type wrapped struct {
	ResponseCode int `json:"responseCode"`
}

func wrap(w io.Writer) {
	r := wrapped{ResponseCode: 5}
	_ = json.NewEncoder(w).Encode(map[string]any{"reply": r})
}

func record(w http.ResponseWriter, bad bool) {
	m := map[string]any{"responseCode": 0}
	if bad {
		m["responseCode"] = 99
	}
	if m["responseCode"] == 99 {
		w.WriteHeader(500)
	}
	_ = json.NewEncoder(w).Encode(m)
}

type both struct {
	ResponseCode string `json:"responseCode"`
}

func read(b []byte, v any) error { return json.Unmarshal(b, v) }

func forward(w http.ResponseWriter, b []byte) {
	var r both
	if read(b, &r) == nil && r.ResponseCode == "0" { // want "magiccode: .*Success"
		respond(w, &r)
	}
}
