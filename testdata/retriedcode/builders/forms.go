package builders

import (
	"container/list"
	"context"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// A form is filled by functions.
type form struct {
	From string `json:"from"`
	To   string `json:"to"`
	Text string `json:"text"`
}

func newForm() *form { return &form{} }

func fillIn(f *form, m api.Message) {
	f.From, f.To = m.From, m.To
	setText(f, m.Text)
}

func setText(f *form, text string) {
	if text == "" {
		text = "hello"
	}
	f.Text = text
}

// filled is a form for a message.
func filled(m api.Message) *form {
	f := newForm()
	fillIn(f, m)
	return f
}

func submit(ctx context.Context, c *api.Client, f *form) (codes.ResponseCode, error) {
	var out struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := c.Post(ctx, "/sms", f, &out)
	return out.Code, err
}

// FilledNew fills a new form in each round.
func FilledNew(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		f := newForm()
		fillIn(f, m)
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// FilledOwn has it in a variable of its own.
func FilledOwn(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		var f form
		fillIn(&f, m)
		code, err := submit(ctx, c, &f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// FilledBefore leaves the filling to another function.
func FilledBefore(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries { // want "and 10 more of class never"
		f := filled(m)
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// FilledExact stops for what cannot pass.
func FilledExact(ctx context.Context, c *api.Client, m api.Message) error {
	for range maxTries {
		f := filled(m)
		code, err := submit(ctx, c, f)
		if err != nil {
			return err
		}
		if !code.Retryable() {
			return code.Err()
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// A book has the senders that may be tried.
type book struct {
	senders []string
	next    int
}

func fillFrom(f *form, b *book, m api.Message) {
	fillIn(f, m)
	f.From = b.senders[b.next%len(b.senders)]
	b.next++
}

// FilledOther has another sender in it each time.
func FilledOther(ctx context.Context, c *api.Client, m api.Message) error {
	b := &book{senders: []string{m.From, "", "info"}}
	for range maxTries {
		f := newForm()
		fillFrom(f, b, m)
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func leaveOut(f *form) { f.From = "" }

// FilledLess leaves the sender out after the first try.
func FilledLess(ctx context.Context, c *api.Client, m api.Message) error {
	f := filled(m)
	for range maxTries {
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		leaveOut(f)
	}
	return errGivenUp
}

// An account keeps what it has sent last.
type account struct{ last *form }

func (a *account) keep(f *form, m api.Message) {
	fillIn(f, m)
	if a.last != nil {
		f.From = ""
	}
	a.last = f
}

// FilledKept goes by what was sent last.
func FilledKept(ctx context.Context, c *api.Client, m api.Message) error {
	a := new(account)
	for range maxTries {
		f := newForm()
		a.keep(f, m)
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// FilledRange asks for one sender after the other.
func FilledRange(ctx context.Context, c *api.Client, m api.Message) error {
	for _, from := range []string{m.From, "", "info"} {
		f := newForm()
		fillIn(f, api.Message{From: from, To: m.To, Text: m.Text})
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

// FilledMoved does so by what it has moved on.
func FilledMoved(ctx context.Context, c *api.Client, m api.Message) error {
	b := &book{senders: []string{m.From, "", "info"}}
	for range maxTries {
		f := newForm()
		fillAt(f, b, m)
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		b.turn()
	}
	return errGivenUp
}

func fillAt(f *form, b *book, m api.Message) {
	fillIn(f, m)
	f.From = b.senders[b.next]
}

func (b *book) turn() { b.next = (b.next + 1) % len(b.senders) }

// FilledTaken takes the next sender out of a list.
func FilledTaken(ctx context.Context, c *api.Client, m api.Message) error {
	senders := list.New()
	for _, from := range []string{m.From, "", "info", "shop"} {
		senders.PushBack(from)
	}
	for range maxTries {
		f := newForm()
		fillNext(f, senders, m)
		code, err := submit(ctx, c, f)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		time.Sleep(c.Unit)
	}
	return errGivenUp
}

func fillNext(f *form, senders *list.List, m api.Message) {
	fillIn(f, m)
	f.From, _ = senders.Remove(senders.Front()).(string)
}
