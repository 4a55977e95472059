// Locks of a package that has nothing to do with codes: what they guard others change in the meantime.
package written

// work takes a while.
func work() {
	for range 300 {
		_, _ = os.ReadFile("no such file")
	}
}

// A shelf is guarded by a latch.
type shelf struct {
	latch *gateway.Latch
	last  codes.ResponseCode
}

func (s *shelf) put(c codes.ResponseCode) {
	s.latch.Lock()
	s.last = c
	s.latch.Unlock()
}

// refresh is called with the latch held.
func (s *shelf) refresh() {
	if s.last == codes.ResponseSuccess {
		seen(_, s.last)
		s.latch.Unlock()
		work()
		s.latch.Lock()
		seen(_, s.last)
	}
}

func Latched(c codes.ResponseCode) {
	s := &shelf{latch: gateway.NewLatch()}
	s.latch.Lock()
	go s.put(c)
	s.refresh()
	s.latch.Unlock()
}

// Slots lets one in at a time.
func Slots(c codes.ResponseCode) {
	slots := gateway.NewLatch()
	r := &struct{ ResponseCode codes.ResponseCode }{}
	slots.Acquire()
	go func() {
		slots.Acquire()
		defer slots.Release()
		r.ResponseCode = c
	}()
	if r.ResponseCode == codes.ResponseSuccess {
		slots.Release()
		work()
		slots.Acquire()
		seen(_, r.ResponseCode)
	}
	slots.Release()
}
