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
func created(ctx context.Context, c *api.Client, t api.Template) (string, error) {
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
func written(ctx context.Context, c *api.Client, t api.Template) (string, error) {
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
func CreateAnyhow(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	for range 3 { // want "3 CapabilityOrPermission, .* more of class never"
		if id, err = created(ctx, c, t); err == nil {
			break
		}
		time.Sleep(c.Unit)
	}
	return id, err
}

// CreatePatiently goes on behind what went wrong.
func CreatePatiently(ctx context.Context, c *api.Client, t api.Template) (string, error) {
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
func CreatePassing(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for {
		id, err := created(ctx, c, t)
		var code codes.TemplateCode
		if !errors.As(err, &code) || !code.Retryable() {
			return id, err
		}
		time.Sleep(c.Unit)
	}
}

// Accepted waits until somebody has looked at a template, also where that was refused.
func Accepted(ctx context.Context, c *api.Client, t api.Template) error {
	for { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed;"
		status, err := written(ctx, c, t)
		if err == nil && status == "APPROVED" {
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// AcceptedOnce waits where nothing was refused: this is no retry.
func AcceptedOnce(ctx context.Context, c *api.Client, t api.Template) error {
	for {
		status, err := written(ctx, c, t)
		if err != nil || status == "APPROVED" {
			return err
		}
		time.Sleep(c.Unit)
	}
}

// Looked waits until somebody has looked at a template, too.
func Looked(ctx context.Context, c *api.Client, t api.Template) error {
	for { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed;"
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

// LookedOnce leaves where something was refused.
func LookedOnce(ctx context.Context, c *api.Client, t api.Template) error {
	for {
		status, err := written(ctx, c, t)
		if err != nil {
			return err
		}
		if status == "PENDING" {
			time.Sleep(c.Unit)
			continue
		}
		return nil
	}
}

// LookedAt has a switch for it.
func LookedAt(ctx context.Context, c *api.Client, t api.Template) error {
	for { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed;"
		status, err := written(ctx, c, t)
		switch {
		case status == "PENDING":
		case err == nil:
			return nil
		}
		time.Sleep(c.Unit)
	}
}

// again does something until it works.
func again(c *api.Client, op func() error) (err error) {
	for range 3 {
		if err = op(); err == nil {
			return nil
		}
		time.Sleep(c.Unit)
	}
	return err
}

// CreateAgain has a helper try again whatever went wrong.
func CreateAgain(ctx context.Context, c *api.Client, t api.Template) error {
	return again(c, func() error { // want "3 CapabilityOrPermission, .* more of class never"
		status, err := written(ctx, c, t)
		log.Print(status)
		return err
	})
}

// CreateHere makes the error itself.
func CreateHere(ctx context.Context, c *api.Client, t api.Template) error {
	return again(c, func() error { // want "3 CapabilityOrPermission, .* more of class never"
		r, err := create(ctx, c, t)
		if err == nil && r.Code != nil {
			return *r.Code
		}
		return err
	})
}

// CreateHerePassing keeps what does not pass.
func CreateHerePassing(ctx context.Context, c *api.Client, t api.Template) error {
	var final error
	err := again(c, func() error {
		r, err := create(ctx, c, t)
		if err == nil && r.Code != nil {
			if r.Code.Retryable() {
				return *r.Code
			}
			final = *r.Code
		}
		return err
	})
	return errors.Join(final, err)
}

// LookedAgain waits by the helper until somebody has looked: this is no retry.
func LookedAgain(ctx context.Context, c *api.Client, t api.Template) error {
	return again(c, func() error {
		status, err := written(ctx, c, t)
		if err != nil {
			return err
		}
		if status == "PENDING" {
			return errNotCreated
		}
		return nil
	})
}
