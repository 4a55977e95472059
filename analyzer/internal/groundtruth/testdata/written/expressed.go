// Methods that are called as functions, and promoted ones.
package written

type reply struct{ Code codes.ResponseCode }

func (r reply) is(c codes.ResponseCode) bool  { return r.Code == c }
func (r *reply) busy() bool                   { return r.Code == 5 || r.Code == 88 }
func (r reply) noted(c codes.ResponseCode)    { seen(_, c); seen(_, r.Code) }
func (r *reply) pointed(c codes.ResponseCode) { seen(_, c); seen(_, r.Code) }
func (r *reply) set(c codes.ResponseCode)     { r.Code = c }
func (r reply) larger(o reply) bool           { return r.Code == 5 && o.Code == 11 }
func (r reply) err(c codes.ResponseCode) error {
	if c == 5 {
		return c
	}
	return nil
}

type code codes.ResponseCode

func (c code) is(d codes.ResponseCode) bool { return c == 5 && d == 11 }
func (c *code) next()                       { *c = 7 }

type outer struct {
	reply
	*inner
}
type inner struct{ deep }
type deep struct{ Inner codes.ResponseCode }

func (d *deep) put(c codes.ResponseCode)       { d.Inner = c }
func (d deep) holds(c codes.ResponseCode) bool { return d.Inner == c && c == 5 }

type asker interface {
	is(codes.ResponseCode) bool
	busy() bool
}

type setter interface {
	asker
	set(codes.ResponseCode)
}

type generic[T ~int] struct{ value T }

func (g generic[T]) is(t T) bool                   { return g.value == 5 && t == 11 }
func (g *generic[T]) put(t T)                      { g.value = t }
func with[T ~int, P interface{ put(T) }](p P, t T) { p.put(t) }

// Expressed calls methods by their type.
func Expressed(c, d codes.ResponseCode, b bool) {
	r := reply{c}
	if reply.is(r, 5) {
		seen(_, c)
	}
	if (*reply).is(&r, d) {
		seen(_, c)
		seen(_, d)
	}
	if (*reply).busy(&r) {
		seen(_, c)
	}
	if reply.larger(r, reply{d}) {
		seen(_, c)
		seen(_, d)
	}
	if err := reply.err(r, d); err != nil {
		seen(_, c)
		seen(_, d)
	}
	if c == 5 && d == 11 {
		reply.noted(r, d)
		(*reply).pointed(&r, d)
	}
}

// Promoted sets what others have in them.
func Promoted(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	r := reply{c}
	(*reply).set(&r, 10)
	seen(_, r.Code)
	f := (*reply).set
	f(&r, 11)
	seen(_, r.Code)
	x := code(c)
	if code.is(x, d) {
		seen(_, c)
		seen(_, d)
	}
	(*code).next(&x)
	seen(_, codes.ResponseCode(x))
	x.next()
	if x == 7 {
		seen(_, c)
	}
	o := outer{reply: r, inner: &inner{}}
	o.put(c)
	seen(_, o.Inner)
	p := o
	p.put(12)
	seen(_, o.Inner)
	p.set(13)
	seen(_, o.Code)
	seen(_, p.Code)
	if o.holds(d) {
		seen(_, d)
	}
	if outer.holds(o, c) {
		seen(_, c)
	}
	outer.put(o, 14)
	seen(_, o.Inner)
	(*outer).set(&o, 15)
	seen(_, o.Code)
	var s setter = &o.reply
	s.set(16)
	seen(_, o.Code)
	setter.set(s, 17)
	seen(_, o.Code)
	var a asker = s
	if a.is(17) {
		seen(_, o.Code)
	}
	if asker.is(a, c) {
		seen(_, c)
	}
	g := generic[codes.ResponseCode]{c}
	if g.is(d) {
		seen(_, c)
		seen(_, d)
	}
	if generic[codes.ResponseCode].is(g, d) {
		seen(_, c)
		seen(_, d)
	}
	(*generic[codes.ResponseCode]).put(&g, 11)
	seen(_, g.value)
	with(&g, d)
	seen(_, g.value)
	with(&g, 12)
	seen(_, g.value)
	bound := r.is
	r.Code = 20
	if bound(20) {
		seen(_, r.Code)
		seen(_, d)
	}
	pb := (&r).busy
	r.Code = 5
	if pb() {
		seen(_, r.Code)
		seen(_, c)
	}
}

func (r reply) beside(o reply) { seen(_, r.Code); seen(_, o.Code) }
func (r *reply) fill(into any, from *reply) {
	if to, ok := into.(*reply); ok {
		to.Code = from.Code
	}
}

// Beside calls methods by their type only.
func Beside(c, d codes.ResponseCode, b bool) {
	five := reply{5}
	reply.beside(five, reply{c})
	if c > 4 {
		return
	}
	r, s := reply{c}, reply{12}
	(*reply).fill(&s, &r, &s)
	seen(_, r.Code)
	seen(_, s.Code)
}
