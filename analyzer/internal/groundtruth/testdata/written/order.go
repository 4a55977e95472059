// Operands beside a call that changes them: some are read before it, some after it.
package written

type attempt struct {
	first, second codes.ResponseCode
	sub           struct{ code codes.ResponseCode }
}

func both(first, second codes.ResponseCode) (codes.ResponseCode, codes.ResponseCode) {
	return first, second
}

func isPair(first, second codes.ResponseCode) bool { return first == 5 && second == 11 }

func change(code *codes.ResponseCode, to codes.ResponseCode) codes.ResponseCode {
	old := *code
	*code = to
	return old
}

func (a *attempt) advance() codes.ResponseCode {
	a.first, a.second = a.second, 11
	return a.first
}

func returned(c, d codes.ResponseCode) (codes.ResponseCode, codes.ResponseCode) {
	x := c
	renew := func() codes.ResponseCode { x = d; return 7 }
	return x, renew()
}

func named(c, d codes.ResponseCode) (x, y codes.ResponseCode) {
	x = c
	return x, change(&x, d)
}

// Operands are read in an order that the language leaves open.
func Operands(c, d codes.ResponseCode, b bool) {
	if c == d {
		return
	}
	x := c
	y, z := both(x, change(&x, 11))
	seen(_, y)
	seen(_, z)
	x = c
	y, z = x, change(&x, 12)
	seen(_, y)
	seen(_, z)
	x = 5
	a := attempt{first: x, second: change(&x, 13)}
	seen(_, a.first)
	seen(_, a.second)
	x = 5
	list := []codes.ResponseCode{x, change(&x, 14), x}
	seen(_, list[0])
	seen(_, list[2])
	x = 5
	if x == change(&x, 7) {
		seen(_, x)
	} else {
		seen(_, x)
	}
	x = 5
	if change(&x, 7) == x {
		seen(_, x)
	} else {
		seen(_, x)
	}
	x = c
	if isPair(x, change(&x, 5)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	y, z = returned(5, d)
	seen(_, y)
	seen(_, z)
	y, z = named(5, d)
	seen(_, y)
	seen(_, z)
	a = attempt{first: c, second: d}
	y, z = both(a.first, a.advance())
	seen(_, y)
	seen(_, z)
	a = attempt{first: c, second: d}
	a.sub.code, y = a.first, a.advance()
	seen(_, a.sub.code)
	seen(_, y)
	x = 5
	grow := func() int { x = 88; return 0 }
	list[grow()] = x
	seen(_, list[0])
	x = 5
	list[1], y = x, codes.ResponseCode(grow())
	seen(_, list[1])
	switch x = 5; x {
	case change(&x, 3):
		seen(_, x)
	default:
		seen(_, x)
	}
}

// Indexes are evaluated before what is stored there.
func Indexes(c, d codes.ResponseCode, b bool) {
	list := []codes.ResponseCode{c, d, 5}
	i := 0
	i, list[i] = 2, 11
	seen(_, list[0])
	seen(_, list[2])
	next := func() int { i--; return i }
	list[i], list[next()] = 12, 13
	seen(_, list[0])
	seen(_, list[1])
	seen(_, list[2])
	p := &attempt{first: c}
	q := p
	p, p.first = &attempt{first: d}, 14
	seen(_, p.first)
	seen(_, q.first)
	m := map[string]codes.ResponseCode{"a": c}
	k := "a"
	k, m[k] = "b", 15
	seen(_, m["a"])
	seen(_, m["b"])
	seen(_, m[k])
	list[0], list[1] = list[1], list[0]
	seen(_, list[0])
	var all [2]codes.ResponseCode
	all[0], all = 16, [2]codes.ResponseCode{c, d}
	seen(_, all[0])
	all, all[0] = [2]codes.ResponseCode{c, d}, 17
	seen(_, all[0])
	seen(_, all[1])
	j := 0
	for j, all[j] = range []codes.ResponseCode{18, 19} {
		seen(_, all[0])
	}
	seen(_, all[0])
	seen(_, all[1])
	if x, ok := m["c"]; !ok {
		seen(_, x)
	}
}

// Deferred calls get what their operands were.
func DeferredOperands(c, d codes.ResponseCode, b bool) {
	x := c
	p := &attempt{first: c}
	show := func(code codes.ResponseCode) { seen(_, code) }
	defer show(x)
	defer func(code codes.ResponseCode, a attempt, q *attempt) {
		seen(_, code)
		seen(_, a.first)
		seen(_, q.first)
	}(x, *p, p)
	defer p.shown()
	defer attempt.copied(*p)
	print := p.copied
	x, p.first = d, 11
	print()
	show = func(code codes.ResponseCode) { seen(_, x) }
	for _, x := range []codes.ResponseCode{x, 12} {
		defer show(x)
	}
	p = &attempt{first: 13}
}

func (a *attempt) shown() { seen(_, a.first) }
func (a attempt) copied() { seen(_, a.first) }

func noted(first, second codes.ResponseCode)       { seen(_, first); seen(_, second) }
func notedLater(first, second codes.ResponseCode)  { seen(_, first); seen(_, second) }
func same(c codes.ResponseCode) codes.ResponseCode { return c }

func (a attempt) holds(c codes.ResponseCode) bool { return a.first == 5 && c == 5 }

type noteError struct{ code codes.ResponseCode }

func (e *noteError) Error() string { return "note" }

func pairOf(e *noteError, c codes.ResponseCode) (error, codes.ResponseCode) { return e, c }

// Handed are operands of what is called with them.
func Handed(c, d codes.ResponseCode, n int, b bool) {
	x := codes.ResponseCode(5)
	noted(change(&x, 11), x)
	x = 7
	noted(x, change(&x, 12))
	x = 3
	defer notedLater(change(&x, 13), x)
	a := attempt{first: 5}
	if a.holds(change(&a.first, 7)) {
		seen(_, c)
	} else {
		seen(_, c)
	}
	for _, y := range []codes.ResponseCode{c, d, 5} {
		z, w := both(same(x), change(&x, y))
		if x == 5 {
			seen(_, z)
			seen(_, w)
		}
		if same(x) == change(&x, d) && x == 11 {
			seen(_, d)
		}
		list := [2]codes.ResponseCode{same(x), change(&x, y)}
		if x == 5 {
			seen(_, list[0])
			seen(_, list[1])
		}
	}
	x = 5
	err, y := pairOf(&noteError{x}, change(&x, 14))
	var note *noteError
	if errors.As(err, &note) {
		seen(_, note.code)
		seen(_, y)
	}
	x = 5
	ch := make(chan codes.ResponseCode, 1)
	ch <- 3
	p := &x
	y, z := x, func() codes.ResponseCode { *p = 15; return <-ch }()
	seen(_, y)
	seen(_, z)
}
