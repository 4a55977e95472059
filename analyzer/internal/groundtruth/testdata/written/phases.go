// Variables of closures that other goroutines set while somebody waits.
package written

func TwoPhases(c, d codes.ResponseCode) {
	x := codes.ResponseCode(0)
	ch, next := make(chan bool), make(chan bool)
	f := func() { x = c; ch <- true; <-next; x = d; ch <- true }
	go f()
	<-ch
	if x == 5 {
		next <- true
		<-ch
		seen(_, x)
		return
	}
	next <- true
	<-ch
	seen(_, x)
}

func Group(c, d codes.ResponseCode) {
	x := codes.ResponseCode(0)
	ch, next := make(chan bool), make(chan bool)
	f := func() { x = c; ch <- true; <-next; x = d; ch <- true }
	var wg sync.WaitGroup
	wg.Go(f)
	<-ch
	if x == 5 {
		next <- true
		<-ch
		seen(_, x)
	} else {
		next <- true
		<-ch
	}
	wg.Wait()
	seen(_, x)
}

var hook func(codes.ResponseCode)

func pump(in chan codes.ResponseCode, done chan bool) {
	for c := range in {
		hook(c)
		done <- true
	}
}

func Hooked(c, d codes.ResponseCode) {
	var got codes.ResponseCode
	hook = func(x codes.ResponseCode) { got = x }
	in, done := make(chan codes.ResponseCode), make(chan bool)
	go pump(in, done)
	in <- c
	<-done
	if got == 5 {
		in <- d
		<-done
		seen(_, got)
	}
	close(in)
}

func limiter() func(codes.ResponseCode, chan bool, chan bool) {
	var last codes.ResponseCode
	var mu sync.Mutex
	return func(c codes.ResponseCode, ch, next chan bool) {
		mu.Lock()
		if last == 0 {
			mu.Unlock()
			ch <- true
			<-next
			mu.Lock()
			if last != 0 {
				seen(_, last)
			}
			seen(_, last)
		}
		last = c
		mu.Unlock()
	}
}

func DoubleChecked(c, d codes.ResponseCode) {
	f := limiter()
	ch, next, end := make(chan bool), make(chan bool), make(chan bool)
	go func() { f(c, ch, next); end <- true }()
	<-ch
	go func() { f(d, ch, next); end <- true }()
	<-ch
	next <- true
	<-end
	next <- true
	<-end
}

func limiterMu() func(codes.ResponseCode) {
	var last codes.ResponseCode
	var mu sync.RWMutex
	return func(c codes.ResponseCode) {
		mu.RLock()
		if last != 0 {
			mu.RUnlock()
			return
		}
		mu.RUnlock()
		mu.Lock()
		defer mu.Unlock()
		if last != 0 {
			seen(_, last)
			return
		}
		last = c
	}
}

func DoubleCheckedMu(c, d codes.ResponseCode) {
	for range 30 {
		f := limiterMu()
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() { f(c) })
		}
		wg.Wait()
	}
}

func counter() (set func(codes.ResponseCode), wait func()) {
	var last codes.ResponseCode
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	set = func(c codes.ResponseCode) {
		mu.Lock()
		defer mu.Unlock()
		last = c
		cond.Broadcast()
	}
	wait = func() {
		mu.Lock()
		defer mu.Unlock()
		for last == 0 {
			cond.Wait()
		}
		seen(_, last)
	}
	return set, wait
}

func Waited(c codes.ResponseCode) {
	if c == 0 {
		return
	}
	set, wait := counter()
	done := make(chan bool)
	go func() { wait(); done <- true }()
	set(c)
	<-done
}

func waitNot() (set func(codes.ResponseCode), wait func() codes.ResponseCode) {
	var last codes.ResponseCode
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	set = func(c codes.ResponseCode) {
		mu.Lock()
		defer mu.Unlock()
		last = c
		cond.Broadcast()
	}
	wait = func() codes.ResponseCode {
		mu.Lock()
		defer mu.Unlock()
		if last == 0 {
			cond.Wait()
			if last != 0 {
				seen(_, last)
			}
		}
		return last
	}
	return set, wait
}

func WaitedOnce(c codes.ResponseCode) {
	if c == 0 {
		return
	}
	for range 50 {
		set, wait := waitNot()
		done, started := make(chan bool), make(chan bool)
		go func() { started <- true; wait(); done <- true }()
		<-started
		set(c)
		<-done
	}
}
