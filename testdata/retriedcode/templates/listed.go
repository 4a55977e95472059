package templates

import (
	"context"
	"errors"
	"log"
	"time"

	"example.test/programs/retriedcode/api"
	"github.com/errcodelint/errcodelint/codes"
)

type listing struct {
	Code      *codes.TemplateCode `json:"responseCode"`
	Templates []struct {
		Name   string `json:"name"`
		Status string `json:"status"`
	} `json:"templates"`
}

func list(ctx context.Context, c *api.Client) (listing, error) {
	var l listing
	err := c.Get(ctx, "/whatsapp/message_templates", &l)
	return l, err
}

// ListedApproved waits until one of them is approved, also where they cannot be listed.
func ListedApproved(ctx context.Context, c *api.Client, t api.Template) error {
	for { // want "3 CapabilityOrPermission, .* more of class never, which cannot succeed;"
		l, err := list(ctx, c)
		if err != nil {
			return err
		}
		if l.Code != nil {
			log.Printf("templates: %v", *l.Code)
		}
		for _, one := range l.Templates {
			if one.Name == t.Name || one.Status == "APPROVED" {
				return nil
			}
			if one.Status == "DISABLED" {
				return errors.New("disabled")
			}
		}
		time.Sleep(c.Unit)
	}
}

// ListedApprovedOnce leaves where they cannot be listed.
func ListedApprovedOnce(ctx context.Context, c *api.Client, t api.Template) error {
	for {
		l, err := list(ctx, c)
		if err != nil {
			return err
		}
		if l.Code != nil && !l.Code.Retryable() {
			return *l.Code
		}
		for _, one := range l.Templates {
			if one.Name == t.Name || one.Status == "APPROVED" {
				return nil
			}
		}
		time.Sleep(c.Unit)
	}
}

// ListedAny tries until there is a list.
func ListedAny(ctx context.Context, c *api.Client, t api.Template) error {
	for range 4 { // want "3 CapabilityOrPermission, .* more of class never"
		l, err := list(ctx, c)
		if err != nil {
			return err
		}
		if len(l.Templates) > 0 {
			return nil
		}
		log.Printf("templates: %v", l.Code)
		time.Sleep(c.Unit)
	}
	return errNotCreated
}
