// Pointers to fields and elements that are set by their own names, by copy, clear, append, or a sort.
package written

type reply struct{ code codes.ResponseCode }

// FieldPointer: a pointer to a field, whose field is set by its name.
func FieldPointer(c, d codes.ResponseCode) {
	r := &reply{c}
	p := &r.code
	if *p == 5 {
		r.code = d
		seen(_, *p)
	}
}

func setField(r *reply, d codes.ResponseCode) { r.code = d }

func FieldPointerCall(c, d codes.ResponseCode) {
	r := &reply{c}
	p := &r.code
	if *p == 5 {
		setField(r, d)
		seen(_, *p)
	}
}

func FieldPointerWhole(c, d codes.ResponseCode) {
	r := &reply{c}
	p := &r.code
	if *p == 5 {
		*r = reply{d}
		seen(_, *p)
	}
}

func ptr(r *reply) *codes.ResponseCode { return &r.code }

func FieldPointerResult(c, d codes.ResponseCode) {
	r := &reply{c}
	p := ptr(r)
	if *p == 5 {
		r.code = d
		seen(_, *p)
	}
}

func patch(list []codes.ResponseCode) {
	for i := range list {
		if list[i] == 5 {
			list[i] = 0
		}
	}
}

func ElementByCall(c, d codes.ResponseCode) {
	list := []codes.ResponseCode{c, d}
	for i := range list {
		p := &list[i]
		if *p == 5 {
			patch(list)
			seen(_, *p)
		}
	}
}

func ArrayElement(c, d codes.ResponseCode) {
	arr := [2]codes.ResponseCode{c, d}
	i := 0
	p := &arr[i]
	if *p == 5 {
		arr[0] = d
		seen(_, *p)
	}
}

func Filled(c, d codes.ResponseCode) {
	var r struct {
		ResponseCode *codes.ResponseCode `json:"responseCode"`
	}
	x := c
	list := []*codes.ResponseCode{&x}
	if x == 5 {
		*list[0] = d
		seen(_, x)
	}
	r.ResponseCode = &x
	if x == 5 {
		json.Unmarshal([]byte(`{"responseCode":7}`), &r)
		seen(_, x)
	}
}

func clearAll(m map[string]*reply) {
	for _, r := range m {
		r.code = 0
	}
}

func InMap(c codes.ResponseCode) {
	r := &reply{c}
	m := map[string]*reply{"a": r}
	if r.code == 5 {
		clearAll(m)
		seen(_, r.code)
	}
}

func copyOver(dst, src []reply) { copy(dst, src) }

func Copied(c, d codes.ResponseCode) {
	dst := []reply{{c}}
	p := &dst[0]
	if p.code != 5 {
		return
	}
	copy(dst, []reply{{d}})
	seen(_, p.code)
}

func CopiedElsewhere(c, d codes.ResponseCode) {
	dst := []reply{{c}}
	p := &dst[0]
	if p.code != 5 {
		return
	}
	copyOver(dst, []reply{{d}})
	seen(_, p.code)
}

func Cleared(c, d codes.ResponseCode) {
	dst := []reply{{c}}
	p := &dst[0]
	if p.code != 5 {
		return
	}
	clear(dst)
	seen(_, p.code)
}

func Element(c, d codes.ResponseCode) {
	list := []codes.ResponseCode{c}
	p := &list[0]
	if *p != 5 {
		return
	}
	list[0] = d
	seen(_, *p)
}

func ElementCopied(c, d codes.ResponseCode) {
	list := []codes.ResponseCode{c}
	p := &list[0]
	if *p != 5 {
		return
	}
	copy(list, []codes.ResponseCode{d})
	seen(_, *p)
}

func Sorted(c, d codes.ResponseCode) {
	list := []codes.ResponseCode{c, d}
	p := &list[0]
	if *p != 5 {
		return
	}
	slices.Sort(list)
	seen(_, *p)
}

