// Rounds: what each has of its own, and what an iterator does after the last.
package written

type step struct{ code codes.ResponseCode }

func after(c *codes.ResponseCode, to codes.ResponseCode) iter.Seq[int] {
	return func(yield func(int) bool) {
		yield(1)
		*c = to
	}
}

func early(c, d codes.ResponseCode) (x codes.ResponseCode) {
	seq := func(yield func(int) bool) {
		yield(1)
		x = d
	}
	for range seq {
		return c
	}
	return 11
}

func labelled(c codes.ResponseCode) (x codes.ResponseCode) {
	seq := func(yield func(int) bool) {
		defer func() { x = 12 }()
		for i := range 3 {
			if !yield(i) {
				return
			}
		}
	}
outer:
	for range 2 {
		for i := range seq {
			x = c
			if i == 1 {
				continue outer
			}
			if x == 5 {
				break outer
			}
		}
	}
	seen(_, x)
	return x
}

// Broken leaves an iterator early, which goes on.
func Broken(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	x := c
	for range after(&x, 11) {
		x = 5
		break
	}
	seen(_, x)
	seq := func(yield func(codes.ResponseCode) bool) {
		if !yield(c) {
			x = 12
			return
		}
		x = 13
	}
	for y := range seq {
		x = y
		if b {
			break
		}
	}
	seen(_, x)
	for y := range seq {
		if y == 5 {
			x = 14
			break
		}
		x = 15
		continue
	}
	seen(_, x)
	if x == 12 {
		seen(_, c)
	}
	seen(_, early(5, d))
	seen(_, labelled(c))
	s := &step{c}
	walk := func(yield func(*step) bool) {
		defer func() { s.code = 16 }()
		yield(s)
	}
	for p := range walk {
		p.code = 17
		break
	}
	seen(_, s.code)
	func() {
		for range walk {
			s.code = 20
			return
		}
	}()
	seen(_, s.code)
	next, stop := iter.Pull(seq)
	x = 5
	y, ok := next()
	seen(_, y)
	seen(_, x)
	y, ok = next()
	if !ok {
		seen(_, y)
		seen(_, x)
	}
	stop()
	for k, v := range maps.All(map[codes.ResponseCode]codes.ResponseCode{c: d}) {
		seen(_, k)
		seen(_, v)
	}
	for range seq {
		defer func() { seen(_, x) }()
		x = 21
	}
	x = 22
	slices.Values([]int{1})(func(int) bool { x = 23; return true })
	seen(_, x)
}

// Own has variables that each round has anew.
func Own(c, d codes.ResponseCode, n int, b bool) {
	if c > 4 || d > 4 {
		return
	}
	var show func()
	for x, i := c, 0; i < 2; x, i = 11, i+1 {
		if i == 0 {
			show = func() { seen(_, x) }
		}
	}
	show()
	var p *codes.ResponseCode
	for x := c; ; x = d {
		if p != nil {
			seen(_, *p)
			seen(_, x)
			break
		}
		p = &x
		*p = 5
	}
	seen(_, *p)
	var shows []func()
	for x := c; len(shows) < 2; x++ {
		shows = append(shows, func() { seen(_, x); x = 12 })
		if len(shows) == 2 {
			shows[0]()
			seen(_, x)
		}
	}
	shows[0]()
	shows[1]()
	for i, x := 0, c; i < 3; i++ {
		defer func() { seen(_, x) }()
		if i == 1 {
			x = 13
		}
	}
	for i, x := 0, c; i < 3; i, x = i+1, d {
		q := &x
		defer func() { seen(_, *q); seen(_, x) }()
		if i == 2 {
			*q = 14
		}
	}
	var last *codes.ResponseCode
	for _, x := range []codes.ResponseCode{c, d} {
		if last != nil {
			*last = 15
			seen(_, x)
		}
		last = &x
	}
	seen(_, *last)
	i := 0
	x := c
	var f func()
again:
	if i > 0 {
		x = 16
		f()
		x = 17
	}
	if i++; i < 3 {
		f = func() { seen(_, x) }
		goto again
	}
	for n := range 3 {
		y := c
		r := &y
		if n == 0 {
			f = func() { *r = 20 }
		}
		f()
		seen(_, y)
		y = 21
		f()
		seen(_, *r)
	}
	z := c
	switch z := d; {
	case z == 5:
		z = 22
		seen(_, z)
	default:
		seen(_, z)
	}
	seen(_, z)
	if z := d; z == 5 {
		seen(_, z)
	} else if z := c; z == 5 {
		seen(_, z)
		seen(_, d)
	} else {
		seen(_, z)
		seen(_, d)
	}
	seen(_, z)
}

func (s *step) walk(yield func(int) bool) {
	for i := range 2 {
		s.code = 20
		if !yield(i) {
			break
		}
	}
	seen(_, s.code)
	s.code = 5
	if yield(2) {
		seen(_, s.code)
	}
}

// Changing is what a loop does to what its iterator has.
func Changing(c codes.ResponseCode) {
	s := &step{5}
	for range s.walk {
		s.code = c
	}
	for i := range s.walk {
		s.code = c
		if i == 1 {
			break
		}
	}
}
