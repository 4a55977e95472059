// Addresses and variables that functions keep in other functions.
package written

type watch struct {
	Code codes.ResponseCode
	next *watch
}

type ref *watch

var (
	handlers []func()
	visited  []*watch
)

func onChange(f func())         { handlers = append(handlers, f) }
func onEach(n int, f func(int)) { handlers = append(handlers, func() { f(n) }) }
func fire() {
	for _, h := range handlers {
		h()
	}
}

func watchFor(w *watch, c codes.ResponseCode) { onChange(func() { w.Code = c }) }
func watchEach(w *watch)                      { onEach(11, func(n int) { w.Code = codes.ResponseCode(n) }) }
func watchThere(w *watch)                     { gateway.OnChange(func() { w.Code = 12 }) }
func watchCode(c *codes.ResponseCode)         { onChange(func() { *c = 13 }) }
func watchLater(w *watch) func()              { return func() { w.Code = 14 } }

func visit(w *watch, n int) {
	if n > 0 {
		walk(w, n-1)
	}
	visited = append(visited, w)
}

func walk(w *watch, n int) {
	if n >= 0 {
		visit(w, n)
	}
}

func (w *watch) finish()       { w.Code = 15 }
func finish(w *watch)          { w.Code = 16 }
func keep[T any](x T) func() T { return func() T { return x } }

func named(c codes.ResponseCode) (w watch) {
	defer w.finish()
	w.Code = c
	return w
}

func namedByPointer(c codes.ResponseCode) (w watch) {
	p := &w
	defer finish(p)
	w.Code = c
	return
}

func unnamed(c codes.ResponseCode) *watch {
	w := &watch{Code: c}
	defer finish(w)
	return w
}

func within(c codes.ResponseCode) struct{ w *watch } {
	w := &watch{Code: c}
	defer func() { w.Code = 17 }()
	return struct{ w *watch }{w}
}

func copiedOut(c codes.ResponseCode) watch {
	w := &watch{Code: c}
	defer finish(w)
	return *w
}

type lazy struct{ text func() string }

func (l lazy) String() string { return l.text() }

// Watched are changed by what was told to look after them.
func Watched(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	handlers, visited = nil, nil
	var w, x, y watch
	watchFor(&w, 10)
	w.Code = 3
	fire()
	seen(_, w.Code)
	handlers = nil
	watchEach(&x)
	x.Code = 3
	fire()
	seen(_, x.Code)
	watchThere(&y)
	y.Code = 3
	gateway.Fire()
	seen(_, y.Code)
	handlers = nil
	z := c
	watchCode(&z)
	z = 3
	fire()
	seen(_, z)
	var v watch
	later := watchLater(&v)
	v.Code = 3
	later()
	seen(_, v.Code)
	var first, second watch
	visit(&first, 1)
	walk(&second, 0)
	first.Code, second.Code = 3, 3
	for _, w := range visited {
		w.Code = 20
	}
	seen(_, first.Code)
	seen(_, second.Code)
	var u watch
	give := keep(&u)
	u.Code = 3
	give().Code = 21
	seen(_, u.Code)
	var r ref = &u
	u.Code = 3
	r.Code = 22
	seen(_, u.Code)
	seen(_, named(3).Code)
	seen(_, namedByPointer(3).Code)
	seen(_, unnamed(3).Code)
	seen(_, within(3).w.Code)
	seen(_, copiedOut(3).Code)
	t := c
	l := lazy{func() string { t = 10; return "" }}
	t = 3
	_ = fmt.Sprint(l)
	seen(_, t)
	t = 3
	_ = fmt.Errorf("%v", any(l))
	seen(_, t)
	hooks := struct{ before, after func() }{after: func() { t = 11 }}
	t = 3
	hooks.before = hooks.after
	hooks.before()
	seen(_, t)
	byName := map[string]func(){"set": func() { t = 12 }}
	t = 3
	if f, ok := byName["set"]; ok {
		f()
	}
	seen(_, t)
	ch := make(chan func(), 1)
	ch <- func() { t = 13 }
	t = 3
	(<-ch)()
	seen(_, t)
	t = 3
	func(fs ...func()) { fs[0]() }(func() { t = 14 })
	seen(_, t)
	t = 3
	gateway.OnChange(func() { t = 15 })
	t = 3
	gateway.Fire()
	seen(_, t)
}

// Rounds keeps functions of earlier rounds.
func Rounds(c, d codes.ResponseCode, n int, b bool) {
	var is func() bool
	for _, x := range []codes.ResponseCode{c, d, 5} {
		if is == nil {
			is = func() bool { return x == 5 }
		}
		if is() {
			seen(_, x)
			seen(_, c)
		} else {
			seen(_, x)
		}
	}
	var of func() codes.ResponseCode
	var err func() error
	for i := range 3 {
		y := c
		if i > 0 {
			y = d
		}
		if of == nil {
			of = func() codes.ResponseCode { return y }
			err = func() error { return y.Err() }
		}
		if of() == 7 {
			seen(_, y)
		}
		if err() == nil {
			seen(_, y)
			seen(_, c)
		}
	}
	var set func()
	for i := range 3 {
		y := codes.ResponseCode(3)
		if set == nil {
			set = func() { y = 11; seen(_, y) }
		}
		set()
		seen(_, y)
		y = codes.ResponseCode(i + 5)
	}
	i := 0
	var was func() bool
again:
	z := d
	if i == 0 {
		z = c
		was = func() bool { return z == 11 }
	}
	if was() {
		seen(_, z)
	}
	if i++; i < 2 {
		goto again
	}
	for x := c; i < 5; x, i = d, i+1 {
		check := func() bool { return x == 5 }
		if i > 3 && b {
			x = 7
		}
		if check() {
			seen(_, x)
		}
	}
	pick := func() func() codes.ResponseCode { x := c; c = d; return func() codes.ResponseCode { return x } }()
	if pick() == 5 {
		seen(_, c)
	}
}
