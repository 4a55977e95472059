// Helpers that run later than they are called, and things that lead to others of their kind.
package written

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func (r *reply) report()    { seen(_, r.ResponseCode) }
func (r reply) reportCopy() { seen(_, r.ResponseCode) }
func viaPtr(r *reply)       { seen(_, r.ResponseCode) }
func viaCopy(r reply)       { seen(_, r.ResponseCode) }
func viaList(r []reply)     { seen(_, r[0].ResponseCode) }
func viaArray(r [1]reply)   { seen(_, r[0].ResponseCode) }
func viaGoPtr(r *reply, done chan bool) {
	<-done
	seen(_, r.ResponseCode)
	done <- true
}

func Launched(c codes.ResponseCode, b bool) {
	r := &reply{c}
	if c == 5 || c == 11 {
		defer r.report()
		defer r.reportCopy()
		defer viaPtr(r)
		defer viaCopy(*r)
		defer viaList([]reply{*r})
		list := []reply{*r}
		defer viaList(list)
		list[0].ResponseCode = 7
		array := [1]reply{*r}
		defer viaArray(array)
		array[0].ResponseCode = 7
		done := make(chan bool)
		go viaGoPtr(r, done)
		r.ResponseCode = 88
		done <- true
		<-done
	}
	seen(_, r.ResponseCode)
}

type node struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
	next, prev   *node
	kids         []*node
	byName       map[string]*node
}

func Linked(c codes.ResponseCode, n int, b bool) {
	var head *node
	for i := range n + 1 {
		head = &node{ResponseCode: c, next: head}
		if i == 1 {
			head.ResponseCode = 5
		}
	}
	for p := head; p != nil; p = p.next {
		seen(_, p.ResponseCode)
		if p.ResponseCode == 5 {
			p.ResponseCode = 3
			seen(_, p.ResponseCode)
		}
		if p.next != nil {
			p.next.prev = p
		}
	}
	p, q := head, head
	for q != nil && q.next != nil {
		p, q = p.next, q.next.next
		seen(_, p.ResponseCode)
		p.ResponseCode = 11
	}
	var rev *node
	for x := head; x != nil; {
		next := x.next
		x.next = rev
		rev = x
		x = next
	}
	for x := rev; x != nil; x, rev = x.next, x.prev {
		if x.ResponseCode == 11 {
			seen(_, x.ResponseCode)
			continue
		}
		seen(_, x.ResponseCode)
	}
	root := &node{ResponseCode: c, kids: []*node{{ResponseCode: 5}}, byName: map[string]*node{"a": {ResponseCode: 7}}}
	for x := root; x != nil; {
		seen(_, x.ResponseCode)
		if len(x.kids) == 0 {
			break
		}
		x = x.kids[0]
		x.ResponseCode = 21
	}
	for x := root; x != nil; x = x.byName["a"] {
		seen(_, x.ResponseCode)
		x.ResponseCode = 22
	}
	seen(_, root.ResponseCode)
}

type any2 struct {
	in *any2
	v  reply
}

func wrapped(a *any2, c codes.ResponseCode) *any2 { return &any2{in: a, v: reply{c}} }
func (a *any2) last() *any2 {
	if a.in == nil {
		return a
	}
	return a.in.last()
}

func Nested(c codes.ResponseCode, n int, b bool) {
	a := &any2{v: reply{c}}
	for i := range n {
		a = wrapped(a, codes.ResponseCode(i))
		if a.in.v.ResponseCode == 5 {
			seen(_, a.in.v.ResponseCode)
		}
		seen(_, a.v.ResponseCode)
	}
	for a.in != nil {
		*a = *a.in
		seen(_, a.v.ResponseCode)
	}
	seen(_, a.last().v.ResponseCode)
	swap := func(x, y *any2) { x.in, y.in = y.in, x.in }
	swap(a, a.last())
}

// A tangle is a reply among others.
type tangle struct {
	Code codes.ResponseCode `json:"responseCode"`
	L, R *tangle
	K    []*tangle
	M    map[string]*tangle
	I    *knot
	E    error
}

// A knot is a tangle, and leads to others.
type knot struct {
	tangle
	Up    *tangle
	O     *knot
	codes [3]codes.ResponseCode
}

// follow is one of the two that follow.
func follow(t *tangle) *tangle {
	if t.Code == 5 {
		return t.L
	}
	return t.R
}

// tie puts a tangle before another.
func tie(t *tangle, c codes.ResponseCode) *tangle { return &tangle{Code: c, L: t, I: &knot{Up: t}} }

// walk was written by chance, and has so many ways that the engine must not follow them all. Nobody runs it.
func walk(a, b, c *tangle, u, v *knot) {
	for c != nil && a.L.Code != 0 {
		c.K[0] = c
		if c.I.O.Up.Code == 0 {
			v.codes[1] = c.R.Code
			c = &u.O.tangle
			a.K[0] = b.L.L
			c.R.I.Up.Code = 5
		}
		for c != nil && b.M["x"].Code != 0 {
			a = a.I.O.Up.R
			b = follow(a.I.O.Up.M["x"])
			a = follow(b.I.O.Up.M["x"])
			b.M["x"] = follow(c.M["x"])
		}
		if c.Code == 0 {
			a = b.K[0].I.Up
			if a.I.O.Up.Code == 0 {
				*b = *tie(c.I.Up, c.L.Code)
				u = v
				for a != nil && c.L.Code != 0 {
					*c = *a
					v = u
					b = &u.tangle
				}
			}
		}
	}
	for b != nil && b.R.Code != 0 {
		v = u.Up.I
		if c.I.Up.Code == 0 {
			b = follow(b)
			b.L = tie(a, a.K[0].Code)
			a = b.K[0]
			for b != nil && b.Code != 0 {
				b = b.L
				c = tie(b.L.I.Up, a.I.O.Up.Code)
				c.K[0].M["x"].Code = 11
				c, a = follow(c.L), b
			}
		}
		*c = *tie(c.M["x"], a.I.Up.K[0].Code)
		a = b.L
	}
	c.Code = 0
	if b.Code == 0 {
		a = c.I.O.Up
		b = a.I.Up
		b = c
		u = u
	}
	*c = *b
	*c = *follow(c)
	b = c.M["x"]
	for b != nil && c.I.O.Up.M["x"].Code != 0 {
		v = u.O
		b.M["x"] = follow(a.L)
	}
	a = tie(c.R, b.M["x"].Code)
	*a = *b.R
	u = u
	b.K[0].K[0].Code = 11
	*b = *b
}
