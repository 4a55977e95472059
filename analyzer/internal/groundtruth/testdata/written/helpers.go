// What helpers get, change and give back.
package written

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Next         *reply
	Hook         func(*reply)
}

type base struct{ reply }
type wrap struct {
	*base
	codes.ResponseCode
}

// unexported, called from several sites
func only(c codes.ResponseCode) {
	seen(_, c)
}

func viaMap(c codes.ResponseCode) { seen(_, c) }

var handlers = map[string]func(codes.ResponseCode){"a": viaMap}

func viaMethodValue(c codes.ResponseCode) { seen(_, c) }

func viaDefer(c codes.ResponseCode) { seen(_, c) }

func viaGo(c codes.ResponseCode, done chan bool) { seen(_, c); done <- true }

func recurse(c codes.ResponseCode, n int) codes.ResponseCode {
	seen(_, c)
	if n <= 0 {
		return c
	}
	if c == 5 {
		return recurse(11, n-1)
	}
	return recurse(c, n-2)
}

func generic[T ~int](c T) {
	if c == 7 {
		seen(_, codes.ResponseCode(c))
	}
}

func variadic(cs ...codes.ResponseCode) {
	for _, c := range cs {
		seen(_, c)
	}
	if len(cs) > 0 {
		seen(_, cs[0])
	}
}

var start = func() { only(99) }

func Started(c codes.ResponseCode) { start() }

func Handed(c codes.ResponseCode, n int, b bool) {
	if c == 5 || c == 11 {
		only(c)
	}
	if c == 0 {
		handlers["a"](c)
	}
	f := viaMethodValue
	if b {
		f = only
	}
	if c == 3 {
		f(c)
	}
	if c == 4 {
		defer viaDefer(c)
	}
	done := make(chan bool, 1)
	if c == 6 {
		go viaGo(c, done)
		<-done
	}
	if c == 7 || c == 5 {
		seen(_, recurse(c, n))
	}
	generic(c)
	if c != 0 {
		variadic(c, 5)
		variadic([]codes.ResponseCode{c, 7}...)
		variadic()
	}
}

func fill(r *reply, c codes.ResponseCode) { r.ResponseCode = c }
func fillNext(r *reply, c codes.ResponseCode) {
	if r.Next != nil {
		r.Next.ResponseCode = c
	}
}
func hook(r *reply) {
	if r.Hook != nil {
		r.Hook(r)
	}
}
func swap(a, b *reply) { *a, *b = *b, *a }

func Filled(c codes.ResponseCode, b bool) {
	r := &reply{ResponseCode: c}
	s := &reply{Next: r}
	if r.ResponseCode == 5 {
		fillNext(s, 11)
		seen(_, r.ResponseCode)
		seen(_, c)
	}
	r.ResponseCode = c
	r.Hook = func(x *reply) { x.ResponseCode = 88 }
	hook(r)
	seen(_, r.ResponseCode)
	r.ResponseCode = 0
	swap(r, s)
	seen(_, r.ResponseCode)
	seen(_, s.ResponseCode)
	var w wrap
	w.base = &base{reply{ResponseCode: c}}
	w.ResponseCode = 11
	seen(_, w.ResponseCode)
	seen(_, w.base.ResponseCode)
	w.base.ResponseCode = 3
	w2 := w
	w2.base.reply.ResponseCode = c
	seen(_, w.base.ResponseCode)
	list := &reply{ResponseCode: c, Next: &reply{ResponseCode: 5}}
	for p := list; p != nil; p = p.Next {
		seen(_, p.ResponseCode)
		if p.ResponseCode == 5 {
			p.ResponseCode = 3
		}
	}
	seen(_, list.ResponseCode)
	seen(_, list.Next.ResponseCode)
	list.Next = list
	list.Next.ResponseCode = 21
	seen(_, list.ResponseCode)
}

func check(c codes.ResponseCode) error {
	switch {
	case c == 0:
		return nil
	case c.Retryable():
		return fmt.Errorf("busy: %w", c)
	}
	return c
}

var errBusy = errors.New("busy")

type apiError struct {
	Code codes.ResponseCode
	Err  error
}

func (e *apiError) Error() string { return "api" }
func (e *apiError) Unwrap() error { return e.Err }
func (e *apiError) Is(target error) bool {
	return target == errBusy && e.Code == 5
}

func do(c codes.ResponseCode, b bool) (code codes.ResponseCode, err error) {
	defer func() {
		if err != nil {
			err = &apiError{code, err}
		}
	}()
	if b {
		return c, errors.New("transport")
	}
	code = c
	err = check(c)
	return
}

func Wrapped(c codes.ResponseCode, b bool) {
	code, err := do(c, b)
	if err == nil {
		seen(_, code)
		seen(_, c)
		return
	}
	var ae *apiError
	if errors.As(err, &ae) {
		seen(_, ae.Code)
		seen(_, c)
	}
	if errors.Is(err, errBusy) {
		seen(_, ae.Code)
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseThrottlingRateExceeded) {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseInvalidRecipient) {
		seen(_, c)
	}
	var rc codes.ResponseCode
	if errors.As(err, &rc) {
		seen(_, rc)
		seen(_, c)
	} else {
		seen(_, rc)
		seen(_, c)
	}
	switch e := errors.Unwrap(err).(type) {
	case codes.ResponseCode:
		seen(_, e)
	case nil:
		seen(_, c)
	default:
		seen(_, c)
	}
}

