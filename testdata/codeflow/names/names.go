// Package names stores codes by other names than those that it asks them by. Each call
// of seen says which codes can be there.
package names

import (
	"reflect"

	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	ResponseCode codes.ResponseCode `json:"responseCode"`
}

func seen(codes.ResponseCode) {}

func (r *reply) renew(n int)               { r.ResponseCode = codes.ResponseCode(n) }
func renew(r *reply, n int)                { r.ResponseCode = codes.ResponseCode(n) }
func set(c *codes.ResponseCode, n int)     { *c = codes.ResponseCode(n) }
func (r *reply) show() codes.ResponseCode  { return r.ResponseCode }
func (r reply) renewOther(o *reply, n int) { o.renew(n) }
func failed(r *reply) bool                 { return r.ResponseCode != codes.ResponseSuccess }
func each(f func(*reply, int), r *reply)   { f(r, 5) }
func times(n int, f func(int))             { f(n) }

// A pointer that is another name.

func argument(r reply, n int) {
	p := &r
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0$`
	renew(p, n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func method(r reply, n int) {
	p := &r
	if p.ResponseCode != codes.ResponseSuccess {
		return
	}
	p.renew(n)
	seen(p.ResponseCode) // want `^0 1 .*undocumented$`
}

func onlyRead(r reply) {
	p := &r
	if failed(p) || p.show() != codes.ResponseSuccess {
		return
	}
	_ = p.show()
	seen(r.ResponseCode) // want `^0$`
}

func part(r reply, n int) {
	c := &r.ResponseCode
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	set(c, n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func closure(r reply, n int) {
	p := &r
	again := func() { p.ResponseCode = codes.ResponseCode(n) }
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0$`
	again()
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func closureOfClosure(r reply, n int) {
	again := func() { r.renew(n) }
	twice := func() { again(); again() }
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	twice()
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func beside(r reply, n int, done chan int) {
	p := &r
	go p.renew(n)
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func besideIt(r reply, n int) {
	go r.renew(n)
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

// Functions that are values.

func methodValue(r reply, n int) {
	again := r.renew
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0$`
	again(n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func methodValueOfPointer(r reply, n int) {
	p := &r
	again := p.renew
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	again(n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func methodValueHandedOn(r reply, n int) {
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	times(n, r.renew)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func methodExpression(r reply, n int) {
	again := reply.renewOther
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	again(r, &r, n)
	each((*reply).renew, &r)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

type hooks struct{ before func() }

func hook(r *reply, n int) {
	h := hooks{func() { r.ResponseCode = codes.ResponseCode(n) }}
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0$`
	h.before()
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func handedOn(r *reply, n int, run func(func())) {
	again := func() { r.ResponseCode = codes.ResponseCode(n) }
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	run(again)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

// Interfaces.

type renewer interface{ renew(int) }

func behind(r reply, n int) {
	var s renewer = &r
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	s.renew(n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func both[S renewer](s S, r *reply, n int) {
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	s.renew(n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

// Addresses that are kept.

var last *reply

func keep(r *reply)        { last = r }
func renewLast(n int)      { last.renew(n) }
func same(r *reply) *reply { return r }

type poll struct{ into *reply }

func newPoll(into *reply) *poll { p := &poll{into}; return p }
func (p *poll) next(n int) bool { p.into.renew(n); return n > 0 }

func kept(r reply, n int) {
	keep(&r)
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	renewLast(n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func returned(r reply, n int) {
	p := same(&r)
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0$`
	p.ResponseCode = codes.ResponseCode(n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

func polled(n int) {
	var r reply
	for p := newPoll(&r); p.next(n); n-- {
		if r.ResponseCode == codes.ResponseSuccess {
			continue
		}
		seen(r.ResponseCode) // want `^1 2 .*undocumented$`
		p.next(n)
		seen(r.ResponseCode) // want `^0 1 .*undocumented$`
	}
}

// A value of another module's type has the address.
func reflected(r reply, n int64) {
	field := reflect.ValueOf(&r).Elem().Field(0)
	if r.ResponseCode != codes.ResponseSuccess {
		return
	}
	seen(r.ResponseCode) // want `^0$`
	field.SetInt(n)
	seen(r.ResponseCode) // want `^0 1 .*undocumented$`
}

// What is deferred comes after the results.

func late(n int) (r reply) {
	defer r.renew(n)
	r.ResponseCode = codes.ResponseSuccess
	return r
}

func lateByName(n int) (r reply) {
	p := &r
	defer renew(p, n)
	r.ResponseCode = codes.ResponseSuccess
	return r
}

func latePart(n int) (c codes.ResponseCode) {
	defer set(&c, n)
	return codes.ResponseSuccess
}

func latePointer(n int) *reply {
	r := new(reply)
	defer func() { r.renew(n) }()
	r.ResponseCode = codes.ResponseSuccess
	seen(r.ResponseCode) // want `^0$`
	return r
}

func inTime(n int) *reply {
	r := new(reply)
	defer println(n)
	r.ResponseCode = codes.ResponseSuccess
	return r
}

func lates(n int) {
	seen(late(n).ResponseCode)        // want `^0 1 .*undocumented$`
	seen(lateByName(n).ResponseCode)  // want `^0 1 .*undocumented$`
	seen(latePart(n))                 // want `^0 1 .*undocumented$`
	seen(latePointer(n).ResponseCode) // want `^0 1 .*undocumented$`
	r := inTime(n)
	seen(r.ResponseCode) // want `^0$`
}
