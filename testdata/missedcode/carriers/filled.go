package carriers

import (
	"maps"
	"slices"

	"github.com/errcodelint/errcodelint/codes"
)

// An office keeps what came back, and what was handled.
type office struct {
	back    []parcel
	all     []parcel
	why     map[string]map[codes.ResponseCode]int
	codes   map[codes.ResponseCode]int
	counted map[codes.ResponseCode]int
}

func (o *office) take(p parcel) {
	o.all = append(o.all, p)
	if o.counted == nil {
		o.counted = make(map[codes.ResponseCode]int)
	}
	o.counted[p.Code]++
	if p.Code == codes.ResponseSuccess {
		return
	}
	o.back = append(o.back, p)
	if o.why[p.To] == nil {
		o.why[p.To] = map[codes.ResponseCode]int{}
	}
	o.why[p.To][p.Code]++
	o.codes[p.Code] = len(o.back)
}

func newOffice() *office {
	return &office{why: make(map[string]map[codes.ResponseCode]int), codes: map[codes.ResponseCode]int{}}
}

func (o *office) clear() { o.back, o.all = o.back[:0], nil }

func (o *office) backWords() (out []string) {
	for _, p := range o.back {
		switch p.Code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

func (o *office) allWords() (out []string) {
	for _, p := range o.all {
		switch p.Code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

func (o *office) whyWords(to string) (out []string) {
	for code := range o.why[to] {
		switch code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

func (o *office) codeWords() (out []string) {
	for _, code := range slices.Sorted(maps.Keys(o.codes)) {
		switch code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

func (o *office) countedWords() (out []string) {
	for code := range o.counted {
		switch code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}

// A loader's list comes from elsewhere, too.
type loader struct{ back []parcel }

func (l *loader) load(all []parcel) { l.back = all }

func (l *loader) take(p parcel) {
	if p.failed() {
		l.back = append(l.back, p)
	}
}

func (l *loader) words() (out []string) {
	for _, p := range l.back {
		switch p.Code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			out = append(out, "address")
		default:
			out = append(out, "refused")
		}
	}
	return out
}
