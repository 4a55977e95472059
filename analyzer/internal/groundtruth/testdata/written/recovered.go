// Who recovers, and what is so then.
package written

func quietly()          { _ = recover() }
func (g *guard) catch() { g.caught = recover() != nil }
func (g guard) also()   { _ = recover() }
func notDirectly()      { quietly() }
func must(c codes.ResponseCode) {
	if c == 5 {
		panic("busy")
	}
}

type guard struct{ caught bool }

type catcher interface{ catch() }

var catchAll = func() { _ = recover() }

var catchers = map[string]func(){"all": quietly}

func byVariable(c codes.ResponseCode) {
	h := func() { _ = recover() }
	defer h()
	must(c)
}

func byPackageVariable(c codes.ResponseCode) {
	defer catchAll()
	must(c)
}

func byTable(c codes.ResponseCode) {
	defer catchers["all"]()
	must(c)
}

func byMethod(c codes.ResponseCode) {
	g := new(guard)
	defer g.catch()
	must(c)
}

func byMethodValue(c codes.ResponseCode) {
	g := guard{}
	f := g.also
	defer f()
	must(c)
}

func byInterface(c codes.ResponseCode) {
	var g catcher = &guard{}
	defer g.catch()
	must(c)
}

func byParameter(c codes.ResponseCode, f func()) {
	defer f()
	must(c)
}

func byAnother(c codes.ResponseCode) {
	defer gateway.Quietly()
	must(c)
}

func byAnothersClosure(c codes.ResponseCode) {
	defer gateway.Catcher()()
	must(c)
}

func byBuiltin(c codes.ResponseCode) {
	defer recover()
	must(c)
}

func inRange(c codes.ResponseCode) {
	for range slices.Values([]int{1}) {
		defer func() { _ = recover() }()
	}
	must(c)
}

func byNested(c codes.ResponseCode) (code codes.ResponseCode) {
	code = c
	defer func() {
		func() {
			defer func() { _ = recover() }()
			must(11)
		}()
		if c == 7 {
			code = 12
		}
	}()
	return code
}

func generic[T any](c codes.ResponseCode, f func(T)) {
	var none T
	defer f(none)
	must(c)
}

func results(c codes.ResponseCode) (code codes.ResponseCode, err error) {
	h := func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%v", p)
		}
	}
	defer h()
	code = 3
	must(c)
	return c, nil
}

func value(c codes.ResponseCode) codes.ResponseCode {
	defer catchAll()
	must(c)
	return c
}

// Recovered goes on.
func Recovered(c codes.ResponseCode, b bool) {
	func(c codes.ResponseCode) {
		byVariable(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byPackageVariable(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byTable(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byMethod(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byMethodValue(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byInterface(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byParameter(c, quietly)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byAnother(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		byAnothersClosure(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		inRange(c)
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		seen(_, byNested(c))
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		generic(c, func(int) { _ = recover() })
		seen(_, c)
	}(c)
	func(c codes.ResponseCode) {
		code, err := results(c)
		seen(_, code)
		if err != nil {
			seen(_, c)
			seen(_, code)
		} else {
			seen(_, c)
		}
	}(c)
	func(c codes.ResponseCode) {
		code := value(c)
		seen(_, code)
		if code == 0 {
			seen(_, c)
		}
		if code == 5 {
			seen(_, c)
		}
	}(c)
	func(c codes.ResponseCode) {
		defer quietly()
		defer func() { seen(_, c) }()
		defer notDirectly()
		byBuiltin(c)
		seen(_, c)
	}(c)
	x := c
	func(c codes.ResponseCode) {
		defer catchAll()
		x = 11
		must(c)
		x = 12
	}(c)
	seen(_, x)
	if x == 11 {
		seen(_, c)
	}
	done := false
	func(c codes.ResponseCode) {
		f := quietly
		defer f()
		must(c)
		done = true
	}(c)
	if !done {
		seen(_, c)
	} else {
		seen(_, c)
	}
}
