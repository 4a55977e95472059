// Package postbox sends what is on a shelf.
package postbox

import (
	"context"
	"errors"
	"fmt"
	"time"

	"example.test/programs/retriedcode/api"
	"example.test/programs/retriedcode/shelf"
)

// What a letter was not sent for.
var (
	ErrBusy    = errors.New("busy")
	ErrRefused = errors.New("refused")
)

// Box sends.
type Box struct {
	Shelf *shelf.Shelf
	API   *api.Client
}

// Deliver sends one message.
func (b *Box) Deliver(ctx context.Context, m api.Message) error {
	var r struct {
		Code string `json:"responseCode"`
	}
	if err := b.API.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	switch r.Code {
	case "0":
		return nil
	case "5", "18", "88", "99":
		return fmt.Errorf("%w: %s", ErrBusy, r.Code)
	}
	return fmt.Errorf("%w: %s", ErrRefused, r.Code)
}

// SendOldest sends the oldest letter, which stays on the shelf if that may pass.
func (b *Box) SendOldest(ctx context.Context) error {
	letters, err := b.Shelf.Oldest(ctx, 1)
	if err != nil || len(letters) == 0 {
		return err
	}
	sent := b.Deliver(ctx, letters[0].Message)
	if errors.Is(sent, ErrBusy) {
		return sent
	}
	return errors.Join(sent, b.Shelf.Clear(ctx, letters[0].ID))
}

// SendAll goes on until one letter is sent, or none is left.
func (b *Box) SendAll(ctx context.Context) {
	for b.SendOldest(ctx) != nil {
		time.Sleep(b.API.Unit)
	}
}
