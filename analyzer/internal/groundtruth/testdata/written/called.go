// Literals that have a name, or are called where they stand, and get codes.
package written

type reply struct{ Code, Other codes.ResponseCode }

func ExactlyNarrowed(c codes.ResponseCode) {
	show := func(c codes.ResponseCode) { seen(_, c) }
	if c == 5 || c == 88 {
		show(c)
	}
}

func ExactlyReply(c codes.ResponseCode) {
	r := reply{Code: c}
	fail := func(r reply) { seen(_, r.Code) }
	failed := r.Code != 0
	if failed {
		fail(r)
	}
}

func ExactlyTwice(c codes.ResponseCode) {
	show := func(c codes.ResponseCode) { seen(_, c) }
	if c == 5 {
		show(c)
	}
	if c == 6 {
		show(7)
	}
}

func InALoop(c codes.ResponseCode) {
	show := func(i int, c codes.ResponseCode) { seen(_, c) }
	for i := range 3 {
		if i == 1 && c != 5 {
			c = 88
		}
		show(i, c)
	}
}

func ByAddress(c codes.ResponseCode) {
	raise := func(p *codes.ResponseCode) {
		seen(_, *p)
		*p = 88
	}
	if c == 5 {
		raise(&c)
		seen(_, c)
		raise(&c)
	}
}

func Recursive(c codes.ResponseCode) {
	var down func(n int, c codes.ResponseCode)
	down = func(n int, c codes.ResponseCode) {
		seen(_, c)
		if n > 0 {
			down(n-1, 6)
		}
	}
	if c == 5 {
		down(2, c)
	}
}

func Deferred(c codes.ResponseCode) {
	defer func(c codes.ResponseCode) { seen(_, c) }(c)
	if c == 5 {
		c = 6
	}
	defer func(p *codes.ResponseCode) { seen(_, *p) }(&c)
	c = 7
}

func InPlace(c codes.ResponseCode) {
	if c != 0 {
		func(c codes.ResponseCode, r reply) {
			seen(_, c)
			seen(_, r.Code)
			seen(_, r.Other)
		}(c, reply{Code: 5})
	}
}

func Launched(c codes.ResponseCode) {
	done := make(chan bool)
	if c == 0 {
		return
	}
	got := codes.ResponseCode(5)
	go func(c codes.ResponseCode) {
		got = c
		close(done)
	}(c)
	c = 0
	<-done
	seen(_, got)
}

func Kept(c codes.ResponseCode) {
	show := func(c codes.ResponseCode) { seen(_, c) }
	again := show
	if c == 5 {
		show(c)
	}
	again(c)
}

func Handed(c codes.ResponseCode) {
	show := func(c codes.ResponseCode) { seen(_, c) }
	each := func(f func(codes.ResponseCode)) { f(c) }
	if c == 5 {
		show(c)
	}
	each(show)
}

func ExactlyFromWithin(c codes.ResponseCode) {
	show := func(c codes.ResponseCode) { seen(_, c) }
	outer := func(c codes.ResponseCode) {
		if c != 88 {
			show(c)
		}
	}
	if c == 5 || c == 88 || c == 6 {
		outer(c)
	}
}

func Rest(c codes.ResponseCode) {
	all := func(cs ...codes.ResponseCode) {
		for _, c := range cs {
			seen(_, c)
		}
	}
	if c == 5 {
		all(c, 6)
	}
	all([]codes.ResponseCode{c}...)
}

func Method(c codes.ResponseCode) {
	show := func(c codes.ResponseCode) { seen(_, c) }
	var as any = show
	if c == 5 {
		show(c)
	}
	as.(func(codes.ResponseCode))(c)
}

func Panics(c codes.ResponseCode) {
	fail := func(c codes.ResponseCode) {
		seen(_, c)
		panic(c)
	}
	defer func() {
		if c, ok := recover().(codes.ResponseCode); ok {
			seen(_, c)
		}
	}()
	if c != 0 {
		fail(c)
	}
}
