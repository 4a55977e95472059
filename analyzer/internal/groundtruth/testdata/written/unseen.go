// Stores that nobody sees: by methods that formatting calls, through values without a type, after a loop is left.
package written

type meter struct{ Code codes.ResponseCode }

func (m *meter) String() string { m.Code = 11; return "meter" }

type failure struct{ Code codes.ResponseCode }

func (f *failure) Error() string { f.Code = 12; return "failure" }

type formatted struct{ Code codes.ResponseCode }

func (f *formatted) Format(s fmt.State, verb rune) { f.Code = 13 }

type encoded struct{ Code codes.ResponseCode }

func (e *encoded) MarshalJSON() ([]byte, error)    { e.Code = 14; return []byte("0"), nil }
func (e *encoded) UnmarshalJSON(text []byte) error { e.Code = 15; return nil }

type texted struct{ Code codes.ResponseCode }

func (t *texted) MarshalText() ([]byte, error) { t.Code = 16; return []byte("0"), nil }

type sorted []*meter

func (s sorted) Len() int           { return len(s) }
func (s sorted) Less(i, j int) bool { s[i].Code = 17; return i < j }

type wrapper struct{ inner *meter }

func (w wrapper) String() string { w.inner.Code = 20; return "wrapper" }

var counted codes.ResponseCode

type counter struct{}

func (counter) String() string { counted = 21; return "counter" }

type asking struct{ err error }

var asked codes.ResponseCode

func (a *asking) Error() string        { return "asking" }
func (a *asking) Is(target error) bool { asked = 22; return target == a.err }
func (a *asking) Unwrap() error        { asked = 13; return a.err }
func (a *asking) As(target any) bool   { asked = 14; return false }

// Shown is changed by its own methods.
func Shown(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	m := &meter{c}
	_ = fmt.Sprint(m)
	seen(_, m.Code)
	n := meter{c}
	_ = fmt.Sprintf("%v", &n)
	seen(_, n.Code)
	f := &failure{c}
	_ = fmt.Errorf("%w", f)
	seen(_, f.Code)
	g := &formatted{c}
	_ = fmt.Sprintf("%d", g)
	seen(_, g.Code)
	e := encoded{Code: c}
	_, _ = json.Marshal(&e)
	seen(_, e.Code)
	e.Code = c
	_ = json.Unmarshal([]byte("0"), &e)
	seen(_, e.Code)
	t := &texted{c}
	_, _ = json.Marshal(map[string]any{"t": t})
	seen(_, t.Code)
	w := &meter{c}
	_ = fmt.Sprintln(wrapper{w})
	seen(_, w.Code)
	counted = c
	_ = fmt.Sprint(counter{})
	seen(_, counted)
	a := &asking{err: errors.New("x")}
	asked = c
	if errors.Is(a, context.Canceled) {
		seen(_, c)
	}
	seen(_, asked)
	asked = c
	_ = errors.Unwrap(a)
	seen(_, asked)
	var other *meter
	_ = other
	var to *failure
	asked = c
	_ = errors.As(a, &to)
	seen(_, asked)
	text := ""
	m.Code = 3
	text += strings.Join([]string{m.String()}, "")
	seen(_, m.Code)
	var s fmt.Stringer = m
	m.Code = 3
	_ = s.String()
	seen(_, m.Code)
}

type filled struct {
	Code codes.ResponseCode `json:"responseCode"`
}

// Dynamic are addresses in values without a type.
func Dynamic(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	r := filled{c}
	var into any = &r
	_ = json.Unmarshal([]byte(`{"responseCode": 5}`), into)
	seen(_, r.Code)
	r.Code = 3
	all := []any{&r}
	_ = json.Unmarshal([]byte(`{"responseCode": 6}`), all[0])
	seen(_, r.Code)
	p := &filled{c}
	into = p
	_ = json.Unmarshal([]byte(`{"responseCode": 7}`), into)
	seen(_, p.Code)
	p.Code = 3
	_, _ = fmt.Sscan("10", &p.Code)
	seen(_, p.Code)
	p.Code = 3
	into = &p.Code
	_, _ = fmt.Sscan("11", into)
	seen(_, p.Code)
	q := &p
	_ = json.Unmarshal([]byte(`null`), q)
	p = &filled{3}
	_ = json.Unmarshal([]byte(`{"responseCode": 12}`), q)
	seen(_, p.Code)
	x := c
	_, _ = fmt.Sscan("13", &x)
	seen(_, x)
	y := &x
	x = 3
	_, _ = fmt.Sscan("14", y)
	seen(_, x)
	list := []codes.ResponseCode{3}
	_ = json.Unmarshal([]byte(`[15]`), &list)
	seen(_, list[0])
	array := [1]codes.ResponseCode{3}
	_ = json.Unmarshal([]byte(`[16]`), &array)
	seen(_, array[0])
	m := map[string]codes.ResponseCode{"a": 3}
	_ = json.Unmarshal([]byte(`{"a": 17}`), &m)
	seen(_, m["a"])
	nested := struct{ In *filled }{p}
	p.Code = 3
	_ = json.Unmarshal([]byte(`{"In": {"responseCode": 18}}`), &nested)
	seen(_, p.Code)
	ps := map[string]*filled{"a": p}
	p.Code = 3
	_ = json.Unmarshal([]byte(`{"a": {"responseCode": 20}}`), &ps)
	seen(_, p.Code)
	seen(_, ps["a"].Code)
}

