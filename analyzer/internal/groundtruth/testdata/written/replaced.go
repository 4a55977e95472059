// Variables that hold functions: one, or another.
package written

func isBusy(c codes.ResponseCode) bool  { return c == 5 || c == 88 }
func isFinal(c codes.ResponseCode) bool { return c == 11 }

func predicateOf(b bool) (func(codes.ResponseCode) bool, error) {
	if b {
		return isFinal, nil
	}
	return isBusy, nil
}

func orBusy(c codes.ResponseCode, is func(codes.ResponseCode) bool) bool {
	if is == nil {
		is = func(c codes.ResponseCode) bool { return c == 5 }
	}
	return is(c)
}

func result(c codes.ResponseCode) (is func() bool) {
	is = func() bool { return c == 12 }
	return
}

type hooks struct{ is func(codes.ResponseCode) bool }

// Replaced asks functions that may be another by then.
func Replaced(c codes.ResponseCode, b bool) {
	if orBusy(c, isFinal) {
		seen(_, c)
	}
	if orBusy(c, nil) {
		seen(_, c)
	}
	is := isFinal
	if b {
		is = func(c codes.ResponseCode) bool { return c == 5 }
	}
	if is(c) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	given, err := predicateOf(b)
	if err == nil && b {
		given = func(c codes.ResponseCode) bool { return c == 7 }
	}
	if given(c) {
		seen(_, c)
	}
	for i, of := range []func(codes.ResponseCode) bool{isBusy, isFinal} {
		if i == 1 && b {
			of = func(c codes.ResponseCode) bool { return c == 7 }
		}
		if of(c) {
			seen(_, c)
		}
	}
	h := hooks{isBusy}
	of := h.is
	h.is = isFinal
	if b {
		of = func(codes.ResponseCode) bool { return true }
	}
	if of(c) {
		seen(_, c)
	}
	if h.is(c) {
		seen(_, c)
	}
	if result(c)() {
		seen(_, c)
	}
	var later func(codes.ResponseCode) bool
	set := func() { later = func(c codes.ResponseCode) bool { return c == 5 } }
	if later == nil {
		set()
	}
	if later(c) {
		seen(_, c)
	}
	first, second := isBusy, func(c codes.ResponseCode) bool { return c == 13 }
	first, second = second, first
	if first(c) {
		seen(_, c)
	}
	if second(c) {
		seen(_, c)
	}
	method := c.Retryable
	if b {
		method = func() bool { return false }
	}
	if method() {
		seen(_, c)
	}
	var assigned any = func() bool { return c == 5 }
	ask, ok := assigned.(func() bool)
	if !ok {
		ask = func() bool { return false }
	}
	if ask() {
		seen(_, c)
	} else {
		seen(_, c)
	}
	pick := map[bool]func() bool{true: func() bool { return c == 5 }}
	chosen, found := pick[b]
	if !found {
		chosen = func() bool { return c == 11 }
	}
	if chosen() {
		seen(_, c)
	}
	switch f := assigned.(type) {
	case func() bool:
		if b {
			f = func() bool { return false }
		}
		if f() {
			seen(_, c)
		}
	}
	ch := make(chan func() bool, 1)
	ch <- func() bool { return c == 7 }
	received := <-ch
	if b {
		received = func() bool { return c == 5 }
	}
	if received() {
		seen(_, c)
	}
}

func each[T any](x T, f func(T)) { f(x) }

func eachOf[K comparable, V any](m map[K][]V, f func(K, ...V) error) error {
	for k, v := range m {
		if err := f(k, v...); err != nil {
			return err
		}
	}
	return nil
}

var lastOf codes.ResponseCode

func note(c codes.ResponseCode)                            { lastOf = c }
func noteAll(c codes.ResponseCode, all ...int) (err error) { lastOf = 12; return nil }
func noteOne[T any](T)                                     { lastOf = 13 }

// GenericCalls are of functions whose types are made of type parameters.
func GenericCalls(c codes.ResponseCode, b bool) {
	if c > 4 {
		return
	}
	lastOf = c
	each(5, note)
	seen(_, lastOf)
	lastOf = c
	_ = eachOf(map[codes.ResponseCode][]int{c: {1}}, noteAll)
	seen(_, lastOf)
	lastOf = c
	each(c, noteOne[codes.ResponseCode])
	seen(_, lastOf)
	x := c
	each(&x, func(p *codes.ResponseCode) { *p = 14 })
	seen(_, x)
	f := each[string]
	lastOf = c
	f("", func(string) { lastOf = 15 })
	seen(_, lastOf)
}

func orTwelve(c codes.ResponseCode) codes.ResponseCode {
	if c == 5 {
		return 12
	}
	return c
}

var (
	repaired = orTwelve // which nobody changes
	swapped  = orTwelve // which swap does
	lent     = orTwelve // which somebody has the address of
)

func swap() { swapped = func(codes.ResponseCode) codes.ResponseCode { return 11 } }

// Held calls functions by the names of variables.
func Held(c codes.ResponseCode, b bool) {
	same := orTwelve
	seen(_, same(c))
	if is := isFinal; is(c) {
		seen(_, c)
	} else if repaired(c) == 12 {
		seen(_, c)
		seen(_, repaired(c))
	}
	call := func() codes.ResponseCode { return same(c) }
	seen(_, call())
	if b {
		swap()
	}
	seen(_, swapped(c))
	p := &lent
	*p = func(codes.ResponseCode) codes.ResponseCode { return 10 }
	seen(_, lent(c))
	later := orTwelve
	defer func() { seen(_, later(c)) }()
	for range 2 {
		seen(_, later(c))
		if b {
			later = swapped
		}
	}
	var none func(codes.ResponseCode) codes.ResponseCode
	if b {
		none = orTwelve
		seen(_, none(c))
	}
	one, other := orTwelve, swapped
	seen(_, one(c))
	seen(_, other(c))
}
