// Pointers into something that functions elsewhere give.
package written

func at[T any](all []T, i int) *T { return &all[i] }

// Given are pointers into something that functions elsewhere give.
func Given(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	r := &gateway.Sent{Code: c}
	p := gateway.CodeOf(r)
	*p = 5
	seen(_, r.Code)
	list := []codes.ResponseCode{c, d}
	q := gateway.First(list)
	*q = 6
	seen(_, list[0])
	list[0] = 3
	s := at(list, 0)
	*s = 7
	seen(_, list[0])
	r.All[0] = 3
	of := gateway.ElementOf
	*of(r) = 10
	seen(_, r.All[0])
	var getter interface{ At() *codes.ResponseCode } = r
	r.Code = 3
	*getter.At() = 11
	seen(_, r.Code)
	local := gateway.Sent{Code: 3}
	*local.At() = 12
	seen(_, local.Code)
	local.Code = 3
	t := local.At()
	local.Code = 3
	*t = 13
	seen(_, local.Code)
	u := gateway.CodeOf(&local)
	local.Code = 3
	*u = 14
	seen(_, local.Code)
	*gateway.Both(&local, r) = 15
	seen(_, local.Code)
	seen(_, r.Code)
}

type slot struct{ Code codes.ResponseCode }

// Pointers lead to pointers.
func Pointers(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	x, y := c, d
	p := &x
	pp := &p
	**pp = 5
	seen(_, x)
	*pp = &y
	*p = 7
	seen(_, x)
	seen(_, y)
	ppp := &pp
	***ppp = 11
	seen(_, y)
	s := &slot{c}
	ps := &s
	(*ps).Code = 12
	seen(_, s.Code)
	*ps = &slot{d}
	seen(_, s.Code)
	swap := func(a, b **slot) { *a, *b = *b, *a }
	t := &slot{13}
	swap(&s, &t)
	seen(_, s.Code)
	seen(_, t.Code)
	fields := struct{ a, b *codes.ResponseCode }{&x, &y}
	x = c
	*fields.a = 14
	seen(_, x)
	fields.a = fields.b
	*fields.a = 15
	seen(_, y)
	f := func() *codes.ResponseCode { return &x }
	x = c
	*f() = 16
	seen(_, x)
	x = c
	for _, q := range [...]*codes.ResponseCode{&x, &y} {
		*q++
	}
	seen(_, x)
	x = c
	func(q *codes.ResponseCode) { q = &y; *q = 17 }(&x)
	seen(_, x)
	seen(_, y)
	z := &x
	x = c
	if z == p || z == &x {
		*z = 20
	}
	seen(_, x)
	ch := make(chan *codes.ResponseCode, 1)
	ch <- &x
	x = c
	*<-ch = 21
	seen(_, x)
}
