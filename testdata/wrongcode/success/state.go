package success

import (
	"sync"
	"time"

	"github.com/errcodelint/errcodelint/codes"
)

// A job keeps what became of it.
type job struct {
	failed bool
	phase  phase
	code   codes.ResponseCode
}

type phase int

const (
	phaseNew phase = iota
	phaseSent
	phaseRefused
)

func (j *job) note(r reply) {
	j.phase = phaseSent
	if r.Code != codes.ResponseSuccess {
		j.failed, j.phase, j.code = true, phaseRefused, r.Code
	}
}

// err asks whether there is a code that failed.
func (j *job) err() error {
	if j.failed {
		return j.code
	}
	return nil
}

// errByPhase asks in another way.
func (j *job) errByPhase() error {
	switch j.phase {
	case phaseNew, phaseSent:
		return nil
	}
	return j.code
}

// errUnasked asks nothing.
func (j *job) errUnasked() error {
	return j.code // want `j\.code becomes an error, and can be 0 \(Success\) here`
}

// finish has the code from just now.
func (j *job) finish(r reply) error {
	if j.phase == phaseRefused {
		return nil
	}
	j.code = r.Code
	return j.code // want `j\.code becomes an error, and can be 0 \(Success\) here`
}

// A breaker lets no request through for a while after too many have failed.
type breaker struct {
	mu    sync.Mutex
	until time.Time
	why   codes.ResponseCode
}

func (b *breaker) do(send func() reply) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if time.Now().Before(b.until) {
		return b.why
	}
	if r := send(); r.Code != codes.ResponseSuccess {
		b.until, b.why = time.Now().Add(time.Minute), r.Code
		return r.Code
	}
	return nil
}

// A parted is a reply: how many parts it has says nothing of its code.
type parted struct {
	Code  codes.ResponseCode `json:"responseCode"`
	Parts int                `json:"parts"`
}

func (p parted) err() error {
	if p.Parts > 5 {
		return p.Code // want `p\.Code becomes an error, and can be 0 \(Success\) here`
	}
	return nil
}

var _ = []any{(*job).note, (*job).err, (*job).errByPhase, (*job).errUnasked, (*job).finish, (*breaker).do, parted.err}

// A sending says whether it is done, and keeps the reply.
type sending struct {
	reply reply
	done  bool
	err   error
}

func newSending(r reply, err error) sending {
	return sending{r, r.Code == codes.ResponseSuccess, err}
}

func (s sending) ok() bool { return s.done }

func finished(r reply) error {
	if s := newSending(r, nil); !s.done {
		return s.reply.Code
	}
	return nil
}

func finishedByMethod(r reply) error {
	s := newSending(r, nil)
	if s.ok() {
		return nil
	}
	return s.reply.Code
}

// arrived asks for an error, which is none of the reply's.
func arrived(r reply, err error) error {
	s := newSending(r, err)
	if s.err != nil {
		return s.err
	}
	return s.reply.Code // want `s\.reply\.Code becomes an error, and can be 0 \(Success\) here`
}
