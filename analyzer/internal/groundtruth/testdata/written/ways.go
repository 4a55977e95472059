// Ways through a function: loops, jumps, booleans, and what is deferred.
package written

type job struct {
	code  codes.ResponseCode
	tries int
	done  bool
	err   error
}

// Booleans keep what was asked.
func Booleans(c, d codes.ResponseCode, b bool) {
	busy := c == 5 || c == 88
	final := !busy && c != 0
	seenIt := b && busy
	if seenIt {
		seen(_, c)
	}
	if final == busy {
		seen(_, c)
	}
	if busy != b {
		seen(_, c)
	}
	ok := true
	switch c {
	case 3, 4:
		ok = false
	case 5:
		ok = b
		fallthrough
	case 6:
		busy = ok
	default:
		ok = ok && d == 0
	}
	if ok {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
	if busy {
		seen(_, c)
	}
	c, d = d, c
	if busy {
		seen(_, c)
		seen(_, d)
	}
	if final {
		seen(_, c)
		seen(_, d)
	}
	bits := 0
	if c == 5 {
		bits |= 1
	}
	if d == 5 {
		bits |= 2
	}
	switch bits {
	case 0:
		seen(_, c)
	case 1:
		seen(_, c)
		seen(_, d)
	case 3:
		seen(_, d)
	}
	var state struct{ ok, busy bool }
	state.ok = c == 0
	state.busy = state.ok
	if state.busy {
		seen(_, c)
	}
	p := &state.ok
	*p = d == 0
	if state.ok {
		seen(_, c)
		seen(_, d)
	}
	level := "none"
	if c.Retryable() {
		level = "later"
	} else if c != 0 {
		level = "never"
	}
	switch level {
	case "none":
		seen(_, c)
	case "later":
		seen(_, c)
	default:
		seen(_, c)
	}
	if level != "never" && d == c {
		seen(_, d)
	}
}

// Rounds keeps things from one to the next.
func Rounds(c, d codes.ResponseCode, n int, b bool) {
	all := []codes.ResponseCode{c, d, 5}
	var previous, worst codes.ResponseCode
	count := 0
	found := false
	for i, x := range all {
		if x == previous {
			seen(_, x)
			seen(_, previous)
			continue
		}
		if previous == 5 && i == 2 {
			seen(_, x)
			seen(_, d)
		}
		if x > worst {
			worst = x
		}
		if x == 11 {
			found = true
			break
		}
		if x == 0 {
			count++
		}
		previous = x
	}
	seen(_, previous)
	seen(_, worst)
	if found {
		seen(_, c)
		seen(_, d)
		seen(_, previous)
	}
	if count == 0 {
		seen(_, c)
		seen(_, d)
	}
	j := job{code: c}
	for !j.done {
		j.tries++
		switch {
		case j.code == 0:
			j.done = true
		case j.code == 5 && j.tries < 3:
			j.code = d
		case j.code.Retryable():
			j.done, j.err = true, j.code
		default:
			j.err = fmt.Errorf("refused: %w", j.code)
			j.done = true
		}
		seen(_, j.code)
	}
	seen(_, j.code)
	if j.err == nil {
		seen(_, j.code)
		seen(_, c)
	} else if errors.Is(j.err, codes.ResponseThrottlingRateExceeded) {
		seen(_, j.code)
		seen(_, c)
	}
outer:
	for i := range n {
		for _, x := range all {
			switch {
			case x == 5 && i > 0:
				break outer
			case x == 7:
				continue outer
			case x == 3:
				break
			}
			seen(_, x)
			previous = x
		}
		seen(_, previous)
		all[0] = previous
	}
	seen(_, all[0])
	seen(_, previous)
	for len(all) > 0 {
		x := all[0]
		all = all[1:]
		if x == 5 {
			continue
		}
		seen(_, x)
	}
	var stack []codes.ResponseCode
	stack = append(stack, c, d)
	for len(stack) > 0 {
		top := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if top == 5 {
			stack = append(stack, 11)
		}
		seen(_, top)
	}
	funcs := []func(){}
	for _, x := range []codes.ResponseCode{c, d} {
		if x == 5 {
			funcs = append(funcs, func() { seen(_, x); x = 3 })
		}
	}
	for _, f := range funcs {
		f()
		f()
	}
}

func risky(c codes.ResponseCode) codes.ResponseCode {
	if c == 5 {
		panic(c)
	}
	if c == 11 {
		panic("no recipient")
	}
	return c
}

func guarded(c codes.ResponseCode) (got codes.ResponseCode, err error) {
	got = 3
	defer func() {
		switch p := recover().(type) {
		case nil:
		case codes.ResponseCode:
			err = p
			seen(_, p)
			seen(_, got)
		default:
			err = fmt.Errorf("%v", p)
			seen(_, c)
		}
	}()
	got = risky(c)
	seen(_, got)
	return got, nil
}

// Deferred changes what is returned.
func Deferred(c codes.ResponseCode, b bool) {
	got, err := guarded(c)
	seen(_, got)
	if err != nil {
		seen(_, c)
		seen(_, got)
	} else {
		seen(_, c)
	}
	func() {
		defer func(x codes.ResponseCode) { seen(_, x); seen(_, c) }(c)
		old := c
		if b {
			c = 11
		}
		defer func() { c = old }()
		seen(_, c)
	}()
	seen(_, c)
	once := func() (x codes.ResponseCode) {
		defer func() {
			if x == 5 {
				x = 88
			}
		}()
		return c
	}
	seen(_, once())
	x := once()
	if x == 88 {
		seen(_, c)
	}
	if x == 5 {
		seen(_, x)
	}
	for i := range 2 {
		func() {
			defer func() { c = codes.ResponseCode(i) }()
			if c == 5 {
				return
			}
			seen(_, c)
		}()
	}
	seen(_, c)
	defer func() {
		if r := recover(); r != nil {
			seen(_, c)
		}
	}()
	if c == 1 && b {
		c = 7
		panic("x")
	}
	seen(_, c)
}

func pick(c codes.ResponseCode, pairs ...any) any {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] == c {
			return pairs[i+1]
		}
	}
	return nil
}

