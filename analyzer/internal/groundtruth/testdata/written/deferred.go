// What deferred functions do to the results: after them, in reverse order, perhaps not at all.
package written

type refusal struct{ code codes.ResponseCode }

func (r *refusal) Error() string { return "refused" }

type reply struct{ code codes.ResponseCode }

type gauge struct{ last codes.ResponseCode }

func (g *gauge) note(code *codes.ResponseCode) { g.last, *code = *code, 6 }

var errClosed = errors.New("closed")

func failed(code codes.ResponseCode) (err error) {
	defer func() {
		if err == nil && code != 0 {
			err = &refusal{code}
		}
	}()
	if code == 5 {
		return errClosed
	}
	return nil
}

func ExactlyMadeAtTheEnd(code codes.ResponseCode) {
	err := failed(code)
	if err == nil {
		seen(_, code)
		return
	}
	if errors.Is(err, errClosed) {
		seen(_, code)
		return
	}
	var r *refusal
	if errors.As(err, &r) && r.code == 88 {
		seen(_, code)
	}
	seen(_, code)
}

func cleared(code codes.ResponseCode) (err error) {
	defer func() {
		if r, ok := err.(*refusal); ok && r.code == 2 {
			err = nil
		}
	}()
	if code != 0 {
		return &refusal{code}
	}
	return
}

