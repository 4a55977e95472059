// Package shop sends what a shop has to say, through an interface, with codes as
// text and as numbers.
package shop

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// An answer is what the API says.
type answer struct {
	ResponseCode string `json:"responseCode"`
	Message      string `json:"responseMessage"`
}

// A Sender sends texts.
type Sender interface {
	Send(ctx context.Context, to, text string) (*answer, error)
}

type smsSender struct {
	api  *api.Client
	from string
}

func (s smsSender) Send(ctx context.Context, to, text string) (*answer, error) {
	var a answer
	if err := s.api.Post(ctx, "/sms", api.Message{From: s.from, To: to, Text: text}, &a); err != nil {
		return nil, err
	}
	return &a, nil
}

func senderOf(c *api.Client, m api.Message) Sender { return smsSender{c, m.From} }

var errTooOften = errors.New("tried too often")

// Interface sends by an interface, whatever comes.
func Interface(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	var err error
	for i := 0; i < 3; i++ { // want "and 10 more of class never"
		var a *answer
		a, err = s.Send(ctx, m.To, m.Text)
		if err == nil && a.ResponseCode == "0" {
			return nil
		}
		time.Sleep(time.Duration(math.Pow(2, float64(i))) * c.Unit)
	}
	return err
}

// InterfaceNumbers makes a number of it.
func InterfaceNumbers(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	for tries := 3; tries > 0; tries-- { // want "for 88|and 10 more of class never"
		a, err := s.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		code, err := strconv.Atoi(a.ResponseCode)
		if err != nil {
			return fmt.Errorf("code %q: %w", a.ResponseCode, err)
		}
		if code == 0 {
			return nil
		}
		log.Printf("code %d, %d tries left", code, tries-1)
		time.Sleep(c.Unit)
	}
	return errTooOften
}

// InterfaceSwitch leaves where it should.
func InterfaceSwitch(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	for tries := 3; tries > 0; tries-- {
		a, err := s.Send(ctx, m.To, m.Text)
		if err != nil {
			var timeout net.Error
			if errors.As(err, &timeout) && timeout.Timeout() {
				continue
			}
			return err
		}
		switch strings.TrimSpace(a.ResponseCode) {
		case "0":
			return nil
		case "5", "88", "99":
			time.Sleep(c.Unit)
		default:
			return fmt.Errorf("code %s: %s", a.ResponseCode, a.Message)
		}
	}
	return errTooOften
}

// SwitchFatal lists those that stay, and forgets some.
func SwitchFatal(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	for tries := 3; tries > 0; tries-- { // want "for 2 InvalidIP, 3 AccountExpired, 4 AccountDisabled, 10 CouldNotRoute, 14 RouteLimitedByAccount and 5 more of class never"
		a, err := s.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		switch a.ResponseCode {
		case "0":
			return nil
		case "1", "11", "12", "13", "15":
			return fmt.Errorf("code %s", a.ResponseCode)
		case "6", "7", "301":
			return errors.New("somebody has to act")
		}
		time.Sleep(c.Unit)
	}
	return errTooOften
}

// Result has a type of its own for what became of it.
type Result struct {
	OK    bool
	Again bool
	Err   error
}

func resultOf(a *answer, err error) Result {
	if err != nil {
		return Result{Again: true, Err: err}
	}
	switch a.ResponseCode {
	case "0":
		return Result{OK: true}
	case "5", "99":
		return Result{Again: true, Err: errors.New(a.Message)}
	}
	return Result{Err: fmt.Errorf("code %s", a.ResponseCode)}
}

// Verdict decides after a result.
func Verdict(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	var last error
	for range 3 {
		res := resultOf(s.Send(ctx, m.To, m.Text))
		if res.OK {
			return nil
		}
		last = res.Err
		if !res.Again {
			break
		}
		time.Sleep(c.Unit)
	}
	return last
}

// Flag keeps whether it is over.
func Flag(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	sent := false
	for tries := 0; !sent && tries < 3; tries++ { // want "and 10 more of class never"
		a, err := s.Send(ctx, m.To, m.Text)
		if err != nil {
			log.Print(err)
			continue
		}
		sent = a.ResponseCode == "0"
	}
	if !sent {
		return errTooOften
	}
	return nil
}

// FlagDone is over as well where nothing is to be had.
func FlagDone(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	done, sent := false, false
	for tries := 0; !done && tries < 3; tries++ {
		a, err := s.Send(ctx, m.To, m.Text)
		if err != nil {
			log.Print(err)
			continue
		}
		sent = a.ResponseCode == "0"
		done = a.ResponseCode != "5" && a.ResponseCode != "88" && a.ResponseCode != "99"
	}
	if !sent {
		return errTooOften
	}
	return nil
}

// Fallback sends by another way where the first does not do.
func Fallback(ctx context.Context, c *api.Client, m api.Message) error {
	first, second := senderOf(c, m), senderOf(c, api.Message{From: "OTHER"})
	a, err := first.Send(ctx, m.To, m.Text)
	if err == nil && a.ResponseCode == "0" {
		return nil
	}
	if a, err = second.Send(ctx, m.To, m.Text); err != nil {
		return err
	}
	if a.ResponseCode != "0" {
		return fmt.Errorf("code %s", a.ResponseCode)
	}
	return nil
}

