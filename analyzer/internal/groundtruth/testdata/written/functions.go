// Methods, interfaces, closures, generics, iterators, channels.
package written

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	Token        string
}

func (r *reply) code() codes.ResponseCode    { return r.ResponseCode }
func (r reply) copyCode() codes.ResponseCode { return r.ResponseCode }
func (r *reply) reset()                      { r.ResponseCode = 0 }
func (r reply) resetCopy() reply             { r.ResponseCode = 0; return r }

type coder interface{ code() codes.ResponseCode }

type fixed struct{ c codes.ResponseCode }

func (f fixed) code() codes.ResponseCode { return f.c }

type always struct{}

func (always) code() codes.ResponseCode { return 5 }

func pick(b bool, r *reply) coder {
	if b {
		return always{}
	}
	return r
}

func Implemented(c codes.ResponseCode, b bool) {
	r := &reply{ResponseCode: c}
	x := pick(b, r)
	seen(_, x.code())
	if x.code() == 5 {
		seen(_, r.ResponseCode)
		seen(_, x.code())
	}
	get := r.code
	getCopy := r.copyCode
	r.ResponseCode = 11
	seen(_, get())
	seen(_, getCopy())
	reset := r.reset
	reset()
	seen(_, r.ResponseCode)
	r.ResponseCode = c
	r.resetCopy()
	seen(_, r.ResponseCode)
	seen(_, r.resetCopy().ResponseCode)
	f := (*reply).reset
	f(r)
	seen(_, r.ResponseCode)
	r.ResponseCode = c
	defer func() { seen(_, r.ResponseCode) }()
	defer r.reset()
	if b {
		r.ResponseCode = 11
		return
	}
	seen(_, r.ResponseCode)
}

// once
func Once(c codes.ResponseCode, b bool) {
	var once sync.Once
	code := c
	for range 2 {
		once.Do(func() {
			if b {
				code = 0
			}
		})
		seen(_, code)
		if code == 5 {
			seen(_, code)
		}
	}
	f := sync.OnceValue(func() codes.ResponseCode { return code })
	seen(_, f())
	code = 11
	seen(_, f())
	seen(_, code)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, x := range []codes.ResponseCode{c, 5} {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			code = x
		})
	}
	wg.Wait()
	seen(_, code)
}

type holder[T any] struct{ v T }

func (h *holder[T]) set(v T) { h.v = v }
func (h *holder[T]) get() T  { return h.v }

func apply[T, U any](v T, f func(T) U) U { return f(v) }

