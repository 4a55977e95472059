// Package templates manages templates, of which a reply has no code when all
// went well.
package templates

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type reply struct {
	Code   *codes.TemplateCode `json:"responseCode"`
	ID     string              `json:"id"`
	Status string              `json:"status"`
	Reason string              `json:"reason"`
}

func create(ctx context.Context, c *api.Client, t api.Template) (reply, error) {
	var r reply
	err := c.Post(ctx, "/whatsapp/message_templates", t, &r)
	return r, err
}

var errNotCreated = errors.New("not created")

// Create tries until there is no code.
func Create(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed, and for 0 AccessTokenExpiredOrRevoked"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.Code == nil {
			return r.ID, nil
		}
		time.Sleep(c.Unit)
	}
	return "", errNotCreated
}

// CreateIfItHelps tries while that can help.
func CreateIfItHelps(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for {
		r, err := create(ctx, c, t)
		switch {
		case err != nil:
			return "", err
		case r.Code == nil:
			return r.ID, nil
		case !r.Code.Retryable():
			return "", *r.Code
		}
		time.Sleep(c.Unit)
	}
}

// CreateText has the code as text.
func CreateText(ctx context.Context, c *api.Client, t api.Template) error {
	for range 5 { // want "3 CapabilityOrPermission, .* more of class never"
		var r struct {
			Code string `json:"responseCode"`
		}
		if err := c.Post(ctx, "/whatsapp/message_templates", t, &r); err != nil {
			return err
		}
		if r.Code == "" {
			return nil
		}
		if r.Code == codes.TemplateInvalidParameter.Wire() {
			return codes.TemplateInvalidParameter
		}
	}
	return errNotCreated
}

// Approved waits until somebody has approved it, also where that cannot come.
func Approved(ctx context.Context, c *api.Client, t api.Template) error {
	for range 100 { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed;"
		r, err := create(ctx, c, t)
		if err != nil {
			return err
		}
		if r.Status == "APPROVED" {
			return nil
		}
		if r.Code != nil {
			errNotCreated = *r.Code
		}
		time.Sleep(c.Unit)
	}
	return errNotCreated
}

// Renamed takes another name while there is one like it.
func Renamed(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.Code == nil {
			return r.ID, nil
		}
		if *r.Code != codes.TemplateDuplicatePost {
			return "", *r.Code
		}
		t.Name += "_"
	}
	return "", codes.TemplateDuplicatePost
}

var errInvalid = errors.New("invalid template")

// CreateNamed takes what has a name for created.
func CreateNamed(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed, and for 0 AccessTokenExpiredOrRevoked"
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.ID != "" {
			return r.ID, nil
		}
		log.Printf("template %s: %v", t.Name, r.Code)
		time.Sleep(c.Unit)
	}
	return "", errNotCreated
}

// CreateTextNamed leaves for one code.
func CreateTextNamed(ctx context.Context, c *api.Client, t api.Template) (id string, err error) {
	for attempt := 0; attempt < 3 && id == ""; attempt++ { // want "3 CapabilityOrPermission, .* more of class never"
		var r struct {
			Code string `json:"responseCode"`
			ID   string `json:"id"`
		}
		if err := c.Post(ctx, "/whatsapp/message_templates", t, &r); err != nil {
			return "", err
		}
		if len(r.ID) > 0 {
			id = r.ID
			break
		}
		if r.Code == codes.TemplateInvalidParameter.Wire() {
			return "", errInvalid
		}
	}
	return id, nil
}

// CreateTextNamedOnce goes round where there is no code, or one that passes.
func CreateTextNamedOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 3 {
		var r struct {
			Code string `json:"responseCode"`
			ID   string `json:"id"`
		}
		if err := c.Post(ctx, "/whatsapp/message_templates", t, &r); err != nil {
			return "", err
		}
		if r.ID != "" {
			return r.ID, nil
		}
		code, err := codes.ParseTemplate(r.Code)
		if err != nil {
			return "", err
		}
		if !code.Retryable() {
			return "", code
		}
	}
	return "", errNotCreated
}

// CreateNamedOnce asks the code, too.
func CreateNamedOnce(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	for range 5 {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.ID != "" {
			return r.ID, nil
		}
		if r.Code != nil && !r.Code.Retryable() {
			return "", *r.Code
		}
		time.Sleep(c.Unit)
	}
	return "", errNotCreated
}

// CreateUntilRejected leaves where something is wrong, and goes on with what was created: this is no retry.
func CreateUntilRejected(ctx context.Context, c *api.Client, t api.Template) error {
	for range 5 {
		r, err := create(ctx, c, t)
		if err != nil {
			return err
		}
		if r.Reason != "" {
			return errors.New(r.Reason)
		}
		if r.Code != nil {
			log.Print(*r.Code)
		}
		time.Sleep(c.Unit)
	}
	return nil
}

// CreateAll has another one each time.
func CreateAll(ctx context.Context, c *api.Client, t api.Template) (string, error) {
	short := api.Template{Name: t.Name + "_short", Body: t.Body[:1]}
	for _, t := range []api.Template{t, short} {
		r, err := create(ctx, c, t)
		if err != nil {
			return "", err
		}
		if r.ID != "" {
			return r.ID, nil
		}
		log.Printf("template %s: %v", t.Name, r.Code)
	}
	return "", errNotCreated
}
