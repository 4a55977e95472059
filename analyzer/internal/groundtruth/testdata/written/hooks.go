// Literals that somebody else calls: they are kept in what is handed over.
package written

type watcher struct {
	last codes.ResponseCode
	hook *gateway.Hooks
}

func (w *watcher) watch() *gateway.Hooks {
	w.hook = &gateway.Hooks{After: func(code int) bool {
		w.last = codes.ResponseCode(code)
		return false
	}}
	return w.hook
}

type keeper struct{ last codes.ResponseCode }

func (k *keeper) Handle(code int) { k.last = codes.ResponseCode(code) }

var kept = &keeper{last: 5}

type forwards struct{}

func (forwards) Handle(code int) { kept.last = codes.ResponseCode(code) }

// Hooked is told of a code by hooks that it has made before.
func Hooked(c, d codes.ResponseCode, b bool) {
	last, sent := c, d
	hooks := &gateway.Hooks{
		Before: func() { sent = 12 },
		After:  func(code int) bool { last = codes.ResponseCode(code); return code == 5 },
	}
	seen(_, last)
	seen(_, sent)
	if last == 7 && sent == 11 {
		ok := gateway.Send(hooks, int(d))
		seen(_, last)
		seen(_, sent)
		if ok {
			seen(_, last)
		}
	}
	if last != 5 {
		hooks.After = nil
		gateway.Send(hooks, int(c))
		seen(_, last)
		seen(_, sent)
	}
}

// Handled is told by handlers of an interface's type.
func Handled(c, d codes.ResponseCode, b bool) {
	last, other := c, c
	var h gateway.Handler = gateway.HandlerFunc(func(code int) { last = codes.ResponseCode(code) })
	all := map[string]gateway.Handler{"last": h, "other": gateway.HandlerFunc(func(code int) { other = 13 })}
	if last == 5 {
		gateway.Serve(h, int(d))
		seen(_, last)
		seen(_, other)
	}
	if other == 7 {
		gateway.ServeAll(all, 11)
		seen(_, last)
		seen(_, other)
	}
	if b {
		delete(all, "other")
	}
	gateway.ServeAll(all, int(c))
	seen(_, last)
	seen(_, other)
}

// Watched keeps what it is told in what a method's hooks lead to.
func Watched(c, d codes.ResponseCode, b bool) {
	w := &watcher{last: c}
	hooks := w.watch()
	if w.last == 11 {
		gateway.Send(hooks, int(d))
		seen(_, w.last)
	}
	if w.last == 5 {
		gateway.Send(w.hook, 88)
		seen(_, w.last)
	}
}

type capture struct{ code codes.ResponseCode }

func (w *capture) Write(p []byte) (int, error) {
	n, _ := strconv.Atoi(string(p))
	w.code = codes.ResponseCode(n)
	return len(p), nil
}

func show(w *capture, c codes.ResponseCode) { fmt.Fprint(w, int(c)) }

// Captured writes into what keeps the last code.
func Captured(c, d codes.ResponseCode, b bool) {
	w := &capture{code: c}
	if w.code == 5 {
		fmt.Fprintf(w, "%d", int(d))
		seen(_, w.code)
	}
	if w.code == 11 {
		show(w, d)
		seen(_, w.code)
	}
}

// Kept hands over what has a method that stores in what others lead to.
func Kept(c, d codes.ResponseCode, b bool) {
	k := &keeper{last: c}
	var h gateway.Handler = k
	if k.last == 5 {
		gateway.Serve(h, int(d))
		seen(_, k.last)
	}
	if k.last == 11 {
		gateway.ServeAll(map[string]gateway.Handler{"": h}, 7)
		seen(_, k.last)
	}
	kept.last = c
	if kept.last == 5 {
		gateway.Serve(forwards{}, int(d))
		seen(_, kept.last)
	}
	if kept.last == 11 {
		gateway.ServeAll(nil, 11)
		seen(_, kept.last)
	}
}
