// Functions that goroutines run, or somebody else, later.
package written

// jobs run at once in a goroutine, or when they are asked for.
type jobs struct{ waiting []func() }

func (j *jobs) add(f func(), now bool) {
	if !now {
		j.waiting = append(j.waiting, f)
		return
	}
	done := make(chan bool)
	go func() {
		f()
		close(done)
	}()
	<-done
}

func (j *jobs) run() {
	for _, f := range j.waiting {
		f()
	}
}

func Waiting(c codes.ResponseCode, b bool) {
	j, code := &jobs{}, c
	j.add(func() { code = 7 }, b)
	if code == 5 || code == 7 {
		seen(_, code)
	}
	if code == 5 {
		j.run()
		seen(_, code)
	}
}

// either has two, of which a goroutine runs one.
func either(first, second func()) func() {
	go first()
	return second
}

func Either(c codes.ResponseCode, b bool) {
	code, done := c, make(chan bool)
	second := either(func() { done <- true }, func() { code = 11 })
	<-done
	if code == 5 {
		second()
		seen(_, code)
	}
}

// spawn runs f in a goroutine, and says when it has.
func spawn(f func()) chan bool {
	done := make(chan bool)
	go func() {
		f()
		close(done)
	}()
	return done
}

func ExactlySpawned(c codes.ResponseCode, b bool) {
	code := c
	if code == 5 {
		seen(_, code)
		<-spawn(func() { code = 11 })
	}
	if code == 99 {
		seen(_, code)
	}
}
