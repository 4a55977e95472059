package channels

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code codes.ResponseCode `json:"responseCode"`
	ID   string             `json:"id"`
}

// A textError is what is wrong with a text.
type textError struct {
	to   string
	code codes.ResponseCode
}

func (e *textError) Error() string { return "text to " + e.to + ": " + e.code.String() }

type texts struct {
	api  *api.Client
	from string
}

func (t texts) Notify(ctx context.Context, to, text string) error {
	var r reply
	if err := t.api.Post(ctx, "/sms", api.Message{From: t.from, To: to, Text: text}, &r); err != nil {
		return err
	}
	if r.Code != codes.ResponseSuccess {
		return &textError{to, r.Code}
	}
	return nil
}

type templates struct {
	api  *api.Client
	name string
}

func (t *templates) Notify(ctx context.Context, to, text string) error {
	var r reply
	body := map[string]string{"recipient": to, "template": t.name}
	if err := t.api.Post(ctx, "/whatsapp", body, &r); err != nil {
		return fmt.Errorf("template %s: %w", t.name, err)
	}
	if err := r.Code.Err(); err != nil {
		return fmt.Errorf("template %s: %w", t.name, err)
	}
	return nil
}

// Marking channels say which errors stay.
type Marking interface {
	Send(ctx context.Context, m api.Message) error
}

var (
	errFinal   = errors.New("final")
	errPassing = errors.New("passing")
)

type markedTexts struct {
	api  *api.Client
	from string
}

func (t markedTexts) Send(ctx context.Context, m api.Message) error {
	var r reply
	if err := t.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	switch {
	case r.Code == codes.ResponseSuccess:
		return nil
	case r.Code.Retryable():
		return errPassing
	}
	return errFinal
}

type markedTemplates struct{ api *api.Client }

func (t markedTemplates) Send(ctx context.Context, m api.Message) error {
	var r reply
	if err := t.api.Post(ctx, "/whatsapp", m, &r); err != nil {
		return err
	}
	switch {
	case r.Code == codes.ResponseSuccess:
		return nil
	case r.Code.Retryable():
		return r.Code
	}
	return fmt.Errorf("%w: %w", errFinal, r.Code)
}

// A Pusher pushes.
type Pusher interface {
	Push(ctx context.Context, m api.Message) error
}

type (
	patient struct{ api *api.Client }
	strict  struct{ api *api.Client }
)

// Push fails for what may pass.
func (p patient) Push(ctx context.Context, m api.Message) error {
	var r reply
	if err := p.api.Post(ctx, "/sms", m, &r); err != nil {
		return err
	}
	if r.Code.Retryable() {
		return r.Code
	}
	return nil
}

// Push fails for all but a success.
func (p strict) Push(ctx context.Context, m api.Message) error {
	var r reply
	if err := p.api.Post(ctx, "/whatsapp", m, &r); err != nil {
		return err
	}
	return r.Code.Err()
}

// Numbered channels have a number for each message.
type Numbered interface {
	Submit(ctx context.Context, m api.Message) (id string, err error)
}

type (
	numberedTexts     struct{ api *api.Client }
	numberedTemplates struct{ api *api.Client }
)

func (n numberedTexts) Submit(ctx context.Context, m api.Message) (string, error) {
	var r reply
	if err := n.api.Post(ctx, "/sms", m, &r); err != nil {
		return "", err
	}
	return r.ID, r.Code.Err()
}

func (n numberedTemplates) Submit(ctx context.Context, m api.Message) (string, error) {
	var r reply
	if err := n.api.Post(ctx, "/whatsapp", m, &r); err != nil {
		return "", err
	}
	if r.Code != codes.ResponseSuccess {
		return "", &textError{m.To, r.Code}
	}
	return r.ID, nil
}
