// Types that hold codes in roundabout ways.
package written

type optional[T any] struct {
	value T
	ok    bool
}

func some[T any](v T) optional[T]    { return optional[T]{v, true} }
func none[T any]() optional[T]       { return optional[T]{} }
func (o optional[T]) get() (T, bool) { return o.value, o.ok }
func (o optional[T]) or(other T) T {
	if o.ok {
		return o.value
	}
	return other
}
func (o *optional[T]) set(v T) { o.value, o.ok = v, true }

type either[E error, T any] struct {
	err   E
	value T
	bad   bool
}

func (e either[E, T]) unpack() (T, error) {
	if e.bad {
		var none T
		return none, e.err
	}
	return e.value, nil
}

type number interface{ ~int | ~int64 }

func clamp[N number](n, low, high N) N {
	if n < low {
		return low
	}
	return min(n, high)
}

func first[S ~[]E, E any](s S, is func(E) bool) (E, bool) {
	for _, e := range s {
		if is(e) {
			return e, true
		}
	}
	var none E
	return none, false
}

type stack[T any] struct{ all []T }

func (s *stack[T]) push(v T) { s.all = append(s.all, v) }
func (s *stack[T]) pop() (v T, ok bool) {
	if len(s.all) == 0 {
		return v, false
	}
	v = s.all[len(s.all)-1]
	s.all = s.all[:len(s.all)-1]
	return v, true
}

type code = codes.ResponseCode

type base struct{ Code code }
type middle struct {
	*base
	Name string
}
type top struct {
	middle
	Code2 code
}

func (b *base) fail() error {
	if b == nil || b.Code == 0 {
		return nil
	}
	return b
}
func (b *base) Error() string { return "base" }

type visitor interface {
	visit(code) visitor
	result() code
}
type counting struct{ last code }

func (c counting) visit(x code) visitor {
	if x == 5 {
		return counting{7}
	}
	return counting{x}
}
func (c counting) result() code { return c.last }

// Options holds codes that may be absent.
func Options(c, d codes.ResponseCode, b bool) {
	o := none[code]()
	if b {
		o = some(c)
	}
	if v, ok := o.get(); ok {
		seen(_, v)
		if v == 5 {
			seen(_, c)
		}
	} else {
		seen(_, v)
	}
	seen(_, o.or(11))
	if o.or(11) != 11 {
		seen(_, c)
	}
	o.set(d)
	seen(_, o.value)
	if o.value == 7 {
		o.set(c)
		seen(_, o.value)
		seen(_, d)
	}
	e := either[*base, code]{value: c}
	if c == 5 {
		e = either[*base, code]{err: &base{c}, bad: true}
	}
	v, err := e.unpack()
	seen(_, v)
	if err != nil {
		seen(_, c)
		seen(_, v)
		var failed *base
		if errors.As(err, &failed) {
			seen(_, failed.Code)
		}
	} else {
		seen(_, c)
	}
	if clamp(c, 3, 12) == 12 {
		seen(_, c)
	}
	if clamp(int64(c), 5, 5) == 5 {
		seen(_, c)
	}
	if x, ok := first([]code{c, d}, func(x code) bool { return x == 5 || x == 11 }); ok {
		seen(_, x)
	} else {
		seen(_, c)
		seen(_, d)
		seen(_, x)
	}
	var s stack[code]
	s.push(c)
	s.push(d)
	x, _ := s.pop()
	y, _ := s.pop()
	z, ok := s.pop()
	seen(_, x)
	seen(_, y)
	if !ok {
		seen(_, z)
	}
}

// Embedded selects what is promoted, through pointers that may be shared.
func Embedded(c, d codes.ResponseCode, b bool) {
	shared := &base{c}
	t := top{middle{shared, "t"}, d}
	u := t
	if t.Code == 5 {
		u.Code = 11
		seen(_, t.Code)
		seen(_, shared.Code)
	}
	u.Code2 = 12
	seen(_, t.Code2)
	u.middle = middle{base: &base{d}}
	u.base.Code = 13
	seen(_, t.Code)
	seen(_, u.Code)
	if err := t.fail(); err != nil {
		seen(_, t.Code)
		if same, ok := err.(*base); ok {
			same.Code = 14
			seen(_, t.Code)
		}
	} else {
		seen(_, t.Code)
	}
	t.base = nil
	if t.fail() == nil {
		seen(_, u.Code)
	}
	var err error = (*base)(nil)
	if b {
		err = shared.fail()
	}
	if err != nil {
		seen(_, c)
	}
	all := map[string]top{"t": {middle{shared, ""}, c}}
	copied := all["t"]
	copied.Code, copied.Code2 = 15, 16
	seen(_, all["t"].Code)
	seen(_, all["t"].Code2)
	anonymous := struct {
		base
		inner struct{ code }
	}{base{c}, struct{ code }{d}}
	if anonymous.Code == 5 && anonymous.inner.code == 11 {
		seen(_, anonymous.Code)
		seen(_, anonymous.inner.code)
		seen(_, c)
	}
	pairs := [...]struct{ from, to code }{{5, 7}, {11, 12}, {c, d}}
	for _, p := range pairs {
		if p.from == c {
			seen(_, p.to)
			seen(_, p.from)
			break
		}
	}
	pairs[0].from = c
	if pairs[0].from == 5 {
		pairs[0], pairs[2] = pairs[2], pairs[0]
		seen(_, pairs[0].from)
		seen(_, pairs[2].to)
	}
}

// Visited is handed on as an interface's value.
func Visited(c, d codes.ResponseCode, b bool) {
	var v visitor = counting{88}
	for _, x := range []code{c, d} {
		if v.result() == 5 {
			seen(_, x)
		}
		v = v.visit(x)
	}
	seen(_, v.result())
	if v.result() == 7 {
		seen(_, d)
	}
	if k, ok := v.(counting); ok {
		seen(_, k.last)
	}
	switch k := v.visit(c).(type) {
	case counting:
		seen(_, k.last)
		if k.last == 7 {
			seen(_, c)
		}
	case nil:
		seen(_, c)
	}
	f := counting.visit
	seen(_, f(counting{}, c).result())
	var any1, any2 any = c, int(c)
	switch x := any1.(type) {
	case int:
		seen(_, codes.ResponseCode(x))
	case code:
		if any1 == any2 {
			seen(_, x)
		}
		if any2 == 5 {
			seen(_, x)
			seen(_, c)
		}
	}
	if n, ok := any2.(int); ok && n == 11 {
		any2 = int(d)
		seen(_, codes.ResponseCode(any2.(int)))
		seen(_, c)
	}
}
