// Package mixed keeps codes and other things in the same places.
package mixed

import "encoding/json"

type reply struct {
	Code int `json:"responseCode"`
	Page int `json:"page"`
}

func pick(r reply, code bool) int {
	if code {
		return r.Code
	}
	return r.Page
}

type cell struct {
	N int `json:"n"`
}

func both(r reply, b []byte) bool {
	c := cell{N: r.Code}
	if err := json.Unmarshal(b, &c); err != nil {
		return false
	}
	return pick(r, false) == 5 || c.N == 5 || r.Code == 0 // want "magiccode: .*Success"
}

type number int

type page struct{ No number }

type counted struct {
	Code number `json:"responseCode"`
}

func (c counted) at(p page) bool { return p.No == 5 && c.Code == 0 } // want "magiccode: .*Success"

func sentinel(r reply, none bool) bool {
	code := r.Code
	if none {
		code = -1
	}
	return code > 0 // want "magiccode: .*> 0 .*name the codes"
}
