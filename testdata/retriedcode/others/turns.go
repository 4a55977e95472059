package others

import (
	"context"
	"errors"
	"log"
	"os"
	"strings"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// What is sent next is chosen by the number of the attempt, by what the last one has brought, or by somebody
// who writes it to a file.

// senders are the names to send from, one after the other.
type senders struct {
	c     *api.Client
	names []string
	skip  map[string]bool
}

func sendersOf(c *api.Client, m api.Message) *senders {
	return &senders{c: c, names: []string{m.From, "Shop", "Info"}, skip: make(map[string]bool)}
}

func (s *senders) by(ctx context.Context, attempt int, m api.Message) (codes.ResponseCode, error) {
	m.From = s.names[attempt%len(s.names)]
	return s.send(ctx, m)
}

func (s *senders) send(ctx context.Context, in any) (codes.ResponseCode, error) {
	var r struct {
		Code codes.ResponseCode `json:"responseCode"`
	}
	err := s.c.Post(ctx, "/sms", in, &r)
	return r.Code, err
}

// TurnNumber sends by the number of the attempt.
func TurnNumber(ctx context.Context, c *api.Client, m api.Message) error {
	s := sendersOf(c, m)
	for attempt := 0; attempt < len(s.names); attempt++ {
		code, err := s.by(ctx, attempt, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errors.New("nobody may send")
}

func (s *senders) name(try int) string {
	i := try % len(s.names)
	return s.names[i]
}

// TurnAsked asks for the sender by the number of the attempt.
func TurnAsked(ctx context.Context, c *api.Client, m api.Message) error {
	s := sendersOf(c, m)
	for try := 0; try < len(s.names); try++ {
		code, err := s.send(ctx, api.Message{From: s.name(try), To: m.To, Text: m.Text})
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errors.New("nobody may send")
}

// TurnRecursive hands the number on.
func TurnRecursive(ctx context.Context, c *api.Client, m api.Message) error {
	return sendersOf(c, m).recursive(ctx, m, 0)
}

func (s *senders) recursive(ctx context.Context, m api.Message, tries int) error {
	code, err := s.by(ctx, tries, m)
	if err != nil || code == codes.ResponseSuccess {
		return err
	}
	if tries+1 == len(s.names) {
		return code
	}
	return s.recursive(ctx, m, tries+1)
}

// pauses are how long to wait before an attempt.
var pauses = []int{1, 2, 4}

func (s *senders) patiently(ctx context.Context, attempt int, m api.Message) (codes.ResponseCode, error) {
	if attempt > 0 {
		if err := s.c.Pause(ctx, attempt); err != nil {
			return 0, err
		}
	}
	return s.send(ctx, m)
}

// TurnPause only waits longer.
func TurnPause(ctx context.Context, c *api.Client, m api.Message) error {
	s := sendersOf(c, m)
	for attempt := range pauses { // want "and 10 more of class never"
		code, err := s.patiently(ctx, attempt, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
	}
	return errors.New("not sent")
}

// TurnFile reads the sender again, which somebody else may have changed.
func TurnFile(ctx context.Context, c *api.Client, m api.Message) error {
	s := sendersOf(c, m)
	for {
		from, err := os.ReadFile("sender.txt")
		if err != nil {
			return err
		}
		code, err := s.send(ctx, api.Message{From: strings.TrimSpace(string(from)), To: m.To, Text: m.Text})
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator {
			return code.Err()
		}
		c.Pause(ctx, 1)
	}
}

// TurnSkipped leaves out the sender that was refused.
func TurnSkipped(ctx context.Context, c *api.Client, m api.Message) error {
	s := sendersOf(c, m)
	for range 2 {
		body := map[string]string{"to": m.To, "text": m.Text}
		if !s.skip[m.From] {
			body["from"] = m.From
		}
		code, err := s.send(ctx, body)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator {
			return code.Err()
		}
		s.skip[m.From] = true
	}
	return codes.ResponseInvalidOriginator
}

// TurnNamed keeps in a variable whether to name the sender.
func TurnNamed(ctx context.Context, c *api.Client, m api.Message) error {
	s, named := sendersOf(c, m), true
	for range 2 {
		next := m
		if !named {
			next.From = ""
		}
		code, err := s.send(ctx, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator {
			return code.Err()
		}
		named = false
	}
	return codes.ResponseInvalidOriginator
}

// TurnPlain has a name for that.
func TurnPlain(ctx context.Context, c *api.Client, m api.Message) error {
	s, named := sendersOf(c, m), true
	for range 2 {
		next := m
		plain := !named
		if plain {
			next.From = ""
		}
		code, err := s.send(ctx, next)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator {
			return code.Err()
		}
		named = false
	}
	return codes.ResponseInvalidOriginator
}

// TurnRewound marks only that it is another attempt.
func TurnRewound(ctx context.Context, c *api.Client, m api.Message) error {
	s := sendersOf(c, m)
	var err error
	for i := range 3 { // want "and 10 more of class never"
		next := m
		if i > 0 && err != nil {
			next = api.Message{From: m.From, To: m.To, Text: m.Text}
		}
		var code codes.ResponseCode
		if code, err = s.send(ctx, next); err != nil {
			continue
		}
		if code == codes.ResponseSuccess {
			return nil
		}
		c.Pause(ctx, 1)
	}
	return errors.New("not sent")
}

// TurnClosure changes the sender by a closure.
func TurnClosure(ctx context.Context, c *api.Client, m api.Message) error {
	s, i := sendersOf(c, m), 0
	rotate := func() {
		i++
		m.From = s.names[i%len(s.names)]
	}
	for range s.names {
		code, err := s.send(ctx, m)
		if err != nil || code == codes.ResponseSuccess {
			return err
		}
		rotate()
	}
	return errors.New("nobody may send")
}

// TurnPointer changes it by a pointer.
func TurnPointer(ctx context.Context, c *api.Client, m api.Message) error {
	s, p := sendersOf(c, m), &m
	for range 2 {
		code, err := s.send(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidOriginator {
			return code.Err()
		}
		p.From = ""
	}
	return codes.ResponseInvalidOriginator
}

// TurnCalled is called again with another sender.
func TurnCalled(ctx context.Context, c *api.Client, m api.Message) error {
	return turnCalled(ctx, sendersOf(c, m), m, false)
}

func turnCalled(ctx context.Context, s *senders, m api.Message, second bool) error {
	from := s.names[0]
	if second {
		from = s.names[1]
	}
	code, err := s.send(ctx, api.Message{From: from, To: m.To, Text: m.Text})
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess && !second {
		return turnCalled(ctx, s, m, true)
	}
	return code.Err()
}

// TurnLogged is called again, and says so.
func TurnLogged(ctx context.Context, c *api.Client, m api.Message) error {
	return turnLogged(ctx, sendersOf(c, m), m, false)
}

func turnLogged(ctx context.Context, s *senders, m api.Message, second bool) error {
	if second {
		log.Print("again to ", m.To)
	}
	code, err := s.send(ctx, m)
	if err != nil {
		return err
	}
	if code != codes.ResponseSuccess && !second {
		return turnLogged(ctx, s, m, true) // want "and 10 more of class never"
	}
	return code.Err()
}

// TurnFilled has somebody else fill in the message.
func TurnFilled(ctx context.Context, c *api.Client, m api.Message) error {
	n := 0
	return turnFilled(ctx, sendersOf(c, m), m, func(next *api.Message) error {
		n++
		next.Text = strings.Repeat("?", n)
		return nil
	})
}

func turnFilled(ctx context.Context, s *senders, m api.Message, fill func(*api.Message) error) error {
	for range 3 {
		if err := fill(&m); err != nil {
			return err
		}
		code, err := s.send(ctx, m)
		if err != nil {
			return err
		}
		if code != codes.ResponseInvalidCode {
			return code.Err()
		}
	}
	return codes.ResponseInvalidCode
}
