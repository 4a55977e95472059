package msgapi

import (
	"context"

	"github.com/errcodelint/errcodelint/codes"
)

const templatesPath = "/whatsapp/message_templates"

// Template is a message that WhatsApp has to approve of.
type Template struct {
	Name     string `json:"name"`
	Language string `json:"language"`
	Body     string `json:"body,omitempty"`
	Status   string `json:"status,omitempty"`
}

// templateHeader is not header: these calls have codes of their own, all of
// which are failures. After a success there is none.
type templateHeader struct {
	Code *codes.TemplateCode `json:"responseCode"`
}

func (h templateHeader) err(call string) error {
	if h.Code == nil {
		return nil
	}
	return &TemplateError{Call: call, Code: *h.Code}
}

// Templates lists the account's templates.
func (c *Client) Templates(ctx context.Context) ([]Template, error) {
	var r struct {
		templateHeader
		Templates []Template `json:"templates"`
	}
	if err := c.call(ctx, "GET", templatesPath, nil, &r); err != nil {
		return nil, err
	}
	if err := r.err("list templates"); err != nil {
		return nil, err
	}
	return r.Templates, nil
}

// CreateTemplate hands in a template and returns its id.
func (c *Client) CreateTemplate(ctx context.Context, t Template) (string, error) {
	var r struct {
		templateHeader
		ID string `json:"id"`
	}
	if err := c.call(ctx, "POST", templatesPath, t, &r); err != nil {
		return "", err
	}
	if err := r.err("create template"); err != nil {
		return "", err
	}
	return r.ID, nil
}
