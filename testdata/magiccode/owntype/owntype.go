// Package owntype has a type of its own for codes, and keeps them in sets.
package owntype

import (
	"encoding/json"
	"fmt"
	"slices"
)

const host = "https://api.geniq.io"

type code int

const (
	success   code = 0
	throttled code = 5
	noCredit  code = 6
)

func (c code) String() string { return fmt.Sprintf("%s: code %d", host, int(c)) }

type reply struct {
	Code code `json:"responseCode"`
}

func parse(raw []byte) (code, error) {
	r := reply{Code: -1}
	if err := json.Unmarshal(raw, &r); err != nil {
		return code(-1), err
	}
	return r.Code, nil
}

// A set has the small codes as bits, and lists the others.
type set struct {
	bits   uint64
	others []code
}

func (s *set) add(c code) {
	if 0 <= c && c < 64 {
		s.bits |= 1 << uint(c)
		return
	}
	s.others = append(s.others, c)
}

func (s *set) has(c code) bool {
	if c >= 0 && c <= 63 {
		return s.bits>>c&1 != 0
	}
	return slices.Contains(s.others, c)
}

type plain struct {
	Code int `json:"responseCode"`
}

var hits [400]int

func count(p plain) bool {
	if p.Code >= 0 && p.Code < 400 {
		hits[p.Code]++
	}
	return p.Code == int(success)
}

// A bound that tells success from failures is none of a list's.
func failed(p plain) bool {
	if p.Code > 0 { // want `> 0 \(Success\) .*; write != int\(codes.ResponseSuccess\)`
		hits[p.Code]++
		return true
	}
	return false
}

// One that has nothing to do with the list neither.
func account(p plain, list []string) string {
	if p.Code < 5 { // want `< 5 \(ThrottlingRateExceeded\) tests response codes by their order`
		return list[0]
	}
	return ""
}

func worst(list ...code) code { return slices.Max(list) }

func retryable(c code) bool {
	if worst(c, 88) == c { // want `88 is the response code GeneralFailure`
		return true
	}
	var busy set
	busy.add(code(5)) // want `5 is the response code ThrottlingRateExceeded .*; write throttled`
	return busy.has(c) && c != noCredit
}
