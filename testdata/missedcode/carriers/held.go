package carriers

import "github.com/errcodelint/errcodelint/codes"

// A loss keeps the parcel that came back, a receipt of a parcel any.
type (
	loss struct {
		parcel parcel
		note   string
	}
	ticket struct {
		parcel parcel
		note   string
	}
)

func (s shipment) losses() (all []loss) {
	for _, p := range s.parcels {
		if p.Code != codes.ResponseSuccess {
			all = append(all, loss{p, p.To})
		}
	}
	return all
}

func (s shipment) tickets() (all []ticket) {
	for _, p := range s.parcels {
		all = append(all, ticket{p, p.To})
	}
	return all
}

func (l *loss) word() string {
	switch l.parcel.Code {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}

func (t *ticket) word() string {
	switch t.parcel.Code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}

// A post keeps the last that came back, and the last of all.
type post struct{ bad, last *parcel }

func (p *post) take(x *parcel) {
	if p.last = x; x.Code != codes.ResponseSuccess {
		p.bad = x
	}
}

func (p *post) badWord() string {
	if p.bad == nil {
		return ""
	}
	switch p.bad.Code {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}

func (p *post) lastWord() string {
	if p.last == nil {
		return ""
	}
	switch p.last.Code { // want `the default of this switch takes the response code 0 Success together with 20 codes that fail`
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}

// talliedWord asks how many came back.
func (s shipment) talliedWord() string {
	n, worst := s.worst()
	if n == 0 {
		return ""
	}
	switch worst {
	case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
		return "address"
	default:
		return "refused"
	}
}

func (s shipment) worst() (n int, worst codes.ResponseCode) {
	for _, p := range s.parcels {
		if p.Code != codes.ResponseSuccess {
			n, worst = n+1, max(worst, p.Code)
		}
	}
	return n, worst
}

func when(failed bool, f func() string) string {
	if !failed {
		return ""
	}
	return f()
}

func (p parcel) wordWhen() string {
	return when(p.Code != codes.ResponseSuccess, func() string {
		switch p.Code {
		case codes.ResponseInvalidRecipient, codes.ResponseInvalidOriginator:
			return "address"
		default:
			return "refused"
		}
	})
}
