// What functions set for some codes alone in what they get pointers to.
package written

type parcel struct {
	done, over bool
	sort       int
	last       codes.ResponseCode
	err        error
}

var kept *parcel

var errOver = errors.New("over")

func (p *parcel) notesSome(c codes.ResponseCode) {
	if c == 5 || c == 88 {
		p.over = true
	}
}

func ExactlySome(c codes.ResponseCode) {
	p := &parcel{}
	p.notesSome(c)
	if p.over {
		seen(_, c)
	} else {
		seen(_, c)
	}
	p.over = true
	p.notesSome(c)
	if !p.over {
		seen(_, c)
	}
}

func (p *parcel) sortsSome(c codes.ResponseCode) {
	switch c {
	case 0:
		p.sort = 1
	case 11, 16:
		p.sort = 2
	}
}

func ExactlySortedSome(c codes.ResponseCode) {
	p := &parcel{sort: 7}
	switch p.sortsSome(c); p.sort {
	case 1:
		seen(_, c)
	case 2:
		seen(_, c)
	case 7:
		seen(_, c)
	default:
		seen(_, c)
	}
	p.sortsSome(11)
	if p.sort == 2 {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func (p *parcel) failsSome(c codes.ResponseCode) {
	if c != 0 {
		p.err = errOver
	}
}

func ExactlyFailedSome(c codes.ResponseCode) {
	var p parcel
	if p.failsSome(c); p.err != nil {
		seen(_, c)
		return
	}
	seen(_, c)
}

func (p *parcel) codesSome(c codes.ResponseCode) {
	if c > 10 {
		p.last = c
	}
}

func CodedSome(c codes.ResponseCode) {
	p := &parcel{last: 3}
	p.codesSome(c)
	seen(_, p.last)
	if p.last == c {
		seen(_, c)
	}
}

func (p *parcel) handsOn(c codes.ResponseCode) {
	p.done = false
	p.notesSome(c)
	noteOther(p, c)
}

func noteOther(q *parcel, c codes.ResponseCode) {
	if c == 11 {
		q.done = true
	}
}

func ExactlyThrough(c codes.ResponseCode) {
	p := &parcel{}
	p.handsOn(c)
	if p.over {
		seen(_, c)
	} else if p.done {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func setBoth(p, q *parcel, c codes.ResponseCode) {
	if c == 5 {
		p.over = true
	}
	if c == 11 {
		q.over = false
	}
	if p.over {
		seen(_, c)
	}
}

func SetBoth(c codes.ResponseCode, b bool) {
	p, q := &parcel{}, &parcel{}
	if b {
		q = p
	}
	p.over = true
	setBoth(p, q, c)
	if p.over {
		seen(_, c)
	}
	setBoth(q, p, c)
	if p.over {
		seen(_, c)
	}
	if q.over {
		seen(_, c)
	}
}

func SetSameSome(c codes.ResponseCode) {
	p := &parcel{over: true}
	setBoth(p, p, c)
	if p.over {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func (p *parcel) copiesSome(c codes.ResponseCode) {
	was := p.over
	p.over = c == 5
	if c == 11 {
		p.over = was
		p.done = was
	}
}

func CopiedSome(c codes.ResponseCode) {
	p := &parcel{over: true}
	p.copiesSome(c)
	if p.over {
		seen(_, c)
	}
	if p.done {
		seen(_, c)
	}
	p.copiesSome(11)
	if p.done {
		seen(_, c)
	}
}

func (p *parcel) asksSome(c codes.ResponseCode) {
	if p.over {
		return
	}
	if c == 5 {
		p.over = true
	}
	p.done = p.over
}

func AskedSome(c codes.ResponseCode) {
	p := &parcel{}
	p.asksSome(c)
	if p.done {
		seen(_, c)
	}
	p.asksSome(5)
	if p.done {
		seen(_, c)
	}
	if p.over {
		seen(_, c)
	}
}

func (p *parcel) loopsSome(c codes.ResponseCode) {
	for i := 0; i < 3; i++ {
		if c == codes.ResponseCode(i) {
			p.over = true
		}
		if c == 88 {
			p.over = !p.over
		}
	}
}

func LoopedSome(c codes.ResponseCode) {
	p := &parcel{}
	p.loopsSome(c)
	if p.over {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func (p *parcel) clearsSome(c codes.ResponseCode) {
	if c == 5 {
		p.over = true
	}
	*p = parcel{sort: 2}
	if c == 11 {
		p.done = true
	}
}

func ClearedSome(c codes.ResponseCode) {
	p := &parcel{over: true, done: true}
	p.clearsSome(c)
	if p.over {
		seen(_, c)
	}
	if p.done {
		seen(_, c)
	}
}

func (p *parcel) returnsSome(c codes.ResponseCode) (*parcel, bool) {
	if c == 5 {
		p.over = true
	}
	return p, p.over
}

func ReturnedSome(c codes.ResponseCode) {
	p := &parcel{}
	q, over := p.returnsSome(c)
	if over {
		seen(_, c)
	}
	if q.over {
		seen(_, c)
	}
	q.over = true
	r, _ := q.returnsSome(c)
	if r.over {
		seen(_, c)
	}
	if p.over {
		seen(_, c)
	}
}

func (p *parcel) countsSome(c codes.ResponseCode, n int) {
	if c == 5 {
		p.over = true
	}
	if n > 0 {
		p.over = false
		p.countsSome(11, n-1)
	}
}

func CountedSome(c codes.ResponseCode) {
	p := &parcel{}
	p.countsSome(c, 1)
	if p.over {
		seen(_, c)
	}
	p.countsSome(c, 0)
	if p.over {
		seen(_, c)
	}
}

// A holder has a parcel within.
type holder struct {
	*parcel
	over bool
}

func (h *holder) notesWithin(c codes.ResponseCode) {
	h.over = false
	h.notesSome(c)
	if c == 11 {
		h.parcel.over = false
	}
}

func HeldSome(c codes.ResponseCode) {
	h := &holder{parcel: &parcel{over: true}, over: true}
	h.notesWithin(c)
	if h.over {
		seen(_, c)
	}
	if h.parcel.over {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func (p *parcel) deferredSome(c codes.ResponseCode) {
	defer p.notesSome(c)
	if c == 11 {
		p.over = false
	}
}

func DeferredSome(c codes.ResponseCode) {
	p := &parcel{over: true}
	p.deferredSome(c)
	if p.over {
		seen(_, c)
	} else {
		seen(_, c)
	}
}

func RoundsSome(c codes.ResponseCode) {
	p := &parcel{}
	for i := 0; i < 3 && !p.over; i++ {
		seen(_, c)
		p.notesSome(c)
		if i > 0 {
			seen(_, c)
		}
	}
	if p.over {
		seen(_, c)
	}
}

func OtherNameSome(c codes.ResponseCode) {
	p := &parcel{}
	q := p
	p.notesSome(c)
	if q.over {
		seen(_, c)
	}
	q.over = false
	q.noteAgain(c)
	if p.over {
		seen(_, c)
	}
}

func (p *parcel) noteAgain(c codes.ResponseCode) {
	if c == 5 {
		kept = p
		kept.over = true
	}
	if c == 88 {
		p.over = true
	}
}
