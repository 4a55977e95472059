// Ways that cross: labels, switches in loops, deferred calls in loops, panics that nobody wrote.
package written

type attempts struct {
	code  codes.ResponseCode
	tries int
}

const (
	none codes.ResponseCode = iota
	busy                    = iota + 4
	_
	slow
	mask = 1<<busy | 1<<slow
)

func parts(c codes.ResponseCode) (codes.ResponseCode, codes.ResponseCode, error) {
	if c == 5 {
		return c, 7, nil
	}
	return 11, c, c.Err()
}

func indexed(list []codes.ResponseCode, i int) (c codes.ResponseCode) {
	c = 3
	defer func() { _ = recover() }()
	c = list[i]
	return c
}

func divided(c codes.ResponseCode, by int) (code codes.ResponseCode, ok bool) {
	defer func() {
		if recover() != nil {
			code = 12
		}
	}()
	code = c
	_ = 10 / by
	ok = true
	return 13, true
}

func asserted(v any) (code codes.ResponseCode) {
	defer func() {
		if recover() != nil {
			code += 14
		}
	}()
	code = 1
	return v.(codes.ResponseCode)
}

func nested(c codes.ResponseCode) (code codes.ResponseCode) {
	defer func() {
		defer func() {
			if recover() != nil {
				code = 16
			}
		}()
		if recover() != nil {
			code = 15
			panic("again")
		}
	}()
	if c == 5 {
		panic(c)
	}
	return c
}

func deferredLoop(c codes.ResponseCode, n int) (code codes.ResponseCode) {
	code = c
	for i := range n + 1 {
		defer func() {
			if code == codes.ResponseCode(i) {
				code = 17
			}
		}()
	}
	return 1
}

// Crossed has ways that cross.
func Crossed(c, d codes.ResponseCode, n int, b bool) {
	x, y := c, d
	i := 0
start:
	for ; i < 3; i++ {
		switch {
		case x == 5:
			x = 7
			continue start
		case x == 7 && i == 1:
			y = 11
			break start
		case y == 5:
			x, y = y, x
			i++
			goto start
		}
		for j := range 2 {
			if x == codes.ResponseCode(j) {
				y = 12
				continue start
			}
			if y == 12 {
				break
			}
			seen(_, x)
			seen(_, y)
		}
	}
	seen(_, x)
	seen(_, y)
	switch z := x; {
	default:
		z = 13
		fallthrough
	case z == 88:
		seen(_, z)
		seen(_, x)
	case z == 5, z == 7:
		if b {
			break
		}
		z = 14
		seen(_, z)
	}
	switch p, q, err := parts(x); err {
	case nil:
		seen(_, p)
		seen(_, q)
		seen(_, x)
	default:
		seen(_, p)
		seen(_, q)
		seen(_, x)
	}
	switch x {
	case y:
		seen(_, x)
		seen(_, y)
	case none, busy:
		seen(_, x)
		fallthrough
	case slow:
		seen(_, x)
		x = 15
	}
	seen(_, x)
	if mask&(1<<uint(c&31)) != 0 {
		seen(_, c)
	}
	a := attempts{code: c}
	for a.tries = 0; a.tries < 2; a.tries++ {
		if a.code == 5 {
			a = attempts{code: d, tries: 1}
			continue
		}
		if a.code == 11 {
			a.code = 16
		}
	}
	seen(_, a.code)
	for x, y = c, d; x != y; x, y = y, x {
		if i++; i > 6 {
			break
		}
		if x == 5 {
			x = y
		}
	}
	if x == y {
		seen(_, x)
	}
	var done bool
	for !done {
		done = true
		switch y {
		case 5:
			y, done = 7, false
		case 7:
			y, done = 88, b
			if !done {
				y = 0
			}
		}
	}
	seen(_, y)
	for {
		if x == 0 || i > 10 {
			break
		}
		i++
		x, y = y, 0
	}
	seen(_, x)
	ok := c == 5
	ok = ok || d == 11
	not := !ok
	if b {
		not = !not
	}
	if not == ok {
		seen(_, c)
		seen(_, d)
	} else if ok {
		seen(_, c)
		seen(_, d)
	}
	flags := [3]bool{c == 0, c == 5, d == 5}
	flags[0], flags[1] = flags[1], flags[0]
	if flags[0] {
		seen(_, c)
	}
	if flags[2] && !flags[1] {
		seen(_, c)
		seen(_, d)
	}
	set := map[bool]codes.ResponseCode{}
	set[c == 5] = d
	if z, ok := set[true]; ok {
		seen(_, z)
		seen(_, c)
	}
	pf := &flags[0]
	*pf = d == 7
	if flags[0] {
		seen(_, d)
	}
}

// Unwritten are panics of the language's own.
func Unwritten(c, d codes.ResponseCode, n int, b bool) {
	seen(_, indexed([]codes.ResponseCode{c}, n))
	if indexed([]codes.ResponseCode{c}, n) == 3 {
		seen(_, c)
	}
	code, ok := divided(c, n)
	seen(_, code)
	if !ok {
		seen(_, code)
		seen(_, c)
	}
	seen(_, asserted(c))
	seen(_, asserted(int(c)))
	if asserted(d) == 15 {
		seen(_, d)
	}
	seen(_, nested(c))
	if nested(d) == 16 {
		seen(_, d)
	}
	seen(_, deferredLoop(c, n))
	x := c
	func() {
		defer func() { _ = recover() }()
		var m map[string]codes.ResponseCode
		x = 11
		if d == 5 {
			m["a"] = d
		}
		x = 12
	}()
	seen(_, x)
	if x == 11 {
		seen(_, d)
	}
	x = c
	func() {
		defer func() { _ = recover() }()
		var p *attempts
		if d == 7 {
			p = &attempts{}
		}
		x = 13
		p.code = d
		x = 14
	}()
	if x == 14 {
		seen(_, d)
	} else {
		seen(_, d)
		seen(_, x)
	}
	x = 3
	func() {
		defer func() { _ = recover() }()
		list := []codes.ResponseCode{c}
		_, x = list[n], 15
		x = 16
	}()
	seen(_, x)
	for range 2 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					x, _ = r.(codes.ResponseCode)
				}
			}()
			if x == 5 {
				panic(codes.ResponseCode(17))
			}
			x = 5
		}()
	}
	seen(_, x)
}

// ExactlyKeptForTheDefault uses what a switch declares where it is left to the end.
func ExactlyKeptForTheDefault(c, d codes.ResponseCode) {
	if c != 5 && c != 88 {
		return
	}
	switch x := c; {
	default:
		seen(_, x)
	case d == 7:
		pause()
	case d == 10:
	}
	switch x, code := c, any(d); code.(type) {
	default:
		pause()
	case codes.ResponseCode:
		seen(_, x)
	case int:
		pause()
	}
}
