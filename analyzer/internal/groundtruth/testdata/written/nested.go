// Literals in literals, of variables that are set again.
package written

func CapturedInside(c, d codes.ResponseCode) {
	var fs []func()
	var v codes.ResponseCode
	for i := range 2 {
		if i == 0 {
			v = c
		} else {
			v = d
		}
		func() {
			if v == 5 {
				fs = append(fs, func() { seen(_, v) })
			}
		}()
	}
	for _, f := range fs {
		f()
	}
}

func CapturedByGoto(c, d codes.ResponseCode) {
	var fs []func()
	var v codes.ResponseCode
	i := 0
again:
	if i == 0 {
		v = c
	} else {
		v = d
	}
	func() {
		if v == 5 {
			fs = append(fs, func() { seen(_, v) })
		}
	}()
	if i++; i < 2 {
		goto again
	}
	for _, f := range fs {
		f()
	}
}

// Captured by literals in literals, again.
func NestedPlain(c, d codes.ResponseCode) {
	var fs []func()
	v := c
	run := func() {
		if v == 5 {
			fs = append(fs, func() { seen(_, v) })
		}
	}
	run()
	v = d
	run()
	for _, f := range fs {
		f()
	}
}

func Passed(c, d codes.ResponseCode) {
	var fs []func()
	var v codes.ResponseCode
	for _, x := range []codes.ResponseCode{c, d} {
		v = x
		slices.SortFunc([]int{1, 2}, func(a, b int) int {
			if v == 5 {
				fs = append(fs, func() { seen(_, v) })
			}
			return a - b
		})
	}
	for _, f := range fs {
		f()
	}
}

func Reads(c, d codes.ResponseCode) {
	for v, i := c, 0; i < 2; v, i = d, i+1 {
		func() {
			if v == 5 {
				defer func() { seen(_, v) }()
			}
			v = 7
		}()
	}
}

type job struct{ run func() }

func Jobs(c, d codes.ResponseCode) {
	var jobs []job
	v := c
	for range 2 {
		add := func() {
			if v != 0 {
				return
			}
			jobs = append(jobs, job{func() {
				if v != 0 {
					seen(_, v)
				}
			}})
		}
		add()
		v = d
	}
	for _, j := range jobs {
		j.run()
	}
}

func InGoroutine(c, d codes.ResponseCode) {
	var v codes.ResponseCode
	var fs []func()
	for _, x := range []codes.ResponseCode{c, d} {
		v = x
		done := make(chan bool)
		go func() {
			if v == 5 {
				fs = append(fs, func() { seen(_, v) })
			}
			close(done)
		}()
		<-done
	}
	for _, f := range fs {
		f()
	}
}