func filter[T any](in []T, keep func(T) bool) []T {
	var out []T
	for _, x := range in {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func Generic(c codes.ResponseCode, b bool) {
	h := holder[codes.ResponseCode]{c}
	if h.get() == 5 {
		seen(_, c)
		seen(_, h.v)
	}
	h.set(11)
	seen(_, h.get())
	seen(_, h.v)
	seen(_, c)
	if apply(c, func(c codes.ResponseCode) bool { return c == 0 }) {
		seen(_, c)
	}
	for _, x := range filter([]codes.ResponseCode{c, 0, 11}, func(x codes.ResponseCode) bool { return x != 0 }) {
		seen(_, x)
	}
	e := apply(c, codes.ResponseCode.Err)
	if e == nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
	p := &c
	q := &p
	**q = 5
	seen(_, c)
	seen(_, *p)
	d := c
	p = &d
	*p = 88
	seen(_, c)
	seen(_, **q)
	seen(_, d)
}

// named results, defers
func settle(c codes.ResponseCode, b bool) (out codes.ResponseCode, err error) {
	defer func() {
		if out == 5 {
			out = 88
		}
		if r := recover(); r != nil {
			out = 3
		}
	}()
	if b {
		panic("x")
	}
	if c == 0 {
		return c, nil
	}
	out = c
	err = c.Err()
	return
}

func Settled(c codes.ResponseCode, b bool) {
	o, err := settle(c, b)
	seen(_, o)
	if err == nil {
		seen(_, o)
		seen(_, c)
	}
	if err != nil {
		seen(_, c)
	}
	if o == 88 {
		seen(_, c)
	}
}

func each(cs []codes.ResponseCode) iter.Seq2[int, codes.ResponseCode] {
	return func(yield func(int, codes.ResponseCode) bool) {
		for i, c := range cs {
			if c == 11 {
				continue
			}
			if !yield(i, c) {
				return
			}
		}
	}
}

func Iterated(c codes.ResponseCode, d codes.ResponseCode, b bool) {
	var last codes.ResponseCode = 7
	for _, x := range each([]codes.ResponseCode{c, d}) {
		seen(_, x)
		if x == 5 {
			break
		}
		last = x
	}
	seen(_, last)
	next, stop := iter.Pull2(each([]codes.ResponseCode{c}))
	defer stop()
	_, x, ok := next()
	if ok {
		seen(_, x)
		seen(_, c)
	} else {
		seen(_, x)
		seen(_, c)
	}
outer:
	for i, x := range each([]codes.ResponseCode{c, d}) {
		for _, y := range each([]codes.ResponseCode{d, c}) {
			if y == 5 {
				continue outer
			}
			if y == 88 {
				break outer
			}
			seen(_, y)
			last = y
		}
		_ = i
		seen(_, x)
	}
	seen(_, last)
}

func Dynamic(c codes.ResponseCode, b bool) {
	var v any = c
	switch x := v.(type) {
	case nil:
	case error:
		seen(_, c)
		if errors.Is(x, codes.ResponseSystemError) {
			seen(_, c)
		}
	}
	if v == codes.ResponseCode(5) {
		seen(_, c)
	}
	if v == 5 {
		seen(_, c)
	}
	if v == any(c) {
		seen(_, c)
	}
	if n, ok := v.(codes.ResponseCode); ok && n != 0 {
		seen(_, n)
	}
	if s, ok := v.(fmt.Stringer); ok && s.String() == "Success" {
		seen(_, c)
	}
	var err error = c
	if err == codes.ResponseSuccess {
		seen(_, c)
	}
	if err != nil {
		seen(_, c)
	}
	if errors.Is(err, codes.ResponseCode(5)) || b {
		seen(_, c)
	}
	joined := errors.Join(c.Err(), codes.ResponseSystemError)
	var got codes.ResponseCode
	if errors.As(joined, &got) {
		seen(_, got)
		seen(_, c)
	}
	if errors.Is(joined, codes.ResponseInvalidRecipient) {
		seen(_, c)
	}
	got2, ok := errors.AsType[codes.ResponseCode](fmt.Errorf("x: %w, %w", c.Err(), errors.New("y")))
	if ok {
		seen(_, got2)
		seen(_, c)
	} else {
		seen(_, got2)
		seen(_, c)
	}
}

var current codes.ResponseCode

func setCurrent(c codes.ResponseCode) { current = c }

func viaGlobal(f func()) { f() }

func Global(c codes.ResponseCode, b bool) {
	setCurrent(c)
	if current == 5 {
		seen(_, c)
		seen(_, current)
		viaGlobal(func() { setCurrent(11) })
		seen(_, current)
	}
	old := current
	defer func() { current = old }()
	current = 88
	func() {
		defer setCurrent(3)
		seen(_, current)
	}()
	seen(_, current)
	swap := func(c *codes.ResponseCode) { *c, current = current, *c }
	swap(&old)
	seen(_, old)
	seen(_, current)
}

func Sent(c codes.ResponseCode, n int, b bool) {
	ch := make(chan codes.ResponseCode, 3)
	ch <- c
	ch <- 5
	close(ch)
	for x := range ch {
		if x == 5 {
			seen(_, x)
			continue
		}
		seen(_, x)
	}
	x, ok := <-ch
	seen(_, x)
	if !ok {
		seen(_, x)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		c = 11
	}()
	<-done
	seen(_, c)
	st := struct {
		c codes.ResponseCode
		p *codes.ResponseCode
	}{c: c}
	st.p = &st.c
	*st.p = 88
	seen(_, st.c)
	st2 := st
	*st2.p = 3
	seen(_, st.c)
	seen(_, st2.c)
	var av atomic.Int64
	av.Store(int64(c))
	if av.Load() == 11 {
		seen(_, c)
	}
	av.Add(1)
	seen(_, codes.ResponseCode(av.Load()))
}
