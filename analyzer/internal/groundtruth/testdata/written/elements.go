// Elements, pointers to them, and copies of arrays.
package written

type slot struct{ Code codes.ResponseCode }

type legacy struct{ Code codes.ResponseCode }

type grid struct {
	cells [2][2]codes.ResponseCode
	slots [2]slot
}

func (g grid) with(c codes.ResponseCode) grid { g.cells[0][0] = c; g.slots[0].Code = c; return g }
func (g *grid) at(i int) *codes.ResponseCode  { return &g.cells[i][i] }

func elementOf(all *[2]codes.ResponseCode, i int) *codes.ResponseCode { return &all[i] }
func firstOf(all []codes.ResponseCode) *codes.ResponseCode            { return &all[0] }

func reset(code *codes.ResponseCode) { *code = 0 }

// Elements are changed by pointers to them.
func Elements(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	all := [2]codes.ResponseCode{c, d}
	p := elementOf(&all, 0)
	*p = 5
	seen(_, all[0])
	all[0] = c
	q := p
	*q = 7
	seen(_, all[0])
	seen(_, *p)
	ps := []*codes.ResponseCode{&all[0], &all[1]}
	all[0] = c
	*ps[0] = 11
	seen(_, all[0])
	list := []codes.ResponseCode{c, d}
	r := &list[0]
	*r = 12
	seen(_, list[0])
	list[0] = c
	s := firstOf(list)
	*s = 13
	seen(_, list[0])
	list[0] = c
	for i := range list {
		reset(&list[i])
	}
	seen(_, list[0])
	list[0] = c
	for _, x := range []*codes.ResponseCode{&list[0]} {
		*x = 14
	}
	seen(_, list[0])
	var g grid
	g.cells[0][0] = c
	*g.at(0) = 15
	seen(_, g.cells[0][0])
	h := g
	h.cells[0][0] = 16
	seen(_, g.cells[0][0])
	k := g.with(d)
	seen(_, g.cells[0][0])
	seen(_, g.slots[0].Code)
	seen(_, k.cells[0][0])
	x := &g.slots[0]
	y := x
	y.Code = 17
	seen(_, g.slots[0].Code)
	row := g.cells[0]
	row[0] = 20
	seen(_, g.cells[0][0])
	pr := &g.cells[0]
	pr2 := pr
	pr2[0] = 21
	seen(_, g.cells[0][0])
	view := g.cells[0][:]
	view[0] = 22
	seen(_, g.cells[0][0])
	full := view[:1:1]
	full = append(full, 23)
	full[0] = 24
	seen(_, g.cells[0][0])
	seen(_, g.cells[0][1])
	share := view[:1]
	share = append(share, 25)
	seen(_, g.cells[0][1])
	array := [2]codes.ResponseCode(view)
	array[0] = 26
	seen(_, g.cells[0][0])
	pa := (*[2]codes.ResponseCode)(view)
	pa[0] = 27
	seen(_, g.cells[0][0])
	m := map[string][2]codes.ResponseCode{"a": {c, d}}
	copied := m["a"]
	copied[0] = 28
	seen(_, m["a"][0])
	pm := map[string]*[2]codes.ResponseCode{"a": &all}
	all[0] = c
	pm["a"][0] = 29
	seen(_, all[0])
	clear(list)
	seen(_, list[0])
	copy(all[:], []codes.ResponseCode{d, 5})
	seen(_, all[0])
	for i := range all {
		all[i] = 11
		if i == 1 {
			seen(_, all[0])
		}
	}
}

// Copied copies arrays whose elements are selected by a variable.
func Copied(c, d codes.ResponseCode, n int, b bool) {
	if c > 4 || d > 4 {
		return
	}
	var from, over, to [2]codes.ResponseCode
	from[0], from[1] = c, d
	i := 0
	from[i] = 5
	over = from
	i = 1
	to = over
	seen(_, to[i])
	if to[i] == 5 {
		seen(_, d)
	}
	from[i] = 7
	over = from
	for i = range 2 {
		to = over
		seen(_, to[i])
	}
	type box struct{ codes [2]codes.ResponseCode }
	var x, y, z box
	j := 0
	x.codes[j] = 11
	y = x
	j = 1
	z = y
	seen(_, z.codes[j])
	pi := &j
	z.codes[j] = 12
	*pi = 0
	seen(_, z.codes[j])
	seen(_, z.codes[1])
}

// Converted are pointers to another type of the same shape.
func Converted(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	s := slot{c}
	l := (*legacy)(&s)
	l.Code = 5
	seen(_, s.Code)
	p := &slot{c}
	q := (*legacy)(p)
	q.Code = 7
	seen(_, p.Code)
	o := (*struct{ Code codes.ResponseCode })(p)
	p.Code = c
	o.Code = 11
	seen(_, p.Code)
	v := legacy(*p)
	v.Code = 12
	seen(_, p.Code)
	seen(_, v.Code)
	w := slot(v)
	seen(_, w.Code)
	*q = legacy{13}
	seen(_, p.Code)
	touch := func(l *legacy) { l.Code = 14 }
	touch((*legacy)(p))
	seen(_, p.Code)
	code := c
	n := (*int)(&code)
	*n = 15
	seen(_, code)
	numbers := [1]codes.ResponseCode{c}
	list := numbers[:]
	list[0] = 16
	seen(_, numbers[0])
	type alias = slot
	t := (*alias)(p)
	t.Code = 17
	seen(_, p.Code)
}

func fillNameless(p *struct{ Code codes.ResponseCode }) { p.Code = 5 }

type nested struct {
	inner struct{ Code codes.ResponseCode }
	list  []struct{ Code codes.ResponseCode }
}

// Nameless are structs whose types have no names.
func Nameless(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	s := struct{ Code codes.ResponseCode }{c}
	fillNameless(&s)
	seen(_, s.Code)
	p := &struct{ Code codes.ResponseCode }{c}
	var q *struct{ Code codes.ResponseCode } = p
	q.Code = 7
	seen(_, p.Code)
	var n nested
	n.inner.Code = c
	fillNameless(&n.inner)
	seen(_, n.inner.Code)
	n.list = append(n.list, s)
	n.list[0].Code = c
	for i := range n.list {
		fillNameless(&n.list[i])
	}
	seen(_, n.list[0].Code)
	m := &n
	m.inner.Code = c
	r := &m.inner
	fillNameless(r)
	seen(_, m.inner.Code)
	fill := func(p *struct{ Code codes.ResponseCode }) { *p = struct{ Code codes.ResponseCode }{11} }
	m.inner.Code = c
	fill(r)
	seen(_, n.inner.Code)
	slots := []*slot{{c}}
	fillNameless((*struct{ Code codes.ResponseCode })(slots[0]))
	seen(_, slots[0].Code)
}

// Keyed are elements by keys of several types.
func Keyed(c codes.ResponseCode) {
	all := map[any]codes.ResponseCode{}
	all[1] = 5
	all[int64(1)] = c
	seen(_, all[1])
	all[1.0] = 7
	seen(_, all[1])
	all['a'] = 6
	all[97] = 12
	seen(_, all['a'])
	seen(_, all[97])
	all["1"] = c
	seen(_, all[97])
}
