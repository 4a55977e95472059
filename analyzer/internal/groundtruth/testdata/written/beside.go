// Values beside calls that change what they are made of.
package written

type parcel struct {
	code  codes.ResponseCode
	inner struct{ code codes.ResponseCode }
}

func restamp(p *parcel, c codes.ResponseCode) bool {
	p.code, p.inner.code = c, c
	return true
}

type holder struct{ last *parcel }

func (h *holder) push(c codes.ResponseCode) error {
	h.last.code = c
	if c == 5 {
		return fmt.Errorf("pushed: %w", c)
	}
	return nil
}

func twin(p parcel, c codes.ResponseCode) (parcel, bool) { return p, restamp(&p, c) }

func stamped(p parcel, c codes.ResponseCode) (*parcel, bool) { return &p, restamp(&p, c) }

func named(p parcel, c codes.ResponseCode) (out parcel, ok bool) {
	out = p
	return out, restamp(&out, c)
}

func Beside(c, d codes.ResponseCode, b bool) {
	if c != 5 && c != 88 {
		return
	}
	p := parcel{code: c}
	q, ok := p, restamp(&p, d)
	seen(_, q.code)
	seen(_, p.code)
	list, ok := []parcel{p}, restamp(&p, c)
	seen(_, list[0].code)
	r, _ := twin(parcel{code: c}, d)
	seen(_, r.code)
	s, _ := stamped(parcel{code: c}, d)
	seen(_, s.code)
	t, _ := named(parcel{code: c}, d)
	seen(_, t.code)
	p.code = c
	h := &holder{&p}
	pair, err := [2]parcel{p, {code: 7}}, h.push(d)
	seen(_, pair[0].code)
	if err == nil {
		seen(_, pair[0].code)
		seen(_, p.code)
	}
	seen(_, d)
	m := map[string]parcel{"a": p, "b": {code: c}}
	p.code = 5
	got, has := m["a"]
	seen(_, got.code)
	if has && got.code == 7 {
		seen(_, m["a"].code)
		m["a"] = parcel{code: d}
		seen(_, got.code)
		seen(_, m["a"].code)
	}
	_ = ok
	if v := (struct{ parcel }{p}); b {
		w := v
		w.inner.code, v.inner.code = v.inner.code, d
		seen(_, w.inner.code)
		v.parcel, w.parcel = w.parcel, v.parcel
		seen(_, w.inner.code)
		seen(_, v.inner.code)
	}
}
