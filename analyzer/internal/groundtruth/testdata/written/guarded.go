// Locks behind helpers, and of another package: what they guard others change in the meantime.
package written

// A gauge holds the last code that anybody has set.
type gauge struct {
	mu   sync.Mutex
	last codes.ResponseCode
}

func (g *gauge) lock()   { g.mu.Lock() }
func (g *gauge) unlock() { g.mu.Unlock() }

func (g *gauge) Set(c codes.ResponseCode) {
	g.lock()
	defer g.unlock()
	g.last = c
}

// work takes a while.
func work() {
	for range 300 {
		_, _ = os.ReadFile("no such file")
	}
}

// refresh is called with the lock held.
func (g *gauge) refresh() {
	if g.last == codes.ResponseSuccess {
		seen(_, g.last)
		g.unlock()
		work()
		g.lock()
		seen(_, g.last)
	}
}

var gauges = map[string]*gauge{}

// Refreshed has a gauge that another package's goroutine sets.
func Refreshed(c codes.ResponseCode) {
	g := &gauge{}
	g.lock()
	gateway.Follow(g, c)
	g.refresh()
	g.unlock()
	gauges["balance"] = g
	named := gauges["balance"]
	named.lock()
	named.last = codes.ResponseSuccess
	gateway.Follow(named, c)
	if named.last == codes.ResponseSuccess {
		named.unlock()
		work()
		named.lock()
		seen(_, named.last)
	}
	named.unlock()
}

// A meter is guarded by another package's lock.
type meter struct {
	mu   gateway.Mutex
	last codes.ResponseCode
}

func (m *meter) Set(c codes.ResponseCode) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.last = c
}

func (m *meter) refresh() {
	if m.last == codes.ResponseSuccess {
		m.mu.Unlock()
		work()
		m.mu.Lock()
		seen(_, m.last)
	}
}

// A window is guarded by a lock that another package's functions take.
type window struct {
	gate gateway.Gate
	last codes.ResponseCode
}

func (w *window) Set(c codes.ResponseCode) {
	w.gate.Enter()
	defer w.gate.Leave()
	w.last = c
}

func (w *window) refresh() {
	if w.last == codes.ResponseSuccess {
		w.gate.Leave()
		work()
		w.gate.Enter()
		seen(_, w.last)
	}
}

// Elsewhere locks what another package has made.
func Elsewhere(c codes.ResponseCode) {
	m := &meter{}
	m.mu.Lock()
	gateway.Follow(m, c)
	m.refresh()
	m.mu.Unlock()
	w := &window{}
	w.gate.Enter()
	gateway.Follow(w, c)
	w.refresh()
	w.gate.Leave()
}

// begin and end take turns, and leave the lock as the last of them does.
func (g *gauge) begin(turns int) {
	g.mu.Lock()
	if turns > 0 {
		g.end(turns - 1)
	}
}

func (g *gauge) end(turns int) {
	g.mu.Unlock()
	if turns > 0 {
		g.begin(turns - 1)
	}
}

func InTurns(c codes.ResponseCode) {
	gauges["turns"] = &gauge{}
	named := gauges["turns"]
	named.begin(0)
	named.last = codes.ResponseSuccess
	gateway.Follow(named, c)
	if named.last == codes.ResponseSuccess {
		named.end(0)
		work()
		named.begin(0)
		seen(_, named.last)
	}
	named.last = codes.ResponseSuccess
	gateway.Follow(named, c)
	if named.last == codes.ResponseSuccess {
		named.pass(1)
		work()
		named.begin(0)
		seen(_, named.last)
	}
	named.end(0)
}

// pass lets go of the lock if there are turns left.
func (g *gauge) pass(turns int) {
	if turns > 0 {
		g.release(turns - 1)
	}
}

func (g *gauge) release(turns int) {
	g.mu.Unlock()
	g.pass(turns)
}

func await(start, done chan bool) {
	start <- true
	<-done
}

func poll(r *gateway.Reply, start, done chan bool) {
	if r.ResponseCode == codes.ResponseSuccess {
		await(start, done)
		seen(_, r.ResponseCode)
	}
}

func pollThere(r *gateway.Reply, start, done chan bool) {
	if r.ResponseCode == codes.ResponseSuccess {
		gateway.Await(start, done)
		seen(_, r.ResponseCode)
	}
}

// rounds is an iterator that waits between its rounds.
func rounds(start, done chan bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		if yield(1) {
			start <- true
			<-done
			yield(2)
		}
	}
}

func pollRounds(r *gateway.Reply, start, done chan bool) {
	each := rounds(start, done)
	if r.ResponseCode == codes.ResponseSuccess {
		for range each {
			seen(_, r.ResponseCode)
		}
	}
}

// Awaited waits for another package's goroutine.
func Awaited(c codes.ResponseCode) {
	r, start, done := &gateway.Reply{}, make(chan bool), make(chan bool)
	gateway.Fill(r, c, start, done)
	poll(r, start, done)
	r = &gateway.Reply{}
	gateway.Fill(r, c, start, done)
	pollThere(r, start, done)
	r = &gateway.Reply{}
	gateway.Fill(r, c, start, done)
	pollRounds(r, start, done)
}
