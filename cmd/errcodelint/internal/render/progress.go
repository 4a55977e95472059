package render

import (
	"fmt"
	"io"
	"sync"
	"time"
)

// Progress is a line on a terminal that counts packages. The zero Progress shows nothing.
type Progress struct {
	W io.Writer // nil: nobody is looking

	mu    sync.Mutex
	count int
	shown time.Time
}

// Step counts a package.
func (p *Progress) Step() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count++
	if p.W == nil || time.Since(p.shown) < 100*time.Millisecond {
		return
	}
	p.shown = time.Now()
	fmt.Fprintf(p.W, "\rerrcodelint: packages checked: %d", p.count)
}

// Done removes the line.
func (p *Progress) Done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.W != nil && !p.shown.IsZero() {
		fmt.Fprint(p.W, "\r\x1b[K")
		p.shown = time.Time{}
	}
}
