// What literals that are called where they stand leave in variables that goroutines set, too.
package written

// Beside has a goroutine set it, too.
func Beside(c, d codes.ResponseCode) {
	x := c
	step, done := make(chan bool), make(chan bool)
	go func() {
		<-step
		x = d
		step <- true
		<-done
	}()
	func() {
		if x == 5 {
			x = 7
		}
		step <- true
		<-step
		seen(_, x)
	}()
	seen(_, x)
	done <- true
}

// Locked has a goroutine set it that is launched by a name.
func Locked(c, d codes.ResponseCode) {
	x := c
	var mu sync.Mutex
	done := make(chan bool)
	set := func() {
		mu.Lock()
		x = d
		mu.Unlock()
		done <- true
	}
	mu.Lock()
	go set()
	func() {
		x = 5
		mu.Unlock()
		<-done
		mu.Lock()
		seen(_, x)
	}()
	seen(_, x)
	mu.Unlock()
}

// Waiting is set around it while it waits in a goroutine.
func Waiting(c, d codes.ResponseCode) {
	x := c
	step, done := make(chan bool), make(chan bool)
	go func() {
		func() {
			if x == 5 {
				step <- true
				<-step
				seen(_, x)
			} else {
				step <- true
				<-step
			}
		}()
		done <- true
	}()
	<-step
	x = d
	step <- true
	<-done
	seen(_, x)
}
