// What literals capture: where they are made beside a store, or before the function returns.
package written

type reply struct{ Code codes.ResponseCode }

var errBusy = errors.New("busy")

func (r *reply) become(c codes.ResponseCode, f func()) { r.Code = c; kept = f }

var kept func()

func keep(f func()) codes.ResponseCode                         { kept = f; return 42 }
func keepOf(c codes.ResponseCode, f func()) codes.ResponseCode { kept = f; return c }
func setOf(p *codes.ResponseCode, c codes.ResponseCode) bool   { *p = c; return true }

func Same(c, d codes.ResponseCode) {
	x := c
	if x == 5 {
		var f func()
		x, f = d, func() { seen(_, x) }
		f()
	}
}

func Kept(c, d codes.ResponseCode) {
	x := c
	if x == 5 {
		x = keepOf(d, func() { seen(_, x) })
		kept()
	}
}

func Plus(c, d codes.ResponseCode) {
	x := c
	if x == 5 {
		x += keepOf(d, func() { seen(_, x) })
		kept()
	}
}

func Method(c, d codes.ResponseCode) {
	var r reply
	r.Code = c
	if r.Code == 5 {
		r.become(d, func() { seen(_, r.Code) })
		kept()
	}
}

func Multi(c, d codes.ResponseCode) {
	x, y := c, d
	if x == 5 && y == 6 {
		x, y = y, keepOf(d, func() { seen(_, x); seen(_, y) })
		kept()
	}
}

func Condition(c, d codes.ResponseCode) {
	x := c
	if x == 5 {
		if setOf(&x, keepOf(d, func() { seen(_, x) })) {
			kept()
		}
	}
	y := c
	if y == 5 {
		if y = keepOf(d, func() { seen(_, y) }); y == d {
			kept()
		}
	}
	z := c
	if z == 5 {
		switch z = keepOf(d, func() { seen(_, z) }); {
		default:
			kept()
		}
	}
	w := c
	if w == 5 {
		for w = keepOf(d, func() { seen(_, w) }); ; {
			kept()
			break
		}
	}
	v := c
	if v == 5 {
		v, ok := keepOf(d, func() { seen(_, v) }), true
		_, _ = v, ok
		kept()
	}
	a := [2]codes.ResponseCode{c, c}
	if a[0] == 5 {
		a[0] = keepOf(d, func() { seen(_, a[0]) })
		kept()
	}
	s := reply{c}
	if s.Code == 5 {
		s.Code = keepOf(d, func() { seen(_, s.Code) })
		kept()
	}
	t := reply{c}
	if t.Code == 5 {
		t = reply{keepOf(d, func() { seen(_, t.Code) })}
		kept()
	}
	ch := make(chan codes.ResponseCode, 1)
	ch <- d
	u := c
	if u == 5 {
		f := func() {}
		u, f = <-ch, func() { seen(_, u) }
		f()
	}
}

func Late(c, d codes.ResponseCode, n int) (err error) {
	x := c
	defer func() {
		if x == 5 {
			err = errBusy
			seen(_, x)
		}
		seen(_, x)
	}()
	x = d
	if n > 1 {
		n++
	}
	if n > 2 {
		return nil
	}
	for range n {
		if n == 1 {
			break
		}
	}
	return nil
}

func lateOf(c, d codes.ResponseCode, n int) (err error) {
	x := c
	r := &reply{c}
	defer func() {
		if x == 5 {
			err = errBusy
		}
		if r.Code == 7 {
			err = d
		}
	}()
	if n == 3 {
		r = &reply{d}
	}
	x = d
	if n > 1 {
		n++
	}
	switch n {
	case 0:
		return nil
	case 1:
		panic("no")
	}
	return nil
}

func lateWith(c, d codes.ResponseCode, n int) (code codes.ResponseCode, err error) {
	x := c
	defer func(y codes.ResponseCode) {
		if y == 5 {
			code = x
		}
	}(x)
	x = d
	if n > 1 {
		return x, nil
	}
	return c, nil
}