func ExactlyCleared(code codes.ResponseCode) {
	if cleared(code) == nil {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func ordered(code codes.ResponseCode) (out codes.ResponseCode) {
	defer func() {
		if out == 6 {
			out = 7
		}
	}()
	defer func() {
		if out == 5 {
			out = 6
		}
	}()
	return code
}

func InReverse(code codes.ResponseCode) {
	out := ordered(code)
	seen(_, out)
	if out == 7 {
		seen(_, code)
	}
	if out == 6 {
		seen(_, code)
	}
}

func early(code codes.ResponseCode) (out codes.ResponseCode) {
	if code == 5 {
		return 5
	}
	defer func() { out = 11 }()
	if code == 6 {
		return 6
	}
	if code > 20 {
		defer func() { out = 12 }()
	}
	return code
}

func NotYetDeferred(code codes.ResponseCode) {
	out := early(code)
	seen(_, out)
	if out == 5 {
		seen(_, code)
	}
	if out == 11 {
		seen(_, code)
	}
	if out == 12 {
		seen(_, code)
	}
}

func often(codesOf []codes.ResponseCode) (out codes.ResponseCode) {
	for _, c := range codesOf {
		defer func() { out = c }()
	}
	return 0
}

func InALoop(code codes.ResponseCode) {
	seen(_, often([]codes.ResponseCode{code, 5}))
	seen(_, often(nil))
}

func inTurn(code codes.ResponseCode) (out codes.ResponseCode) {
	again := 0
	defer func() {
	next:
		if out == 5 {
			out = 6
			goto next
		}
		for range 2 {
			switch out {
			case 6:
				out = 7
			case 7:
				out = 8
				return
			}
		}
		again++
	}()
	return code
}

func LoopsAndJumps(code codes.ResponseCode) {
	out := inTurn(code)
	seen(_, out)
	if out == 8 {
		seen(_, code)
	}
}

func given(code codes.ResponseCode) (out codes.ResponseCode) {
	last := code
	defer func(at codes.ResponseCode) {
		if at == 5 && last == 6 {
			out = 88
		}
	}(last)
	if last == 5 {
		last = 6
	}
	return last
}

func WithArguments(code codes.ResponseCode) {
	out := given(code)
	seen(_, out)
	if out == 88 {
		seen(_, code)
	}
}

func handedOut(code codes.ResponseCode) (out codes.ResponseCode) {
	g := new(gauge)
	defer g.note(&out)
	defer func() {
		if out == 6 {
			out = 5
		}
	}()
	return code
}

func Addresses(code codes.ResponseCode) { seen(_, handedOut(code)) }

func byPointer(code codes.ResponseCode) (out codes.ResponseCode) {
	defer func(p *codes.ResponseCode) {
		if code == 5 {
			*p = 11
		}
	}(&out)
	return 0
}

func ByPointer(code codes.ResponseCode) { seen(_, byPointer(code)) }

func nested(code codes.ResponseCode) (out codes.ResponseCode) {
	defer func() {
		defer func() { out = 12 }()
		out = 11
	}()
	return code
}

func Nested(code codes.ResponseCode) { seen(_, nested(code)) }

func lent(code codes.ResponseCode) (r *reply, err error) {
	defer func() {
		if r.code == 5 {
			r.code = 6
		}
		if r.code == 7 {
			err = &refusal{r.code}
			r = &reply{8}
		}
	}()
	return &reply{code}, nil
}

func Replies(code codes.ResponseCode) {
	r, err := lent(code)
	seen(_, r.code)
	if err != nil {
		seen(_, code)
		seen(_, r.code)
	}
	if r.code == 6 {
		seen(_, code)
	}
}

func reset(r *reply) { r.code = 0 }

func emptied(r *reply) (out codes.ResponseCode, err error) {
	defer func() {
		if r.code != 0 {
			err = errClosed
		}
	}()
	defer reset(r)
	return r.code, nil
}

func ChangedBetween(code codes.ResponseCode) {
	r := &reply{code}
	out, err := emptied(r)
	seen(_, out)
	seen(_, r.code)
	if err != nil {
		seen(_, out)
	}
}

func rescued(code codes.ResponseCode) (out codes.ResponseCode) {
	out = 11
	defer func() {
		if p := recover(); p != nil {
			out = 12
		}
	}()
	if code == 5 {
		panic("busy")
	}
	return code
}

func Rescued(code codes.ResponseCode) {
	out := rescued(code)
	seen(_, out)
	if out == 12 {
		seen(_, code)
	}
}

func stillPanics(code codes.ResponseCode) (out codes.ResponseCode) {
	defer func() {
		if out == 0 {
			out = 88
		}
	}()
	if code == 5 {
		panic("busy")
	}
	out = code
	return
}

func StillPanics(code codes.ResponseCode) {
	defer func() { _ = recover(); seen(_, code) }()
	seen(_, stillPanics(code))
	seen(_, code)
}

func unnamed(r *reply) (*reply, codes.ResponseCode) {
	defer func() { r.code = 5 }()
	return r, r.code
}

func Unnamed(code codes.ResponseCode) {
	r, was := unnamed(&reply{code})
	seen(_, r.code)
	seen(_, was)
}

func blank(code codes.ResponseCode) (_ codes.ResponseCode, out codes.ResponseCode) {
	defer func() { out++ }()
	return code, code
}

func BlankResults(code codes.ResponseCode) {
	first, second := blank(code)
	seen(_, first)
	seen(_, second)
	if first == 5 {
		seen(_, second)
	}
}

func swapped(code codes.ResponseCode) (a, b codes.ResponseCode) {
	defer func() { a, b = b, a }()
	a, b = code, 5
	return b, a
}

func ExactlySwapped(code codes.ResponseCode) {
	a, b := swapped(code)
	seen(_, a)
	seen(_, b)
}

func shadowed(code codes.ResponseCode) (err error) {
	defer func() {
		if err := failed(code); err != nil {
			return
		}
		if code == 0 {
			err = errClosed
		}
	}()
	if code == 5 {
		return &refusal{code}
	}
	return err
}

func ExactlyShadowed(code codes.ResponseCode) {
	if err := shadowed(code); err != nil {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func inAClosure(code codes.ResponseCode) {
	out := func() (out codes.ResponseCode) {
		defer func() {
			if out == 5 {
				out = 6
			}
		}()
		return code
	}()
	seen(_, out)
}

func InAClosure(code codes.ResponseCode) { inAClosure(code) }

func ofIterators(code codes.ResponseCode) (out codes.ResponseCode) {
	for c := range slices.Values([]codes.ResponseCode{code}) {
		defer func() { out = 88 }()
		return c
	}
	return 0
}

func OfIterators(code codes.ResponseCode) { seen(_, ofIterators(code)) }

func leftForGood(code codes.ResponseCode) (out codes.ResponseCode) {
	defer func() {
		if code == 5 {
			panic("busy")
		}
		out = code
	}()
	return 0
}

func LeftForGood(code codes.ResponseCode) {
	defer func() { _ = recover() }()
	seen(_, leftForGood(code))
	seen(_, code)
}

func kept(code codes.ResponseCode) (err error) {
	finish := func() {
		if code == 6 {
			err = errClosed
		}
	}
	defer finish()
	if code == 5 {
		return &refusal{code}
	}
	return nil
}

func ByName(code codes.ResponseCode) {
	if err := kept(code); err != nil {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func backAndForth(code codes.ResponseCode) (out codes.ResponseCode) {
	done := false
	for {
		if done {
			defer func() { out = 11 }()
			break
		}
		defer func() { out = code }()
		done = true
	}
	return 0
}

func inJumps(code codes.ResponseCode) (out codes.ResponseCode) {
	goto second
first:
	defer func() { out = 11 }()
	return 0
second:
	defer func() { out = code }()
	goto first
}

func OutOfOrder(code codes.ResponseCode) {
	seen(_, backAndForth(code))
	seen(_, inJumps(code))
}

func perhaps(code codes.ResponseCode) (err error) {
	if code > 10 {
		defer func() {
			if err != nil {
				err = nil
			}
		}()
	}
	if code != 0 {
		return &refusal{code}
	}
	return nil
}

func Perhaps(code codes.ResponseCode) {
	if perhaps(code) != nil {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

func worn(code codes.ResponseCode) (err error) {
	for range 2 {
		defer func() {
			switch err {
			case errClosed:
				err = errWorn
			case errWorn:
				err = nil
			}
		}()
	}
	if code == 5 {
		return errClosed
	}
	return &refusal{code}
}

var errWorn = errors.New("worn")

func MadeAgain(code codes.ResponseCode) {
	if err := worn(code); err == nil {
		seen(_, code)
	} else {
		seen(_, code)
	}
}

// A noted code is forgotten as soon as somebody writes it.
type noted struct{ code *codes.ResponseCode }

func (n noted) String() string {
	*n.code = 7
	return "noted"
}

func noting(c codes.ResponseCode) (d codes.ResponseCode) {
	d = c
	if d == 5 {
		defer fmt.Fprint(io.Discard, noted{&d})
	}
	return d
}

func Noted(c codes.ResponseCode) {
	d := noting(c)
	if c == 5 {
		seen(_, d)
	}
}