// Senders tries each.
func Senders(ctx context.Context, c *api.Client, m api.Message) error {
	var all error
	for i, s := range []Sender{senderOf(c, m)} {
		a, err := s.Send(ctx, m.To, m.Text)
		switch {
		case err != nil:
			all = errors.Join(all, fmt.Errorf("sender %d: %w", i, err))
		case a.ResponseCode != "0":
			all = errors.Join(all, fmt.Errorf("sender %d: code %s", i, a.ResponseCode))
		default:
			return nil
		}
	}
	return all
}

// Parts sends a long text in parts.
func Parts(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	rest := m.Text
	for rest != "" {
		part := rest[:min(len(rest), 160)]
		rest = rest[len(part):]
		a, err := s.Send(ctx, m.To, part)
		if err != nil {
			return err
		}
		if a.ResponseCode != "0" {
			log.Printf("part not sent: %s", a.ResponseCode)
		}
	}
	return nil
}

// Reminders sends one every so often, each with its own text.
func Reminders(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	for day := 1; day <= 1; day++ {
		a, err := s.Send(ctx, m.To, fmt.Sprintf("%s (day %d)", m.Text, day))
		if err != nil {
			return err
		}
		if a.ResponseCode != "0" {
			log.Printf("day %d: code %s", day, a.ResponseCode)
			continue
		}
		return nil
	}
	return nil
}

// Daily sends the same every day, whatever came of the last.
func Daily(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	tick := time.NewTicker(c.Unit)
	defer tick.Stop()
	for range 2 {
		a, err := s.Send(ctx, m.To, m.Text)
		if err != nil {
			log.Print(err)
		} else if a.ResponseCode != "0" {
			log.Printf("code %s", a.ResponseCode)
		}
		<-tick.C
	}
	return nil
}

// Wait polls until the account has credit, which somebody else buys.
func Wait(ctx context.Context, c *api.Client, m api.Message) error {
	for range 3 {
		var b struct {
			ResponseCode string  `json:"responseCode"`
			Balance      float64 `json:"balance,string"`
		}
		if err := c.Get(ctx, "/balance", &b); err != nil {
			return err
		}
		if b.ResponseCode != "0" {
			return errors.New(b.ResponseCode)
		}
		if b.Balance > 10 {
			break
		}
		time.Sleep(c.Unit)
	}
	a, err := senderOf(c, m).Send(ctx, m.To, m.Text)
	if err != nil {
		return err
	}
	if a.ResponseCode != "0" {
		return errors.New(a.ResponseCode)
	}
	return nil
}

// Cached sends again only what the cache does not have.
func Cached(ctx context.Context, c *api.Client, m api.Message) error {
	var (
		mu   sync.Mutex
		sent = make(map[string]string)
	)
	s := senderOf(c, m)
	var wg sync.WaitGroup
	for _, to := range []string{m.To, m.To} {
		mu.Lock()
		_, ok := sent[to]
		sent[to] = ""
		mu.Unlock()
		if ok {
			continue
		}
		wg.Add(1)
		go func(to string) {
			defer wg.Done()
			a, err := s.Send(ctx, to, m.Text)
			if err != nil {
				return
			}
			mu.Lock()
			defer mu.Unlock()
			sent[to] = a.ResponseCode
		}(to)
	}
	wg.Wait()
	return nil
}

// Strategy has the pauses in a list.
func Strategy(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	for _, pause := range []time.Duration{c.Unit, 2 * c.Unit, 4 * c.Unit} { // want "and 10 more of class never"
		a, err := s.Send(ctx, m.To, m.Text)
		if err == nil && a.ResponseCode == codes.ResponseSuccess.Wire() {
			return nil
		}
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return errTooOften
}

// Deadline tries until it is too late.
func Deadline(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(c.Unit) { // want "and 10 more of class never"
		if a, err := s.Send(ctx, m.To, m.Text); err != nil {
			return err
		} else if a.ResponseCode == "0" {
			return nil
		}
	}
	return errTooOften
}

// Closure sends by a variable.
func Closure(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	send := func() (bool, error) {
		a, err := s.Send(ctx, m.To, m.Text)
		if err != nil {
			return false, err
		}
		if a.ResponseCode != "0" {
			return false, fmt.Errorf("code %s", a.ResponseCode)
		}
		return true, nil
	}
	for i := 0; i < 3; i++ { // want "and 10 more of class never"
		if ok, err := send(); ok {
			return nil
		} else if err != nil {
			log.Print(err)
		}
	}
	return errTooOften
}

// Inner retries within the function that it calls.
func Inner(ctx context.Context, c *api.Client, m api.Message) error {
	return inner(ctx, senderOf(c, m), m, 3)
}

func inner(ctx context.Context, s Sender, m api.Message, left int) error {
	a, err := s.Send(ctx, m.To, m.Text)
	if err != nil {
		return err
	}
	if a.ResponseCode == "0" {
		return nil
	}
	if left > 0 {
		log.Printf("code %s", a.ResponseCode)
		return inner(ctx, s, m, left-1) // want "and 10 more of class never"
	}
	return fmt.Errorf("code %s", a.ResponseCode)
}

// InnerOnce asks the second time for a code that passes.
func InnerOnce(ctx context.Context, c *api.Client, m api.Message) error {
	s := senderOf(c, m)
	a, err := s.Send(ctx, m.To, m.Text)
	if err != nil {
		return err
	}
	if a.ResponseCode == "5" {
		time.Sleep(c.Unit)
		a, err = s.Send(ctx, m.To, m.Text)
	}
	if err != nil || a.ResponseCode != "0" {
		return errors.Join(err, errTooOften)
	}
	return nil
}
