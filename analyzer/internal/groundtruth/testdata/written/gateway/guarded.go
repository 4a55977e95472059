package gateway

// A Mutex is a lock that counts.
type Mutex struct {
	mu    sync.Mutex
	taken int
}

func (m *Mutex) Lock()   { m.mu.Lock(); m.taken++ }
func (m *Mutex) Unlock() { m.mu.Unlock() }

// A Gate is a lock by another name.
type Gate struct{ mu sync.Mutex }

func (g *Gate) Enter() { g.mu.Lock() }
func (g *Gate) Leave() { g.mu.Unlock() }

type Setter interface{ Set(c codes.ResponseCode) }

// Follow sets what it is given as soon as that can be.
func Follow(s Setter, c codes.ResponseCode) { go s.Set(c) }

type Reply struct{ ResponseCode codes.ResponseCode }

// Fill fills a reply between a start and an end.
func Fill(r *Reply, c codes.ResponseCode, start, done chan bool) {
	go func() {
		<-start
		r.ResponseCode = c
		done <- true
	}()
}

func Await(start, done chan bool) {
	start <- true
	<-done
}
