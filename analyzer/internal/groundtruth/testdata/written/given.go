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
