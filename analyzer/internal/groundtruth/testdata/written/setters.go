// What functions set in what they get pointers to.
package written

type parcel struct {
	done, over bool
	sort       int
	last       codes.ResponseCode
	err        error
}

type box struct {
	parcel
	next *parcel
}

var kept *parcel

var errOver = errors.New("over")

func (p *parcel) note(c codes.ResponseCode) {
	p.done = c == 0
	p.over = c == 11 || c == 16
	p.last = c
}

func ExactlyNoted(c codes.ResponseCode) {
	p := &parcel{}
	p.note(c)
	if p.done {
		seen(_, c)
		return
	}
	if p.over {
		seen(_, c)
	}
	seen(_, p.last)
}

func ExactlyNotedInVariable(c codes.ResponseCode) {
	var p parcel
	p.note(c)
	if !p.over {
		seen(_, c)
	}
}

func (p *parcel) sortOut(c codes.ResponseCode) {
	switch c {
	case 0:
		p.sort = 1
	case 5, 88:
		p.sort = 2
	default:
		p.sort = 3
	}
}

func ExactlySorted(c codes.ResponseCode) {
	p := new(parcel)
	p.sortOut(c)
	switch p.sort {
	case 1:
		seen(_, c)
	case 2:
		seen(_, c)
	default:
		seen(_, c)
	}
}

func fail(p *parcel, c codes.ResponseCode) {
	if c == 5 {
		p.err = nil
		return
	}
	p.err = errOver
}

func ExactlyFailed(c codes.ResponseCode) {
	var p parcel
	if fail(&p, c); p.err != nil {
		seen(_, c)
		return
	}
	seen(_, c)
}

func both(p, q *parcel, c codes.ResponseCode) {
	p.done = c == 5
	q.done = c == 11
}

func Same(c codes.ResponseCode) {
	p := &parcel{}
	both(p, p, c)
	if p.done {
		seen(_, c)
	}
}

func Different(c codes.ResponseCode) {
	p, q := &parcel{}, &parcel{}
	both(p, q, c)
	if p.done {
		seen(_, c)
	}
	if q.done {
		seen(_, c)
	}
}

func elsewhere(p *parcel, c codes.ResponseCode) {
	p.done = c == 5
	p = &parcel{}
	p.done = c == 11
}

func Elsewhere(c codes.ResponseCode) {
	p := &parcel{}
	elsewhere(p, c)
	if p.done {
		seen(_, c)
	}
}

func (p *parcel) deferred(c codes.ResponseCode) {
	defer func() { p.done = c == 88 }()
	p.done = c == 5
}

func Deferred(c codes.ResponseCode) {
	var p parcel
	p.deferred(c)
	if p.done {
		seen(_, c)
	}
}

func (p *parcel) byOthers(c codes.ResponseCode) {
	p.done = c == 5
	kept.done = c == 11
}

func ByOthers(c codes.ResponseCode) {
	p := &parcel{}
	kept = p
	p.byOthers(c)
	if p.done {
		seen(_, c)
	}
}

func (p *parcel) twice(c codes.ResponseCode) {
	p.done = c == 5
	p.note(c)
}

func Twice(c codes.ResponseCode) {
	var p parcel
	p.twice(c)
	if p.done {
		seen(_, c)
	}
}

func (p *parcel) counts(c codes.ResponseCode, n int) {
	if n > 0 {
		p.counts(c, n-1)
	}
	p.done = c == 5 && n == 0
}

func Counts(c codes.ResponseCode) {
	var p parcel
	p.counts(c, 2)
	if p.done {
		seen(_, c)
	}
	p.counts(c, 0)
	if p.done {
		seen(_, c)
	}
}

func Promoted(c codes.ResponseCode) {
	b := box{next: &parcel{}}
	b.note(c)
	b.next.note(5)
	if b.done {
		seen(_, c)
	}
	if b.next.done {
		seen(_, c)
	}
	if b.over {
		seen(_, c)
	}
}

func OtherName(c codes.ResponseCode) {
	p := &parcel{}
	q := p
	q.done = true
	p.note(c)
	if q.done {
		seen(_, c)
	}
	q.note(5)
	if p.done {
		seen(_, c)
	}
}

func Elements(c codes.ResponseCode) {
	all := []parcel{{}, {}}
	all[0].note(c)
	all[1].note(11)
	if all[0].done {
		seen(_, c)
	}
	for i := range all {
		if all[i].over {
			seen(_, c)
		}
	}
}

func Rounds(c codes.ResponseCode) {
	p := &parcel{}
	for i := 0; i < 3 && !p.over; i++ {
		seen(_, c)
		p.note(c)
		if i > 0 {
			seen(_, c)
		}
	}
	seen(_, c)
}

func Launched(c codes.ResponseCode) {
	p := &parcel{}
	done := make(chan bool)
	go func() {
		p.note(c)
		close(done)
	}()
	<-done
	if p.done {
		seen(_, c)
	}
}

func Later(c codes.ResponseCode) {
	p := &parcel{}
	defer func() {
		if p.done {
			seen(_, c)
		}
	}()
	defer p.note(c)
	p.note(5)
}

func handed(p *parcel, c codes.ResponseCode) *parcel {
	p.done = c == 5
	return &parcel{done: c == 11}
}

func Handed(c codes.ResponseCode) {
	p := &parcel{}
	if handed(handed(p, c), c).done {
		seen(_, c)
	}
	if p.done {
		seen(_, c)
	}
}

func (p *parcel) sometimes(c codes.ResponseCode) {
	if c == 5 {
		p.done = true
	}
	if c == 11 {
		p.done = false
	}
}

func Sometimes(c codes.ResponseCode) {
	p := &parcel{done: true}
	p.sometimes(c)
	if !p.done {
		seen(_, c)
	}
	q := &parcel{}
	q.sometimes(c)
	if q.done {
		seen(_, c)
	}
}

func AsValue(c codes.ResponseCode) {
	p := &parcel{}
	note := p.note
	note(c)
	if p.done {
		seen(_, c)
	}
	(*parcel).note(p, 5)
	if p.done {
		seen(_, c)
	}
}

func ExactlyAgain(c codes.ResponseCode) {
	p := &parcel{}
	p.note(c)
	p.note(11)
	if p.over {
		seen(_, c)
	}
	if p.done {
		seen(_, c)
	}
}
