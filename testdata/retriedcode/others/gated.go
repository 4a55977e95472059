package others

import (
	"context"
	"errors"
	"sync"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/gateway"
	"github.com/errcodelint/errcodelint/codes"
)

// A gated sends by another package's client, which it may make anew.
type gated struct {
	mu   sync.Mutex
	gate *gateway.Gateway
	seen int
}

func (s *gated) renew(c *api.Client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate = &gateway.Gateway{API: c, From: "SHOP2"}
}

func (s *gated) note() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.seen++
}

// GatedRenewed sends by another client then.
func GatedRenewed(ctx context.Context, c *api.Client, m api.Message) error {
	s := &gated{gate: &gateway.Gateway{API: c, From: m.From}}
	for tries := 0; ; tries++ {
		r, err := s.gate.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseInvalidCredentials.Wire() && tries == 0 {
			s.renew(c)
			continue
		}
		if r.OK() {
			return nil
		}
		return errors.New("refused")
	}
}

// GatedNoted only counts.
func GatedNoted(ctx context.Context, c *api.Client, m api.Message) error {
	s := &gated{gate: &gateway.Gateway{API: c, From: m.From}}
	for tries := 0; ; tries++ { // want "for 1 InvalidCredentials of class never"
		r, err := s.gate.Send(ctx, m.To, m.Text)
		if err != nil {
			return err
		}
		if r.ResponseCode == codes.ResponseInvalidCredentials.Wire() && tries == 0 {
			s.note()
			continue
		}
		if r.OK() {
			return nil
		}
		return errors.New("refused")
	}
}
