package success

import (
	"errors"
	"fmt"

	"github.com/errcodelint/errcodelint/codes"
)

// A pointer that is only ever given what failed leads to no success.

func lastBad(rs []reply) error {
	var bad *reply
	for i := range rs {
		if rs[i].Code != codes.ResponseSuccess {
			bad = &rs[i]
		}
	}
	if bad == nil {
		return nil
	}
	return bad.Code
}

func lastBadCode(rs []reply) error {
	var bad *codes.ResponseCode
	for _, r := range rs {
		if code := r.Code; code != codes.ResponseSuccess {
			bad = &code
		}
	}
	if bad != nil {
		return fmt.Errorf("refused: %w", *bad)
	}
	return nil
}

func lastOf(rs []*reply) error {
	var last *reply
	for _, r := range rs {
		last = r
	}
	if last == nil {
		return nil
	}
	return last.Code // want `last\.Code becomes an error, and can be 0 \(Success\) here`
}

// A watch keeps the first that failed, and the last of all.
type watch struct {
	bad  *reply
	last *reply
}

func (w *watch) see(r *reply) {
	w.last = r
	if w.bad == nil && r.Code != codes.ResponseSuccess {
		w.bad = r
	}
}

func (w *watch) forget() { w.bad = nil }

func (w *watch) err() error {
	if w.bad != nil {
		return w.bad.Code
	}
	return nil
}

func (w *watch) lastErr() error {
	if w.last != nil {
		return w.last.Code // want `w\.last\.Code becomes an error, and can be 0 \(Success\) here`
	}
	return nil
}

// A bounced message keeps the whole reply, as one in the post does, which may be any.
type bounced struct {
	to string
	reply
}

type posted struct {
	to string
	*reply
}

func bounce(to string, r reply) *bounced {
	if r.Code == codes.ResponseSuccess {
		return nil
	}
	return &bounced{to, r}
}

func (b *bounced) err() error { return fmt.Errorf("%s: %w", b.to, b.Code) }

func post(to string, r *reply) *posted { return &posted{to, r} }

func (p *posted) err() error { return fmt.Errorf("%s: %w", p.to, p.Code) } // want `p\.Code becomes an error, and can be 0 \(Success\) here`

// A scalar is around a code.
type scalar struct{ codes.ResponseCode }

type problem struct{ code scalar }

func problemOf(code codes.ResponseCode) *problem {
	if code != codes.ResponseSuccess {
		return &problem{code: scalar{code}}
	}
	return nil
}

func (p *problem) err() error { return p.code.ResponseCode }

// firstBad returns one that failed, if there is one; firstNamed any.
func firstBad(rs []reply) *codes.ResponseCode {
	for i := range rs {
		if rs[i].Code != codes.ResponseSuccess {
			return &rs[i].Code
		}
	}
	return nil
}

func firstNamed(rs []reply, name string) *codes.ResponseCode {
	for i := range rs {
		if rs[i].Message == name {
			return &rs[i].Code
		}
	}
	return nil
}

func errOfFirst(rs []reply) error {
	if code := firstBad(rs); code != nil {
		return *code
	}
	if code := firstNamed(rs, "x"); code != nil {
		return *code // want `\*code becomes an error, and can be 0 \(Success\) here`
	}
	return nil
}

// What is counted along with a code says whether there is one.

func tally(rs []reply) (failed int, worst codes.ResponseCode) {
	for _, r := range rs {
		if r.Code != codes.ResponseSuccess {
			failed++
			worst = max(worst, r.Code)
		}
	}
	return failed, worst
}

func tallied(rs []reply) error {
	failed, worst := tally(rs)
	if failed == 0 {
		return nil
	}
	return fmt.Errorf("%d of %d: %w", failed, len(rs), worst)
}

// exchange gives the HTTP status, too, which says nothing of the code.
func exchange(r reply) (status int, code codes.ResponseCode) { return 200, r.Code }

func exchanged(r reply) error {
	status, code := exchange(r)
	if status != 200 {
		return errors.New("status")
	}
	return code // want `code becomes an error, and can be 0 \(Success\) here`
}

// What is asked beside an error says whether it is one.

func choose[T any](ok bool, yes, no T) T {
	if ok {
		return yes
	}
	return no
}

func when(failed bool, f func() error) error {
	if !failed {
		return nil
	}
	return f()
}

func chosen(r reply) error {
	return choose(r.Code == codes.ResponseSuccess, nil, fmt.Errorf("refused: %w", r.Code))
}

func chosenLater(r reply) error {
	return when(r.Code != codes.ResponseSuccess, func() error { return r.Code })
}

func chosenOtherwise(r reply, strict bool) error {
	return when(strict, func() error { return r.Code }) // want `r\.Code becomes an error, and can be 0 \(Success\) here`
}

func listedAsked(r reply) error {
	for _, c := range []struct {
		failed bool
		err    error
	}{
		{r.Message == "", errors.New("no message")},
		{r.Code != codes.ResponseSuccess, r.Code},
	} {
		if c.failed {
			return c.err
		}
	}
	return nil
}

var _ = []any{(*watch).see, (*watch).forget, (*watch).err, (*watch).lastErr, bounce, (*bounced).err, post, (*posted).err, problemOf, (*problem).err}
