// Package studio is a client for templates, whose errors say themselves what they are.
package studio

import (
	"context"
	"errors"
	"fmt"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// Errors by which others tell what has come of a template.
var (
	ErrBusy    = errors.New("busy")
	ErrInvalid = errors.New("invalid")
)

// APIError is an answer with a code.
type APIError struct {
	Code    codes.TemplateCode
	Message string
}

func (e *APIError) Error() string { return fmt.Sprintf("%d: %s", e.Code, e.Message) }

// Is tells what the code means.
func (e *APIError) Is(target error) bool {
	switch target {
	case ErrBusy:
		return e.Code.Retryable()
	case ErrInvalid:
		return e.Code == codes.TemplateInvalidParameter || e.Code == codes.TemplateInvalidParameterValue
	}
	return false
}

// Client creates templates.
type Client struct{ API *api.Client }

type answer struct {
	Code    *codes.TemplateCode `json:"responseCode"`
	Message string              `json:"responseMessage"`
	ID      string              `json:"id"`
	Status  string              `json:"status"`
}

func (c *Client) post(ctx context.Context, t api.Template) (*answer, error) {
	var a answer
	if err := c.API.Post(ctx, "/whatsapp/message_templates", t, &a); err != nil {
		return nil, err
	}
	if a.Code != nil {
		return nil, &APIError{*a.Code, a.Message}
	}
	return &a, nil
}

// Create returns the new template's name.
func (c *Client) Create(ctx context.Context, t api.Template) (string, error) {
	a, err := c.post(ctx, t)
	if err != nil {
		return "", fmt.Errorf("template %s: %w", t.Name, err)
	}
	return a.ID, nil
}

// Accept is Create for a template that somebody looks at.
func (c *Client) Accept(ctx context.Context, t api.Template) error {
	var a answer
	if err := c.API.Post(ctx, "/whatsapp/message_templates", t, &a); err != nil {
		return err
	}
	if a.Status != "PENDING" && a.Status != "APPROVED" {
		var code codes.TemplateCode
		if a.Code != nil {
			code = *a.Code
		}
		return &APIError{code, a.Message}
	}
	return nil
}