func SortedStructs(c, d codes.ResponseCode) {
	list := []reply{{c}, {d}}
	p := &list[0]
	if p.code != 5 {
		return
	}
	slices.SortFunc(list, func(a, b reply) int { return int(a.code) - int(b.code) })
	seen(_, p.code)
}

func Appended(c, d codes.ResponseCode) {
	base := make([]reply, 0, 4)
	a := append(base, reply{c})
	p := &a[0]
	if p.code != 5 {
		return
	}
	b := append(base, reply{d})
	_ = b
	seen(_, p.code)
}

func AppendedCode(c, d codes.ResponseCode) {
	base := make([]codes.ResponseCode, 0, 4)
	a := append(base, c)
	p := &a[0]
	if *p != 5 {
		return
	}
	b := append(base, d)
	_ = b
	seen(_, *p)
}

type box struct{ list [2]reply }

func InArray(c, d codes.ResponseCode) {
	b := &box{[2]reply{{c}, {d}}}
	p := &b.list[0]
	if p.code != 5 {
		return
	}
	b.list = [2]reply{{d}, {c}}
	seen(_, p.code)
}

func InArrayOfCodes(c, d codes.ResponseCode) {
	b := &struct{ list [2]codes.ResponseCode }{[2]codes.ResponseCode{c, d}}
	p := &b.list[0]
	if *p != 5 {
		return
	}
	b.list = [2]codes.ResponseCode{d, c}
	seen(_, *p)
}

func Ranged(c, d codes.ResponseCode) {
	list := []codes.ResponseCode{c}
	p := &list[0]
	if *p != 5 {
		return
	}
	for _, list[0] = range []codes.ResponseCode{d} {
	}
	seen(_, *p)
}

func Delivered(c, d codes.ResponseCode) {
	ch := make(chan codes.ResponseCode, 1)
	ch <- d
	list := []codes.ResponseCode{c}
	p := &list[0]
	if *p != 5 {
		return
	}
	list[0] = <-ch
	seen(_, *p)
}

func see(c codes.ResponseCode) bool { seen(_, c); return true }

func wrap(c codes.ResponseCode) error { return fmt.Errorf("x: %w", c) }

// PostStatement reads what the body does not mention.
func PostStatement(c, d codes.ResponseCode, n int) {
	var err error
	ok := false
	var code codes.ResponseCode
	for x, i := c, 0; i < 3; ok, err, x, i = x == 5 && errors.As(err, &code) && see(code), wrap(x), d, i+1 {
		n++
		if n > 100 {
			n = 0
		}
	}
	_ = ok
}

// ExactlyUsedByPointer: a variable is used last by a pointer to it, in another block than where it was set.
func ExactlyUsedByPointer(c codes.ResponseCode) {
	if c != 5 {
		return
	}
	p := &c
	c = 10
	if c != 2 {
		pause()
	}
	seen(_, *p)
}

func UsedByPointers(c codes.ResponseCode) {
	if c != 5 {
		return
	}
	p := &c
	q := &p
	c = 10
	if c != 2 {
		pause()
	}
	seen(_, **q)
}

func put(to *codes.ResponseCode, code codes.ResponseCode) { *to = code }

func UsedByFieldPointer(c codes.ResponseCode) { usedByFieldPointer(reply{c}) }

func usedByFieldPointer(r reply) {
	if r.code != codes.ResponseThrottlingRateExceeded {
		panic("unexpected")
	}
	p := &r.code
	if r.code != codes.ResponseInvalidIP {
		put(p, codes.ResponseCouldNotRoute)
	}
	seen(_, *p)
}

// UsedInTheNextRound: a goto leads back to where a variable is used.
func UsedInTheNextRound(c, d codes.ResponseCode, more bool) {
	n := 0
top:
	pause()
	seen(_, c)
	c = d
	if c == 5 {
		c = 7
	}
	if more && n < 2 {
		n++
		pause()
		goto top
	}
}
