// What literals that are called where they stand leave in variables around them.
package written

type reply struct {
	Code codes.ResponseCode
	err  error
}

var errBusy = errors.New("busy")

func ExactlyReplaced(c, d codes.ResponseCode) {
	x := c
	func() {
		if x == 5 {
			x = 11
		}
	}()
	seen(_, x)
	if x == 11 {
		return
	}
	func() { x = d }()
	seen(_, x)
	if x == 88 {
		seen(_, x)
	}
}

var hook = func() {}

func unhook() { hook = func() {} }

func ExactlyBefore(c codes.ResponseCode) {
	what := 0
	func() {
		hook()
		switch c {
		case 5:
			what = 1
		case 11:
			what = 2
		}
	}()
	if what == 0 {
		seen(_, c)
		return
	}
	if what == 1 {
		seen(_, c)
	}
}

func ExactlyError(c codes.ResponseCode) {
	var err error
	func() {
		if c == 5 || c == 88 {
			err = errBusy
		}
	}()
	if err != nil {
		seen(_, c)
		return
	}
	seen(_, c)
}

func ExactlyYes(c codes.ResponseCode) {
	yes := false
	n := func() int {
		yes = c == 7
		if yes {
			return 1
		}
		return 0
	}()
	if n == 1 {
		seen(_, c)
	}
	if yes {
		seen(_, c)
	}
}

func ExactlyField(c codes.ResponseCode) {
	r := reply{Code: c}
	func() {
		if r.Code == 5 {
			r.err = errBusy
		}
	}()
	if r.err == nil {
		seen(_, r.Code)
	}
}

func ExactlyDeferred(c codes.ResponseCode) {
	x := c
	func() {
		defer func() {
			if x == 5 {
				x = 7
			}
		}()
		if x == 11 {
			x = 5
			return
		}
	}()
	seen(_, x)
}

// Rounds leaves it as it was in some of them.
func Rounds(c, d codes.ResponseCode, n int) {
	var err error
	var x codes.ResponseCode
	for i := range n {
		func() {
			if x = c; i > 0 {
				x = d
			}
			if x == 5 {
				err = errBusy
			}
		}()
		if err == nil {
			seen(_, x)
		}
		seen(_, x)
	}
	if err != nil {
		seen(_, x)
	}
}

// Twice is called with something else in it.
func Twice(c, d codes.ResponseCode) {
	var err error
	x := c
	look := func() {
		if x == 5 && err == nil {
			err = errBusy
		} else if x == 5 {
			x = 88
		}
	}
	look()
	if err != nil {
		seen(_, x)
	}
	x = d
	look()
	seen(_, x)
	if err != nil {
		seen(_, x)
	}
	if err == nil {
		seen(_, x)
	}
}

// Panicking may be left by a panic, with what it has set before.
func Panicking(c codes.ResponseCode, b bool) {
	x := c
	func() {
		defer func() { _ = recover() }()
		x = 5
		if b {
			panic("odd")
		}
		x = 7
	}()
	seen(_, x)
	if x == 5 {
		seen(_, c)
	}
}

// PanickingOutside recovers around it.
func PanickingOutside(c codes.ResponseCode, b bool) {
	x := c
	defer func() {
		_ = recover()
		seen(_, x)
	}()
	func() {
		x = 5
		if b {
			panic("odd")
		}
		x = c
	}()
	seen(_, x)
}

// Named has another name for it.
func Named(c, d codes.ResponseCode) {
	x := c
	p := &x
	func() {
		if *p == 5 {
			*p = d
		}
	}()
	seen(_, x)
	seen(_, *p)
}

// Pointer leaves something else for it to point to.
func Pointer(c, d codes.ResponseCode) {
	r := &reply{Code: c}
	other := &reply{Code: d}
	func() {
		if r.Code == 5 {
			r = other
		}
	}()
	seen(_, r.Code)
	other.Code = 7
	seen(_, r.Code)
}

// Inner sets it in a literal within.
func Inner(c, d codes.ResponseCode, b bool) {
	x := c
	func() {
		set := func() {
			if x == 5 {
				x = d
			}
		}
		if b {
			set()
		}
	}()
	seen(_, x)
}

// Itself calls itself.
func Itself(c codes.ResponseCode, n int) {
	x := c
	var again func(n int)
	again = func(n int) {
		if n > 0 {
			again(n - 1)
		}
		if x == 5 {
			x = 11
		} else if x == 11 {
			x = 7
		}
	}
	again(n)
	seen(_, x)
}

// Parts sets a part alone.
func Parts(c, d codes.ResponseCode) {
	r := reply{Code: c}
	func() {
		if c == 5 {
			r = reply{Code: d, err: errBusy}
		}
		if d == 7 {
			r.err = errBusy
		}
	}()
	seen(_, r.Code)
	if r.err != nil {
		seen(_, r.Code)
		seen(_, d)
	}
	if r.err == nil {
		seen(_, r.Code)
		seen(_, d)
	}
}

// Result sets what the function returns.
func Result(c codes.ResponseCode) (err error) {
	func() {
		if c == 5 {
			err = errBusy
		}
	}()
	return
}

func Results(c codes.ResponseCode) {
	if Result(c) != nil {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

// Swapped takes one for the other.
func Swapped(c, d codes.ResponseCode) {
	x, y := c, d
	func() { x, y = y, x }()
	if x == 5 {
		seen(_, y)
		seen(_, d)
	}
	func() { x = y; y = 11 }()
	seen(_, x)
	if x == 7 {
		seen(_, c)
	}
}

// Jumped leaves it on several ways.
func Jumped(c codes.ResponseCode, n int) {
	x, ok := c, false
again:
	ok = func() bool {
		switch {
		case x == 5:
			x = 11
			return false
		case x == 11 && n > 0:
			n = 0
			x = 88
			return false
		}
		return true
	}()
	seen(_, x)
	if !ok {
		goto again
	}
	seen(_, x)
}
