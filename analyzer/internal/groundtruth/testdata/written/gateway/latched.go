package gateway

// A Latch is a lock, and a semaphore for one.
type Latch struct{ taken chan bool }

func NewLatch() *Latch { return &Latch{make(chan bool, 1)} }

func (l *Latch) Lock()    { l.taken <- true }
func (l *Latch) Unlock()  { <-l.taken }
func (l *Latch) Acquire() { l.Lock() }
func (l *Latch) Release() { l.Unlock() }
