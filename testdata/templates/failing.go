package templates

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

// created makes an error of a code, if there is one.
func created(ctx context.Context, c *api.Client, t template) (string, error) {
	r, err := create(ctx, c, t)
	if err != nil {
		return "", err
	}
	if r.Code != nil {
		return "", fmt.Errorf("template %s: %w", t.Name, *r.Code)
	}
	return r.ID, nil
}

// written has its code as text.
func written(ctx context.Context, c *api.Client, t template) (string, error) {
	var r struct {
		Code   string `json:"responseCode"` //errcodelint:domain template
		Status string `json:"status"`
	}
	if err := c.Post(ctx, "/whatsapp/message_templates", t, &r); err != nil {
		return "", err
	}
	if r.Code != "" {
		return "", fmt.Errorf("code %s", r.Code)
	}
	return r.Status, nil
}

// CreateAnyhow tries again whatever went wrong.
func CreateAnyhow(ctx context.Context, c *api.Client, t template) (id string, err error) {
	for range 3 { // want "3 CapabilityOrPermission, .* more of class never"
		if id, err = created(ctx, c, t); err == nil {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// CreatePatiently goes on behind what went wrong.
func CreatePatiently(ctx context.Context, c *api.Client, t template) (string, error) {
	for { // want "3 CapabilityOrPermission, .* more of class never"
		status, err := written(ctx, c, t)
		if err != nil {
			log.Print(err)
			time.Sleep(c.Unit)
			continue
		}
		return status, nil
	}
}

// CreatePassing tries again what may pass.
func CreatePassing(ctx context.Context, c *api.Client, t template) (string, error) {
	for {
		id, err := created(ctx, c, t)
		var code codes.TemplateCode
		if !errors.As(err, &code) || !code.Retryable() {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}

// Accepted waits until somebody has looked at a template: this is no retry.
func Accepted(ctx context.Context, c *api.Client, t template) error {
	for {
		status, err := written(ctx, c, t)
		if err == nil && status == "APPROVED" {
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// Looked waits until somebody has looked at a template, too.
func Looked(ctx context.Context, c *api.Client, t template) error {
	for {
		status, err := written(ctx, c, t)
		if err != nil {
			time.Sleep(c.Unit)
			continue
		}
		if status == "PENDING" {
			time.Sleep(c.Unit)
			continue
		}
		return nil
	}
}

// LookedAt has a switch for it.
func LookedAt(ctx context.Context, c *api.Client, t template) error {
	for {
		status, err := written(ctx, c, t)
		switch {
		case status == "PENDING":
		case err == nil:
			return nil
		}
		time.Sleep(c.Unit)
	}
}