func Jumps(c, d codes.ResponseCode, n int, b bool) {
	var last codes.ResponseCode
	tries := 0
retry:
	tries++
	switch {
	case tries > 3:
		seen(_, last)
		return
	case c == 5 && tries < 2:
		last = c
		c = d
		goto retry
	case c == 88:
		last = 11
		c = 5
		goto retry
	}
	seen(_, c)
	seen(_, last)
	for i := range n {
		defer func() { seen(_, last); seen(_, c) }()
		if i == 1 {
			last = 7
			continue
		}
		c = last
	}
	seen(_, c)
	func() {
		defer func() { _ = recover() }()
		last = 3
		if b {
			panic(1)
		}
		last = 4
	}()
	seen(_, last)
	x := c
	x, last = last, x
	seen(_, x)
	seen(_, last)
	if y := x; y == last {
		seen(_, y)
	}
	if x == last && x != 3 {
		seen(_, last)
	}
	if (c == 5) != (d == 5) {
		seen(_, c)
	}
	if ok := c == d; ok {
		if c == 5 {
			seen(_, d)
		}
		c = 11
		if ok {
			seen(_, d)
		}
	}
}

type state struct {
	code  codes.ResponseCode
	codes []codes.ResponseCode
	byID  map[int]codes.ResponseCode
	ptr   *codes.ResponseCode
}

func (s *state) record(c codes.ResponseCode) *state {
	s.code = c
	s.codes = append(s.codes, c)
	s.byID[len(s.codes)] = c
	return s
}

func (s state) with(c codes.ResponseCode) state { s.code = c; s.codes[0] = c; return s }

func Recorded(c, d codes.ResponseCode, b bool) {
	s := &state{byID: map[int]codes.ResponseCode{}}
	s.record(c).record(d)
	seen(_, s.code)
	seen(_, s.codes[0])
	seen(_, s.byID[1])
	t := s.with(5)
	seen(_, s.code)
	seen(_, t.code)
	seen(_, s.codes[0])
	s.ptr = &s.code
	if s.code == 3 {
		*s.ptr = 7
		seen(_, s.code)
	}
	u := *s
	u.code = 88
	seen(_, s.code)
	*u.ptr = 99
	seen(_, s.code)
	seen(_, u.code)
	k := 0
	s.byID[k] = c
	k = 1
	s.byID[k] = 21
	seen(_, s.byID[0])
	k = 0
	seen(_, s.byID[k])
	if v, ok := s.byID[7]; !ok {
		seen(_, v)
	}
	arr := [2]codes.ResponseCode{c, d}
	i := 0
	if b {
		i = 1
	}
	arr[i] = 5
	seen(_, arr[0])
	seen(_, arr[1])
	pa := &arr
	pa[0] = 11
	seen(_, arr[0])
	for i := range pa {
		pa[i] = 22
	}
	seen(_, arr[1])
	seen(_, arr[0])
	slices.SortFunc(arr[:], func(a, b codes.ResponseCode) int { return int(a - b) })
	seen(_, arr[0])
	m := map[codes.ResponseCode]string{c: "a", 5: "b"}
	for k, v := range m {
		if v == "b" {
			seen(_, k)
		}
		seen(_, k)
	}
	if m[c] == "a" {
		seen(_, c)
	}
	if _, ok := m[d]; ok {
		seen(_, d)
	}
	delete(m, 5)
	if _, ok := m[d]; ok {
		seen(_, d)
	}
}

var busy = map[codes.ResponseCode]bool{5: true, 88: true}
var registry = map[codes.ResponseCode]bool{5: true}

func register(c codes.ResponseCode) { registry[c] = true }

var list = []codes.ResponseCode{5, 88}
var listAlias = list[:1]

func Listed(c, d codes.ResponseCode, b bool) {
	if busy[c] {
		seen(_, c)
	}
	register(d)
	if registry[c] {
		seen(_, c)
	}
	if slices.Contains(list, c) {
		seen(_, c)
	}
	if slices.Contains(append([]codes.ResponseCode{11}, list...), c) {
		seen(_, c)
	}
	local := map[codes.ResponseCode]bool{5: true}
	if b {
		local[d] = true
	}
	if local[c] {
		seen(_, c)
	}
	alias := local
	alias[21] = true
	if local[c] {
		seen(_, c)
	}
	add := func(m map[codes.ResponseCode]bool) { m[22] = true }
	add(local)
	if local[c] {
		seen(_, c)
	}
	set := []codes.ResponseCode{5}
	set = append(set, d)
	if slices.Contains(set, c) {
		seen(_, c)
	}
	set[0] = 11
	if slices.Contains(set, c) {
		seen(_, c)
	}
	if slices.ContainsFunc(set, func(x codes.ResponseCode) bool { return x == c }) {
		seen(_, c)
	}
	if slices.Index(list, c) >= 0 {
		seen(_, c)
	}
	if i := slices.Index(list, c); i == 1 {
		seen(_, c)
	}
	st := []struct {
		c  codes.ResponseCode
		ok bool
	}{{5, true}, {11, false}}
	for _, x := range st {
		if x.c == c && x.ok {
			seen(_, c)
		}
		if x.c == c {
			seen(_, c)
			seen(_, x.c)
		}
	}
	listAlias[0] = 3
	if slices.Contains(list, c) {
		seen(_, c)
	}
}