func lateTwo(c, d codes.ResponseCode, n int) (code codes.ResponseCode) {
	x := c
	defer func() { code = x }()
	defer func() {
		if n > 1 {
			x = 7
		}
	}()
	x = d
	if n > 2 {
		return 3
	}
	return 4
}

func lateLoop(c, d codes.ResponseCode, n int) (code codes.ResponseCode) {
	for i := range n {
		x := c
		if i == 1 {
			x = d
		}
		defer func() {
			if x == 5 {
				code = x
			}
		}()
		x = 11
	}
	return c
}

func Lates(c, d codes.ResponseCode, n int) {
	if lateOf(c, d, n) == errBusy {
		seen(_, c)
		seen(_, d)
	} else {
		seen(_, c)
		seen(_, d)
	}
	x, _ := lateWith(c, d, n)
	seen(_, x)
	if x == 5 {
		seen(_, c)
		seen(_, d)
	}
	y := lateTwo(c, d, n)
	seen(_, y)
	if y == 5 {
		seen(_, d)
		seen(_, c)
	}
	z := lateLoop(c, d, n)
	seen(_, z)
	if z == 5 {
		seen(_, c)
		seen(_, d)
	}
}

func Backs(c, d codes.ResponseCode, n int) {
	var fs []func()
	i := 0
	x := c
loop:
	if x == 5 {
		fs = append(fs, func() { seen(_, x) })
	}
	if i < n {
		i++
		x = d
		goto loop
	}
	for _, f := range fs {
		f()
	}
	y := c
	func() {
		for j := range 2 {
			if y == 5 {
				fs = append(fs, func() { seen(_, y) })
			}
			if j == 0 {
				y = d
			}
		}
	}()
	for _, f := range fs {
		f()
	}
	z := c
	step := func() {
		if z == 5 {
			fs = append(fs, func() { seen(_, z) })
		}
	}
	step()
	z = d
	step()
	for _, f := range fs {
		f()
	}
	var w codes.ResponseCode
	each := func(v codes.ResponseCode) {
		w = v
		if w == 5 {
			fs = append(fs, func() { seen(_, w) })
		}
	}
	each(c)
	each(d)
	for _, f := range fs {
		f()
	}
	each2 := func(v codes.ResponseCode) {
		u := v
		if u == 5 {
			fs = append(fs, func() { seen(_, u); seen(_, v) })
		}
		u = 6
	}
	each2(c)
	each2(d)
	for _, f := range fs {
		f()
	}
}

func Nested(c, d codes.ResponseCode, n int) {
	x := c
	outer := func() func() {
		if x == 5 {
			return func() { seen(_, x) }
		}
		return func() {}
	}
	f := outer()
	x = d
	f()
	y := c
	if y == 5 {
		func() {
			g := func() { seen(_, y) }
			y = d
			g()
		}()
	}
	z := c
	var run []func()
	if z == 5 {
		run = append(run, func() {
			run = append(run, func() { seen(_, z) })
		})
		run[0]()
		z = d
		run[1]()
	}
	p := &reply{c}
	if p.Code == 5 {
		h := func() { seen(_, p.Code) }
		p = &reply{d}
		h()
	}
	v := reply{c}
	if v.Code == 5 {
		h := func() { seen(_, v.Code) }
		v = reply{d}
		h()
	}
	a := [2]codes.ResponseCode{c, 3}
	if a[0] == 5 {
		h := func() { seen(_, a[0]) }
		a[0] = d
		h()
	}
	b := a
	if b[0] == 5 {
		h := func() { seen(_, b[0]) }
		b = [2]codes.ResponseCode{d, d}
		h()
	}
}

func results(c, d codes.ResponseCode) (code codes.ResponseCode, f func()) {
	code = c
	if code == 5 {
		f = func() { seen(_, code) }
		return d, f
	}
	return c, func() {}
}

func resultsToo(c, d codes.ResponseCode) (code codes.ResponseCode, f func()) {
	if code = c; code == 5 {
		return d, func() { seen(_, code) }
	}
	return c, func() {}
}

func Results(c, d codes.ResponseCode) {
	_, f := results(c, d)
	f()
	_, f = resultsToo(c, d)
	f()
}
