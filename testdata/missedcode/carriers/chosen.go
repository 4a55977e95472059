package carriers

import (
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// An outcome holds what was sent, or why it was not.
type outcome[T, E any] struct {
	value T
	why   *E
}

func sent[T, E any](v T) outcome[T, E]   { return outcome[T, E]{value: v} }
func failed[T, E any](e E) outcome[T, E] { return outcome[T, E]{why: &e} }

func (o outcome[T, E]) match(ok func(T), bad func(E)) {
	if o.why != nil {
		bad(*o.why)
		return
	}
	ok(o.value)
}

// send gives a code if that is none of success.
func (s shipment) send(i int) outcome[string, codes.ResponseCode] {
	if p := s.parcels[i]; p.Code != codes.ResponseSuccess {
		return failed[string](p.Code)
	}
	return sent[string, codes.ResponseCode](s.parcels[i].To)
}

// status gives any.
func (s shipment) status(i int) outcome[string, codes.ResponseCode] {
	return failed[string](s.parcels[i].Code)
}

func (s shipment) matched() (address, refused int) {
	for i := range s.parcels {
		s.send(i).match(func(string) {}, func(code codes.ResponseCode) {
			switch code {
			case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
				address++
			default:
				refused++
			}
		})
	}
	return address, refused
}

func (s shipment) matchedByName() (address, refused int) {
	for i := range s.parcels {
		o := s.send(i)
		o.match(func(string) {}, func(code codes.ResponseCode) {
			switch code {
			case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
				address++
			default:
				refused++
			}
		})
	}
	return address, refused
}

func (s shipment) matchedAll() (address, refused int) {
	for i := range s.parcels {
		s.status(i).match(func(string) {}, func(code codes.ResponseCode) {
			switch code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
			case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
				address++
			default:
				refused++
			}
		})
	}
	return address, refused
}

// counts counts what is left without success.
func (s shipment) counts() map[codes.ResponseCode]int {
	by := s.countsOfAll()
	delete(by, codes.ResponseSuccess)
	return by
}

func (s shipment) countsOfAll() map[codes.ResponseCode]int {
	by := make(map[codes.ResponseCode]int)
	for _, p := range s.parcels {
		by[p.Code]++
	}
	return by
}

func (s shipment) counted() (address, refused int) {
	by := s.counts()
	for _, code := range slices.Sorted(maps.Keys(by)) {
		switch code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			address += by[code]
		default:
			refused += by[code]
		}
	}
	return address, refused
}

func (s shipment) countedApart() (address, refused int) {
	by := s.countsOfAll()
	all := slices.Sorted(maps.Keys(by))
	if i := slices.Index(all, codes.ResponseSuccess); i >= 0 {
		all = slices.Delete(all, i, i+1)
	}
	for _, code := range all {
		switch code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			address += by[code]
		default:
			refused += by[code]
		}
	}
	return address, refused
}

// countedWithout leaves out another one.
func (s shipment) countedWithout() (address, refused int) {
	by := s.countsOfAll()
	delete(by, codes.ResponseGeneralFailure)
	for _, code := range slices.Sorted(maps.Keys(by)) {
		switch code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			address += by[code]
		default:
			refused += by[code]
		}
	}
	return address, refused
}

// A returned parcel is one that failed.
type returned struct {
	To  string
	Why codes.ResponseCode
}

func (s shipment) returns() (all []returned) {
	for _, p := range s.parcels {
		if !p.failed() {
			continue
		}
		all = append(all, returned{p.To, p.Code})
	}
	return all
}

func (r returned) word() string {
	switch r.Why {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}

// byAddress goes over what holds those that failed.
func (s shipment) byAddress() map[string]codes.ResponseCode {
	all := make(map[string]codes.ResponseCode)
	for _, r := range s.returns() {
		all[r.To] = r.Why
	}
	return all
}

func (s shipment) wordsByAddress() (out []string) {
	for to, why := range s.byAddress() {
		switch why {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, to+": address")
		default:
			out = append(out, to+": refused")
		}
	}
	return out
}

// A handled parcel is any.
type handled struct {
	To  string
	Why codes.ResponseCode
}

func (s shipment) handle() (all []handled) {
	for _, p := range s.parcels {
		all = append(all, handled{p.To, p.Code})
	}
	return all
}

func (h handled) word() string {
	switch h.Why { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}

// wordsKept goes over what holds those that failed, without asking again.
func (s shipment) wordsKept(all []returned) (out []string) {
	by := make(map[string]codes.ResponseCode)
	for _, r := range all {
		by[r.To] = r.Why
	}
	for to, why := range by {
		switch why {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, to+": address")
		default:
			out = append(out, to+": refused")
		}
	}
	return out
}

// wordsHandled goes over what holds all.
func (s shipment) wordsHandled(all []handled) (out []string) {
	by := make(map[string]codes.ResponseCode)
	for _, h := range all {
		by[h.To] = h.Why
	}
	for to, why := range by {
		switch why { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, to+": address")
		default:
			out = append(out, to+": refused")
		}
	}
	return out
}

// A trip is what a parcel goes through, by functions that are named after what they are for.
type trip struct {
	code codes.ResponseCode
	word string
}

type step func(*trip) step

func (s shipment) run(p parcel) string {
	t := &trip{code: p.Code}
	for next := step(begun); next != nil; {
		next = next(t)
	}
	return t.word
}

func begun(t *trip) step {
	if t.code.Retry() == codes.RetryNotNeeded {
		return nil
	}
	return refused
}

func refused(t *trip) step {
	switch t.code {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		t.word = "address"
	default:
		t.word = "refused"
	}
	return nil
}

func arrived(t *trip) step {
	switch t.code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		t.word = "address"
	default:
		t.word = "refused"
	}
	return nil
}

// refusedParcel is given a reply, which may be any.
func refusedParcel(p *parcel) string {
	switch p.Code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}
