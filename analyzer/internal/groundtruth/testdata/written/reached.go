// Helpers that are reached in roundabout ways.
package written

type handler func(codes.ResponseCode)

func (h handler) handle(c codes.ResponseCode) { h(c) }

type sink interface{ take(codes.ResponseCode) }

type first struct{ last codes.ResponseCode }

func (f *first) take(c codes.ResponseCode) { f.last = c; seen(_, c); f.keep() }
func (f *first) keep()                     { seen(_, f.last) }
func (f first) copied()                    { seen(_, f.last) }

type second struct{ *first }

func (s second) take(c codes.ResponseCode) { seen(_, c); s.first.take(c) }

type third[T any] struct{ f func(T) }

func (t third[T]) take(x T) { t.f(x) }

type box struct {
	first
	fn func(codes.ResponseCode)
}

func converted(c codes.ResponseCode) { seen(_, c) }
func kept(c codes.ResponseCode)      { seen(_, c) }
func inStruct(c codes.ResponseCode)  { seen(_, c) }
func inMap(c codes.ResponseCode)     { seen(_, c) }
func returned(c codes.ResponseCode)  { seen(_, c) }
func onceOnly(c codes.ResponseCode)  { seen(_, c) }
func compared(a, b codes.ResponseCode) int {
	seen(_, a)
	seen(_, b)
	return int(a - b)
}
func both(c codes.ResponseCode, d codes.ResponseCode) { seen(_, c); seen(_, d) }
func pointed(c *codes.ResponseCode)                   { seen(_, *c); *c = 3 }
func listed(cs []codes.ResponseCode)                  { seen(_, cs[0]) }
func arrayed(cs [2]codes.ResponseCode)                { seen(_, cs[0]); seen(_, cs[1]) }
func mapped(m map[string]codes.ResponseCode)          { seen(_, m["a"]) }
func held(b box)                                      { seen(_, b.last); seen(_, b.first.last) }
func heldBy(b *box)                                   { seen(_, b.last) }
func sent(ch <-chan codes.ResponseCode)               { seen(_, <-ch) }
func failed(err error) {
	if c, ok := err.(codes.ResponseCode); ok {
		seen(_, c)
	}
}
func anything(v any) {
	if c, ok := v.(codes.ResponseCode); ok {
		seen(_, c)
	}
}
func optional(c *codes.ResponseCode) {
	if c == nil {
		return
	}
	seen(_, *c)
}
func named(c codes.ResponseCode) (d codes.ResponseCode) {
	defer func() { seen(_, d) }()
	d = c
	return d
}
func loops(c codes.ResponseCode, n int) {
	for range n {
		seen(_, c)
		c = 88
	}
}
func ping(c codes.ResponseCode, n int) {
	seen(_, c)
	if n > 0 {
		pong(c, n-1)
	}
}
func pong(c codes.ResponseCode, n int) {
	seen(_, c)
	if c == 5 {
		c = 7
	}
	ping(c, n)
}
func pick(b bool) func(codes.ResponseCode) {
	if b {
		return returned
	}
	return func(c codes.ResponseCode) { seen(_, c) }
}
func twoOf(c codes.ResponseCode) (codes.ResponseCode, codes.ResponseCode) { return c, 12 }
func withError(c codes.ResponseCode) (codes.ResponseCode, error)          { seen(_, c); return c, nil }

var table = map[string]func(codes.ResponseCode){"a": inMap}

// Reached hands two codes to each.
func Reached(c codes.ResponseCode, n int, b bool) {
	if c != 5 && c != 11 {
		return
	}
	handler(converted).handle(c)
	var s sink = &first{}
	if b {
		s = second{&first{}}
	}
	s.take(c)
	third[codes.ResponseCode]{kept}.take(c)
	bx := box{fn: inStruct}
	bx.fn(c)
	bx.last = c
	bx.keep()
	bx.copied()
	held(bx)
	heldBy(&bx)
	table["a"](c)
	pick(b)(c)
	once := sync.OnceFunc(func() { onceOnly(c) })
	once()
	slices.SortFunc([]codes.ResponseCode{c, 88}, compared)
	both(twoOf(c))
	if x, err := withError(c); err == nil {
		seen(_, x)
	}
	d := c
	pointed(&d)
	pointed(&bx.last)
	seen(_, d)
	seen(_, bx.last)
	listed([]codes.ResponseCode{c})
	arrayed([2]codes.ResponseCode{1: c})
	mapped(map[string]codes.ResponseCode{"a": c})
	mapped(nil)
	ch := make(chan codes.ResponseCode, 1)
	ch <- c
	sent(ch)
	failed(c)
	failed(fmt.Errorf("%w", c))
	anything(c)
	anything(int(c))
	optional(&c)
	optional(nil)
	seen(_, named(c))
	loops(c, n)
	ping(c, n)
	var self func(codes.ResponseCode, int)
	self = func(c codes.ResponseCode, n int) {
		seen(_, c)
		if n > 0 {
			self(c+0, n-1)
			self(21, n-1)
		}
	}
	self(c, n)
	for x := range func(yield func(codes.ResponseCode) bool) {
		if yield(c) {
			yield(99)
		}
	} {
		kept(x)
		func() { converted(x) }()
	}
}