// Left leaves an iterator early, by all ways.
func Left(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	x := c
	seq := func(yield func(int) bool) {
		yield(1)
		x = 11
	}
	for range 1 {
		for range seq {
			x = 3
			goto out
		}
		x = 3
	}
out:
	seen(_, x)
outer:
	for range 2 {
		for range seq {
			x = 3
			break outer
		}
		x = 3
	}
	seen(_, x)
next:
	for i := range 2 {
		if i == 1 {
			seen(_, x)
			break
		}
		for range seq {
			x = 3
			continue next
		}
	}
	func() {
		defer func() { seen(_, x) }()
		for range seq {
			x = 3
			return
		}
	}()
	s := &filled{c}
	walk := func(yield func(*filled) bool) {
		defer func() { s.Code = 12 }()
		yield(s)
	}
	code := func() codes.ResponseCode {
		for p := range walk {
			p.Code = 3
			return p.Code
		}
		return 10
	}()
	seen(_, code)
	seen(_, s.Code)
	reply := func() *filled {
		for p := range walk {
			p.Code = 3
			return p
		}
		return nil
	}()
	seen(_, reply.Code)
}

func makeLater(c codes.ResponseCode) func() codes.ResponseCode {
	x := c
	if x != 3 {
		return nil
	}
	defer func(p *codes.ResponseCode) { *p = 13 }(&x)
	return func() codes.ResponseCode { seen(_, x); return x }
}

func makeReset(c codes.ResponseCode) func() {
	x := c
	if x != 3 {
		return nil
	}
	defer setTo(&x, 14)
	return func() { seen(_, x) }
}

func setTo(p *codes.ResponseCode, c codes.ResponseCode) { *p = c }

// Later calls what was made before.
func Later(c codes.ResponseCode, b bool) {
	if f := makeLater(c); f != nil {
		seen(_, f())
	}
	if f := makeReset(c); f != nil {
		f()
	}
}

type source struct{ last *filled }

func (s *source) all(yield func(int) bool) {
	for i := range 2 {
		s.last.Code = 20
		if !yield(i) {
			break
		}
	}
	s.last.Code = 21
}

func (s *source) drain() {
	for range s.all {
	}
}

// Rounds has iterators that store between the rounds.
func Rounds(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	s := &filled{3}
	for range func(yield func(int) bool) { s.Code = 11; _ = yield(1) && yield(2) } {
		seen(_, s.Code)
		s.Code = 3
	}
	walk := func(yield func(int) bool) {
		s.Code = 12
		yield(1)
	}
	s.Code = 3
	for range walk {
		seen(_, s.Code)
	}
	from := &source{s}
	s.Code = 3
	for range from.all {
		seen(_, s.Code)
		if b {
			s.Code = 3
			break
		}
		s.Code = 4
	}
	seen(_, s.Code)
	s.Code = 3
	from.drain()
	seen(_, s.Code)
	t := filled{3}
	for p := range gateway.Filling(&t) {
		seen(_, t.Code)
		t.Code = 3
		if b {
			break
		}
		_ = p
	}
	seen(_, t.Code)
	list := []filled{{3}}
	for i := range slices.All(list) {
		list[i].Code = c
		seen(_, list[0].Code)
	}
	for x := range gateway.Mapped(slices.Values(list), func(r filled) filled { s.Code = 14; return r }) {
		seen(_, x.Code)
		seen(_, s.Code)
		s.Code = 3
	}
	seen(_, s.Code)
}
