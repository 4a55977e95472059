package success

import (
	"container/heap"
	"fmt"
	"sync"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// What the program makes of failures alone holds no success.

// A dropped message is one that failed.
type dropped struct {
	to  string
	why codes.ResponseCode
}

func (d *dropped) err() error { return fmt.Errorf("%s: %w", d.to, d.why) }

func drop(r reply) *dropped {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return &dropped{r.Message, r.Code}
}

// A noted message is any.
type noted struct {
	To  string
	Why codes.ResponseCode
}

func (n *noted) err() error { return fmt.Errorf("%s: %w", n.To, n.Why) } // want `n\.Why becomes an error, and can be 0 \(Success\) here`

func note(r reply) *noted { return &noted{r.Message, r.Code} }

// A marked message is one that failed, or was sent: then nobody gives it a code.
type marked struct {
	To  string
	Why codes.ResponseCode
}

func (m *marked) err() error { return m.Why } // want `m\.Why becomes an error, and can be 0 \(Success\) here`

func mark(r reply) *marked {
	if r.Code == codes.ResponseSuccess {
		return &marked{To: r.Message}
	}
	return &marked{To: r.Message, Why: r.Code}
}

// A verdict is one of several: a denied one has failed.
type verdict interface{ isVerdict() }

type (
	accepted struct{ ID string }
	denied   struct{ Code codes.ResponseCode }
)

func (accepted) isVerdict() {}
func (denied) isVerdict()   {}

func verdictOf(r reply) verdict {
	if r.Code != codes.ResponseSuccess {
		return denied{Code: r.Code}
	}
	return accepted{r.Message}
}

func errOf(o verdict) error {
	if d, ok := o.(denied); ok {
		code := d.Code
		return code
	}
	return nil
}

// A queue holds those that are sent later, which have failed.
type later struct {
	due time.Time
	why codes.ResponseCode
}

type queue []*later

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].due.Before(q[j].due) }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(*later)) }
func (q *queue) Pop() any {
	all := *q
	last := all[len(all)-1]
	*q = all[:len(all)-1]
	return last
}

func (q *queue) put(r reply) {
	if r.Code.Retryable() {
		heap.Push(q, &later{time.Now(), r.Code})
	}
}

func (q *queue) give(up func(error)) {
	for q.Len() > 0 {
		up(fmt.Errorf("given up: %w", heap.Pop(q).(*later).why))
	}
}

// What a type keeps beside the code says what that is, also by other names.

type health struct {
	mu      sync.Mutex
	failing bool
	tries   int
	last    codes.ResponseCode
}

func (h *health) set(code codes.ResponseCode) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.tries++
	h.failing, h.last = code != codes.ResponseSuccess, code
}

func (h *health) err() error {
	h.mu.Lock()
	failing, last := h.failing, h.last
	h.mu.Unlock()
	if !failing {
		return nil
	}
	return last
}

func (b *breaker) open() error {
	b.mu.Lock()
	if time.Now().Before(b.until) {
		why := b.why
		b.mu.Unlock()
		return fmt.Errorf("open: %w", why)
	}
	b.mu.Unlock()
	return nil
}

// errUnasked asks for something else.
func (h *health) errUnasked(strict bool) error {
	h.mu.Lock()
	last := h.last
	h.mu.Unlock()
	if strict {
		return last // want `last becomes an error, and can be 0 \(Success\) here`
	}
	return nil
}

// Nobody panics with a success.

func must(r reply) string {
	if r.Code != codes.ResponseSuccess {
		panic(r.Code)
	}
	return r.Message
}

func try(f func() string) (text string, err error) {
	defer func() {
		switch p := recover().(type) {
		case nil:
		case codes.ResponseCode:
			err = p
		default:
			panic(p)
		}
	}()
	return f(), nil
}

func tryOnce(f func() string) (text string, err error) {
	defer func() {
		p := recover()
		if code, ok := p.(codes.ResponseCode); ok {
			err = fmt.Errorf("failed: %w", code)
		} else if p != nil {
			panic(p)
		}
	}()
	return f(), nil
}

// errOfAny is given anything.
func errOfAny(v any) error {
	switch v := v.(type) {
	case codes.ResponseCode:
		return v // want `v becomes an error, and can be 0 \(Success\) here`
	}
	return nil
}

var _ = []any{(*dropped).err, drop, (*noted).err, note, (*marked).err, mark, verdictOf, errOf, (*queue).put, (*queue).give,
	(*health).set, (*health).err, (*health).errUnasked, (*breaker).open, must, try, tryOnce, errOfAny}
