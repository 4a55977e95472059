package success

import (
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/errcodelint/errcodelint/codes"
)

// What a test says of the code is the program's to know, where nobody else can.

type answered interface{ Status() codes.ResponseCode }

func status(a answered) error {
	if a.Status() == codes.ResponseSuccess {
		return nil
	}
	return a.Status()
}

func statusOf(a answered) error {
	switch a.Status() {
	case codes.ResponseSuccess:
		return nil
	}
	return fmt.Errorf("refused: %w", a.Status())
}

func unexpected(r reply, want codes.ResponseCode) error {
	if r.Code == want {
		return nil
	}
	return r.Code
}

func same2(x, y int) bool { return x == y }

func compares(r reply) error {
	sent := same2(int(r.Code), int(codes.ResponseSuccess))
	if sent {
		return nil
	}
	return r.Code
}

func accepts(r reply, accepted map[codes.ResponseCode]bool) error {
	if accepted[r.Code] {
		return nil
	}
	return r.Code
}

func listed(r reply, accepted map[codes.ResponseCode]string) error {
	if _, ok := accepted[r.Code]; !ok {
		return r.Code
	}
	return nil
}

type policy struct{ final func(codes.ResponseCode) bool }

func (p policy) accepts(r *reply) bool { return !p.final(r.Code) }

func (p policy) refusal(r reply) error {
	if p.accepts(&r) {
		return nil
	}
	return r.Code
}

// A literal asks for the code that it has around it.
func within(r reply, fine ...codes.ResponseCode) error {
	is := func(c codes.ResponseCode) bool { return r.Code == c }
	if is(codes.ResponseSuccess) || is(codes.ResponseDuplicateDestination) {
		return nil
	}
	if slices.ContainsFunc(fine, is) {
		return nil
	}
	return r.Code
}

func withinLater(r reply) func() error {
	var known func(c codes.ResponseCode) bool
	known = func(c codes.ResponseCode) bool { return r.Code == c || c > 0 && known(c-1) }
	return func() error {
		if !known(codes.ResponseSuccess) {
			return r.Code
		}
		return nil
	}
}

// A variable holds the method that asks.
func (r *reply) is(code codes.ResponseCode) bool { return r.Code == code }

func held(r reply) error {
	is := r.is
	if is(codes.ResponseSuccess) {
		return nil
	}
	return r.Code
}

func heldOther(r, other reply) error {
	is := other.is
	if is(codes.ResponseSuccess) {
		return nil
	}
	return r.Code // want `write r.Code.Err\(\)`
}

// What two calls give is the same, most often, also as another type.
type plainReply struct {
	Code int32 `json:"responseCode"`
}

func (p *plainReply) GetCode() int32 {
	if p != nil {
		return p.Code
	}
	return 0
}

func gotten(p *plainReply) error {
	if p.GetCode() == 0 {
		return nil
	}
	return codes.ResponseCode(p.GetCode())
}

func gottenUnasked(p *plainReply) error {
	if p == nil {
		return nil
	}
	return codes.ResponseCode(p.GetCode()) // want `write codes.ResponseCode\(p.GetCode\(\)\).Err\(\)`
}

// One that asks for something else says nothing of the code.
func beside(r reply) error {
	empty := func() bool { return r.Message == "" }
	if empty() {
		return errors.New("no message")
	}
	return r.Code // want `write r.Code.Err\(\)`
}

// The goroutines have ended.
func worst(rs []reply) error {
	worst := codes.ResponseSuccess
	var mu sync.Mutex
	var sending sync.WaitGroup
	for _, r := range rs {
		sending.Add(1)
		go func() {
			defer sending.Done()
			mu.Lock()
			defer mu.Unlock()
			if r.Code != codes.ResponseSuccess {
				worst = r.Code
			}
		}()
	}
	sending.Wait()
	if worst == codes.ResponseSuccess {
		return nil
	}
	return worst
}

// What is asked about another thing says nothing of the code.
func nothing(r *reply, strict bool) error {
	if r == nil || !strict {
		return nil
	}
	if r.Message == "" {
		return errors.New("no message")
	}
	return r.Code // want `write r.Code.Err\(\)`
}

func delivered(err error) bool {
	if err == error(codes.ResponseSuccess) || errors.Is(err, error(codes.ResponseSuccess)) {
		return true
	}
	switch err {
	case error(codes.ResponseSuccess):
		return true
	}
	return false
}

// An address is one of the code that is there.
func behind(r reply) error {
	if r.Code == codes.ResponseInvalidRecipient {
		return &r.Code
	}
	return nil
}

// What is deferred comes last.
func cleared(r *reply) error {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	defer func() { r.Code = codes.ResponseSuccess }()
	return r.Code
}

// A callError is an error whatever its cause: its own method would fail without one.
type callError struct {
	Call  string
	Cause error
}

func (e *callError) Error() string { return e.Call + ": " + e.Cause.Error() }

func called(r reply) error {
	return &callError{"sms", r.Code} // want `and what wraps it is then an error that is not nil; test it first`
}

// A reply is asked as a whole, or comes with the answer to a question about its code.

func empty(r reply) error {
	if r == (reply{}) {
		return nil
	}
	return r.Code
}

func worstOf(rs []reply) (w reply, found bool) {
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess && r.Code > w.Code {
			w, found = r, true
		}
	}
	return w, found
}

func worstFailure(rs []reply) error {
	if w, ok := worstOf(rs); ok {
		return w.Code
	}
	return nil
}

func newest(rs []reply) (r reply, ok bool) {
	if len(rs) == 0 {
		return r, false
	}
	return rs[len(rs)-1], true
}

func newestFailure(rs []reply) error {
	r, ok := newest(rs)
	if !ok {
		return nil
	}
	return r.Code // want `r\.Code becomes an error, and can be 0 \(Success\) here`
}

// A box holds the last refusal, if there was one.
type box struct{ last atomic.Pointer[reply] }

func (b *box) note(r *reply) {
	if r.Code != codes.ResponseSuccess {
		b.last.Store(r)
	}
}

func (b *box) err() error {
	if r := b.last.Load(); r != nil {
		return r.Code
	}
	return nil
}
