// What other goroutines, and functions that run once or later, change.
package written

type outcome struct {
	Code codes.ResponseCode
	Err  error
}

type gatherer struct {
	mu   sync.Mutex
	last codes.ResponseCode
	all  []codes.ResponseCode
	done chan struct{}
}

func (g *gatherer) add(c codes.ResponseCode) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.last = c
	g.all = append(g.all, c)
}

func (g *gatherer) locked(f func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	f()
}

type group struct{ wg sync.WaitGroup }

func (g *group) Go(f func()) { g.wg.Add(1); go func() { defer g.wg.Done(); f() }() }
func (g *group) Wait()       { g.wg.Wait() }

// Gathered fetches side by side.
func Gathered(c, d codes.ResponseCode, b bool) {
	results := make([]outcome, 2)
	var wg sync.WaitGroup
	for i, code := range []codes.ResponseCode{c, d} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i].Code = code
		}()
	}
	wg.Wait()
	seen(_, results[0].Code)
	if results[0].Code == 5 {
		seen(_, results[0].Code)
		seen(_, c)
	}
	one := outcome{Code: c}
	var g group
	g.Go(func() { one.Code = d })
	g.Wait()
	seen(_, one.Code)
	if one.Code == 11 {
		g.Go(func() { one.Code = 12 })
		g.Wait()
		seen(_, one.Code)
	}
	ga := &gatherer{last: c, done: make(chan struct{})}
	if ga.last == 5 {
		go func() { ga.add(d); close(ga.done) }()
		<-ga.done
		seen(_, ga.last)
		seen(_, ga.all[0])
	}
	if ga.last == 7 {
		ga.locked(func() { ga.last = 13 })
		seen(_, ga.last)
	}
}

// Refined refines what others change once they are let in.
func Refined(c, d codes.ResponseCode, b bool) {
	last := c
	ready := make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() { <-ready; last = d })
	if last == 5 {
		close(ready)
		wg.Wait()
		seen(_, last)
	} else {
		close(ready)
		wg.Wait()
	}
	var mu sync.Mutex
	other := c
	start := make(chan struct{})
	end := make(chan struct{})
	context.AfterFunc(canceled(start), func() {
		mu.Lock()
		defer mu.Unlock()
		other = d
		close(end)
	})
	mu.Lock()
	if other == 11 {
		mu.Unlock()
		close(start)
		<-end
		mu.Lock()
		seen(_, other)
	}
	mu.Unlock()
	third := c
	step := make(chan bool)
	g := new(group)
	g.Go(func() { step <- <-step; third = d; step <- true })
	if third == 7 {
		step <- b
		<-step
		<-step
		seen(_, third)
	} else {
		step <- b
		<-step
		<-step
	}
	g.Wait()
}

func canceled(by chan struct{}) context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	go func() { <-by; cancel() }()
	return ctx
}

// Once has what runs once, and what runs for each.
func OnlyOnce(c, d codes.ResponseCode, b bool) {
	last := c
	var once sync.Once
	for range 2 {
		if last == 5 {
			once.Do(func() { last = d })
			seen(_, last)
		}
	}
	seen(_, last)
	var all sync.Map
	all.Store(1, c)
	all.Store(2, d)
	first := codes.ResponseCode(88)
	all.Range(func(k, v any) bool {
		if k == 1 {
			first = v.(codes.ResponseCode)
		}
		return true
	})
	seen(_, first)
	if first == 11 {
		all.Range(func(k, v any) bool { first = 14; return false })
		seen(_, first)
	}
	v, loaded := all.LoadOrStore(3, codes.ResponseCode(15))
	if !loaded {
		seen(_, v.(codes.ResponseCode))
	}
	if v, ok := all.LoadAndDelete(1); ok {
		seen(_, v.(codes.ResponseCode))
	}
	var kept atomic.Value
	kept.Store(c)
	if kept.Load().(codes.ResponseCode) == 5 {
		kept.Store(d)
		seen(_, kept.Load().(codes.ResponseCode))
		seen(_, c)
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(c)
	var code codes.ResponseCode
	if errors.As(context.Cause(ctx), &code) && code != 0 {
		seen(_, code)
		seen(_, c)
	}
}

// Pulled takes what comes one at a time.
func Pulled(c, d codes.ResponseCode, b bool) {
	next, stop := iter.Pull(slices.Values([]codes.ResponseCode{c, d}))
	defer stop()
	x, _ := next()
	y, _ := next()
	z, ok := next()
	seen(_, x)
	seen(_, y)
	if !ok {
		seen(_, z)
	}
	if x == 5 {
		seen(_, y)
		seen(_, c)
	}
	state := c
	count := func(yield func(codes.ResponseCode) bool) {
		for state != 0 {
			if !yield(state) {
				state = 16
				return
			}
			if state == 5 {
				state = d
				if d == 5 {
					state = 0
				}
			} else {
				state = 0
			}
		}
	}
	for x := range count {
		seen(_, x)
		seen(_, state)
		if x == 11 {
			break
		}
	}
	seen(_, state)
	ch := make(chan *outcome, 1)
	o := &outcome{Code: c}
	ch <- o
	if o.Code == 5 {
		(<-ch).Code = d
		seen(_, o.Code)
	}
	pipe := make(chan outcome)
	go func() {
		defer close(pipe)
		for _, x := range []codes.ResponseCode{c, d} {
			pipe <- outcome{Code: x}
		}
	}()
	var o2 outcome
	for o2 = range pipe {
		if o2.Code == 7 {
			o2.Code = 17
		}
		seen(_, o2.Code)
	}
	seen(_, o2.Code)
}
