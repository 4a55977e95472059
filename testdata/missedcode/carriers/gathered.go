package carriers

import (
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// A parcel is sent, or comes back.
type parcel struct {
	Code codes.ResponseCode `json:"responseCode"`
	To   string
}

func (p parcel) failed() bool { return p.Code != codes.ResponseSuccess }

type shipment struct{ parcels []parcel }

// Failed gives those that came back.
func (s shipment) Failed() (out []parcel) {
	for _, p := range s.parcels {
		if p.failed() {
			out = append(out, p)
		}
	}
	return out
}

// words goes over what a method has chosen.
func (s shipment) words() (out []string) {
	for _, p := range s.Failed() {
		switch p.Code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		case codes.ResponseInsufficientCredit:
			out = append(out, "credit")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

// wordsChosen goes over what it has chosen itself.
func (s shipment) wordsChosen() (out []string) {
	failed := slices.DeleteFunc(slices.Clone(s.parcels), func(p parcel) bool { return p.Code == codes.ResponseSuccess })
	for _, p := range failed {
		switch p.Code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

// wordsByCode sorts them first.
func (s shipment) wordsByCode() (out []string) {
	by := make(map[codes.ResponseCode][]string)
	for _, p := range s.parcels {
		if p.failed() {
			by[p.Code] = append(by[p.Code], p.To)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(by)) {
		switch code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

// each tells somebody of those that came back.
func (s shipment) each(f func(codes.ResponseCode)) {
	for _, p := range s.Failed() {
		f(p.Code)
	}
}

func (s shipment) count() (address, refused int) {
	s.each(func(code codes.ResponseCode) {
		switch code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			address++
		default:
			refused++
		}
	})
	return address, refused
}

// countGiven goes over whatever it is given.
func countGiven(list map[codes.ResponseCode]int) (address, refused int) {
	for _, code := range slices.Sorted(maps.Keys(list)) {
		switch code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			address += list[code]
		default:
			refused += list[code]
		}
	}
	return address, refused
}

// countAll goes over all.
func (s shipment) countAll() (address, refused int) {
	for _, p := range s.parcels {
		switch p.Code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			address++
		default:
			refused++
		}
	}
	return address, refused
}

// all chooses none.
func (s shipment) all() (out []parcel) {
	for _, p := range s.parcels {
		if p.To != "" {
			out = append(out, p)
		}
	}
	return out
}

func (s shipment) countAddressed() (address, refused int) {
	for _, p := range s.all() {
		switch p.Code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			address++
		default:
			refused++
		}
	}
	return address, refused
}
