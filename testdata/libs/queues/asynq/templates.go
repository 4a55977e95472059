package asynq

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/hibiken/asynq"

	"example.test/libs/api"
	"github.com/errcodelint/errcodelint/codes"
)

// templateReply is what the API says to a template: a code only where something went wrong.
type templateReply struct {
	Code *codes.TemplateCode `json:"responseCode"`
	ID   string              `json:"id"`
}

// Templates creates templates.
type Templates struct{ API *api.Client }

// create makes an error where there is no name.
func (p *Templates) create(ctx context.Context, task *asynq.Task) error {
	var r templateReply
	if err := p.API.Post(ctx, "/whatsapp/message_templates", json.RawMessage(task.Payload()), &r); err != nil {
		return err
	}
	if r.ID == "" && r.Code != nil {
		return fmt.Errorf("template: %w", *r.Code)
	}
	return nil
}

// AnyTemplate fails for every code.
func (p *Templates) AnyTemplate(ctx context.Context, task *asynq.Task) error {
	if err := p.create(ctx, task); err != nil {
		return err // want "3 CapabilityOrPermission, .* more of class never"
	}
	return nil
}

// HereTemplate makes the error itself.
func (p *Templates) HereTemplate(ctx context.Context, task *asynq.Task) error {
	var r templateReply
	if err := p.API.Post(ctx, "/whatsapp/message_templates", json.RawMessage(task.Payload()), &r); err != nil {
		return err
	}
	if r.Code != nil {
		return *r.Code // want "3 CapabilityOrPermission, .* more of class never"
	}
	return nil
}

// PassingTemplate fails for what may pass.
func (p *Templates) PassingTemplate(ctx context.Context, task *asynq.Task) error {
	var r templateReply
	if err := p.API.Post(ctx, "/whatsapp/message_templates", json.RawMessage(task.Payload()), &r); err != nil {
		return err
	}
	switch {
	case r.Code == nil:
		return nil
	case r.Code.Retryable():
		return *r.Code
	}
	return fmt.Errorf("%w: %w", *r.Code, asynq.SkipRetry)
}

// PendingTemplate comes again until somebody has approved it, or where it may pass.
func (p *Templates) PendingTemplate(ctx context.Context, task *asynq.Task) error {
	var r struct {
		Code   *codes.TemplateCode `json:"responseCode"`
		Status string              `json:"status"`
	}
	if err := p.API.Get(ctx, "/whatsapp/message_templates", &r); err != nil {
		return err
	}
	if r.Code != nil && !r.Code.Retryable() {
		return fmt.Errorf("%w: %w", *r.Code, asynq.SkipRetry)
	}
	if r.Status != "APPROVED" {
		return fmt.Errorf("not yet: %s", r.Status)
	}
	return nil
}

// ServeTemplates lists all of them.
func ServeTemplates(p *Templates) *asynq.ServeMux {
	mux := asynq.NewServeMux()
	mux.HandleFunc("template:any", p.AnyTemplate)
	mux.HandleFunc("template:here", p.HereTemplate)
	mux.HandleFunc("template:passing", p.PassingTemplate)
	mux.HandleFunc("template:pending", p.PendingTemplate)
	return mux
}
