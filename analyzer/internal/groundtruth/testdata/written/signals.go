// What goroutines tell each other by atomics, channels and locks, and what they change before that.
package written

type shared struct {
	Code codes.ResponseCode
	mu   sync.Mutex
}

type cell struct{ s *shared }

func fillCell(b cell, ready, done *atomic.Bool) {
	for !ready.Load() {
	}
	b.s.Code = 11
	done.Store(true)
}

// Signalled waits by looking at a flag.
func Signalled(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	s := &shared{Code: c}
	var ready, done atomic.Bool
	go fillCell(cell{s}, &ready, &done)
	s.Code = 3
	ready.Store(true)
	for !done.Load() {
	}
	seen(_, s.Code)

	var n atomic.Int32
	t := &shared{Code: c}
	go func(b cell) {
		for n.Load() == 0 {
		}
		b.s.Code = 12
		n.Add(1)
	}(cell{t})
	t.Code = 3
	n.Add(1)
	for n.Load() != 2 {
	}
	seen(_, t.Code)

	var state int64
	u := &shared{Code: c}
	v := shared{Code: c}
	go func(b, e cell) {
		for !atomic.CompareAndSwapInt64(&state, 1, 2) {
		}
		b.s.Code, e.s.Code = 13, 14
		atomic.StoreInt64(&state, 3)
	}(cell{u}, cell{&v})
	u.Code, v.Code = 3, 3
	atomic.StoreInt64(&state, 1)
	for atomic.LoadInt64(&state) != 3 {
	}
	seen(_, u.Code)
	seen(_, v.Code)

	var once sync.Once
	w := &shared{Code: c}
	fill := sync.OnceFunc(func() { w.Code = 15 })
	w.Code = 3
	fill()
	seen(_, w.Code)
	w.Code = 3
	once.Do(func() { w.Code = 16 })
	seen(_, w.Code)
	value := sync.OnceValue(func() codes.ResponseCode { w.Code = 17; return d })
	w.Code = 3
	seen(_, value())
	seen(_, w.Code)

	ctx, cancel := context.WithCancel(context.Background())
	x := &shared{Code: c}
	context.AfterFunc(ctx, func() { x.mu.Lock(); x.Code = 20; x.mu.Unlock() })
	stopped := make(chan bool)
	context.AfterFunc(ctx, func() {
		for {
			x.mu.Lock()
			if x.Code == 20 {
				x.mu.Unlock()
				close(stopped)
				return
			}
			x.mu.Unlock()
		}
	})
	cancel()
	<-stopped
	seen(_, x.Code)
}

// Selected takes what comes first.
func Selected(c, d codes.ResponseCode, n int, b bool) {
	if c > 4 || d > 4 {
		return
	}
	in, out := make(chan codes.ResponseCode, 2), make(chan shared, 1)
	in <- 5
	in <- 6
	x := c
	list := []codes.ResponseCode{c, d}
	i := 0
	select {
	case x = <-in:
		seen(_, x)
	case list[0] = <-in:
	}
	seen(_, x)
	select {
	case list[i] = <-in:
		seen(_, list[0])
	default:
		x = 10
	}
	seen(_, list[0])
	y, ok := codes.ResponseCode(3), true
	close(in)
	select {
	case y, ok = <-in:
		seen(_, y)
	}
	if !ok {
		seen(_, y)
	}
	s := shared{Code: c}
	select {
	case out <- shared{Code: func() codes.ResponseCode { s.Code = 7; return 11 }()}:
		seen(_, s.Code)
	}
	seen(_, (<-out).Code)
	p := &s
	select {
	case func() chan shared { p.Code = 12; return out }() <- shared{Code: d}:
	case <-(chan int)(nil):
		p.Code = 3
	}
	seen(_, s.Code)
	got := <-out
	seen(_, got.Code)
	m := map[string]codes.ResponseCode{}
	feed := make(chan codes.ResponseCode, 3)
	feed <- 13
	feed <- c
	close(feed)
loop:
	for {
		select {
		case m["last"], ok = <-feed:
			if !ok {
				break loop
			}
			if m["last"] == 13 {
				continue loop
			}
			seen(_, m["last"])
		}
	}
	seen(_, m["last"])
	for x = range func(yield func(codes.ResponseCode) bool) { _ = yield(14) && yield(15) } {
		if x == 15 {
			break
		}
	}
	seen(_, x)
	tick := make(chan *shared, 1)
	tick <- &s
	s.Code = 3
	for q := range tick {
		q.Code = 16
		close(tick)
	}
	seen(_, s.Code)
}

type job struct {
	s       *shared
	replied chan bool
}

func worker(jobs chan job) {
	for j := range jobs {
		j.s.Code = 11
		j.replied <- true
	}
}

// Worked hands things over, and gets them back changed.
func Worked(c, d codes.ResponseCode, b bool) {
	if c > 4 || d > 4 {
		return
	}
	jobs := make(chan job)
	go worker(jobs)
	j := job{&shared{Code: c}, make(chan bool)}
	j.s.Code = 3
	jobs <- j
	<-j.replied
	seen(_, j.s.Code)
	s := &shared{Code: 3}
	jobs <- job{s, j.replied}
	<-j.replied
	seen(_, s.Code)
	t := shared{Code: 3}
	jobs <- job{&t, j.replied}
	select {
	case <-j.replied:
	}
	seen(_, t.Code)
	t.Code = 3
	jobs <- job{&t, j.replied}
	for range j.replied {
		break
	}
	seen(_, t.Code)
	t.Code = 3
	jobs <- job{&t, j.replied}
	await(j.replied)
	seen(_, t.Code)
	u := &shared{Code: 3}
	submit(jobs, job{u, j.replied})
	await(j.replied)
	seen(_, u.Code)
	close(jobs)
	codesOf := make([]codes.ResponseCode, 1)
	done := make(chan struct{})
	go func(all []codes.ResponseCode) { <-done; all[0] = 12; done <- struct{}{} }(codesOf)
	codesOf[0] = 3
	done <- struct{}{}
	<-done
	seen(_, codesOf[0])
	start := (&t).later
	t.Code = 3
	start(done)
	<-done
	seen(_, t.Code)
	m := &sync.Map{}
	m.Store("t", &t)
	t.Code = 3
	go func() {
		if x, ok := m.Load("t"); ok {
			x.(*shared).Code = 14
		}
		done <- struct{}{}
	}()
	<-done
	seen(_, t.Code)
}

func submit(jobs chan job, j job) { jobs <- j }

func await(replied chan bool) bool { return <-replied }

func (s *shared) later(done chan struct{}) {
	go func() { s.Code = 13; done <- struct{}{} }()
}