type set map[codes.ResponseCode]struct{}

func (s set) has(c codes.ResponseCode) bool { _, ok := s[c]; return ok }
func (s set) add(c codes.ResponseCode) set  { s[c] = struct{}{}; return s }

type machine struct {
	at    codes.ResponseCode
	moves map[codes.ResponseCode]codes.ResponseCode
	seen  set
}

func (m *machine) step() bool {
	next, ok := m.moves[m.at]
	if !ok || m.seen.has(next) {
		return false
	}
	m.seen.add(next)
	m.at = next
	return true
}

// Machines go on until they don't.
func Machines(c, d codes.ResponseCode, b bool) {
	m := &machine{at: c, moves: map[codes.ResponseCode]codes.ResponseCode{5: 88, 88: 11, 11: d}, seen: set{}}
	for m.step() {
		seen(_, m.at)
	}
	seen(_, m.at)
	if m.seen.has(d) {
		seen(_, d)
		seen(_, c)
	}
	s := set{5: {}}
	if s.add(d).has(c) {
		seen(_, c)
		seen(_, d)
	}
	if pick(c, codes.ResponseCode(5), "busy", codes.ResponseCode(11), nil) == "busy" {
		seen(_, c)
	}
	if pick(c, codes.ResponseCode(5), "busy") == nil {
		seen(_, c)
	}
	if x, ok := pick(c, codes.ResponseCode(5), d).(codes.ResponseCode); ok {
		seen(_, x)
		seen(_, c)
	}
	move := map[bool]codes.ResponseCode{true: 5, false: d}
	seen(_, move[b])
	seen(_, move[c == 0])
	if move[c == 0] == 5 {
		seen(_, c)
		seen(_, d)
	}
	type pair struct{ a, b codes.ResponseCode }
	known := map[pair]bool{{5, 11}: true}
	if known[pair{c, d}] {
		seen(_, c)
		seen(_, d)
	}
	if (pair{c, d}) == (pair{d, c}) {
		seen(_, c)
	}
	arr := [...]codes.ResponseCode{5: 11, 7: d}
	if c >= 0 && int(c) < len(arr) {
		seen(_, arr[c])
		if arr[c] == 11 {
			seen(_, c)
		}
	}
	var iface interface{ Retryable() bool } = c
	if iface.Retryable() {
		seen(_, c)
	}
	f := codes.ResponseCode.Retryable
	if f(c) {
		seen(_, c)
	}
	g := c.Known
	c = d
	if g() {
		seen(_, c)
	}
	h := struct{ check func(codes.ResponseCode) bool }{func(x codes.ResponseCode) bool { return x == 5 }}
	if h.check(c) {
		seen(_, c)
	}
	h.check = func(x codes.ResponseCode) bool { return x == 11 }
	if h.check(c) {
		seen(_, c)
	}
}
